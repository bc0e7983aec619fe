/** What walking every flow shows, for the routing plan: symmetry, the loss of each part, and the drill that tests it. */
import { groupRows } from '../../assess/planned.ts';
import { fill } from '../../content/words.ts';
import { RouteReport } from '../../network/route-report.ts';
import type { RouteDrill, RouteFailure, RouteFlow, RouteTrace } from '../../network/route-trace.ts';
import { piecesSeen } from '../../network/seen.ts';
import type { Seen } from '../../network/topology.ts';
import { type FlowVerdict, flowVerdicts, isGood } from '../../network/verdicts.ts';
import { type Walk, walkOf } from '../../network/walk.ts';
import { networkWordsOf } from '../../network/words/words.ts';
import type { Block, Cell, CellTone, Section } from '../blocks.ts';
import type { Context } from '../context.ts';
import { plain } from '../runs.ts';
import {
  answerPairs,
  cell,
  fromQuestions,
  type Heading,
  openLine,
  openText,
  paragraph,
  questionsOf,
  section,
  someOf as someNames,
  tableBlock,
} from '../statements.ts';

export type Routes = RouteTrace & {
  labels: ReadonlyMap<string, string>;
  /** The evidence that stands in the place of assumptions. */
  seen: readonly Seen[];
};

/**
 * A plan asks for its routes in several places, and so do its next export and preview. They say nothing of findings or of
 * the day, and a network is read in one language: while the walk is the same one, so are they.
 */
const known = new WeakMap<Walk, Routes>();

export function routesOf({ view, project }: Context): Routes {
  const walk = walkOf(project);
  const told = known.get(walk);
  if (told) return told;
  // What decides a flow is said of all; the hops of thousands of flows are for the Route lab.
  const report = new RouteReport(project, { language: view.language, flows: [] });
  const described = report.describe();
  const failures = report.parts.map((part) => report.single(part));
  const labels = new Map(described.parts.map(({ id, label }) => [id, label]));
  const seen = piecesSeen(project, report.simulator.topology.evidence);
  const routes = { ...described, failures, drills: report.drills(), labels, seen };
  known.set(walk, routes);
  return routes;
}

export function routeSections(context: Context): Section[] {
  const { routing } = context.words;
  const { flows, failures, drills } = routesOf(context);
  const isEmpty = flows.length === 0;
  const rest = (open: string, isMissing: boolean, questions: readonly string[]): (Block | undefined)[] => [
    answerPairs(context, questions),
    isMissing ? openText(open, fromQuestions(context, questions)) : undefined,
    openLine(context, questions),
  ];
  return [
    section(context, 'routing.symmetry', routing.symmetry, [
      summaryOf(context, flows),
      ...symmetryTables(context, flows),
      ...rest(routing.symmetryOpen, isEmpty, questionsOf(context, 'routing.symmetry')),
    ]),
    section(context, 'routing.failures', routing.failures, [
      isEmpty ? undefined : tooSmall(context),
      isEmpty ? undefined : failureTable(context, failures),
      ...rest(routing.failuresOpen, isEmpty || failures.length === 0, [
        'peering.circuits.fallback',
        'client.control.on-failure',
      ]),
    ]),
    section(context, 'routing.drill', routing.drill, [
      isEmpty ? undefined : drillTable(context, drills),
      ...rest(routing.drillOpen, isEmpty || drills.length === 0, [
        'golive.tests.failover',
        'golive.tests.failover-date',
        'golive.operations.failover-months',
      ]),
    ]),
  ];
}

const sources = [
  'scope.people.groups',
  'peering.design.services',
  'routing.nat.pools',
  'peering.circuits.list',
];

function summaryOf(context: Context, flows: readonly RouteFlow[]): Block | undefined {
  if (flows.length === 0) return undefined;
  const words = networkWordsOf(context.view.language);
  const verdicts = flowVerdicts.flatMap((verdict) => {
    const count = flows.filter((flow) => flow.verdict === verdict).length;
    return count === 0 ? [] : [`${words.verdicts[verdict]} ${count}`];
  });
  const { symmetrySummary, symmetrySeen, seenPiece } = context.words.routing;
  const { seen } = routesOf(context);
  const text = fill(seen.length === 0 ? symmetrySummary : symmetrySeen, {
    count: flows.length,
    verdicts: verdicts.join('; '),
    pieces: seen.map(({ file, taken }) => fill(seenPiece, { file, day: taken })).join('; '),
  });
  return paragraph(plain(text), fromQuestions(context, sources));
}

function toneOf(verdict: FlowVerdict): CellTone {
  if (isGood(verdict)) return 'good';
  if (verdict === 'unknown') return 'gate';
  return verdict === 'asymmetric-dropped' || verdict === 'unreachable' ? 'blocker' : 'risk';
}

/** What you open, and what Microsoft opens, which all comes from one place: a table for each. */
function symmetryTables(context: Context, flows: readonly RouteFlow[]): (Block | undefined)[] {
  const of = (opens: RouteFlow['opens']) => flows.filter((flow) => flow.opens === opens);
  return [symmetryTable(context, of('you'), false), symmetryTable(context, of('microsoft'), true)];
}

/** Flows that leave, come back and end alike for the same reason, whoever they are between, stand in one row. */
function symmetryTable(context: Context, flows: readonly RouteFlow[], isCalled: boolean): Block | undefined {
  const { caption, called, columns } = context.words.routing.symmetryTable;
  const { verdicts } = networkWordsOf(context.view.language);
  const alike = groupRows(flows, ({ verdict, leaves, returns, because }) =>
    [verdict, leaves, returns, because].join('\n'),
  );
  const groups = [...alike.values()].sort((one, other) => goodLast(one) - goodLast(other));
  const most = groups.length > manyRows ? mostNamedOfMany : mostNamed;
  const rows = groups.flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const names = (end: 'from' | 'to') =>
      someOf(
        context,
        group.map((flow) => flow[end]),
        most,
      );
    return [
      [
        ...(isCalled ? [] : [names('from')]),
        names('to'),
        cell(context, String(group.length)),
        cell(context, verdicts[first.verdict], toneOf(first.verdict)),
        cell(context, wayOf(context, first)),
        cell(context, first.because),
      ],
    ];
  });
  return tableBlock(
    isCalled ? called : caption,
    [
      ...(isCalled ? [] : [{ title: columns.from }]),
      { title: columns.to },
      { title: columns.count, align: 'end' },
      ...[columns.verdict, columns.way, columns.why].map((title) => ({ title })),
    ],
    rows,
    fromQuestions(context, sources),
  );
}

function goodLast(group: readonly RouteFlow[]): number {
  return group[0] && isGood(group[0].verdict) ? 1 : 0;
}

/** Where it leaves, and where it comes back if that is elsewhere. */
function wayOf(context: Context, { leaves, returns }: RouteFlow): string {
  if (leaves === returns || returns === '') return leaves;
  const { back } = context.words.routing.symmetryTable;
  return fill(back, { out: leaves || context.words.values.none, back: returns });
}

const mostNamed = 4;
/** A table of many rows is read for its pattern: fewer names keep it short. */
const mostNamedOfMany = 2;
const manyRows = 20;

/** Each name once; of many the first few and how many more there are. The workbook has all of them. */
function someOf(context: Context, names: readonly string[], most = mostNamed): Cell {
  const different = [...new Set(names)];
  return different.length === 0
    ? cell(context, '')
    : { text: someNames(context, different.map(plain), most) };
}

/** Lines that are too small as it is, said once instead of with every loss. */
function tooSmall(context: Context): Block | undefined {
  const { load: loadText, tooSmall: text } = context.words.routing.failureTable;
  const over = routesOf(context).loads.filter(({ isOver }) => isOver);
  if (over.length === 0) return undefined;
  const lines = over.map(({ label, load, capacity }) =>
    fill(loadText, { line: label, load, capacity: capacity ?? '' }),
  );
  return paragraph(plain(fill(text, { lines: lines.join('; ') })), fromQuestions(context, sources));
}

/** How many flows change with each part lost, and how these end then; parts whose loss does the same stand in one row. */
function failureTable(context: Context, failures: readonly RouteFailure[]): Block | undefined {
  const { caption, columns, load: loadText } = context.words.routing.failureTable;
  const { verdicts: verdictWords } = networkWordsOf(context.view.language);
  const { labels, loads } = routesOf(context);
  const ends = flowVerdicts.filter((verdict) =>
    failures.some(({ verdicts }) => Object.values(verdicts).includes(verdict)),
  );
  // What a line carries with nothing lost is not the doing of a loss.
  const usual = new Map(loads.map(({ part, load }) => [part, load]));
  const told = failures.map((failure) => {
    const [part = ''] = failure.parts;
    const become = Object.values(failure.verdicts);
    const over = failure.overloaded
      .filter(({ part: line, load }) => load > (usual.get(line) ?? 0))
      .map(({ label, load, capacity }) => fill(loadText, { line: label, load, capacity: capacity ?? '' }));
    return {
      label: labels.get(part) ?? part,
      count: become.length,
      counts: ends.map((end) => become.filter((verdict) => verdict === end).length),
      over: over.join('; '),
      isWorse: failure.worse.length > 0,
    };
  });
  // A column that nobody needs takes room from those that are read.
  const isAnyOver = told.some(({ over }) => over !== '');
  const alike = groupRows(told, ({ counts, over, isWorse }) => [...counts, over, isWorse].join('\n'));
  const rows = [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return [
      [
        partsCell(context, group, first.count > 0 || first.over !== ''),
        countCell(context, first.count, first.isWorse ? 'risk' : 'good'),
        ...first.counts.map((count, index) => countCell(context, count, toneOf(ends[index] ?? 'unknown'))),
        ...(isAnyOver ? [cell(context, first.over)] : []),
      ],
    ];
  });
  return tableBlock(
    caption,
    [
      { title: columns.part },
      { title: columns.flows, align: 'end' },
      ...ends.map((end): Heading => ({ title: verdictWords[end], align: 'end' })),
      ...(isAnyOver ? [{ title: columns.over }] : []),
    ],
    rows,
    fromQuestions(context, sources),
  );
}

/** Of parts that nobody misses the first few are enough; of others more are named. */
const mostMissed = 12;

function partsCell(context: Context, group: readonly { label: string }[], isMissed: boolean): Cell {
  const labels = group.map(({ label }) => label);
  return someOf(context, labels, isMissed ? mostMissed : mostNamed);
}

function countCell(context: Context, count: number, tone: CellTone): Cell {
  return count === 0 ? cell(context, '') : cell(context, String(count), tone);
}

/** Of more than these that must show the same, the first few stand for all; their order is that of the Route lab. */
const mostSwitched = 8;

/** Steps in a row that must show the same are one line of the script. */
function drillTable(context: Context, drills: readonly RouteDrill[]): Block | undefined {
  const { caption, columns } = context.words.routing.drillTable;
  const runs: { first: number; labels: string[]; text: string }[] = [];
  drills.forEach(({ label, text }, place) => {
    const last = runs.at(-1);
    if (last?.text === text) last.labels.push(label);
    else runs.push({ first: place + 1, labels: [label], text });
  });
  return tableBlock(
    caption,
    [{ title: columns.step, align: 'end' }, { title: columns.part }, { title: columns.expected }],
    runs.map(({ first, labels, text }) => [
      cell(context, labels.length === 1 ? String(first) : `${first}–${first + labels.length - 1}`),
      labels.length > mostSwitched ? someOf(context, labels) : cell(context, labels.join('; ')),
      cell(context, text),
    ]),
    fromQuestions(context, ['golive.tests.failover', ...sources]),
  );
}
