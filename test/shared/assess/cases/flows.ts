/** Firing and silent cases of the rules in rules/flows.ts. */
import { changed, sound, spreads, without } from '../../network/networks.ts';
import type { CaseTables, RuleCase } from '../rule-case.ts';

const tables = (from: typeof sound) => from as CaseTables;
const answers = spreads ?? {};
const published = (path: string) =>
  changed(sound, ['endpoints', 'erp', { edge: 'west-in', path, seesRoutes: 'no', sourceNat: 'yes' }]);
/** Leaves by the internet with its own addresses, which are advertised, though nobody planned it so. */
const strayed = changed(
  sound,
  ['clientGroups', 'office', { publicAddresses: 'yes', subnets: ['131.107.8.0/24'] }],
  ['advertised', 'a3', { prefix: '131.107.8.0/24', circuit: 'c1', links: 'both' }],
);
const crossed = changed(
  strayed,
  ['edges', 'west-er', { firewall: 'none' }],
  ['edges', 'west-in', { firewall: 'none' }],
);

/** Edges that learn nothing, while the plan counts on what they learn. */
const untaught = changed(
  sound,
  ['edges', 'west-er', { learnsRoutes: 'none' }],
  ['edges', 'east-er', { learnsRoutes: 'none' }],
);

export const flowsCases: readonly RuleCase[] = [
  {
    rule: 'flows.dropped',
    name: 'public addresses leave by the internet and are answered over ExpressRoute',
    fires: true,
    answers,
    tables: tables(strayed),
    severity: 'blocker',
    says: 'West ER',
  },
  {
    rule: 'flows.dropped',
    name: 'the answer behind it is a finding already',
    fires: false,
    answers,
    tables: tables(changed(sound, ['natPools', 'n3', { prefix: '131.107.1.32/27' }])),
  },
  { rule: 'flows.dropped', name: 'every reply comes back', fires: false, answers, tables: tables(sound) },
  {
    rule: 'flows.unreachable',
    name: 'a target is published at another edge than the one its address leads to',
    fires: true,
    answers,
    tables: tables(published('express-route')),
    severity: 'blocker',
    count: 1,
    says: 'ERP',
  },
  { rule: 'flows.unreachable', name: 'every target is found', fires: false, answers, tables: tables(sound) },
  {
    rule: 'flows.leak',
    name: 'the edges learn none of the routes that the plan counts on',
    fires: true,
    answers,
    tables: tables(untaught),
    severity: 'risk',
  },
  {
    rule: 'flows.leak',
    name: 'nothing may take the internet',
    fires: true,
    answers: { ...answers, 'client.control.express-route-only': 'yes' },
    tables: tables(untaught),
    severity: 'blocker',
  },
  { rule: 'flows.leak', name: 'all goes where it was planned', fires: false, answers, tables: tables(sound) },
  {
    rule: 'flows.other-way',
    name: 'a reply takes another way and nothing drops it',
    fires: true,
    answers,
    tables: tables(crossed),
    severity: 'risk',
  },
  {
    rule: 'flows.other-way',
    name: 'replies take the way of requests',
    fires: false,
    answers,
    tables: tables(sound),
  },
  {
    rule: 'flows.loop',
    name: 'two hubs lead to each other',
    fires: true,
    answers,
    tables: tables(changed(sound, ['sites', 'west', { hub: 'east' }], ['sites', 'east', { hub: 'west' }])),
    severity: 'blocker',
    count: 1,
    says: 'West → East',
  },
  {
    rule: 'flows.loop',
    name: 'every way ends at a hub',
    fires: false,
    answers,
    tables: tables(without(sound, 'sites', 'branch')),
  },
];
