/** A project's network, walked once for whoever asks: the rules on flows, the Route lab, the plan and the workbook. */
import type { Reader } from '../assess/reader.ts';
import { FailureMatrix } from './failures.ts';
import { type Flow, listFlows } from './flow.ts';
import { PathCapacity, type PathLoad } from './path-capacity.ts';
import { networkReads, readTopology } from './read-topology.ts';
import { readSeen, seenKinds } from './seen.ts';
import { Simulator } from './simulate.ts';
import type { Topology } from './topology.ts';

const readNetwork = (project: Reader) => readTopology(project, readSeen(project));

/** While the answers and the evidence it is read from are the same objects, so is the network. */
export function networkOf(project: Reader): Topology {
  return project.keep(readNetwork, networkReads, seenKinds);
}

/** What is found out about a network while nothing is switched off. */
export class Walk {
  readonly simulator: Simulator;
  readonly flows: readonly Flow[];
  readonly matrix: FailureMatrix;
  readonly capacity: PathCapacity;
  readonly #overloads = new Map<string, readonly PathLoad[]>();

  constructor(topology: Topology) {
    this.simulator = new Simulator(topology);
    this.flows = listFlows(topology);
    this.matrix = new FailureMatrix(this.simulator, this.flows);
    this.capacity = new PathCapacity(this.simulator);
  }

  /** Lines that carry too much without this part. */
  overloads(part: string): readonly PathLoad[] {
    const standIn = this.matrix.standInFor(part);
    let over = this.#overloads.get(standIn);
    if (!over) {
      over = this.capacity.overloads(new Set([standIn]));
      this.#overloads.set(standIn, over);
    }
    return over;
  }
}

/** A walk of a large network takes some megabytes, and people work on one project: older ones are walked again when asked for. */
const mostWalks = 2;
const walks = new Map<Topology, Walk>();

export function walkOf(project: Reader): Walk {
  const topology = networkOf(project);
  const walk = walks.get(topology) ?? new Walk(topology);
  // Moved to the end: the one used longest ago leaves first.
  walks.delete(topology);
  walks.set(topology, walk);
  for (const oldest of walks.keys()) {
    if (walks.size <= mostWalks) break;
    walks.delete(oldest);
  }
  return walk;
}
