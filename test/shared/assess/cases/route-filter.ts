/** Cases of the rules on whether there is a route filter, and on what the plan expects of it. */
import type { RuleCase } from '../rule-case.ts';

const microsoft = { id: 'm', name: 'Paris Microsoft', circuit: 'paris', type: 'microsoft' } as const;
const filtered = (communities: string[], id = 'm') => ({
  ...microsoft,
  id,
  filter: 'attached' as const,
  communities,
});
const pair = ['12076:51002', '12076:51003'];

export const routeFilterCases: RuleCase[] = [
  {
    rule: 'communities.no-filter',
    name: 'blocks a peering of 2017-08-01 or later without a filter',
    fires: true,
    severity: 'blocker',
    tables: { peerings: [{ ...microsoft, filter: 'none', created: '2017-08-01' }] },
  },
  {
    rule: 'communities.no-filter',
    name: 'is a risk for an older one, which receives everything',
    fires: true,
    severity: 'risk',
    tables: { peerings: [{ ...microsoft, filter: 'none', created: '2017-07-31' }] },
  },
  {
    rule: 'communities.no-filter',
    name: 'blocks a new circuit whose peering has no date yet',
    fires: true,
    severity: 'blocker',
    answers: { 'scope.today.circuit': 'no' },
    tables: { peerings: [{ ...microsoft, filter: 'none' }] },
  },
  {
    rule: 'communities.no-filter',
    name: 'blocks where only private peering runs today',
    fires: true,
    severity: 'blocker',
    answers: { 'scope.today.circuit': 'yes', 'scope.today.peerings': 'private' },
    tables: { peerings: [{ ...microsoft, filter: 'none' }] },
  },
  {
    rule: 'communities.no-filter',
    name: 'asks for the date of an existing one, for the filter, and for its communities',
    fires: true,
    severity: 'gate',
    count: 3,
    answers: { 'scope.today.circuit': 'yes', 'scope.today.peerings': 'microsoft' },
    tables: {
      peerings: [
        { ...microsoft, filter: 'none' },
        { ...microsoft, id: 'b', filter: 'unknown' },
        { ...microsoft, id: 'c', filter: 'attached' },
      ],
    },
  },
  {
    rule: 'communities.no-filter',
    name: 'is silent with a filter, and for private peering',
    fires: false,
    tables: { peerings: [filtered(pair), { name: 'P', circuit: 'paris', type: 'private', filter: 'none' }] },
  },
  {
    rule: 'communities.per-service',
    name: 'blocks picking single services by community',
    fires: true,
    severity: 'blocker',
    answers: { 'peering.filter.per-service': 'yes' },
  },
  {
    rule: 'communities.per-service',
    name: 'is silent otherwise',
    fires: false,
    answers: { 'peering.filter.per-service': 'no' },
  },
  {
    rule: 'communities.sign-in',
    name: 'warns when sign-in is planned and 5060 is missing',
    fires: true,
    severity: 'risk',
    count: 1,
    answers: { 'peering.filter.sign-in': 'express-route' },
    tables: { peerings: [filtered(pair)] },
  },
  {
    rule: 'communities.sign-in',
    name: 'blocks it when nothing may take the internet',
    fires: true,
    severity: 'blocker',
    answers: { 'peering.filter.sign-in': 'express-route', 'client.control.express-route-only': 'yes' },
    tables: { peerings: [filtered(pair)] },
  },
  {
    rule: 'communities.sign-in',
    name: 'sees 5060 in the filter although sign-in stays on the internet, and a second answer',
    fires: true,
    severity: 'risk',
    count: 2,
    answers: { 'peering.filter.sign-in': 'internet' },
    tables: {
      peerings: [filtered([...pair, '12076:5060'])],
      services: [{ service: 'sign-in', path: 'express-route' }],
    },
  },
  {
    rule: 'communities.sign-in',
    name: 'is silent when answers and filter agree',
    fires: false,
    answers: { 'peering.filter.sign-in': 'express-route' },
    tables: {
      peerings: [filtered([...pair, '12076:5060'])],
      services: [{ service: 'sign-in', path: 'both' }],
    },
  },
  {
    rule: 'communities.sign-in',
    name: 'is silent without filters, and when it stays on the internet',
    fires: false,
    answers: { 'peering.filter.sign-in': 'internet' },
    tables: { peerings: [filtered(pair)], services: [{ service: 'sign-in', path: 'internet' }] },
  },
  {
    rule: 'communities.sign-in',
    name: 'waits until a filter has been filled in',
    fires: false,
    answers: { 'peering.filter.sign-in': 'express-route' },
  },
  {
    rule: 'communities.region-load',
    name: 'warns when neither the region nor own applications are known',
    fires: true,
    severity: 'risk',
    count: 2,
    answers: { 'peering.filter.regional-load': 'no', 'peering.filter.other-azure': { state: 'unknown' } },
  },
  {
    rule: 'communities.region-load',
    name: 'is silent once both are sized',
    fires: false,
    answers: { 'peering.filter.regional-load': 'yes', 'peering.filter.other-azure': 'yes' },
  },
];
