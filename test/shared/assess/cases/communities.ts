/** Cases of the rules on route filters and communities. */
import type { RuleCase } from '../rule-case.ts';
import { routeFilterCases } from './route-filter.ts';

const microsoft = { id: 'm', name: 'Paris Microsoft', circuit: 'paris', type: 'microsoft' } as const;
const filtered = (communities: string[], id = 'm') => ({
  ...microsoft,
  id,
  filter: 'attached' as const,
  communities,
});
const pair = ['12076:51002', '12076:51003'];
const europe = { id: 'eu', name: 'Sales', region: 'europe' };

export const communitiesCases: RuleCase[] = [
  {
    rule: 'communities.private-series',
    name: 'blocks values of private peering',
    fires: true,
    severity: 'blocker',
    count: 1,
    tables: { peerings: [filtered(['12076:50002', '12076:51003'])] },
  },
  {
    rule: 'communities.private-series',
    name: 'passes the series of Microsoft peering, and 5010',
    fires: false,
    tables: { peerings: [filtered([...pair, '12076:52002', '12076:5010'])] },
  },
  {
    rule: 'communities.crm-online',
    name: 'blocks 5040 in place of the regions',
    fires: true,
    severity: 'blocker',
    tables: { peerings: [filtered(['12076:5040'])], environments: [europe] },
  },
  {
    rule: 'communities.crm-online',
    name: 'blocks 5040 beside the wrong region',
    fires: true,
    severity: 'blocker',
    tables: { peerings: [filtered(['12076:5040', '12076:51004'])], environments: [europe] },
  },
  {
    rule: 'communities.crm-online',
    name: 'advises to drop it beside the regions',
    fires: true,
    severity: 'advice',
    tables: { peerings: [filtered(['12076:5040', ...pair])], environments: [europe] },
  },
  {
    rule: 'communities.crm-online',
    name: 'is silent without it',
    fires: false,
    tables: { peerings: [filtered(pair)], environments: [europe] },
  },
  {
    rule: 'communities.crm-online',
    name: 'leaves half a pair to the rule on it, and judges without environments by any region',
    fires: true,
    severity: 'advice',
    count: 1,
    tables: { peerings: [filtered(['12076:5040', '12076:51002'])], environments: [europe] },
  },
  {
    rule: 'communities.crm-online',
    name: 'advises too while no environment is listed and a region is',
    fires: true,
    severity: 'advice',
    tables: { peerings: [filtered(['12076:5040', '12076:51002'])] },
  },
  {
    rule: 'communities.crm-online',
    name: 'blocks 5040 alone while no environment is listed',
    fires: true,
    severity: 'blocker',
    tables: { peerings: [filtered(['12076:5040', '12076:5010'])] },
  },
  {
    rule: 'communities.missing',
    name: 'warns of half a pair',
    fires: true,
    says: 'Paris Microsoft lists only part of the region pair: 12076:51003 (North Europe) is missing. Environments: Sales, Service.',
    severity: 'risk',
    count: 1,
    tables: {
      peerings: [filtered(['12076:51002'])],
      environments: [europe, { id: 'two', name: 'Service', region: 'europe' }],
    },
  },
  {
    rule: 'communities.missing',
    name: 'blocks it when nothing may take the internet',
    fires: true,
    severity: 'blocker',
    count: 1,
    answers: { 'client.control.express-route-only': 'yes' },
    tables: { peerings: [filtered(['12076:51002'])], environments: [europe] },
  },
  {
    rule: 'communities.missing',
    name: 'warns of an environment that no filter carries',
    fires: true,
    says: 'No route filter lists 12076:51012 (Japan East), 12076:51013 (Japan West)',
    severity: 'risk',
    count: 1,
    tables: {
      peerings: [filtered(pair)],
      environments: [europe, { id: 'jp', name: 'Japan', region: 'japan' }],
    },
  },
  {
    rule: 'communities.missing',
    name: 'lets each circuit carry its own geography',
    fires: false,
    answers: { 'client.control.express-route-only': 'yes' },
    tables: {
      peerings: [filtered(pair), filtered(['12076:51012', '12076:51013'], 'tokyo')],
      environments: [europe, { id: 'jp', name: 'Japan', region: 'japan' }],
    },
  },
  {
    rule: 'communities.missing',
    name: 'sees two circuits with half a pair each',
    fires: true,
    count: 2,
    tables: {
      peerings: [filtered(['12076:51002']), filtered(['12076:51003'], 'b')],
      environments: [europe],
    },
  },
  {
    rule: 'communities.missing',
    name: 'is silent while no filter has been filled in',
    fires: false,
    tables: { peerings: [{ ...microsoft, filter: 'attached' }], environments: [europe] },
  },
  {
    rule: 'communities.missing',
    name: 'is silent where nothing is published',
    fires: false,
    tables: {
      peerings: [filtered(pair)],
      environments: [{ id: 'se', name: 'Nordic', region: 'sweden' }],
    },
  },
  {
    rule: 'communities.unpublished',
    name: 'asks to look up a region without a published value, and a region no list knows',
    fires: true,
    severity: 'risk',
    count: 2,
    tables: {
      environments: [
        { id: 'se', name: 'Nordic', region: 'sweden' },
        { id: 'x', name: 'New', region: 'atlantis' },
        europe,
      ],
    },
  },
  {
    rule: 'communities.unpublished',
    name: 'is silent once every filter has a value that was looked up',
    fires: false,
    tables: {
      peerings: [filtered(['12076:51999'])],
      environments: [{ id: 'se', name: 'Nordic', region: 'sweden' }],
    },
  },
  {
    rule: 'communities.unpublished',
    name: 'is silent for published regions',
    fires: false,
    tables: { environments: [europe] },
  },
  {
    rule: 'communities.unpublished',
    name: 'still asks when only one of two filters has such a value',
    fires: true,
    count: 1,
    tables: {
      peerings: [filtered(['12076:51999', ...pair]), filtered(pair, 'b')],
      environments: [{ id: 'se', name: 'Nordic', region: 'sweden' }],
    },
  },
  {
    rule: 'communities.unpublished',
    name: 'takes a value that was looked up beside published ones',
    fires: false,
    tables: {
      peerings: [filtered(['12076:51999', ...pair])],
      environments: [{ id: 'se', name: 'Nordic', region: 'sweden' }],
    },
  },
  {
    rule: 'communities.unknown-value',
    name: 'warns of values that no list has',
    fires: true,
    severity: 'risk',
    count: 1,
    tables: { peerings: [filtered(['12076:51999', '12076:5199', '12076:52998'])] },
  },
  {
    rule: 'communities.unknown-value',
    name: 'blocks values of other networks',
    fires: true,
    severity: 'blocker',
    count: 1,
    tables: { peerings: [filtered(['65010:51002'])] },
  },
  {
    rule: 'communities.unknown-value',
    name: 'knows regions, their storage and databases, and services',
    fires: false,
    tables: {
      peerings: [
        filtered([...pair, '12076:52002', '12076:53003', '12076:5060', '12076:5040', '12076:50002']),
      ],
    },
  },
  {
    rule: 'communities.surplus',
    name: 'advises against regions in which nothing lives',
    fires: true,
    severity: 'advice',
    count: 1,
    answers: { 'scope.services.used': ['power-apps'] },
    tables: { peerings: [filtered([...pair, '12076:51012'])], environments: [europe] },
  },
  {
    rule: 'communities.surplus',
    name: 'lets regions of gateways pass',
    fires: false,
    answers: { 'scope.services.used': ['power-apps'] },
    tables: {
      peerings: [filtered(['12076:51004', '12076:51006', '12076:51009'])],
      environments: [{ name: 'US', region: 'unitedstates' }],
    },
  },
  {
    rule: 'communities.surplus',
    name: 'is silent when own Azure services may be the reason',
    fires: false,
    answers: { 'scope.services.used': ['power-apps', 'azure-public'] },
    tables: { peerings: [filtered([...pair, '12076:51012'])], environments: [europe] },
  },
  {
    rule: 'communities.surplus',
    name: 'is silent before any environment is listed',
    fires: false,
    answers: { 'scope.services.used': ['power-apps'] },
    tables: { peerings: [filtered(pair)] },
  },
  {
    rule: 'communities.surplus',
    name: 'is silent while the regions of one environment are not known',
    fires: false,
    answers: { 'scope.services.used': ['power-apps'] },
    tables: {
      peerings: [filtered([...pair, '12076:51012'])],
      environments: [europe, { id: 'x', name: 'New', region: 'atlantis' }],
    },
  },
  {
    rule: 'communities.gateway-regions',
    name: 'warns of gateways whose region no filter lists',
    fires: true,
    says: 'GW1 is in South Central US',
    severity: 'risk',
    count: 2,
    tables: {
      peerings: [filtered(['12076:51004', '12076:51006'])],
      environments: [{ id: 'us', name: 'US', region: 'unitedstates', gatewayRegion: 'centralus' }],
      servers: [{ id: 'gw', name: 'GW1', role: 'gateway', gatewayRegion: 'southcentralus' }],
    },
  },
  {
    rule: 'communities.gateway-regions',
    name: 'warns that two communities may be too few for connectors of the United States',
    fires: true,
    says: 'Not listed: Central US, East US 2, North Central US,',
    severity: 'risk',
    count: 1,
    tables: {
      peerings: [filtered(['12076:51004', '12076:51006'])],
      environments: [{ id: 'us', name: 'US', region: 'unitedstates' }],
      services: [{ service: 'connectors', path: 'express-route' }],
    },
  },
  {
    rule: 'communities.gateway-regions',
    name: 'is silent when the region is listed and connectors stay on the internet',
    fires: false,
    tables: {
      peerings: [filtered(['12076:51004', '12076:51006'])],
      environments: [{ id: 'us', name: 'US', region: 'unitedstates', gatewayRegion: 'eastus' }],
      services: [{ service: 'connectors', path: 'internet' }],
    },
  },
  {
    rule: 'communities.gateway-regions',
    name: 'is silent for other services, and for connectors elsewhere',
    fires: false,
    tables: {
      peerings: [filtered(['12076:51004', '12076:51006'])],
      environments: [{ id: 'us', name: 'US', region: 'unitedstates' }],
      services: [{ service: 'teams', path: 'express-route' }],
    },
  },
  {
    rule: 'communities.gateway-regions',
    name: 'is silent for connectors of Europe, and for servers that are no gateway',
    fires: false,
    tables: {
      peerings: [filtered(pair)],
      environments: [europe],
      servers: [{ name: 'ETL', role: 'integration', gatewayRegion: 'centralus' }],
      services: [{ service: 'connectors', path: 'express-route' }],
    },
  },
  {
    rule: 'communities.gateway-regions',
    name: 'waits until a filter has been filled in',
    fires: false,
    tables: {
      peerings: [microsoft],
      environments: [{ id: 'us', name: 'US', region: 'unitedstates', gatewayRegion: 'centralus' }],
    },
  },
  ...routeFilterCases,
];
