/** What the workbook costs: the sample project and a full one with 10,000 changes, from the view to the file's bytes. */

import { ownLook } from '../../electron/backend/writers/look.ts';
import { writeXlsx } from '../../electron/backend/writers/xlsx.ts';
import { RuleMemory } from '../../shared/assess/assess.ts';
import { builtInReference } from '../../shared/content/reference.ts';
import { buildSheets } from '../../shared/document/sheets/build-sheets.ts';
import type { HistoryChange } from '../../shared/document/sheets/history.ts';
import type { ProjectView } from '../../shared/view.ts';
import { fullProject, fullProjectEdits } from '../helpers/full-project.ts';
import { median } from '../helpers/median.ts';
import { changes, sampleView, today, viewOf } from '../shared/document/projects.ts';

export const name = 'xlsx';

const job = { signal: new AbortController().signal, progress: () => {} };

/** 10,000 changes: the full project filled in again and again. */
function longHistory(): HistoryChange[] {
  const edits = fullProjectEdits();
  return Array.from({ length: 10_000 }, (_, index): HistoryChange => {
    const { path, after } = edits[index % edits.length] ?? { path: 'project/name', after: 'A' };
    return {
      path,
      before: null,
      after,
      author: 'H. Meyer',
      at: 1_790_000_000_000 + index,
      origin: { kind: 'edit' },
      batch: String(index),
    };
  }).reverse();
}

async function measure(view: ProjectView, history: readonly HistoryChange[], { kept }: RuleMemory) {
  const [built, written]: [number[], number[]] = [[], []];
  let [rows, size, cold] = [0, 0, 0];
  for (let round = 0; round < 11; round += 1) {
    const start = performance.now();
    const sheets = buildSheets({ view, today, reference: builtInReference, history, kept });
    const middle = performance.now();
    const bytes = await writeXlsx(sheets, ownLook, job);
    const end = performance.now();
    rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
    size = bytes.length;
    if (round === 0) cold = end - start;
    else {
      built.push(middle - start);
      written.push(end - middle);
    }
  }
  return { rows, size, cold, built: median(built), written: median(written) };
}

export async function run() {
  // As the app does it: what the judgement has walked of the network is handed on.
  const memory = new RuleMemory();
  const full = await measure(viewOf(fullProject(), memory), longHistory(), memory);
  const sample = await measure(sampleView, [...changes].reverse(), new RuleMemory());
  const lines = (title: string, { built, written, cold }: typeof full) => [
    { name: `${title}, from view to bytes`, value: built + written, unit: 'ms' },
    { name: `${title}, deciding what stands where`, value: built, unit: 'ms' },
    { name: `${title}, the first time`, value: cold, unit: 'ms' },
  ];
  return {
    title: `XLSX: the full project (${full.rows} rows, ${Math.round(full.size / 1000)} kB) and the sample (${sample.rows} rows, ${Math.round(sample.size / 1000)} kB)`,
    rows: [...lines('Full project', full), ...lines('Sample', sample)],
    notes: [
      'Medians of 10 rounds after the first. The full project’s log has 10,000 changes, of which the newest are shown.',
      'The project has been judged before, as it has been wherever somebody asks for the workbook.',
    ],
  };
}
