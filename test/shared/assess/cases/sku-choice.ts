/** Cases of the rules on Premium and Local: needed, not needed, not offered. */
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

export const skuChoiceCases: RuleCase[] = [
  {
    rule: 'sku.m365',
    name: 'blocks Exchange on a Standard circuit',
    fires: true,
    says: 'Circuit paris is Standard',
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
    says: 'Circuit paris in Paris is Premium',
    answers: { 'scope.services.m365': 'no' },
    tables: {
      circuits: [circuit('paris', 'premium'), circuit('london', 'standard')],
      environments: [environment('europe')],
    },
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
