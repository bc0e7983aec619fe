/** What the picture shows and what is joined to what, before anything has a place on the page. */
import type { Reader } from '../assess/reader.ts';
import { addCircuits } from './circuits.ts';
import { addInternet, addMicrosoft } from './microsoft-side.ts';
import {
  addEdges,
  addEndpoints,
  addMissingStages,
  addPeople,
  addProxies,
  addServers,
  addSites,
} from './own-side.ts';
import { Sketch } from './sketch.ts';
import type { DiagramWords } from './words/words.ts';

export type PartKind =
  | 'site'
  | 'people'
  | 'servers'
  | 'proxy'
  | 'endpoint'
  | 'edge'
  | 'internet'
  | 'circuit'
  | 'location'
  | 'microsoft'
  | 'services'
  | 'region'
  | 'missing';

/** The columns of the picture, from left to right. */
export const columns = ['sites', 'hubs', 'edges', 'circuits', 'locations', 'microsoft', 'services'] as const;
export type ColumnName = (typeof columns)[number];

export type Part = {
  /** From the ids of the rows it shows, so that it stays the same from one picture to the next. */
  id: string;
  kind: PartKind;
  column: ColumnName;
  /** Parts of a column stand by band from top to bottom: what is on the internet above what is on ExpressRoute. */
  band: number;
  name: string;
  details: readonly string[];
  /** Parts inside this one that lines lead to: the two links of a circuit. */
  rows?: readonly { id: string; name: string }[];
};

export const linkKinds = ['express-route', 'secondary', 'internet', 'inside', 'missing'] as const;
export type LinkKind = (typeof linkKinds)[number];
export type Link = { id: string; from: string; to: string; kind: LinkKind };

export type Topology = {
  parts: readonly Part[];
  links: readonly Link[];
  /** Which part shows a row: itself, or the part that it is counted in. */
  shows: ReadonlyMap<string, string>;
};

/** `apart` names rows that are never counted in a group, because somebody looks at just them. */
export function topologyOf(
  project: Reader,
  words: DiagramWords,
  apart: ReadonlySet<string> = new Set(),
): Topology {
  const sketch = new Sketch(project, words, apart);
  // From right to left: what is grouped at the left is grouped by what it leads to.
  addMicrosoft(sketch);
  addInternet(sketch);
  addCircuits(sketch);
  addEdges(sketch);
  addProxies(sketch);
  addEndpoints(sketch);
  addSites(sketch);
  addPeople(sketch);
  addServers(sketch);
  addMissingStages(sketch);
  return sketch.done();
}
