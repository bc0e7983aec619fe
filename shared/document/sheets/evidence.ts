/** The sheet of evidence: every piece with its date, how long it counts, and the answers it proves. */
import { lastDayOf } from '../../assess/evidence.ts';
import { evidenceWordsOf } from '../../evidence/words/words.ts';
import type { Context } from '../context.ts';
import { compareTexts } from '../parts/summary.ts';
import { promptOf } from '../values.ts';
import { type Sheet, type SheetValue, sheetText } from './sheet.ts';

/** The newest first. */
export function evidenceSheet(context: Context): Sheet {
  const { words, view, today } = context;
  const own = words.workbook.evidence;
  const { kinds } = evidenceWordsOf(view.language);
  const text = (value: string) => sheetText(words, value) || null;
  const rows = Object.entries(view.attachments)
    .sort(
      ([, one], [, other]) =>
        compareTexts(other.taken ?? '', one.taken ?? '') || compareTexts(one.name, other.name),
    )
    .map(([id, attachment]): SheetValue[] => {
      const head = Object.hasOwn(view.evidence, id) ? view.evidence[id] : undefined;
      const lastDay = lastDayOf(attachment);
      const proves = Object.keys(view.proofs).filter((question) => view.proofs[question]?.includes(id));
      return [
        head ? kinds[head.kind] : words.appendix.proofs.file,
        text(attachment.name),
        attachment.taken === undefined ? null : { day: attachment.taken },
        lastDay === undefined ? null : { day: lastDay },
        lastDay !== undefined && lastDay < today ? own.ranOut : null,
        head ? head.counts.records : null,
        text(proves.map((question) => promptOf(context, question)).join('\n')),
        id,
      ];
    });
  return {
    name: words.workbook.names.evidence,
    columns: [
      { title: own.kind, width: 30 },
      { title: own.file, width: 34 },
      { title: own.taken, width: 12 },
      { title: own.until, width: 14 },
      { title: own.state, width: 14 },
      { title: own.records, width: 10 },
      { title: own.proves, width: 60 },
      { title: own.id, width: 38 },
    ],
    rows,
    ...(rows.length === 0 ? { remark: words.workbook.none.evidence } : {}),
  };
}
