/** Rules on symmetry: whether request and reply take the same path, and whether anybody has checked. */
import { containsPrefix, formatPrefix, prefixesEqual, prefixesOverlap } from '../../network/prefix.ts';
import { findOverlaps, subtractPrefixes } from '../../network/prefix-set.ts';
import { readAdvertised } from '../advertised.ts';
import { answerRule } from '../answer-rule.ts';
import { specialRange } from '../look-up.ts';
import { poolReads, readPools } from '../pools.ts';
import { type Hit, type Rule, rule } from '../rule.ts';

const walked = rule({
  id: 'symmetry.walked',
  severity: 'risk',
  reads: ['routing.symmetry.walked', 'golive.tests.traceroute'],
  facts: ['Y-12', 'Y-01'],
  check: (project) => {
    const at = project.at('routing.symmetry.walked');
    const traced = project.at('golive.tests.traceroute');
    if (project.said('routing.symmetry.walked', 'no')) return { from: [at] };
    if (project.state('routing.symmetry.walked') === 'unknown') return { variant: 'unknown', from: [at] };
    return project.said('golive.tests.traceroute', 'no')
      ? { variant: 'traced', from: [traced, at] }
      : undefined;
  },
});

const repeat = answerRule('symmetry.repeat', 'risk', ['Y-13'], 'routing.symmetry.repeat', 'no');

const identical = rule({
  id: 'symmetry.identical',
  severity: 'risk',
  reads: ['routing.symmetry.identical', 'routing.nat.link-pools', 'golive.checks.both-links', 'advertised'],
  facts: ['Y-11', 'U-05', 'N-05'],
  check: (project) => {
    const at = project.at('routing.symmetry.identical');
    if (project.said('routing.symmetry.identical', 'no')) return { from: [at] };
    const claimed = project.said('routing.symmetry.identical', 'yes');
    if (claimed && project.said('golive.checks.both-links', 'no'))
      return { variant: 'seen', from: [at, project.at('golive.checks.both-links')] };
    // A pool per link is advertised on its own link only, which is what that design means.
    if (!claimed && project.said('routing.nat.link-pools', 'per-link')) return undefined;
    return project
      .once(readAdvertised)
      .filter(({ row }) => row.links === 'primary' || row.links === 'secondary')
      .filter((one, _index, all) => {
        const isSame = (other: typeof one) =>
          other !== one && other.row.circuit === one.row.circuit && prefixesEqual(other.prefix, one.prefix);
        return !all.some((other) => isSame(other) && other.row.links !== one.row.links);
      })
      .map(({ row, text }) => ({
        about: row.id,
        variant: claimed ? 'claimed' : 'one-link',
        values: { prefix: text, link: project.label('advertised', row.links ?? '', 'links') },
        from: [project.cell('advertised', row.id, 'links'), ...(claimed ? [at] : [])],
      }));
  },
});

const countsAsBlock = answerRule(
  'symmetry.counts-as-block',
  'blocker',
  ['Y-14', 'J-07'],
  'routing.symmetry.counts-as-block',
  'yes',
);

const drawn = [
  'express-route-sites',
  'internet-sites',
  'internet-path',
  'partner-edge',
  'both-links',
  'microsoft-edge',
  'peerings',
  'nat-points',
  'dns-step',
] as const;

const diagram = rule({
  id: 'symmetry.diagram',
  severity: 'risk',
  reads: ['routing.symmetry.diagram', 'scope.services.outbound', 'routing.nat.who'],
  facts: ['U-15', 'Y-12'],
  check: (project) => {
    const at = project.at('routing.symmetry.diagram');
    if (project.state('routing.symmetry.diagram') === 'unknown') return { variant: 'unknown', from: [at] };
    if (project.state('routing.symmetry.diagram') !== 'answered') return undefined;
    const missing = drawn
      .filter((element) => !project.said('routing.symmetry.diagram', element))
      .filter((element) => element !== 'dns-step' || project.said('scope.services.outbound', 'yes'))
      .filter((element) => element !== 'nat-points' || !project.said('routing.nat.who', 'none'))
      .map((element) => project.label('routing.symmetry.diagram', element));
    return missing.length > 0
      ? { values: { missing: missing.join(', '), count: missing.length }, from: [at] }
      : undefined;
  },
});

const sharedEdge = rule({
  id: 'symmetry.shared-edge',
  severity: 'risk',
  reads: ['edges', 'sites', 'proxies'],
  facts: ['Y-10'],
  check: (project) => {
    const edges = project
      .rows('edges')
      .filter((edge) => edge.kind === 'both')
      .map(
        (edge): Hit => ({
          about: edge.id,
          values: { edge: project.nameOf('edges', edge.id) },
          from: [project.cell('edges', edge.id, 'kind')],
        }),
      );
    const sites = project.rows('sites').flatMap((site): Hit[] => {
      const edge = project.row('edges', site.internetEdge);
      if (!edge || site.expressRouteEdge !== edge.id || edge.kind === 'both') return [];
      const values = {
        site: project.nameOf('sites', site.id),
        edge: project.nameOf('edges', edge.id),
        kind: project.label('edges', edge.kind ?? '', 'kind'),
      };
      const from = [
        project.cell('sites', site.id, 'internetEdge'),
        project.cell('sites', site.id, 'expressRouteEdge'),
        project.cell('edges', edge.id, 'kind'),
      ];
      return [{ about: site.id, variant: edge.kind === undefined ? 'site' : 'contradiction', values, from }];
    });
    const proxies = project
      .rows('proxies')
      .filter((proxy) => proxy.egress === 'by-rule')
      .map(
        (proxy): Hit => ({
          about: proxy.id,
          variant: 'proxy',
          severity: 'advice',
          values: { edge: project.nameOf('proxies', proxy.id) },
          from: [project.cell('proxies', proxy.id, 'egress')],
        }),
      );
    return [...edges, ...sites, ...proxies];
  },
});

const announcement = rule({
  id: 'symmetry.announcement',
  severity: 'blocker',
  reads: ['advertised'],
  facts: ['N-03', 'Y-02', 'Y-09', 'Y-04'],
  check: (project) =>
    project.once(readAdvertised).flatMap(({ row, text, prefix }): Hit[] => {
      const other = project.prefix(row.internet);
      if (!other || row.internet === undefined || !prefixesOverlap(prefix, other)) return [];
      const hit = {
        about: row.id,
        values: { prefix: text, internet: row.internet },
        from: [project.cell('advertised', row.id, 'prefix'), project.cell('advertised', row.id, 'internet')],
      };
      if (prefixesEqual(prefix, other)) return [hit];
      return containsPrefix(other, prefix)
        ? [{ ...hit, variant: 'more-specific', severity: 'risk' }]
        : [{ ...hit, variant: 'less-specific' }];
    }),
});

const internetSource = rule({
  id: 'symmetry.internet-source-advertised',
  severity: 'blocker',
  reads: ['advertised', 'clientGroups', ...poolReads],
  facts: ['Y-02', 'N-03', 'Y-09'],
  check: (project) => {
    const advertised = project.once(readAdvertised);
    const { expressRoute, internet } = project.once(readPools);
    const pools = internet
      // What an ExpressRoute pool shares with it is a finding of its own (nat.overlap).
      .filter((pool) => !expressRoute.some((own) => prefixesOverlap(own.prefix, pool.prefix)))
      .map(({ id, text, prefix, place, origin }) => ({
        about: id,
        text,
        prefix,
        place,
        origin,
        variant: {},
      }));
    const groups = project
      .rows('clientGroups')
      .filter((group) => group.path === 'internet' && group.publicAddresses === 'yes')
      .flatMap((group) => {
        const place = project.nameOf('clientGroups', group.id);
        const origin = project.cell('clientGroups', group.id, 'subnets');
        return [...new Set(group.subnets)].flatMap((text) => {
          const prefix = project.prefix(text);
          const variant = { variant: 'clients' };
          return prefix ? [{ about: `${group.id}.${text}`, text, prefix, place, origin, variant }] : [];
        });
      });
    const sources = [...pools, ...groups].map((source) => ({ ...source.prefix, source }));
    return findOverlaps(
      sources,
      advertised.map((one) => ({ ...one.prefix, one })),
    ).map(({ left: { source }, right: { one } }): Hit => {
      const { about, text, place, origin, variant } = source;
      return {
        about: `${about}.${one.row.id}`,
        ...variant,
        values: { pool: text, place, prefix: one.text },
        from: [origin, project.cell('advertised', one.row.id, 'prefix')],
      };
    });
  },
});

const sourceNotAdvertised = rule({
  id: 'symmetry.source-not-advertised',
  severity: 'blocker',
  reads: ['routing.nat.who', 'client.steering.source', 'clientGroups', 'servers', 'natPools', 'advertised'],
  facts: ['Y-04', 'R-10'],
  check: (project) => {
    const advertised = project.once(readAdvertised).map((one) => one.prefix);
    const at = project.at('peering.parameters.advertised');
    const isUntranslated =
      project.said('routing.nat.who', 'none') || project.said('client.steering.source', 'public');
    const groups = project
      .rows('clientGroups')
      .filter((group) => group.path === 'express-route' || group.path === 'vpn-express-route')
      .filter(
        (group) => group.publicAddresses === 'yes' || (isUntranslated && group.publicAddresses !== 'no'),
      );
    const clients = groups.flatMap((group) =>
      [...new Set(group.subnets)].flatMap((text): Hit[] => {
        const prefix = project.prefix(text);
        // Private ones fail earlier (nat.private-source), and nothing advertised yet is no mistake.
        if (!prefix || specialRange(project.reference, prefix)?.kind === 'private') return [];
        const missing = advertised.length === 0 ? [] : subtractPrefixes([prefix], advertised);
        if (missing.length === 0) return [];
        const values = {
          group: project.nameOf('clientGroups', group.id),
          prefix: missing.slice(0, 3).map(formatPrefix).join(', '),
        };
        const from = [project.cell('clientGroups', group.id, 'subnets'), at];
        return [{ about: `${group.id}.${text}`, values, from }];
      }),
    );
    const servers = project.rows('servers').flatMap((server): Hit[] => {
      const pool = project.row('natPools', server.natPool);
      if (pool?.use !== 'internet' || server.seesRoutes !== 'yes') return [];
      const values = {
        group: project.nameOf('servers', server.id),
        prefix: pool.prefix ?? project.nameOf('natPools', pool.id),
      };
      const from = [
        project.cell('servers', server.id, 'natPool'),
        project.cell('servers', server.id, 'seesRoutes'),
        project.cell('natPools', pool.id, 'use'),
      ];
      return [{ about: server.id, variant: 'server', values, from }];
    });
    return [...clients, ...servers];
  },
});

const splitSubnet = rule({
  id: 'symmetry.split-subnet',
  severity: 'risk',
  reads: ['clientGroups'],
  facts: ['Y-08', 'R-24'],
  check: (project) => {
    const groups = project.rows('clientGroups');
    const blocks = (path: string) =>
      groups
        .filter((group) => group.path === path)
        .flatMap((group) =>
          [...new Set(group.subnets)].flatMap((text) => {
            const prefix = project.prefix(text);
            return prefix ? [{ ...prefix, group, text }] : [];
          }),
        );
    return findOverlaps(blocks('express-route'), blocks('internet')).map(
      ({ left: own, right: other }): Hit => ({
        about: `${own.group.id}.${own.text}.${other.group.id}.${other.text}`,
        values: {
          own: project.nameOf('clientGroups', own.group.id),
          other: project.nameOf('clientGroups', other.group.id),
          subnet: own.length >= other.length ? own.text : other.text,
        },
        from: [
          project.cell('clientGroups', own.group.id, 'subnets'),
          project.cell('clientGroups', other.group.id, 'subnets'),
        ],
      }),
    );
  },
});

export const symmetryRules: readonly Rule[] = [
  walked,
  repeat,
  identical,
  countsAsBlock,
  diagram,
  sharedEdge,
  announcement,
  internetSource,
  sourceNotAdvertised,
  splitSubnet,
];
