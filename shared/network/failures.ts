/** What the loss of each part, and of each pair, does to every flow: only flows that lean on a part are walked again. */
import type { Flow } from './flow.ts';
import { standInsOf } from './parts.ts';
import type { Simulator } from './simulate.ts';
import { SourceKinds } from './source-kinds.ts';
import type { Trace } from './trace.ts';
import { type FlowVerdict, isWorse } from './verdicts.ts';

export type Failure = {
  parts: readonly string[];
  /** Flows that end otherwise than before, by id. */
  changed: ReadonlyMap<string, FlowVerdict>;
  /** Those of them that end worse. */
  worse: readonly string[];
};

type Ending = Pick<Trace, 'verdict' | 'touched'>;
type Endings = Map<string, Ending>;
/**
 * Flows that take the same way, whatever fails. Those from sources of one kind end alike and share what is found out, by
 * part, but for the loss of the line that is each one's own: it stands in the endings that are shared for none of them.
 */
type Family = { flows: readonly Flow[]; normal: Trace; ownLine: string | undefined; shared: Endings };
type Change = Pick<Failure, 'changed' | 'worse'>;

export class FailureMatrix {
  readonly #simulator: Simulator;
  readonly #normal = new Map<Flow, Trace>();
  readonly #alone = new Map<Family, Ending>();
  readonly #singles = new Map<string, Change>();
  readonly #standIns: ReadonlyMap<string, string>;
  readonly #leaning = new Map<string, Family[]>();
  readonly #base: readonly string[];

  /** `off` is what is switched off already; failures come on top of it. */
  constructor(simulator: Simulator, flows: readonly Flow[], off: readonly string[] = []) {
    this.#simulator = simulator;
    this.#base = off;
    this.#standIns = standInsOf(simulator.topology);
    const groups = new Map<string, Flow[]>();
    for (const flow of flows) {
      const key = simulator.keyOf(flow);
      const group = groups.get(key);
      if (group) group.push(flow);
      else groups.set(key, [flow]);
    }
    const gone = new Set(off);
    const kinds = new SourceKinds(simulator.topology);
    const endings = new Map<string, Endings>();
    for (const members of groups.values()) {
      const [first] = members as [Flow];
      const ownLine = first.opens === 'you' ? kinds.ownLineOf(first.source.site) : undefined;
      // Who has lost the own line already is like nobody else.
      const isAlone = ownLine !== undefined && gone.has(ownLine);
      const key = simulator.keyOf(first, isAlone ? undefined : (source) => kinds.kindOf(source));
      const shared = endings.get(key) ?? new Map();
      endings.set(key, shared);
      const family = { flows: members, normal: simulator.trace(first, gone), ownLine, shared };
      for (const flow of members) this.#normal.set(flow, family.normal);
      for (const part of family.normal.touched) {
        const leaning = this.#leaning.get(part);
        if (leaning) leaning.push(family);
        else this.#leaning.set(part, [family]);
      }
    }
  }

  /** How one of its flows goes while nothing fails. */
  normal(flow: Flow): Trace {
    return this.#normal.get(flow) ?? this.#simulator.trace(flow, new Set(this.#base));
  }

  /** The part that does the same when it is lost, and is asked about instead. */
  standInFor(part: string): string {
    return this.#standIns.get(part) ?? part;
  }

  /** The loss of one part. */
  single(part: string): Failure {
    const standIn = this.standInFor(part);
    let change = this.#singles.get(standIn);
    if (!change) {
      change = this.#changeOf([standIn], (family) => this.#without(family, standIn).verdict);
      this.#singles.set(standIn, change);
    }
    return { parts: [part], ...change };
  }

  /**
   * The loss of two parts at once. A flow that does not lean on the second when the first is gone ends as it does without
   * the first, and the other way round; only the others are walked without both.
   */
  pair(first: string, second: string): Failure {
    const change = this.#changeOf([first, second], (family) => {
      const one = this.#without(family, this.standInFor(first));
      if (!leans(family, one, second)) return one.verdict;
      const other = this.#without(family, this.standInFor(second));
      if (!leans(family, other, first)) return other.verdict;
      return this.#walk(family, [first, second]).verdict;
    });
    return { parts: [first, second], ...change };
  }

  #without(family: Family, part: string): Ending {
    if (!family.normal.touched.has(part)) return family.normal;
    const isOwn = part === family.ownLine;
    let ending = isOwn ? this.#alone.get(family) : family.shared.get(part);
    if (!ending) {
      ending = this.#walk(family, [part]);
      if (isOwn) this.#alone.set(family, ending);
      else family.shared.set(part, ending);
    }
    return ending;
  }

  #walk({ flows }: Family, parts: readonly string[]): Ending {
    return this.#simulator.endOf(flows[0] as Flow, new Set([...this.#base, ...parts]));
  }

  #changeOf(parts: readonly string[], verdictOf: (family: Family) => FlowVerdict): Change {
    const changed = new Map<string, FlowVerdict>();
    const worse: string[] = [];
    const leaning = new Set(parts.flatMap((part) => this.#leaning.get(part) ?? []));
    for (const family of leaning) {
      const verdict = verdictOf(family);
      const before = family.normal.verdict;
      if (verdict === before) continue;
      for (const { id } of family.flows) {
        changed.set(id, verdict);
        if (isWorse(verdict, before)) worse.push(id);
      }
    }
    return { changed, worse };
  }
}

/** What is shared names the own line of the one that was walked. */
function leans({ ownLine }: Family, { touched }: Ending, part: string): boolean {
  return part === ownLine || touched.has(part);
}

/** Every two parts; parts of the same thing (a link and its circuit) fail together anyway and are left out. */
export function* pairsOf(parts: readonly string[]): Generator<readonly [string, string], void, undefined> {
  for (const [place, first] of parts.entries())
    for (const second of parts.slice(place + 1))
      if (!isInside(first, second) && !isInside(second, first)) yield [first, second];
}

function isInside(whole: string, part: string): boolean {
  return part.startsWith(`${whole}/`);
}
