/** Rules on client traffic: how users are steered to ExpressRoute, and what they still need the internet for. */
import type { RowOf } from '../../content/tables.ts';
import { answerRule } from '../answer-rule.ts';
import { platformRegion } from '../look-up.ts';
import { listed } from '../planned.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';
import { blockedHostRule } from './client-blocked-hosts.ts';
import { populationRules } from './client-populations.ts';

type Group = RowOf<'clientGroups'>;

function usesExpressRoute(group: Group): boolean {
  return group.path === 'express-route' || group.path === 'vpn-express-route';
}

const methodUndecided = rule({
  id: 'client.method-undecided',
  severity: 'gate',
  reads: ['client.steering.method', 'clientGroups'],
  facts: ['CL-01'],
  check: (project) => {
    const at = project.at('client.steering.method');
    if (project.state('client.steering.method') === 'unknown') return { from: [at] };
    if (!project.isUndecided('client.steering.method')) return undefined;
    const groups = project.rows('clientGroups').filter(usesExpressRoute);
    if (groups.length === 0) return undefined;
    return {
      variant: 'groups',
      values: { groups: listed(groups.map((group) => project.nameOf('clientGroups', group.id))) },
      from: [at, ...groups.map((group) => project.cell('clientGroups', group.id, 'path'))],
    };
  },
});

const groupUnsteered = rule({
  id: 'client.group-unsteered',
  severity: 'blocker',
  reads: ['client.steering.method', 'clientGroups'],
  facts: ['CL-01', 'R-01'],
  check: (project) =>
    project
      .rows('clientGroups')
      .filter(usesExpressRoute)
      .flatMap((group): Hit[] => {
        const values = { group: project.nameOf('clientGroups', group.id) };
        const from = [
          project.cell('clientGroups', group.id, 'steering'),
          project.cell('clientGroups', group.id, 'path'),
        ];
        if (group.steering === 'none') return [{ about: group.id, values, from }];
        // One method for all needs no word for each group; a mixture does.
        const isOpen = group.steering === undefined && group.path === 'express-route';
        return isOpen && project.said('client.steering.method', 'mixed')
          ? [
              {
                about: group.id,
                variant: 'open',
                severity: 'gate',
                values,
                from: [...from, project.at('client.steering.method')],
              },
            ]
          : [];
      }),
});

const methods: readonly (string | undefined)[] = ['routing', 'pac', 'explicit-proxy', 'transparent-proxy'];

const methodDisagrees = rule({
  id: 'client.method-disagrees',
  severity: 'risk',
  reads: ['client.steering.method', 'clientGroups'],
  facts: ['CL-01', 'R-24'],
  check: (project) => {
    const method = project.choice('client.steering.method');
    if (method === undefined || method === 'mixed') return undefined;
    const others = project
      .rows('clientGroups')
      .filter((group) => group.steering !== method && methods.includes(group.steering));
    if (others.length === 0) return undefined;
    return {
      values: {
        method: project.label('client.steering.method', method),
        groups: listed(others.map((group) => project.nameOf('clientGroups', group.id))),
      },
      from: [
        project.at('client.steering.method'),
        ...others.map((group) => project.cell('clientGroups', group.id, 'steering')),
      ],
    };
  },
});

const pacOrder = rule({
  id: 'client.pac-order',
  severity: 'blocker',
  reads: ['client.steering.pac-order'],
  facts: ['CL-06', 'M-06'],
  check: (project) => {
    const from = [project.at('client.steering.pac-order')];
    if (project.said('client.steering.pac-order', 'broad-first')) return { from };
    return project.said('client.steering.pac-order', 'not-written')
      ? { variant: 'not-written', severity: 'gate', from }
      : undefined;
  },
});

const pacByHand = rule({
  id: 'client.pac-by-hand',
  severity: 'risk',
  reads: ['client.steering.pac-source', 'peering.m365.endpoint-process'],
  facts: ['M-06', 'M-11'],
  check: (project) =>
    // With a web service for Microsoft 365 beside it, the contradiction is the finding, and has a rule of its own.
    project.said('client.steering.pac-source', 'by-hand') &&
    !project.said('peering.m365.endpoint-process', 'web-service')
      ? { from: [project.at('client.steering.pac-source')] }
      : undefined,
});

const proxyNotConfigured = rule({
  id: 'client.proxy-not-configured',
  severity: 'risk',
  reads: ['client.steering.subnet', 'scope.today.stage'],
  facts: ['CL-03', 'R-01'],
  check: (project) => {
    if (!project.isNotDone('client.steering.subnet')) return undefined;
    const from = [project.at('client.steering.subnet')];
    // While designing it can still be planned; once the circuit stands, proxied traffic goes past it.
    return project.said('scope.today.stage', 'running') && project.said('client.steering.subnet', 'no')
      ? { variant: 'running', severity: 'blocker', from: [...from, project.at('scope.today.stage')] }
      : { ...(project.said('client.steering.subnet', 'no') ? {} : { variant: 'unknown' }), from };
  },
});

/** How a group meets its proxy: through it for everything, by a PAC file that can leave it out, or not at all. */
function meeting(project: Reader, group: Group): 'always' | 'pac' | 'none' {
  const steering = group.steering ?? project.choice('client.steering.method');
  if (steering === 'explicit-proxy' || steering === 'transparent-proxy') return 'always';
  return steering === 'pac' ? 'pac' : 'none';
}

const proxyToInternet = rule({
  id: 'client.proxy-to-internet',
  severity: 'blocker',
  reads: ['client.steering.method', 'clientGroups', 'proxies'],
  facts: ['CL-05'],
  check: (project) =>
    project
      .rows('proxies')
      .filter((proxy) => proxy.bypass !== 'yes' && (proxy.kind === 'cloud' || proxy.egress === 'internet'))
      .flatMap((proxy): Hit[] => {
        const groups = project
          .rows('clientGroups')
          .filter((group) => group.proxy === proxy.id && usesExpressRoute(group))
          .filter((group) => {
            const how = meeting(project, group);
            return how === 'always' || (how === 'pac' && proxy.bypass === 'no');
          });
        if (groups.length === 0) return [];
        const values = {
          proxy: project.nameOf('proxies', proxy.id),
          groups: listed(groups.map((group) => project.nameOf('clientGroups', group.id))),
        };
        const from = [
          project.cell('proxies', proxy.id, 'bypass'),
          project.cell('proxies', proxy.id, proxy.kind === 'cloud' ? 'kind' : 'egress'),
          ...groups.map((group) => project.cell('clientGroups', group.id, 'proxy')),
        ];
        // Nobody has said whether the addresses pass it by: possible, not certain.
        return proxy.bypass === undefined
          ? [{ about: proxy.id, variant: 'open', severity: 'risk', values, from }]
          : [{ about: proxy.id, values, from }];
      }),
});

const proxySite = rule({
  id: 'client.proxy-site',
  severity: 'risk',
  reads: ['client.steering.method', 'proxies', 'sites'],
  facts: ['CL-05', 'CL-03'],
  check: (project) =>
    project.rows('proxies').flatMap((proxy): Hit[] => {
      const site = project.row('sites', proxy.site);
      if (site?.path !== 'internet' || proxy.kind === 'reverse') return [];
      if (proxy.egress !== 'express-route' && proxy.egress !== 'by-rule') return [];
      return [
        {
          about: proxy.id,
          values: { proxy: project.nameOf('proxies', proxy.id), site: project.nameOf('sites', site.id) },
          from: [
            project.cell('proxies', proxy.id, 'egress'),
            project.cell('proxies', proxy.id, 'site'),
            project.cell('sites', site.id, 'path'),
          ],
        },
      ];
    }),
});

const proxyInspects = rule({
  id: 'client.proxy-inspects',
  severity: 'advice',
  reads: ['client.steering.method', 'proxies'],
  facts: ['CL-07'],
  check: (project) =>
    project
      .rows('proxies')
      .filter((proxy) => proxy.inspectsTls === 'yes' && proxy.bypass !== 'yes' && proxy.kind !== 'reverse')
      .map((proxy) => ({
        about: proxy.id,
        values: { proxy: project.nameOf('proxies', proxy.id) },
        from: [project.cell('proxies', proxy.id, 'inspectsTls'), project.cell('proxies', proxy.id, 'bypass')],
      })),
});

const internetClosed = rule({
  id: 'client.internet-closed',
  severity: 'blocker',
  reads: ['client.internet.allowed', 'clientGroups', 'servers'],
  facts: ['CL-02', 'M-15', 'J-10'],
  check: (project) => {
    if (project.said('client.internet.allowed', 'no'))
      return { from: [project.at('client.internet.allowed')] };
    const groups = project
      .rows('clientGroups')
      .filter((group) => group.internetAllowed === 'no' && usesExpressRoute(group))
      .map(
        (group): Hit => ({
          about: group.id,
          variant: 'group',
          values: { group: project.nameOf('clientGroups', group.id) },
          from: [project.cell('clientGroups', group.id, 'internetAllowed')],
        }),
      );
    // Entra Connect has a rule of its own with the Microsoft 365 answers.
    const servers = project
      .rows('servers')
      .filter((server) => server.internetAllowed === 'no' && server.role !== 'entra-connect')
      .map(
        (server): Hit => ({
          about: server.id,
          variant: 'server',
          severity: 'risk',
          values: { server: project.nameOf('servers', server.id) },
          from: [project.cell('servers', server.id, 'internetAllowed')],
        }),
      );
    return [...groups, ...servers];
  },
});

const noInternetPolicy = rule({
  id: 'client.no-internet-policy',
  severity: 'blocker',
  reads: ['justification.compliance.no-internet', 'client.internet.allowed'],
  facts: ['J-10', 'CL-02'],
  check: (project) => {
    if (!project.said('justification.compliance.no-internet', 'yes')) return undefined;
    const policy = project.at('justification.compliance.no-internet');
    return project.said('client.internet.allowed', 'yes')
      ? { variant: 'contradiction', from: [policy, project.at('client.internet.allowed')] }
      : { from: [policy] };
  },
});

const tdsPorts = rule({
  id: 'client.tds-ports',
  severity: 'risk',
  reads: ['client.internet.tds', 'servers'],
  facts: ['CL-21'],
  check: (project) => {
    const at = project.at('client.internet.tds');
    if (project.said('client.internet.tds', 'ports-unplanned')) return { from: [at] };
    if (!project.said('client.internet.tds', 'none')) return undefined;
    const readers = project.rows('servers').filter((server) => server.role === 'tds-client');
    if (readers.length === 0) return undefined;
    return {
      variant: 'contradiction',
      values: { servers: listed(readers.map((server) => project.nameOf('servers', server.id))) },
      from: [at, ...readers.map((server) => project.cell('servers', server.id, 'role'))],
    };
  },
});

/** `contoso.crm4.dynamics.com`, also with the API's own label; the middle part names the geography. */
const organisationAddress = /^(?:[a-z]+:\/\/)?[a-z0-9-]+(?:\.api)?\.(crm\d*)\.dynamics\.com(?:[:/?#].*)?$/;

const addressRegion = rule({
  id: 'client.address-region',
  severity: 'risk',
  reads: ['environments'],
  facts: ['CL-09'],
  check: (project) =>
    project.rows('environments').flatMap((environment): Hit[] => {
      const { address, region } = environment;
      if (address === undefined || region === undefined) return [];
      const platform = platformRegion(project.reference, region);
      const suffix = organisationAddress.exec(address)?.[1];
      const known = project.reference['url-suffixes'].items.find((item) => item.id === suffix);
      if (known?.platformRegions.includes(region)) return [];
      const values = {
        environment: project.nameOf('environments', environment.id),
        address,
        region: platform?.name ?? region,
      };
      const from = [
        project.cell('environments', environment.id, 'address'),
        project.cell('environments', environment.id, 'region'),
      ];
      if (!known) return [{ about: environment.id, variant: 'unlisted', values, from }];
      if (!platform || platform.suffixes.length === 0) {
        return [{ about: environment.id, variant: 'unpublished', values, from }];
      }
      return [{ about: environment.id, values: { ...values, geography: known.name }, from }];
    }),
});

export const clientRules: readonly Rule[] = [
  methodUndecided,
  groupUnsteered,
  methodDisagrees,
  pacOrder,
  pacByHand,
  proxyNotConfigured,
  proxyToInternet,
  proxySite,
  proxyInspects,
  internetClosed,
  noInternetPolicy,
  blockedHostRule,
  tdsPorts,
  addressRegion,
  answerRule('client.dns-elsewhere', 'advice', ['CL-16'], 'client.steering.dns', 'elsewhere'),
  ...populationRules,
];
