/** Makes random networks in which several sources fare alike, and the answers that go with them. */
import fc from 'fast-check';
import { type Answers, changed, sound, type Tables } from './networks.ts';

export const maybe = <Value>(...values: Value[]) => fc.constantFrom<Value | undefined>(...values, undefined);

/** Few enough for several to stand at the same one. */
const places = ['west', 'east', 'l1', 'l1', 'l2', 'l3'];
const each = <Cells extends object>(ids: readonly string[], cells: fc.Arbitrary<Cells>) =>
  fc
    .tuple(...ids.map(() => cells))
    .map((list) => list.map((one, place) => ({ id: ids[place] ?? '', name: ids[place], ...one })));

const leaves = each(
  ['l1', 'l2', 'l3', 'l4'],
  fc.record({
    kind: fc.constant('branch'),
    hub: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('west', 'east') },
      { weight: 2, arbitrary: maybe('branch', 'l1', 'l2') },
    ),
    internetEdge: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, maybe('west-in', 'east-in')),
    expressRouteEdge: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, maybe('west-er', 'east-er')),
  }),
);

const groups = each(
  ['g1', 'g2', 'g3', 'g4', 'g5', 'g6', 'g7', 'g8'],
  fc.record({
    kind: fc.constantFrom('office-wired', 'office-wired', 'vpn', 'mobile'),
    site: fc.constantFrom(...places),
    path: maybe('express-route', 'express-route', 'internet', 'vpn-express-route'),
    steering: maybe('routing', 'pac', 'none', 'explicit-proxy'),
    proxy: maybe('x1', 'x2'),
    publicAddresses: fc.constantFrom('no', 'no', 'yes'),
    subnets: fc.constantFrom(['10.1.0.0/16'], ['131.107.1.0/24'], undefined),
    internetAllowed: fc.constantFrom('yes', 'yes', 'no'),
  }),
);

const servers = each(
  ['v1', 'v2', 'v3', 'v4', 'v5', 'v6'],
  fc.record({
    role: fc.constantFrom('gateway', 'integration'),
    site: fc.constantFrom(...places),
    seesRoutes: maybe('yes', 'yes', 'no'),
    natPool: maybe('n1', 'n2', 'n3'),
    proxy: maybe(undefined, undefined, 'x1'),
    environment: maybe('sales', 'trials'),
    internetAllowed: fc.constantFrom('yes', 'no'),
  }),
);

const proxies = each(
  ['x1', 'x2'],
  fc.record({
    kind: fc.constantFrom('explicit', 'cloud'),
    site: maybe(...places),
    egress: maybe('express-route', 'internet', 'by-rule'),
    bypass: maybe('yes', 'no'),
  }),
);

/** What is said of all of a network. */
export const anyAnswers = fc.record({
  'client.steering.method': fc.constant('mixed'),
  'routing.steering.propagation': fc.constantFrom('some-segments', 'everywhere', 'edge-only', null),
  'routing.steering.path-length': fc.constantFrom('yes', 'no'),
  'client.steering.pac-order': fc.constantFrom('exceptions-first', 'broad-first', 'not-written'),
  'client.control.on-failure': fc.constantFrom('fail-open', 'fail-closed'),
  'client.remote.vpn': fc.constantFrom('forced', 'split', null),
}) satisfies fc.Arbitrary<Answers>;

/** The sound plan with leaves behind its hubs, several sources at each, and cells changed at random. */
export const anyNetwork = fc
  .record({
    leaves,
    groups,
    servers,
    proxies,
    plan: maybe('express-route', 'internet', 'both'),
    edge: fc.record({
      site: maybe('west', 'west', 'l1'),
      learnsRoutes: maybe('all', 'all', 'filtered', 'none'),
      localPreference: maybe(150, 100),
    }),
    internet: fc.record({
      site: maybe('west', 'l3'),
      learnsRoutes: fc.constantFrom('none', 'none', 'all'),
      firewall: maybe('stateful', 'none'),
    }),
    pool: fc.record({
      prefix: fc.constantFrom('131.107.1.0/27', '131.107.2.0/26', '131.107.9.0/27'),
      use: fc.constantFrom('express-route', 'express-route', 'both'),
    }),
    advertised: fc.constantFrom('131.107.1.0/24', '131.107.1.0/28', '131.107.2.0/24', '131.107.3.0/24'),
    communities: fc.constantFrom(
      ['12076:51002', '12076:51003'],
      ['12076:51002'],
      ['12076:51002', '12076:5010'],
    ),
  })
  .map((one): Tables => {
    const named = <Row extends { id: string }>(rows: readonly Row[]) =>
      rows.map(
        (row) =>
          Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== undefined)) as Row &
            Record<string, unknown>,
      );
    return changed(
      {
        ...sound,
        sites: [...(sound.sites ?? []), ...named(one.leaves)],
        clientGroups: named(one.groups),
        servers: named(one.servers),
        proxies: named(one.proxies),
      },
      ['environments', 'trials', { name: 'Trials', region: 'unitedstates', type: 'sandbox' }],
      ['services', 'apps', { service: 'power-apps', path: one.plan }],
      ['services', 'gateway', { service: 'gateway', path: 'internet' }],
      ['edges', 'west-er', one.edge],
      ['edges', 'west-in', one.internet],
      ['natPools', 'n1', one.pool],
      ['advertised', 'a1', { prefix: one.advertised }],
      ['peerings', 'p-c1', { communities: one.communities }],
    );
  });
