/** Cases of the rules on gateways and connectors. */
import type { RuleCase } from '../rule-case.ts';

export const gatewayCases: RuleCase[] = [
  {
    rule: 'gateway.region',
    name: 'blocks an American gateway for a European environment, in both tables',
    fires: true,
    severity: 'blocker',
    count: 2,
    says: 'GW1 is in East US, which does not belong to Europe.',
    tables: {
      environments: [{ id: 'sales', name: 'Sales', region: 'europe', gatewayRegion: 'eastus' }],
      servers: [{ name: 'GW1', role: 'gateway', gatewayRegion: 'eastus', environment: 'sales' }],
    },
  },
  {
    rule: 'gateway.region',
    name: 'asks to look it up where no gateway region is published',
    fires: true,
    severity: 'risk',
    tables: { environments: [{ name: 'Nordic', region: 'sweden', gatewayRegion: 'swedencentral' }] },
  },
  {
    rule: 'gateway.region',
    name: 'asks to look up a region that no list knows',
    fires: true,
    severity: 'risk',
    tables: { environments: [{ name: 'New', region: 'atlantis', gatewayRegion: 'westeurope' }] },
  },
  {
    rule: 'gateway.region',
    name: 'accepts a region that serves gateways only, and a server that is no gateway',
    fires: false,
    tables: {
      environments: [{ id: 'us', name: 'US', region: 'unitedstates', gatewayRegion: 'centralus' }],
      servers: [{ name: 'ETL', role: 'integration', gatewayRegion: 'westeurope', environment: 'us' }],
    },
  },
  {
    rule: 'gateway.region',
    name: 'waits for the region of the environment',
    fires: false,
    tables: { environments: [{ name: 'Open', gatewayRegion: 'eastus' }] },
  },
  {
    rule: 'gateway.needed',
    name: 'warns when connectors were not gone through',
    fires: true,
    severity: 'risk',
    answers: { 'peering.gateway.reviewed': 'no' },
  },
  {
    rule: 'gateway.needed',
    name: 'warns when nobody knows',
    fires: true,
    answers: { 'peering.gateway.reviewed': { state: 'unknown' } },
  },
  {
    rule: 'gateway.needed',
    name: 'is silent once reviewed',
    fires: false,
    answers: { 'peering.gateway.reviewed': 'yes' },
  },
  {
    rule: 'gateway.port-443',
    name: 'blocks without TCP 443 to Azure Relay',
    fires: true,
    severity: 'blocker',
    answers: { 'peering.gateway.https': 'no' },
  },
  {
    rule: 'gateway.port-443',
    name: 'sees the relay on the list of blocked names',
    fires: true,
    severity: 'risk',
    answers: {
      'peering.gateway.https': 'yes',
      'client.internet.blocked': ['*.servicebus.windows.net'],
    },
  },
  {
    rule: 'gateway.port-443',
    name: 'is silent when the relay is reachable',
    fires: false,
    answers: { 'peering.gateway.https': 'yes', 'client.internet.blocked': ['*.example.com'] },
  },
  {
    rule: 'gateway.third-party',
    name: 'warns of connectors that nobody recorded',
    fires: true,
    severity: 'risk',
    answers: { 'peering.gateway.third-party': 'no' },
  },
  {
    rule: 'gateway.third-party',
    name: 'warns when nobody knows',
    fires: true,
    answers: { 'peering.gateway.third-party': { state: 'unknown' } },
  },
  {
    rule: 'gateway.third-party',
    name: 'is silent once recorded',
    fires: false,
    answers: { 'peering.gateway.third-party': 'yes' },
  },
];
