/** One view of the address pools, whether they were asked as two lists (one site) or as a table, and of where each came from. */
import type { QuestionId } from '../content/content.ts';
import type { RowOf, TableId } from '../content/tables.ts';
import type { Prefix } from '../network/prefix.ts';
import type { FindingOrigin } from '../view.ts';
import type { Reader } from './reader.ts';

export type Pool = {
  /** Stable across runs: the row's id, or the prefix itself when it stands in a list. */
  id: string;
  text: string;
  prefix: Prefix;
  use: 'express-route' | 'internet' | 'both';
  /** The edge's name, else the pool's own, else what people call that kind of edge. */
  place: string;
  edge: string | undefined;
  circuit: string | undefined;
  link: RowOf<'natPools'>['link'];
  publishes: boolean;
  registered: RowOf<'natPools'>['registered'];
  users: number | undefined;
  /** False for a pool that stands in a list. */
  isRow: boolean;
  origin: FindingOrigin;
};

/** What a rule declares to read pools. */
export const poolReads = [
  'routing.nat.er-pool',
  'routing.nat.internet-pool',
  'natPools',
  'edges',
  'circuits',
] as const satisfies (QuestionId | TableId)[];

/** The pools by what they are used for; one that is used for both stands in both lists. */
export function readPools(project: Reader): { expressRoute: Pool[]; internet: Pool[] } {
  const pools = [
    ...readList(project, 'routing.nat.er-pool', 'express-route'),
    ...readList(project, 'routing.nat.internet-pool', 'internet'),
    ...readRows(project),
  ];
  return {
    expressRoute: pools.filter((pool) => pool.use !== 'internet'),
    internet: pools.filter((pool) => pool.use !== 'express-route'),
  };
}

function readList(
  project: Reader,
  question: 'routing.nat.er-pool' | 'routing.nat.internet-pool',
  use: 'express-route' | 'internet',
): Pool[] {
  const texts = [...new Set(project.list(question))];
  if (texts.length === 0) return [];
  const edges = project.rows('edges').filter((edge) => edge.kind === use || edge.kind === 'both');
  const edge = edges.length === 1 ? edges[0] : undefined;
  const circuits = use === 'express-route' ? project.rows('circuits') : [];
  return texts.flatMap((text): Pool[] => {
    const prefix = project.prefix(text);
    if (!prefix) return [];
    return [
      {
        id: text,
        text,
        prefix,
        use,
        place: edge?.name ?? project.label('natPools', use, 'use'),
        edge: edge?.id,
        circuit: circuits.length === 1 ? circuits[0]?.id : undefined,
        link: undefined,
        publishes: false,
        registered: undefined,
        users: undefined,
        isRow: false,
        origin: project.at(question),
      },
    ];
  });
}

function readRows(project: Reader): Pool[] {
  return project.rows('natPools').flatMap((row): Pool[] => {
    const prefix = project.prefix(row.prefix);
    if (!prefix || row.prefix === undefined || row.use === undefined) return [];
    const edge = project.row('edges', row.edge);
    return [
      {
        id: row.id,
        text: row.prefix,
        prefix,
        use: row.use,
        place: edge?.name ?? row.name ?? project.label('natPools', row.use, 'use'),
        edge: edge?.id,
        circuit: project.row('circuits', row.circuit)?.id ?? circuitOfEdge(project, edge?.id),
        link: row.link,
        publishes: row.publishes === 'yes',
        registered: row.registered,
        users: row.users,
        isRow: true,
        origin: project.cell('natPools', row.id, 'prefix'),
      },
    ];
  });
}

/** An edge that serves a single circuit says which circuit its pools belong to. */
function circuitOfEdge(project: Reader, edge: string | undefined): string | undefined {
  if (edge === undefined) return undefined;
  const served = project.rows('circuits').filter((row) => row.edge === edge || row.secondEdge === edge);
  return served.length === 1 ? served[0]?.id : undefined;
}
