/** Cases of the rules on the SKU that a circuit needs. */
import type { RuleCase } from '../rule-case.ts';

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
    says: 'reaches Spain Central',
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
    says: 'the circuit in Brussels',
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
  {
    rule: 'sku.m365',
    name: 'blocks Exchange on a Standard circuit',
    fires: true,
    severity: 'blocker',
    count: 1,
    tables: {
      circuits: [circuit('paris', 'standard'), circuit('london', 'premium')],
      peerings: [
        { name: 'P', circuit: 'paris', type: 'microsoft', communities: ['12076:5010'] },
        { name: 'L', circuit: 'london', type: 'microsoft', communities: ['12076:5010'] },
      ],
    },
  },
  {
    rule: 'sku.m365',
    name: 'blocks planned Microsoft 365 when no circuit is Premium',
    fires: true,
    count: 1,
    tables: {
      circuits: [circuit('paris', 'standard')],
      services: [{ service: 'teams', path: 'express-route' }],
    },
  },
  {
    rule: 'sku.m365',
    name: 'judges by service: Dataverse and sign-in need no Premium',
    fires: false,
    tables: {
      circuits: [circuit('paris', 'standard')],
      peerings: [
        { name: 'P', circuit: 'paris', type: 'microsoft', communities: ['12076:51002', '12076:5060'] },
      ],
      services: [
        { service: 'dataverse', path: 'express-route' },
        { service: 'teams', path: 'internet' },
      ],
    },
  },
  {
    rule: 'sku.m365',
    name: 'takes the answer that it is authorised as a plan',
    fires: true,
    count: 1,
    answers: { 'peering.filter.m365-treatment': 'authorised' },
    tables: { circuits: [circuit('paris', 'standard')] },
  },
  {
    rule: 'sku.m365',
    name: 'is content with one Premium circuit for what is planned, and with an open SKU',
    fires: false,
    tables: {
      circuits: [
        circuit('paris', 'standard'),
        circuit('london', 'premium'),
        { id: 'open', name: 'Open', location: 'dublin', bandwidth: 1000 },
      ],
      services: [{ service: 'teams', path: 'express-route' }],
    },
  },
  {
    rule: 'sku.m365',
    name: 'waits for the SKU of the circuit that carries it',
    fires: false,
    tables: {
      circuits: [{ id: 'open', name: 'Open', location: 'dublin', bandwidth: 1000 }],
      peerings: [{ name: 'P', circuit: 'open', type: 'microsoft', communities: ['12076:5010'] }],
    },
  },
  {
    rule: 'sku.premium-unneeded',
    name: 'advises Standard where all environments are in the same geography',
    fires: true,
    severity: 'advice',
    count: 1,
    answers: { 'scope.services.m365': 'no' },
    tables: { circuits: [circuit('paris', 'premium')], environments: [environment('europe')] },
  },
  {
    rule: 'sku.premium-unneeded',
    name: 'is silent with Microsoft 365 in scope',
    fires: false,
    answers: { 'scope.services.m365': 'yes' },
    tables: { circuits: [circuit('paris', 'premium')], environments: [environment('europe')] },
  },
  {
    rule: 'sku.premium-unneeded',
    name: 'is silent for another geography, or one that is not known for sure',
    fires: false,
    answers: { 'scope.services.m365': 'no' },
    tables: {
      circuits: [circuit('chicago', 'premium'), circuit('brussels', 'premium')],
      environments: [environment('europe')],
    },
  },
  {
    rule: 'sku.premium-unneeded',
    name: 'is silent when a filter carries Microsoft 365 or the plan does',
    fires: false,
    answers: { 'scope.services.m365': 'no' },
    tables: {
      circuits: [circuit('paris', 'premium')],
      environments: [environment('europe')],
      peerings: [{ name: 'P', circuit: 'paris', type: 'microsoft', communities: ['12076:5010'] }],
    },
  },
  {
    rule: 'sku.premium-unneeded',
    name: 'is silent when Teams is planned on it',
    fires: false,
    answers: { 'scope.services.m365': 'no' },
    tables: {
      circuits: [circuit('paris', 'premium')],
      environments: [environment('europe')],
      services: [{ service: 'teams', path: 'express-route' }],
    },
  },
  {
    rule: 'sku.premium-unneeded',
    name: 'is silent when one environment lives elsewhere, or nobody knows where',
    fires: false,
    answers: { 'scope.services.m365': 'no' },
    tables: {
      circuits: [circuit('paris', 'premium')],
      environments: [environment('europe'), environment('japan')],
    },
  },
  {
    rule: 'sku.premium-unneeded',
    name: 'is silent when nobody knows where one environment lives',
    fires: false,
    answers: { 'scope.services.m365': 'no' },
    tables: {
      circuits: [circuit('paris', 'premium')],
      environments: [environment('europe'), environment('atlantis')],
    },
  },
  {
    rule: 'sku.premium-unneeded',
    name: 'is silent when one region of the pair has no published geography',
    fires: false,
    answers: { 'scope.services.m365': 'no' },
    tables: {
      circuits: [circuit('paris', 'premium')],
      environments: [environment('europe', ['westeurope', 'spaincentral'])],
    },
  },
  {
    rule: 'sku.local-not-offered',
    name: 'blocks Local in Munich',
    fires: true,
    severity: 'blocker',
    tables: { circuits: [circuit('munich', 'local')] },
  },
  {
    rule: 'sku.local-not-offered',
    name: 'passes Local in Berlin, and Standard in Munich',
    fires: false,
    tables: { circuits: [circuit('berlin', 'local'), circuit('munich', 'standard')] },
  },
];
