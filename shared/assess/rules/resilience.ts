/** Rules on what a failure takes away: circuits, locations, providers, devices, internet lines, fallbacks. */
import type { RowOf } from '../../content/tables.ts';
import { peeringLocation } from '../look-up.ts';
import { groupRows, listed, locationName, microsoftPeerings, ridesExpressRoute } from '../planned.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';

/** Critical sites whose traffic is meant for ExpressRoute, or that do not say otherwise. */
function criticalSites(project: Reader): RowOf<'sites'>[] {
  return project.rows('sites').filter((site) => site.critical === 'yes' && site.path !== 'internet');
}

function expressRouteEdgeOf(project: Reader, site: RowOf<'sites'>): string | undefined {
  return site.expressRouteEdge ?? project.row('sites', site.hub)?.expressRouteEdge;
}

function locationsOf(circuits: readonly RowOf<'circuits'>[]): Set<string> {
  return new Set(
    circuits
      .flatMap((row) => [row.location, row.resiliency === 'metro' ? row.secondLocation : undefined])
      .filter((location) => location !== undefined),
  );
}

export const resilienceRules: readonly Rule[] = [
  rule({
    id: 'circuits.edge-kind',
    severity: 'risk',
    reads: ['circuits', 'sites', 'edges'],
    facts: ['R-01', 'W-15'],
    check: (project) => {
      const named = [
        ...project.rows('circuits').flatMap(({ id, edge, secondEdge }) => [
          { edge, not: 'internet', at: project.cell('circuits', id, 'edge') },
          { edge: secondEdge, not: 'internet', at: project.cell('circuits', id, 'secondEdge') },
        ]),
        ...project.rows('sites').flatMap(({ id, expressRouteEdge, internetEdge }) => [
          { edge: expressRouteEdge, not: 'internet', at: project.cell('sites', id, 'expressRouteEdge') },
          { edge: internetEdge, not: 'express-route', at: project.cell('sites', id, 'internetEdge') },
        ]),
      ];
      const wrong = named.filter(({ edge, not }) => project.row('edges', edge)?.kind === not);
      return [...groupRows(wrong, ({ edge }) => edge)].map(
        ([edge, uses]): Hit => ({
          about: edge,
          values: {
            edge: project.nameOf('edges', edge),
            kind: project.label('edges', project.row('edges', edge)?.kind ?? '', 'kind'),
          },
          from: [project.cell('edges', edge, 'kind'), ...uses.map(({ at }) => at)],
        }),
      );
    },
  }),

  rule({
    id: 'circuits.edge-without-circuit',
    severity: 'risk',
    reads: ['circuits', 'sites', 'edges'],
    facts: ['R-01', 'W-15'],
    check: (project) => {
      const circuits = project.rows('circuits');
      // A circuit that does not say where it ends may end anywhere.
      if (circuits.length === 0 || circuits.some((row) => row.edge === undefined)) return undefined;
      const reached = new Set(circuits.flatMap((row) => [row.edge, row.secondEdge]));
      const sites = project.rows('sites').filter(ridesExpressRoute);
      return [...groupRows(sites, (site) => expressRouteEdgeOf(project, site))].flatMap(
        ([edge, own]): Hit[] =>
          reached.has(edge) || !project.row('edges', edge)
            ? []
            : [
                {
                  about: edge,
                  values: {
                    edge: project.nameOf('edges', edge),
                    sites: listed(own.map((site) => project.nameOf('sites', site.id))),
                  },
                  from: [
                    ...own.map((site) => project.cell('sites', site.id, 'expressRouteEdge')),
                    ...circuits.map((row) => project.cell('circuits', row.id, 'edge')),
                  ],
                },
              ],
      );
    },
  }),

  rule({
    id: 'circuits.one-for-critical',
    severity: 'risk',
    reads: ['circuits', 'sites'],
    facts: ['S-12'],
    check: (project) => {
      const circuits = project.rows('circuits');
      const [only] = circuits;
      const critical = project.once(criticalSites);
      if (circuits.length !== 1 || !only || critical.length === 0) return undefined;
      if (only.resiliency === 'metro') return undefined;
      return {
        values: {
          circuit: project.nameOf('circuits', only.id),
          location: locationName(project.reference, only.location),
          sites: listed(critical.map((site) => project.nameOf('sites', site.id))),
        },
        from: [
          project.cell('circuits', only.id, 'resiliency'),
          ...critical.map((site) => project.cell('sites', site.id, 'critical')),
        ],
      };
    },
  }),

  rule({
    id: 'circuits.same-location',
    severity: 'risk',
    reads: ['circuits'],
    facts: ['S-12', 'S-13'],
    check: (project) => {
      const groups = groupRows(
        project.rows('circuits'),
        (row) => peeringLocation(project.reference, row.location)?.geography ?? row.location,
      );
      const hits: Hit[] = [];
      for (const [key, circuits] of groups) {
        const [location, ...others] = locationsOf(circuits);
        if (circuits.length < 2 || location === undefined || others.length > 0) continue;
        hits.push({
          about: key,
          values: {
            circuits: listed(circuits.map((row) => project.nameOf('circuits', row.id))),
            location: locationName(project.reference, location),
          },
          from: circuits.map((row) => project.cell('circuits', row.id, 'location')),
        });
      }
      return hits;
    },
  }),

  rule({
    id: 'circuits.same-provider',
    severity: 'risk',
    reads: ['circuits'],
    facts: ['C-17', 'S-11'],
    check: (project) => {
      const circuits = project.rows('circuits');
      const providers = new Set(circuits.map((row) => row.provider?.trim().toLowerCase()));
      const [provider] = providers;
      if (circuits.length < 2 || providers.size !== 1 || provider === undefined || provider === '')
        return undefined;
      return {
        values: {
          provider: circuits[0]?.provider?.trim() ?? provider,
          circuits: listed(circuits.map((row) => project.nameOf('circuits', row.id))),
        },
        from: circuits.map((row) => project.cell('circuits', row.id, 'provider')),
      };
    },
  }),

  rule({
    id: 'circuits.single-device',
    severity: 'risk',
    reads: ['circuits', 'edges', 'sites'],
    facts: ['S-11'],
    check: (project) => {
      const critical = project.once(criticalSites);
      const hits: Hit[] = [];
      for (const edge of project.rows('edges')) {
        if (edge.devices !== 1) continue;
        // A second edge gives a circuit a second device, whatever the first one has.
        const circuits = project
          .rows('circuits')
          .filter(
            (row) => row.edge === edge.id && (row.secondEdge === undefined || row.secondEdge === edge.id),
          );
        if (circuits.length === 0) continue;
        const sites = critical.filter((site) => expressRouteEdgeOf(project, site) === edge.id);
        hits.push({
          about: edge.id,
          ...(sites.length > 0 ? { variant: 'critical', severity: 'blocker' } : {}),
          values: {
            edge: project.nameOf('edges', edge.id),
            circuits: listed(circuits.map((row) => project.nameOf('circuits', row.id))),
            sites: listed(sites.map((site) => project.nameOf('sites', site.id))),
          },
          from: [
            project.cell('edges', edge.id, 'devices'),
            ...circuits.map((row) => project.cell('circuits', row.id, 'edge')),
            ...sites.map((site) => project.cell('sites', site.id, 'critical')),
          ],
        });
      }
      return hits;
    },
  }),

  rule({
    id: 'circuits.vpn-backup',
    severity: 'blocker',
    reads: ['peering.circuits.fallback', 'peering.design.types', 'peerings'],
    facts: ['S-15'],
    check: (project) => {
      if (!project.said('peering.circuits.fallback', 'vpn')) return undefined;
      const peerings = project.once(microsoftPeerings);
      const isPlanned = project.said('peering.design.types', 'microsoft');
      if (!isPlanned && peerings.length === 0) return undefined;
      return {
        from: [
          project.at('peering.circuits.fallback'),
          ...(isPlanned ? [project.at('peering.design.types')] : []),
          ...peerings.map((row) => project.cell('peerings', row.id, 'type')),
        ],
      };
    },
  }),

  rule({
    id: 'circuits.fallback',
    severity: 'risk',
    reads: ['peering.circuits.fallback', 'peering.circuits.runbook', 'circuits'],
    facts: ['S-13'],
    check: (project) => {
      const fallback = project.choice('peering.circuits.fallback');
      const at = project.at('peering.circuits.fallback');
      if (project.state('peering.circuits.fallback') === 'unknown') {
        return { variant: 'unknown', severity: 'gate', from: [at] };
      }
      if (fallback === 'none') return { variant: 'none', from: [at] };
      if (fallback === 'second-circuit') {
        const circuits = project.rows('circuits');
        return circuits.length === 1
          ? {
              variant: 'no-second',
              severity: 'blocker',
              values: { circuit: project.nameOf('circuits', circuits[0]?.id) },
              from: [at, project.at('peering.circuits.list')],
            }
          : undefined;
      }
      if (fallback !== 'internet') return undefined;
      const runbook = project.at('peering.circuits.runbook');
      const isUntested = project.isNotDone('peering.circuits.runbook');
      return isUntested ? { variant: 'untested', from: [at, runbook] } : { from: [at] };
    },
  }),

  rule({
    id: 'circuits.single-internet-egress',
    severity: 'risk',
    reads: ['edges', 'sites'],
    facts: ['S-19'],
    check: (project) => {
      const critical = project.rows('sites').filter((site) => site.critical === 'yes');
      const hits: Hit[] = [];
      for (const edge of project.rows('edges')) {
        const isSingle = edge.lines === 1 || (edge.devices === 1 && edge.kind === 'internet');
        if (edge.kind === 'express-route' || !isSingle) continue;
        const sites = critical.filter(
          (site) => (site.internetEdge ?? project.row('sites', site.hub)?.internetEdge) === edge.id,
        );
        if (sites.length === 0) continue;
        hits.push({
          about: edge.id,
          values: {
            edge: project.nameOf('edges', edge.id),
            sites: listed(sites.map((site) => project.nameOf('sites', site.id))),
          },
          from: [
            project.cell('edges', edge.id, edge.lines === 1 ? 'lines' : 'devices'),
            ...sites.map((site) => project.cell('sites', site.id, 'critical')),
          ],
        });
      }
      return hits;
    },
  }),
];
