/** Answers what is asked about a project's routes, piece by piece, so that a long answer can be called off between two pieces. */
import type { Reader } from '../assess/reader.ts';
import { fill, type Language } from '../content/words.ts';
import type { Finding, FindingOrigin } from '../view.ts';
import { borderNode, decisiveHop } from './decisive-hop.ts';
import { Describer } from './describe.ts';
import { listDrills } from './drills.ts';
import { type Failure, FailureMatrix } from './failures.ts';
import { countFlows, type Flow, mostFlows } from './flow.ts';
import { nameAnswer } from './name-answer.ts';
import type { PathLoad } from './path-capacity.ts';
import type { RouteDrill, RouteFailure, RouteFlow, RouteHop, RouteLoad, RouteTrace } from './route-trace.ts';
import { readTraces, type SeenTrace } from './seen-traces.ts';
import { destinationNode, type Simulator } from './simulate.ts';
import type { TopologyProblem } from './topology.ts';
import type { Hop, Trace } from './trace.ts';
import { isGood } from './verdicts.ts';
import { type Walk, walkOf } from './walk.ts';
import { networkWordsOf } from './words/words.ts';

/** Hops of more flows than these are given only for the flows asked for. */
const mostTraced = 500;

export type RouteOptions = {
  language: Language;
  off?: readonly string[];
  /** Whose hops are wanted; those of all when not given and there are not too many. */
  flows?: readonly string[] | 'all';
  findings?: readonly Finding[];
};

/** Where a way crosses the border, as nodes, and what decides it. */
type Story = { leaves: string | undefined; returns: string | undefined; because: string };

export class RouteReport {
  readonly simulator: Simulator;
  readonly flows: readonly Flow[];
  readonly #project: Reader;
  readonly #describer: Describer;
  readonly #matrix: FailureMatrix;
  readonly #walk: Walk;
  readonly #options: RouteOptions;
  readonly #off: readonly string[];
  readonly #problems: readonly TopologyProblem[];
  /** By the flows they speak of, as they go with everything on. */
  readonly #traces = new Map<string, SeenTrace[]>();
  readonly #stories = new Map<Trace, Story>();

  constructor(project: Reader, options: RouteOptions) {
    this.#project = project;
    const walk = walkOf(project);
    const { topology } = walk.simulator;
    this.#walk = walk;
    this.simulator = walk.simulator;
    this.flows = walk.flows;
    this.#describer = new Describer(topology, networkWordsOf(options.language));
    this.#options = options;
    this.#off = (options.off ?? []).filter((part) => topology.parts.has(part));
    this.#matrix =
      this.#off.length === 0 ? walk.matrix : new FailureMatrix(this.simulator, this.flows, this.#off);
    for (const seen of this.#off.length === 0 ? readTraces(project) : [])
      for (const { id } of seen.flows) this.#traces.set(id, [...(this.#traces.get(id) ?? []), seen]);
    this.#problems = [...topology.problems, ...tooMany(countFlows(topology), this.flows.length, project)];
  }

  get #gone(): ReadonlySet<string> {
    return new Set(this.#off);
  }

  /** Everything but failures. */
  describe(): RouteTrace {
    const { topology } = this.simulator;
    const { flows } = this.#options;
    const areAll = flows === 'all' || (flows === undefined && this.flows.length <= mostTraced);
    const wanted = new Set(flows === 'all' ? [] : flows);
    const findings = findingsByCell(this.#options.findings ?? []);
    return {
      flows: this.flows.map((flow) => this.#flow(flow, areAll || wanted.has(flow.id), findings)),
      parts: [...topology.parts.values()].map((part) => this.#describer.part(part)),
      failures: [],
      drills: [],
      loads: this.#labelled(this.#walk.capacity.loads(this.#gone)),
      problems: this.#problems.map(({ problem, values, from }) => ({
        problem,
        text: fill(this.#describer.words.problems[problem], values),
        from,
      })),
      missing: [...topology.missing],
    };
  }

  /** The parts that can still fail. */
  get parts(): string[] {
    const gone = this.#gone;
    return [...this.simulator.topology.parts.keys()].filter((part) => !gone.has(part));
  }

  single(part: string): RouteFailure {
    const failure = this.#matrix.single(part);
    const { capacity } = this.#walk;
    const overloaded =
      this.#off.length === 0 ? this.#walk.overloads(part) : capacity.overloads(new Set([...this.#off, part]));
    return { ...plain(failure), overloaded: this.#labelled(overloaded) };
  }

  pair(first: string, second: string): RouteFailure {
    return { ...plain(this.#matrix.pair(first, second)), overloaded: [] };
  }

  drills(): RouteDrill[] {
    const { words } = this.#describer;
    const normal = new Map(this.flows.map((flow) => [flow.id, this.#matrix.normal(flow).verdict]));
    const failures = this.parts.map((part) => this.#matrix.single(part));
    return listDrills(failures, this.simulator.topology.parts, normal).map(({ part, expected, worse }) => {
      const described = expected.map(({ before, after, flows }) => ({
        before,
        after,
        flows: [...flows],
        text: fill(words.drills.expect, {
          flows: fill(flows.length === 1 ? words.drills.count.one : words.drills.count.other, {
            count: flows.length,
          }),
          from: words.verdicts[before],
          to: words.verdicts[after],
        }),
      }));
      const text = described.map((one) => one.text).join(' ');
      return {
        part: part.id,
        label: this.#describer.label(part.id),
        worse,
        expected: described,
        text: text === '' ? words.drills.nothing : text,
      };
    });
  }

  #flow(flow: Flow, isTraced: boolean, findings: ReadonlyMap<string, readonly string[]>): RouteFlow {
    const trace = this.#matrix.normal(flow);
    const describer = this.#describer;
    const cells = isGood(trace.verdict) ? [] : [...trace.causes, ...trace.missing];
    const users = flow.opens === 'you' ? flow.source.users : undefined;
    const { leaves, returns, because } = this.#storyOf(trace);
    return {
      id: flow.id,
      from: describer.from(flow),
      to: describer.to(flow),
      fromNode: flow.from,
      toNode: describer.node(flow),
      opens: flow.opens,
      protocol: flow.protocol,
      service: flow.opens === 'you' ? flow.destination.service : flow.endpoint.service,
      population: populationOf(flow),
      ...(users === undefined ? {} : { users }),
      verdict: trace.verdict,
      meaning: describer.words.meanings[trace.verdict],
      leaves: this.#place(flow, leaves),
      returns: this.#place(flow, returns),
      because,
      traces: (this.#traces.get(flow.id) ?? []).map((seen) => this.#traceText(seen)),
      request: isTraced ? this.#hops(flow, trace, trace.request) : [],
      reply: isTraced ? this.#hops(flow, trace, trace.reply) : [],
      missing: [...trace.missing],
      causes: isGood(trace.verdict) ? [] : [...trace.causes],
      findings: [...new Set(cells.flatMap((cell) => findings.get(cellKey(cell)) ?? []))],
    };
  }

  /** Where a trace ends for want of answers, its last hop names them. */
  #hops(flow: Flow, { missing, request, reply }: Trace, hops: readonly Hop[]): RouteHop[] {
    const described = this.#describer.hops(flow, hops);
    const last = described.at(-1);
    if (last && missing.length > 0 && hops.at(-1) === (reply.at(-1) ?? request.at(-1))) {
      const names = missing.map((one) => nameAnswer(this.#project, this.#options.language, one));
      const values = { because: last.because, answers: [...new Set(names)].join('; ') };
      described[described.length - 1] = { ...last, because: fill(this.#describer.words.missing, values) };
    }
    return described;
  }

  /** The short story, told once for all flows that take the same way. */
  #storyOf(trace: Trace): Story {
    let story = this.#stories.get(trace);
    if (!story) {
      const decisive = decisiveHop(trace);
      story = {
        leaves: borderNode(trace.verdict, trace.request),
        returns: borderNode(trace.verdict, trace.reply),
        because: decisive ? this.#describer.because(decisive) : '',
      };
      this.#stories.set(trace, story);
    }
    return story;
  }

  #traceText({ piece, sign, agrees }: SeenTrace): RouteFlow['traces'][number] {
    const { traces } = this.#describer.words;
    const node =
      sign.kind === 'circuit' ? `circuits/${sign.circuit}` : sign.kind === 'edge' ? `edges/${sign.edge}` : '';
    const values = {
      file: piece.name,
      taken: piece.taken ?? '?',
      ...(sign.kind === 'no-end' ? {} : { hop: sign.hop, address: sign.address }),
      place: this.#describer.label(node),
    };
    const said = fill(traces[sign.kind], values);
    return { agrees, text: `${said} ${agrees ? traces.agrees : traces.contradicts}` };
  }

  #place(flow: Flow, node: string | undefined): string {
    if (node === undefined) return '';
    return node === destinationNode ? this.#describer.to(flow) : this.#describer.label(node);
  }

  #labelled(loads: readonly PathLoad[]): RouteLoad[] {
    return loads.map(({ part, load, capacity, isOver }) => ({
      part,
      label: this.#describer.label(part),
      load,
      ...(capacity === undefined ? {} : { capacity }),
      isOver,
    }));
  }
}

function plain({ parts, changed, worse }: Failure): Omit<RouteFailure, 'overloaded'> {
  return { parts: [...parts], verdicts: Object.fromEntries(changed), worse: [...worse] };
}

function populationOf(flow: Flow): RouteFlow['population'] {
  if (flow.opens === 'microsoft') return 'microsoft';
  return flow.source.kind === 'servers' ? 'server' : flow.source.population;
}

function tooMany(count: number, shown: number, project: Reader): TopologyProblem[] {
  if (shown < mostFlows || count <= shown) return [];
  return [{ problem: 'too-many-flows', values: { count, shown }, from: [project.at('scope.people.groups')] }];
}

const cellKey = ({ question, row, column }: FindingOrigin) => `${question} ${row ?? ''} ${column ?? ''}`;

function findingsByCell(findings: readonly Finding[]): Map<string, string[]> {
  const byCell = new Map<string, string[]>();
  for (const { id, from } of findings) {
    for (const cell of from) {
      const key = cellKey(cell);
      const known = byCell.get(key);
      if (known) known.push(id);
      else byCell.set(key, [id]);
    }
  }
  return byCell;
}
