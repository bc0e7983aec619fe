/** A firm's own checklist as a table that people fill in: written as CSV or workbook, and read again. */
import { fill, type Language } from '../../shared/content/words.ts';
import type { WrittenFile } from '../../shared/contract/call.ts';
import { writeCsv } from '../../shared/document/csv.ts';
import { documentWordsOf } from '../../shared/document/words/words.ts';
import type { ReviewChecklist } from '../../shared/review-checklist/imported.ts';
import type { Lists } from '../../shared/review-checklist/lists.ts';
import type { OwnList } from '../../shared/review-checklist/own.ts';
import { readOwnTable } from '../../shared/review-checklist/read-table.ts';
import { ownSheet } from '../../shared/review-checklist/table.ts';
import { languagesFrom } from '../../shared/words/catalogue.ts';
import { CallFailure } from './call-failure.ts';
import type { Context } from './context.ts';
import type { Job } from './dispatch.ts';
import { fileNameOf } from './file-name.ts';
import { gridsOf } from './grids.ts';
import { readLook } from './handlers/look.ts';
import { mediaTypes } from './plan-file.ts';

type Written = {
  format: 'csv' | 'xlsx';
  name: string;
  language: Language;
  /** The template when not given. */
  list?: ReviewChecklist;
};

export async function writeOwnTable(
  context: Context,
  { format, name, language, list }: Written,
  job: Job,
): Promise<WrittenFile> {
  const sheet = ownSheet(documentWordsOf(language), list);
  const cells = [sheet.columns.map(({ title }) => title), ...sheet.rows.map((row) => row.map(String))];
  const bytes =
    format === 'csv'
      ? new TextEncoder().encode(writeCsv(cells))
      : await (await import('./writers/xlsx.ts')).writeXlsx([sheet], readLook(context, true), job);
  return {
    fileName: fileNameOf(name, format),
    mediaType: mediaTypes[format],
    content: Buffer.from(bytes).toString('base64'),
  };
}

type Given = {
  name: string;
  content: string;
  language: Language;
  known: { lists: Lists; id: string } | undefined;
};

/** In the language that its heads are in: a template travels further than the language of whoever saved it. */
export async function readOwnFile(
  context: Context,
  { name, content, language, known }: Given,
): Promise<OwnList> {
  const grids = await gridsOf(Buffer.from(content, 'base64'), name);
  for (const spoken of languagesFrom(language)) {
    for (const grid of grids) {
      const read = readOwnTable(grid, {
        words: documentWordsOf(spoken),
        name: known?.lists.checklists[known.id]?.name ?? (name.replace(/\.(csv|xlsx)$/i, '').trim() || name),
        file: name,
        newId: context.newId,
        known,
      });
      if (read?.ok) return read.list;
      if (read) throw refusedFor(read.problems, language);
    }
  }
  throw new CallFailure('bad-input', {
    says: 'no-table',
    values: { message: documentWordsOf(language).reviewChecklist.table.notATable },
  });
}

/** As many as can be read at once; forms are told of all of them. */
const mostProblems = 5;

function refusedFor(
  problems: readonly { place: string; message: string }[],
  language: Language,
): CallFailure {
  const { more } = documentWordsOf(language).reviewChecklist.table;
  const told = problems.slice(0, mostProblems).map(({ place, message }) => `${message} (${place})`);
  const left = problems.length - told.length;
  return new CallFailure('bad-input', {
    says: 'table-refused',
    values: { problems: [...told, ...(left > 0 ? [fill(more, { count: left })] : [])].join(' ') },
    fields: Object.fromEntries(problems.map(({ place, message }) => [place, message])),
  });
}
