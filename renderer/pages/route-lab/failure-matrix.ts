/** The failure matrix as rows and columns: every flow, and every failure beside the network as it is. */
import type { RouteFailure, RouteFlow, RouteTrace } from '../../../shared/network/route-trace.ts';
import type { FlowVerdict } from '../../../shared/network/verdicts.ts';
import { filterFlows, noFilter } from './flow-filter.ts';

export type Matrix = { flows: readonly RouteFlow[]; failures: readonly RouteFailure[] };

/** The first column: everything is on. */
const nothing: RouteFailure = { parts: [], verdicts: {}, worse: [], overloaded: [] };

export function matrixOf(
  trace: Pick<RouteTrace, 'flows' | 'failures' | 'loads'>,
  { text, onlyWorse }: { text: string; onlyWorse: boolean },
): Matrix {
  const failures = withNewOverloads(trace);
  const { shown } = filterFlows(trace.flows, { ...noFilter, text });
  if (!onlyWorse) return { flows: shown, failures: [nothing, ...failures] };
  const ids = new Set(shown.map((flow) => flow.id));
  const bad = failures.filter(
    ({ worse, overloaded }) => overloaded.length > 0 || worse.some((flow) => ids.has(flow)),
  );
  const hit = new Set(bad.flatMap(({ worse }) => worse));
  return { flows: shown.filter((flow) => hit.has(flow.id)), failures: [nothing, ...bad] };
}

/** The failures with only those overloaded lines that are not overloaded anyway. */
export function withNewOverloads({
  failures,
  loads,
}: Pick<RouteTrace, 'failures' | 'loads'>): RouteFailure[] {
  const already = new Set(loads.filter((line) => line.isOver).map((line) => line.part));
  return failures.map((failure) => ({
    ...failure,
    overloaded: failure.overloaded.filter((line) => !already.has(line.part)),
  }));
}

export function verdictIn(failure: RouteFailure, flow: RouteFlow): FlowVerdict {
  return failure.verdicts[flow.id] ?? flow.verdict;
}

export type GridPlace = { row: number; column: number };

const page = 10;

/** Where a key leads in a grid of so many rows and columns; undefined for keys that lead nowhere. */
export function moveInGrid(
  key: string,
  withControl: boolean,
  { row, column }: GridPlace,
  { rows, columns }: { rows: number; columns: number },
): GridPlace | undefined {
  const moves: Readonly<Record<string, GridPlace>> = {
    ArrowUp: { row: withControl ? 0 : row - 1, column },
    ArrowDown: { row: withControl ? rows - 1 : row + 1, column },
    ArrowLeft: { row, column: withControl ? 0 : column - 1 },
    ArrowRight: { row, column: withControl ? columns - 1 : column + 1 },
    PageUp: { row: row - page, column },
    PageDown: { row: row + page, column },
    Home: { row: withControl ? 0 : row, column: 0 },
    End: { row: withControl ? rows - 1 : row, column: columns - 1 },
  };
  const next = Object.hasOwn(moves, key) ? moves[key] : undefined;
  return (
    next && {
      row: Math.max(0, Math.min(rows - 1, next.row)),
      column: Math.max(0, Math.min(columns - 1, next.column)),
    }
  );
}
