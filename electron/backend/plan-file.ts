/** Writes a plan in any of its formats: the one way for the interface and the command line. */
import type { PlanDocument } from '../../shared/document/blocks.ts';
import { isTextFormat, type PlanFormat, writePlan } from '../../shared/document/formats.ts';
import { buildSheets, mostHistory, type WorkbookInput } from '../../shared/document/sheets/build-sheets.ts';
import type { Sheet } from '../../shared/document/sheets/sheet.ts';
import { writeQuestions } from '../../shared/review-checklist/questions.ts';
import type { Job } from './dispatch.ts';
import type { Look } from './writers/look.ts';

export const mediaTypes: Record<PlanFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html',
  md: 'text/markdown',
  json: 'application/json',
  csv: 'text/csv',
  'checklist.json': 'application/json',
};

export type PlanSource = Omit<WorkbookInput, 'history'> & {
  plan: () => PlanDocument;
  /** The newest changes, newest first, as many as asked for. */
  history: (most: number) => WorkbookInput['history'];
  /** What the workbook holds in place of the whole project. */
  sheets?: () => Sheet[];
};

/** Where a plan will be written as pages, the thread for it starts while the plan is still being built. */
export async function prepareFor(format: PlanFormat): Promise<void> {
  if (format !== 'pdf') return;
  const { wakePageThread } = await import('./writers/pdf/page-thread.ts');
  wakePageThread();
}

/** Writers of pages and sheets are large, so each is loaded when it is first asked for. */
export async function writePlanFile(
  format: PlanFormat,
  { plan, history, sheets, ...input }: PlanSource,
  look: Look,
  job: Job,
): Promise<Uint8Array> {
  if (format === 'docx') {
    const { writeDocx } = await import('./writers/docx.ts');
    return writeDocx(plan(), look, job);
  }
  if (format === 'pdf') {
    const { writePdf } = await import('./writers/pdf/write-pdf.ts');
    return writePdf(plan(), look, job);
  }
  if (format === 'xlsx') {
    const { writeXlsx } = await import('./writers/xlsx.ts');
    return writeXlsx(sheets ? sheets() : buildSheets({ ...input, history: history(mostHistory) }), look, job);
  }
  const text = isTextFormat(format) ? writePlan(format, plan(), input.view) : writeQuestions(input);
  return new TextEncoder().encode(text);
}
