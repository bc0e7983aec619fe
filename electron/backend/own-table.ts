/** A firm's own checklist as a table that people fill in: written as CSV or workbook, and read again. */
import type { Language } from '../../shared/content/words.ts';
import type { WrittenFile } from '../../shared/contract/call.ts';
import { writeCsv } from '../../shared/document/csv.ts';
import { documentWordsOf } from '../../shared/document/words/words.ts';
import type { ReviewChecklist } from '../../shared/review-checklist/imported.ts';
import type { Lists } from '../../shared/review-checklist/lists.ts';
import type { OwnList } from '../../shared/review-checklist/own.ts';
import { readOwnTable } from '../../shared/review-checklist/read-table.ts';
import { ownSheet } from '../../shared/review-checklist/table.ts';
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

export async function readOwnFile(
  context: Context,
  { name, content, language, known }: Given,
): Promise<OwnList> {
  const words = documentWordsOf(language);
  for (const grid of await gridsOf(Buffer.from(content, 'base64'), name)) {
    const read = readOwnTable(grid, {
      words,
      name: known?.lists.checklists[known.id]?.name ?? (name.replace(/\.(csv|xlsx)$/i, '').trim() || name),
      file: name,
      newId: context.newId,
      known,
    });
    if (read?.ok) return read.list;
    if (read)
      throw new CallFailure('bad-input', {
        says: 'table-refused',
        values: { message: read.message, place: read.place },
        fields: { [read.place]: read.message },
      });
  }
  throw new CallFailure('bad-input', {
    says: 'no-table',
    values: { message: words.reviewChecklist.table.notATable },
  });
}
