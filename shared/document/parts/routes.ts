/** What walking every flow shows, for the routing plan: symmetry, the loss of each part, and the drill that tests it. */
import { fill } from '../../content/words.ts';
import { RouteReport } from '../../network/route-report.ts';
import type { RouteDrill, RouteFailure, RouteFlow, RouteTrace } from '../../network/route-trace.ts';
import { type FlowVerdict, flowVerdicts, isGood } from '../../network/verdicts.ts';
import { networkWordsOf } from '../../network/words/words.ts';
import type { Block, CellTone, Section } from '../blocks.ts';
import type { Context } from '../context.ts';
import { plain } from '../runs.ts';
import {
  answerPairs,
  cell,
  fromQuestions,
  openLine,
  openText,
  paragraph,
  questionsOf,
  section,
  tableBlock,
} from '../statements.ts';

export type Routes = RouteTrace & { labels: ReadonlyMap<string, string> };

/** One plan asks for its routes in several places, and they take a while to walk. */
const known = new WeakMap<Context, Routes>();

export function routesOf(context: Context): Routes {
  let routes = known.get(context);
  if (!routes) {
    const report = new RouteReport(context.project, { language: context.view.language, flows: 'all' });
    const described = report.describe();
    const failures = report.parts.map((part) => report.single(part));
    const labels = new Map(described.parts.map(({ id, label }) => [id, label]));
    routes = { ...described, failures, drills: report.drills(), labels };
    known.set(context, routes);
  }
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
      symmetryTable(context, flows),
      ...rest(routing.symmetryOpen, isEmpty, questionsOf(context, 'routing.symmetry')),
    ]),
    section(context, 'routing.failures', routing.failures, [
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
  const text = fill(context.words.routing.symmetrySummary, {
    count: flows.length,
    verdicts: verdicts.join('; '),
  });
  return paragraph(plain(text), fromQuestions(context, sources));
}

function toneOf(verdict: FlowVerdict): CellTone {
  if (isGood(verdict)) return 'good';
  if (verdict === 'unknown') return 'gate';
  return verdict === 'asymmetric-dropped' || verdict === 'unreachable' ? 'blocker' : 'risk';
}

/** Where a way passes from the customer's network to the outside, or comes back: none for who works outside of it. */
function borderOf(hops: RouteFlow['request'], verdict: FlowVerdict): string {
  const edge = hops.find(({ node }) => node.startsWith('edges/'));
  return edge?.label ?? (isGood(verdict) ? '' : (hops.at(-1)?.label ?? ''));
}

/** Flows of one source that leave, come back and end alike stand in one row. */
function symmetryTable(context: Context, flows: readonly RouteFlow[]): Block | undefined {
  const { caption, columns } = context.words.routing.symmetryTable;
  const { verdicts } = networkWordsOf(context.view.language);
  const groups = new Map<string, RouteFlow[]>();
  for (const flow of flows) {
    const { from, verdict, request, reply } = flow;
    const key = [from, verdict, borderOf(request, verdict), borderOf(reply, verdict)].join('\n');
    const group = groups.get(key);
    if (group) group.push(flow);
    else groups.set(key, [flow]);
  }
  const order = (flow: RouteFlow) => (isGood(flow.verdict) ? 1 : 0);
  const rows = [...groups.values()]
    .sort(([one], [other]) => (one && other ? order(one) - order(other) : 0))
    .flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const ways = isGood(first.verdict) ? first.request : [...first.reply].reverse();
      const decisive = isGood(first.verdict)
        ? first.reply.find(({ node }) => node === 'microsoft')
        : (ways[0] ?? first.request.at(-1));
      return [
        [
          cell(context, first.from),
          cell(context, group.map(({ to }) => to).join('; ')),
          cell(context, verdicts[first.verdict], toneOf(first.verdict)),
          cell(context, borderOf(first.request, first.verdict)),
          cell(context, first.reply.length === 0 ? '' : borderOf(first.reply, first.verdict)),
          cell(context, decisive?.because ?? ''),
        ],
      ];
    });
  return tableBlock(
    caption,
    [columns.from, columns.to, columns.verdict, columns.out, columns.back, columns.why].map((title) => ({
      title,
    })),
    rows,
    fromQuestions(context, sources),
  );
}

function failureTable(context: Context, failures: readonly RouteFailure[]): Block | undefined {
  const { caption, columns, unchanged, load: loadText } = context.words.routing.failureTable;
  const { labels, drills, flows } = routesOf(context);
  const texts = new Map(drills.map((drill) => [drill.part, drill]));
  // A column that nobody needs takes room from those that are read.
  const isAnyOver = failures.some(({ overloaded }) => overloaded.length > 0);
  const rows = failures.map((failure) => {
    const [part = ''] = failure.parts;
    const count = Object.keys(failure.verdicts).length;
    const becomes = texts.get(part)?.text ?? changesText(context, flows, failure);
    const over = failure.overloaded.map(({ label, load, capacity }) =>
      fill(loadText, { line: label, load, capacity: capacity ?? '' }),
    );
    return [
      cell(context, labels.get(part) ?? part),
      cell(context, count === 0 ? '' : String(count)),
      cell(context, count === 0 ? unchanged : becomes, failure.worse.length > 0 ? 'risk' : 'good'),
      ...(isAnyOver ? [cell(context, over.join('; '))] : []),
    ];
  });
  return tableBlock(
    caption,
    [
      { title: columns.part },
      { title: columns.flows, align: 'end' },
      { title: columns.becomes },
      ...(isAnyOver ? [{ title: columns.over }] : []),
    ],
    rows,
    fromQuestions(context, sources),
  );
}

/** For parts that no drill switches off: how the flows end then. */
function changesText(context: Context, flows: readonly RouteFlow[], { verdicts }: RouteFailure): string {
  const words = networkWordsOf(context.view.language);
  const ends = new Map<string, number>();
  for (const { id } of flows) {
    const verdict = verdicts[id];
    if (verdict) ends.set(words.verdicts[verdict], (ends.get(words.verdicts[verdict]) ?? 0) + 1);
  }
  return [...ends].map(([verdict, count]) => `${verdict}: ${count}`).join('; ');
}

function drillTable(context: Context, drills: readonly RouteDrill[]): Block | undefined {
  const { caption, columns } = context.words.routing.drillTable;
  return tableBlock(
    caption,
    [{ title: columns.step, align: 'end' }, { title: columns.part }, { title: columns.expected }],
    drills.map((drill, place) => [
      cell(context, String(place + 1)),
      cell(context, drill.label),
      cell(context, drill.text),
    ]),
    fromQuestions(context, ['golive.tests.failover', ...sources]),
  );
}
