/** Networks to walk: one sound plan, and what a test changes in it. */
import { Reader } from '../../../shared/assess/reader.ts';
import { visibleQuestions } from '../../../shared/content/conditions.ts';
import { content } from '../../../shared/content/content.ts';
import type { TableId } from '../../../shared/content/tables.ts';
import { type Flow, listFlows } from '../../../shared/network/flow.ts';
import { readTopology } from '../../../shared/network/read-topology.ts';
import { Simulator } from '../../../shared/network/simulate.ts';
import type { NetworkEvidence } from '../../../shared/network/topology.ts';
import type { Trace } from '../../../shared/network/trace.ts';
import { type CaseTables, type RuleCase, subjectOf } from '../assess/rule-case.ts';

type RowWithId = { id: string } & Record<string, unknown>;
export type Tables = { [Table in TableId]?: readonly RowWithId[] };
export type Answers = RuleCase['answers'];

/** Two hubs, each with an ExpressRoute edge, an internet edge and a circuit, and a branch behind the first. */
export const sound: Tables = {
  sites: [
    {
      id: 'west',
      name: 'West',
      kind: 'hub',
      wan: 1000,
      peak: 300,
      path: 'express-route',
      internetEdge: 'west-in',
      expressRouteEdge: 'west-er',
    },
    {
      id: 'east',
      name: 'East',
      kind: 'hub',
      wan: 1000,
      peak: 200,
      path: 'express-route',
      internetEdge: 'east-in',
      expressRouteEdge: 'east-er',
    },
    { id: 'branch', name: 'Branch', kind: 'branch', wan: 100, peak: 40, path: 'express-route', hub: 'west' },
  ],
  edges: [
    {
      id: 'west-er',
      name: 'West ER',
      kind: 'express-route',
      site: 'west',
      firewall: 'stateful',
      learnsRoutes: 'all',
      localPreference: 150,
      sourceNat: 'no',
    },
    {
      id: 'west-in',
      name: 'West internet',
      kind: 'internet',
      site: 'west',
      firewall: 'stateful',
      learnsRoutes: 'none',
      sourceNat: 'no',
      bandwidth: 500,
    },
    {
      id: 'east-er',
      name: 'East ER',
      kind: 'express-route',
      site: 'east',
      firewall: 'stateful',
      learnsRoutes: 'all',
      localPreference: 150,
      sourceNat: 'no',
    },
    {
      id: 'east-in',
      name: 'East internet',
      kind: 'internet',
      site: 'east',
      firewall: 'stateful',
      learnsRoutes: 'none',
      sourceNat: 'no',
      bandwidth: 500,
    },
  ],
  circuits: [
    { id: 'c1', name: 'Circuit 1', location: 'amsterdam', bandwidth: 400, sku: 'premium', edge: 'west-er' },
    { id: 'c2', name: 'Circuit 2', location: 'frankfurt', bandwidth: 400, sku: 'premium', edge: 'east-er' },
  ],
  peerings: ['c1', 'c2'].map((circuit) => ({
    id: `p-${circuit}`,
    name: `Peering ${circuit}`,
    circuit,
    type: 'microsoft',
    filter: 'attached',
    communities: ['12076:51002', '12076:51003'],
    sessions: 'both',
    peerAsn: 401308,
    localPreference: 150,
  })),
  natPools: [
    {
      id: 'n1',
      name: 'West ER',
      prefix: '131.107.1.0/27',
      use: 'express-route',
      edge: 'west-er',
      circuit: 'c1',
    },
    {
      id: 'n2',
      name: 'East ER',
      prefix: '131.107.2.0/27',
      use: 'express-route',
      edge: 'east-er',
      circuit: 'c2',
    },
    { id: 'n3', name: 'West internet', prefix: '131.107.3.0/27', use: 'internet', edge: 'west-in' },
    { id: 'n4', name: 'East internet', prefix: '131.107.4.0/27', use: 'internet', edge: 'east-in' },
  ],
  advertised: [
    { id: 'a1', prefix: '131.107.1.0/24', circuit: 'c1', links: 'both' },
    { id: 'a2', prefix: '131.107.2.0/24', circuit: 'c2', links: 'both' },
  ],
  environments: [{ id: 'sales', name: 'Sales', region: 'europe', type: 'production' }],
  services: [
    { id: 'dataverse', service: 'dataverse', path: 'express-route', peak: 300 },
    { id: 'exchange', service: 'exchange', path: 'internet', peak: 100 },
    { id: 'cdn', service: 'cdn', path: 'internet' },
  ],
  clientGroups: [
    {
      id: 'office',
      name: 'Office',
      kind: 'office-wired',
      site: 'west',
      path: 'express-route',
      steering: 'routing',
      subnets: ['10.1.0.0/16'],
      internetAllowed: 'yes',
    },
    {
      id: 'outpost',
      name: 'Outpost',
      kind: 'office-wired',
      site: 'branch',
      path: 'express-route',
      steering: 'routing',
      subnets: ['10.2.0.0/16'],
      internetAllowed: 'yes',
    },
    { id: 'road', name: 'On the road', kind: 'mobile', path: 'internet', internetAllowed: 'yes' },
  ],
  endpoints: [
    {
      id: 'erp',
      name: 'ERP',
      address: '131.107.1.40',
      use: 'web-service',
      path: 'express-route',
      edge: 'west-er',
      delivery: 'direct',
      seesRoutes: 'yes',
      sourceNat: 'no',
      region: 'europe',
    },
    {
      id: 'mail',
      name: 'Autodiscover',
      address: '131.107.3.40',
      use: 'autodiscover',
      path: 'internet',
      edge: 'west-in',
      delivery: 'direct',
      seesRoutes: 'no',
      sourceNat: 'no',
      region: 'europe',
    },
  ],
};

export const spreads: Answers = {
  'routing.steering.propagation': 'some-segments',
  'routing.nat.who': 'we-do',
};

/** Changes cells of a row; a cell of undefined is taken out, a row that is not there is added. */
export function changed(tables: Tables, ...changes: [TableId, string, Record<string, unknown>][]): Tables {
  const copy: Tables = { ...tables };
  for (const [table, id, cells] of changes) {
    const rows = copy[table] ?? [];
    const row = { ...(rows.find((one) => one.id === id) ?? { id }), ...cells };
    const kept = Object.fromEntries(
      Object.entries(row).filter(([, value]) => value !== undefined),
    ) as RowWithId;
    copy[table] = rows.some((one) => one.id === id)
      ? rows.map((one) => (one.id === id ? kept : one))
      : [...rows, kept];
  }
  return copy;
}

export function without(tables: Tables, table: TableId, id: string): Tables {
  return { ...tables, [table]: (tables[table] ?? []).filter((row) => row.id !== id) };
}

export function readerOf(tables: Tables, answers: Answers = {}, evidence: RuleCase['evidence'] = []): Reader {
  const state = subjectOf({ answers: { ...spreads, ...answers }, tables: tables as CaseTables, evidence });
  return new Reader({
    content,
    answers: state.answers,
    tables: state.tables,
    evidence: state.evidence,
    attachments: state.attachments,
    visible: visibleQuestions(content, state),
    today: '2026-11-21',
  });
}

export class Walked {
  readonly simulator: Simulator;
  readonly flows: readonly Flow[];

  constructor(tables: Tables, answers: Answers = {}, evidence: NetworkEvidence = {}) {
    const topology = readTopology(readerOf(tables, answers), evidence);
    this.simulator = new Simulator(topology);
    this.flows = listFlows(topology);
  }

  /** The trace of the flow whose id begins and ends so: `office>dataverse`, `microsoft>erp`. */
  trace(name: string, off: readonly string[] = []): Trace {
    const [from = '', to = ''] = name.split('>');
    const flow = this.flows.find(
      ({ id }) => id.split('>')[0]?.endsWith(from) && id.split('>')[1]?.split('@')[0]?.endsWith(`/${to}`),
    );
    if (!flow) throw new Error(`no flow ${name}`);
    return this.simulator.trace(flow, new Set(off));
  }
}

export const verdictOf = (tables: Tables, name: string, answers: Answers = {}, off: readonly string[] = []) =>
  new Walked(tables, answers).trace(name, off).verdict;
