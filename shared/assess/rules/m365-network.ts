/** Rules on what Microsoft 365 asks of the network around it: routes, media, internet lines, identity servers. */

import { limit } from '../look-up.ts';
import { m365Values, microsoftPeerings, ridesExpressRoute } from '../planned.ts';
import { type Hit, type Rule, rule } from '../rule.ts';

export const m365NetworkRules: readonly Rule[] = [
  rule({
    id: 'm365.route-capacity',
    severity: 'blocker',
    reads: ['peering.filter.expected-routes', 'edges', 'peerings'],
    facts: ['M-14'],
    check: (project) => {
      const expected = project.number('peering.filter.expected-routes');
      const state = project.state('peering.filter.expected-routes');
      const carriers = project
        .once(microsoftPeerings)
        .filter((row) => m365Values(project.reference, row.communities ?? []).length > 0);
      const usual = limit(project.reference, 'm365-prefixes-expected').value;
      // Nobody has counted: the figure of 2017 says only that a small table is worth a look.
      const isCounted = expected !== undefined;
      if (!isCounted && (state !== 'unknown' || carriers.length === 0)) return undefined;
      const routes = expected ?? usual;
      return project
        .rows('edges')
        .filter(
          (edge) =>
            edge.kind !== 'internet' && edge.routeCapacity !== undefined && edge.routeCapacity < routes,
        )
        .map(
          (edge): Hit => ({
            about: edge.id,
            ...(isCounted ? {} : { variant: 'uncounted', severity: 'risk' }),
            values: {
              edge: project.nameOf('edges', edge.id),
              capacity: edge.routeCapacity ?? 0,
              routes,
            },
            from: [
              project.at('peering.filter.expected-routes'),
              project.cell('edges', edge.id, 'routeCapacity'),
              ...(isCounted ? [] : carriers.map((row) => project.cell('peerings', row.id, 'communities'))),
            ],
          }),
        );
    },
  }),

  rule({
    id: 'm365.gcc-ticket',
    severity: 'blocker',
    reads: ['peering.m365.gcc-ticket'],
    facts: ['M-16'],
    check: (project) => {
      const from = [project.at('peering.m365.gcc-ticket')];
      if (project.said('peering.m365.gcc-ticket', 'no')) return { from };
      return project.state('peering.m365.gcc-ticket') === 'unknown'
        ? { variant: 'unknown', severity: 'gate', from }
        : undefined;
    },
  }),

  rule({
    id: 'm365.media',
    severity: 'risk',
    reads: ['peering.m365.media', 'services'],
    facts: ['M-17', 'W-13'],
    check: (project) => {
      const at = project.at('peering.m365.media');
      const teams = project.rows('services').find((row) => row.service === 'teams' && row.path !== undefined);
      if (project.said('peering.m365.media', 'unmarked')) return { from: [at] };
      if (!teams) return undefined;
      const cell = project.cell('services', teams.id, 'path');
      if (project.said('peering.m365.media', 'none')) {
        return ridesExpressRoute(teams) ? { variant: 'contradiction', from: [at, cell] } : undefined;
      }
      return project.said('peering.m365.media', 'marked') && teams.path === 'internet'
        ? { variant: 'not-carried', severity: 'advice', from: [at, cell] }
        : undefined;
    },
  }),

  rule({
    id: 'm365.internet-line',
    severity: 'risk',
    reads: ['client.internet.line'],
    facts: ['M-18', 'M-15'],
    check: (project) => {
      const from = [project.at('client.internet.line')];
      if (project.said('client.internet.line', 'removed'))
        return { variant: 'removed', severity: 'blocker', from };
      return project.said('client.internet.line', 'reduced-unmeasured') ? { from } : undefined;
    },
  }),

  rule({
    id: 'm365.entra-connect',
    severity: 'risk',
    reads: ['peering.m365.entra-connect', 'servers'],
    facts: ['M-19'],
    check: (project) => {
      const at = project.at('peering.m365.entra-connect');
      const path = project.choice('peering.m365.entra-connect');
      if (path === 'express-route-only')
        return { variant: 'express-route-only', severity: 'blocker', from: [at] };
      const shut = project
        .rows('servers')
        .filter((server) => server.role === 'entra-connect' && server.internetAllowed === 'no');
      if (shut.length > 0) {
        return shut.map((server) => ({
          about: server.id,
          variant: 'shut-server',
          severity: 'blocker',
          values: { server: project.nameOf('servers', server.id) },
          from: [project.cell('servers', server.id, 'internetAllowed'), at],
        }));
      }
      const isOpen = path === 'undesigned' || project.state('peering.m365.entra-connect') === 'unknown';
      return isOpen ? { from: [at] } : undefined;
    },
  }),
];
