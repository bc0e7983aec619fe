/** Builds the workbook: the one place that decides which sheets it has and what stands in them. */
import { makeContext, type PlanInput, type ReadFrom } from '../context.ts';
import { actionsSheet } from './actions.ts';
import { answersSheet, findingsSheet } from './answers.ts';
import { evidenceSheet } from './evidence.ts';
import { failuresSheet, routesSheet } from './failures.ts';
import { type HistoryChange, historySheet } from './history.ts';
import { flowsSheet, peeringsSheet, tableSheets } from './network.ts';
import type { Sheet } from './sheet.ts';

/** Changes that are shown at most; the whole log stays in the project file. */
export const mostHistory = 2000;

export type WorkbookInput = ReadFrom &
  Pick<PlanInput, 'lists'> & {
    /** Newest first; `mostHistory` of them are enough. */
    history: readonly HistoryChange[];
  };

export function buildSheets({ history, ...input }: WorkbookInput): Sheet[] {
  const context = makeContext({ ...input, audience: 'engineer' });
  const { names } = context.words.workbook;
  const tables = tableSheets(context, new Set(Object.values(names)));
  return [
    answersSheet(context, new Map(tables.map(({ table, sheet }) => [table, sheet.name]))),
    findingsSheet(context),
    actionsSheet(context),
    evidenceSheet(context),
    peeringsSheet(context),
    flowsSheet(context),
    routesSheet(context),
    failuresSheet(context),
    ...tables.map(({ sheet }) => sheet),
    historySheet(context, history.slice(0, mostHistory)),
  ];
}
