/** The Route lab's lists: which flows a filter lets through, what the failure matrix shows, and where its keys lead. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matrixOf, moveInGrid, verdictIn } from '../../../renderer/pages/route-lab/failure-matrix.ts';
import { filterFlows, noFilter } from '../../../renderer/pages/route-lab/flow-filter.ts';
import { isLong, rowsOf } from '../../../renderer/pages/route-lab/flow-rows.ts';
import { toggled } from '../../../renderer/pages/route-lab/use-lab-state.ts';
import { gravestFirst } from '../../../renderer/pages/route-lab/verdict-looks.ts';
import type { RouteFailure, RouteFlow } from '../../../shared/network/route-trace.ts';
import { flowVerdicts, isWorse } from '../../../shared/network/verdicts.ts';

const flow = (id: string, over: Partial<RouteFlow> = {}): RouteFlow => ({
  id,
  from: 'Lyon wireless',
  to: 'Dataverse, Europe',
  fromNode: 'clientGroups/lyon',
  toNode: 'regions/europe',
  opens: 'you',
  protocol: 'TCP 443',
  service: 'dataverse',
  population: 'inside',
  verdict: 'express-route',
  meaning: '',
  leaves: '',
  returns: '',
  because: '',
  traces: [],
  request: [],
  reply: [],
  missing: [],
  causes: [],
  findings: [],
  ...over,
});

const failure = (part: string, over: Partial<RouteFailure> = {}): RouteFailure => ({
  parts: [part],
  verdicts: {},
  worse: [],
  overloaded: [],
  ...over,
});

const flows = [
  flow('a'),
  flow('b', { to: 'Teams', service: 'teams', verdict: 'leak' }),
  flow('c', { from: 'Field technicians', population: 'outside', verdict: 'internet-as-intended' }),
];
const ids = (list: readonly RouteFlow[]) => list.map(({ id }) => id);

test('a flow is found by words from both of its ends, in any order', () => {
  expect(ids(filterFlows(flows, { ...noFilter, text: 'teams LYON' }).shown)).toEqual(['b']);
});

test('flows that go alike share a row only where there are many, and each is found in one', () => {
  const many = Array.from({ length: 300 }, (_, place) =>
    flow(`g${place % 30}>s${Math.floor(place / 30)}`, {
      fromNode: `g${place % 30}`,
      from: `Group ${place % 30}`,
      to: `Service ${Math.floor(place / 30)}`,
      verdict: place % 30 === 7 ? 'leak' : 'express-route',
    }),
  );
  expect([isLong(flows), isLong(many)]).toEqual([false, true]);
  const rows = rowsOf(many, true);
  expect(rows.map(({ verdict, from, to }) => [verdict, from.length, to.length])).toEqual([
    ['express-route', 29, 10],
    ['leak', 1, 10],
  ]);
  for (const { id } of many) expect(rows.filter((row) => row.flows.has(id))).toHaveLength(1);
  expect(rowsOf(many, false)).toHaveLength(300);
});

test('the counts say what choosing each verdict would show', () => {
  const filter = { ...noFilter, population: 'inside', verdict: 'leak' } as const;
  const { shown, counts, all } = filterFlows(flows, filter);
  expect(ids(shown)).toEqual(['b']);
  expect([...counts]).toEqual([
    ['express-route', 1],
    ['leak', 1],
  ]);
  expect(all).toBe(2);
});

test('the matrix begins with the network as it is, and keeps the verdict where a failure changes none', () => {
  const lost = failure('edges/e', { verdicts: { a: 'unreachable' }, worse: ['a'] });
  const matrix = matrixOf({ flows, failures: [lost], loads: [] }, { text: '', onlyWorse: false });
  const verdicts = matrix.flows.map((one) => matrix.failures.map((column) => verdictIn(column, one)));
  expect(verdicts).toEqual([
    ['express-route', 'unreachable'],
    ['leak', 'leak'],
    ['internet-as-intended', 'internet-as-intended'],
  ]);
});

test('only what gets worse: other flows and failures go, a line that is overloaded only then stays', () => {
  const load = { part: 'circuits/c', label: 'C', load: 2, capacity: 1, isOver: true };
  const failures = [
    failure('one', { verdicts: { a: 'leak' }, worse: ['a'] }),
    failure('two', { verdicts: { b: 'express-route' } }),
    failure('three', { overloaded: [load] }),
    failure('four', { overloaded: [{ ...load, part: 'circuits/d' }] }),
  ];
  const matrix = matrixOf(
    { flows, failures, loads: [{ ...load, part: 'circuits/d' }] },
    { text: '', onlyWorse: true },
  );
  expect(ids(matrix.flows)).toEqual(['a']);
  expect(matrix.failures.map(({ parts }) => parts)).toEqual([[], ['one'], ['three']]);
});

test('no key leads out of the grid, and other keys lead nowhere', () => {
  const size = fc.record({ rows: fc.integer({ min: 1, max: 30 }), columns: fc.integer({ min: 1, max: 30 }) });
  const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];
  fc.assert(
    fc.property(size, fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean())), (grid, presses) => {
      let at = { row: 0, column: 0 };
      for (const [key, control] of presses) at = moveInGrid(key, control, at, grid) ?? at;
      expect(at.row).toBeGreaterThanOrEqual(0);
      expect(at.column).toBeGreaterThanOrEqual(0);
      expect(at.row).toBeLessThan(grid.rows);
      expect(at.column).toBeLessThan(grid.columns);
    }),
  );
  expect(moveInGrid('toString', false, { row: 0, column: 0 }, { rows: 2, columns: 2 })).toBeUndefined();
});

test('Control leads to the ends', () => {
  const grid = { rows: 9, columns: 7 };
  const middle = { row: 4, column: 3 };
  expect(moveInGrid('End', true, middle, grid)).toEqual({ row: 8, column: 6 });
  expect(moveInGrid('Home', true, middle, grid)).toEqual({ row: 0, column: 0 });
  expect(moveInGrid('ArrowDown', true, middle, grid)).toEqual({ row: 8, column: 3 });
});

test('switching parts twice leaves all as it was, unless some of them were off before', () => {
  expect(toggled(toggled(['x'], ['a', 'b']), ['a', 'b'])).toEqual(['x']);
  expect(toggled(['a'], ['a', 'b'])).toEqual(['a', 'b']);
});

test('every verdict has its place in lists, and none stands before a graver one', () => {
  expect([...gravestFirst].sort()).toEqual([...flowVerdicts].sort());
  for (const [place, verdict] of gravestFirst.entries())
    for (const later of gravestFirst.slice(place + 1)) expect(isWorse(later, verdict)).toBe(false);
});
