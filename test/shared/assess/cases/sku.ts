/** Cases of the rules on the SKU that a circuit needs. */
import type { RuleCase } from '../rule-case.ts';
import { skuChoiceCases } from './sku-choice.ts';

const circuit = (location: string, sku: 'local' | 'standard' | 'premium', id = location) => ({
  id,
  name: `Circuit ${location}`,
  location,
  bandwidth: 1000,
  sku,
});
const environment = (region: string, azureRegions?: string[]) => ({
  name: `Environment ${region}`,
  region,
  ...(azureRegions ? { azureRegions } : {}),
});

/** The examples of table T3, as a matrix. */
const standardCases = [
  ['london', 'europe', false],
  ['london', 'unitedkingdom', false],
  ['toronto', 'unitedstates', false],
  ['singapore', 'japan', true],
  ['sydney', 'asia', true],
  ['chicago', 'europe', true],
] as const;

export const skuCases: RuleCase[] = [
  ...standardCases.map(
    ([location, region, fires]): RuleCase => ({
      rule: 'sku.unreached',
      name: `${fires ? 'blocks' : 'passes'} Standard in ${location} for ${region}`,
      fires,
      severity: 'blocker',
      tables: { circuits: [circuit(location, 'standard')], environments: [environment(region)] },
    }),
  ),
  {
    rule: 'sku.unreached',
    name: 'passes Premium from anywhere',
    fires: false,
    tables: { circuits: [circuit('chicago', 'premium')], environments: [environment('japan')] },
  },
  {
    rule: 'sku.unreached',
    name: 'names environments of one region pair together',
    fires: true,
    count: 1,
    says: 'Circuit chicago (Standard, Chicago) does not reach West Europe, North Europe, where these environments live: Environment europe, Second.',
    tables: {
      circuits: [circuit('chicago', 'standard')],
      environments: [
        environment('europe'),
        { name: 'Second', region: 'europe' },
        environment('unitedstates'),
      ],
    },
  },
  {
    rule: 'sku.unreached',
    name: 'lets another circuit do it',
    fires: false,
    tables: {
      circuits: [circuit('chicago', 'standard'), circuit('paris', 'standard')],
      environments: [environment('europe'), environment('unitedstates')],
    },
  },
  {
    rule: 'sku.unreached',
    name: 'blocks when none of several circuits does it',
    fires: true,
    count: 1,
    says: 'None of the 2 circuits reaches West Europe',
    tables: {
      circuits: [circuit('chicago', 'standard'), circuit('tokyo', 'standard')],
      environments: [environment('europe')],
    },
  },
  {
    rule: 'sku.unreached',
    name: 'blocks one Local circuit for an environment of two regions',
    fires: true,
    says: '(Local, Amsterdam) does not reach North Europe,',
    severity: 'blocker',
    tables: { circuits: [circuit('amsterdam', 'local')], environments: [environment('europe')] },
  },
  {
    rule: 'sku.unreached',
    name: 'passes one Local circuit for each region',
    fires: false,
    tables: {
      circuits: [circuit('amsterdam', 'local'), circuit('dublin', 'local')],
      environments: [environment('europe')],
    },
  },
  {
    rule: 'sku.unreached',
    name: 'takes the environment’s own Azure regions before those of its region',
    fires: false,
    tables: {
      circuits: [circuit('amsterdam', 'local')],
      environments: [environment('europe', ['westeurope'])],
    },
  },
  {
    rule: 'sku.unreached',
    name: 'never blocks on a geography that is not published',
    fires: false,
    tables: {
      circuits: [circuit('chicago', 'standard')],
      environments: [environment('europe', ['spaincentral'])],
    },
  },
  {
    rule: 'sku.unreached',
    name: 'leaves other clouds to the rules on clouds, and incomplete rows alone',
    fires: false,
    tables: {
      circuits: [
        circuit('paris', 'standard'),
        { id: 'open', name: 'Open', location: 'paris', bandwidth: 1000 },
      ],
      environments: [environment('usgov')],
    },
  },
  {
    rule: 'sku.unreached',
    name: 'leaves circuits alone whose SKU is still open',
    fires: false,
    tables: {
      circuits: [{ id: 'open', name: 'Open', location: 'chicago', bandwidth: 1000 }],
      environments: [environment('europe')],
    },
  },
  {
    rule: 'sku.verify',
    name: 'asks about a region whose geography is not published',
    fires: true,
    says: 'Whether Spain Central can be reached',
    severity: 'risk',
    count: 1,
    tables: {
      circuits: [circuit('madrid', 'standard')],
      environments: [environment('europe', ['spaincentral'])],
    },
  },
  {
    rule: 'sku.verify',
    name: 'asks about a location whose geography is inferred',
    fires: true,
    says: 'a circuit in Brussels',
    count: 1,
    tables: { circuits: [circuit('brussels', 'standard')], environments: [environment('europe')] },
  },
  {
    rule: 'sku.verify',
    name: 'asks about a location that no list knows',
    fires: true,
    count: 1,
    tables: { circuits: [circuit('lille', 'standard')], environments: [environment('europe')] },
  },
  {
    rule: 'sku.verify',
    name: 'warns of regions that only Local circuits reach',
    fires: true,
    severity: 'risk',
    count: 1,
    tables: { circuits: [circuit('sao-paulo', 'local')], environments: [environment('southamerica')] },
  },
  {
    rule: 'sku.verify',
    name: 'asks for the regions of a region that no list knows',
    fires: true,
    count: 1,
    tables: { circuits: [circuit('paris', 'standard')], environments: [environment('atlantis')] },
  },
  {
    rule: 'sku.verify',
    name: 'has nothing to ask of Premium',
    fires: false,
    tables: {
      circuits: [circuit('brussels', 'premium')],
      environments: [environment('europe', ['spaincentral']), environment('atlantis')],
    },
  },
  {
    rule: 'sku.verify',
    name: 'is silent where a Standard circuit stands beside the Local one',
    fires: false,
    tables: {
      circuits: [circuit('amsterdam', 'local'), circuit('paris', 'standard')],
      environments: [environment('europe')],
    },
  },
  {
    rule: 'sku.verify',
    name: 'has nothing to ask where another region is out of reach anyway',
    fires: false,
    tables: {
      circuits: [circuit('chicago', 'standard')],
      environments: [environment('europe', ['westeurope', 'spaincentral'])],
    },
  },
  {
    rule: 'sku.single-reach',
    name: 'warns when the second circuit cannot take over',
    fires: true,
    severity: 'risk',
    count: 1,
    answers: { 'peering.circuits.fallback': 'second-circuit' },
    tables: {
      circuits: [circuit('paris', 'premium'), circuit('chicago', 'standard')],
      environments: [environment('europe'), environment('unitedstates')],
    },
  },
  {
    rule: 'sku.single-reach',
    name: 'is silent when both reach it',
    fires: false,
    answers: { 'peering.circuits.fallback': 'second-circuit' },
    tables: {
      circuits: [circuit('paris', 'standard'), circuit('london', 'standard')],
      environments: [environment('europe')],
    },
  },
  {
    rule: 'sku.single-reach',
    name: 'is silent when the fallback is another',
    fires: false,
    answers: { 'peering.circuits.fallback': 'internet' },
    tables: {
      circuits: [circuit('paris', 'premium'), circuit('chicago', 'standard')],
      environments: [environment('europe')],
    },
  },
  {
    rule: 'sku.single-reach',
    name: 'counts a circuit only when it reaches every region of the pair',
    fires: true,
    count: 1,
    says: 'Only Circuit paris reaches',
    answers: { 'peering.circuits.fallback': 'second-circuit' },
    tables: {
      circuits: [circuit('paris', 'standard'), circuit('amsterdam', 'local')],
      environments: [environment('europe')],
    },
  },
  {
    rule: 'sku.single-reach',
    name: 'counts a circuit that has to be verified, and leaves a single one to the rule on fallbacks',
    fires: false,
    answers: { 'peering.circuits.fallback': 'second-circuit' },
    tables: {
      circuits: [circuit('paris', 'standard'), circuit('brussels', 'standard')],
      environments: [environment('europe')],
    },
  },
  {
    rule: 'sku.single-reach',
    name: 'leaves a single circuit to the rule on fallbacks',
    fires: false,
    answers: { 'peering.circuits.fallback': 'second-circuit' },
    tables: { circuits: [circuit('paris', 'standard')], environments: [environment('europe')] },
  },
  ...skuChoiceCases,
];
