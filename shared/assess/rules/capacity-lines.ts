/** Rules on the lines between sites: hubs, bottlenecks, latency, and whether a site is better off without ExpressRoute. */
import type { RowOf } from '../../content/tables.ts';
import { sumOf, waysOf } from '../load.ts';
import { limit } from '../look-up.ts';
import { listed, listedBy, ridesExpressRoute } from '../planned.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';

type Site = RowOf<'sites'>;

/** Every hub with the sites whose traffic passes it; sites that go out locally do not load it. */
function attachedSites(project: Reader): Map<Site, Site[]> {
  const attached = new Map<Site, Site[]>();
  for (const [site, way] of waysOf(project)) {
    if (site.path === 'internet') continue;
    for (const hub of way.slice(1)) {
      const sites = attached.get(hub);
      if (sites) sites.push(site);
      else attached.set(hub, [site]);
    }
  }
  return attached;
}

const hubLine = rule({
  id: 'capacity.hub-line',
  severity: 'risk',
  reads: ['sites'],
  facts: ['W-09', 'W-01'],
  check: (project) =>
    [...attachedSites(project)].flatMap(([hub, sites]): Hit[] => {
      const known = sites.filter((site) => site.peak !== undefined);
      const load = sumOf(known, (site) => site.peak);
      if (load === 0 || (hub.wan !== undefined && load <= hub.wan)) return [];
      return [
        {
          about: hub.id,
          ...(hub.wan === undefined ? { variant: 'unknown' } : {}),
          values: {
            hub: project.nameOf('sites', hub.id),
            wan: hub.wan ?? '',
            load,
            count: sites.length,
            sites: listed(sites.map((site) => project.nameOf('sites', site.id))),
          },
          from: [
            project.cell('sites', hub.id, 'wan'),
            ...known.map((site) => project.cell('sites', site.id, 'peak')),
          ],
        },
      ];
    }),
});

const siteLine = rule({
  id: 'capacity.site-line',
  severity: 'risk',
  reads: ['sites'],
  facts: ['W-01', 'W-12'],
  check: (project) =>
    project.rows('sites').flatMap((site): Hit[] => {
      const { peak, wan } = site;
      // A site with an ExpressRoute edge of its own does not cross its line to get there.
      if (site.path === 'internet' || site.expressRouteEdge !== undefined) return [];
      if (peak === undefined || wan === undefined || peak <= wan) return [];
      return [
        {
          about: site.id,
          values: { site: project.nameOf('sites', site.id), peak, wan },
          from: [project.cell('sites', site.id, 'wan'), project.cell('sites', site.id, 'peak')],
        },
      ];
    }),
});

const linesUnknown = rule({
  id: 'capacity.lines-unknown',
  severity: 'risk',
  reads: ['client.capacity.lines-known', 'scope.sites.spread', 'sites'],
  facts: ['W-09', 'W-01'],
  check: (project) => {
    const at = project.at('client.capacity.lines-known');
    if (project.isNotDone('client.capacity.lines-known')) return { from: [at] };
    const isSpread = project.choice('scope.sites.spread') !== 'one-site';
    if (!project.said('client.capacity.lines-known', 'yes') || !isSpread) return undefined;
    const open = project.rows('sites').filter((site) => ridesExpressRoute(site) && site.wan === undefined);
    if (open.length === 0) return undefined;
    return {
      variant: 'contradiction',
      severity: 'advice',
      values: {
        count: open.length,
        sites: listed(open.map((site) => project.nameOf('sites', site.id))),
      },
      from: [at, ...open.map((site) => project.cell('sites', site.id, 'wan'))],
    };
  },
});

const bottleneck = rule({
  id: 'capacity.bottleneck-elsewhere',
  severity: 'risk',
  reads: ['client.capacity.slowest', 'justification.reason.driver'],
  facts: ['W-01', 'J-06'],
  check: (project) => {
    const slowest = project.choice('client.capacity.slowest');
    if (slowest !== 'lan' && slowest !== 'wan') return undefined;
    const drivers = ['capacity', 'predictability', 'latency'].filter((driver) =>
      project.said('justification.reason.driver', driver),
    );
    if (drivers.length === 0) return undefined;
    return {
      values: {
        slowest: project.label('client.capacity.slowest', slowest),
        drivers: drivers.map((driver) => project.label('justification.reason.driver', driver)).join(', '),
      },
      from: [project.at('client.capacity.slowest'), project.at('justification.reason.driver')],
    };
  },
});

const poorLines = rule({
  id: 'capacity.poor-lines',
  severity: 'risk',
  reads: ['client.capacity.wan-quality', 'client.remote.breakout'],
  facts: ['W-12', 'CL-17'],
  check: (project) => {
    const quality = project.at('client.capacity.wan-quality');
    const breakout = project.at('client.remote.breakout');
    const isChosen = project.said('client.remote.breakout', 'chosen');
    if (project.said('client.capacity.wan-quality', 'poor'))
      return isChosen ? undefined : { from: [quality] };
    if (project.said('client.capacity.wan-quality', 'breakout')) {
      const denied = project.said('client.remote.breakout', 'not-needed');
      return denied || project.said('client.remote.breakout', 'undecided')
        ? { variant: 'contradiction', from: [quality, breakout] }
        : undefined;
    }
    return project.said('client.remote.breakout', 'undecided')
      ? { variant: 'undecided', severity: 'advice', from: [breakout] }
      : undefined;
  },
});

/** More sites than this with the same fault are one finding: nobody reads a hundred. */
const mostAlone = 3;

const latency = rule({
  id: 'capacity.latency',
  severity: 'risk',
  reads: ['sites', 'scope.services.used'],
  facts: ['W-02', 'W-03'],
  check: (project) => {
    // The limit is that of model-driven apps; nothing is published for the other services.
    const used = project.said('scope.services.used', 'power-apps');
    if (!used && !project.said('scope.services.used', 'dynamics-365')) return undefined;
    const most = limit(project.reference, 'latency-client').value;
    const far = project.rows('sites').flatMap((site) => {
      const column = site.path === 'internet' ? 'internetLatency' : 'expressRouteLatency';
      const latency = site[column];
      return latency !== undefined && latency > most ? [{ site, column, latency }] : [];
    });
    if (far.length > mostAlone)
      return {
        variant: 'several',
        values: {
          count: far.length,
          most,
          sites: listedBy(far, ({ site, latency }) => `${project.nameOf('sites', site.id)} (${latency} ms)`),
        },
        from: far.map(({ site, column }) => project.cell('sites', site.id, column)),
      };
    return far.map(
      ({ site, column, latency }): Hit => ({
        about: site.id,
        ...(column === 'internetLatency' ? { variant: 'internet' } : {}),
        values: { site: project.nameOf('sites', site.id), latency, most },
        from: [project.cell('sites', site.id, column)],
      }),
    );
  },
});

const expressRouteSlower = rule({
  id: 'capacity.express-route-slower',
  severity: 'risk',
  reads: ['sites'],
  facts: ['W-10'],
  check: (project) => {
    const slower = project.rows('sites').flatMap((site) => {
      const { internetLatency, expressRouteLatency } = site;
      if (!ridesExpressRoute(site) || internetLatency === undefined || expressRouteLatency === undefined)
        return [];
      return expressRouteLatency > internetLatency ? [{ site, internetLatency, expressRouteLatency }] : [];
    });
    const cells = ({ site }: { site: Site }) =>
      (['expressRouteLatency', 'internetLatency', 'path'] as const).map((column) =>
        project.cell('sites', site.id, column),
      );
    if (slower.length > mostAlone)
      return {
        variant: 'several',
        values: {
          count: slower.length,
          sites: listedBy(
            slower,
            ({ site, internetLatency, expressRouteLatency }) =>
              `${project.nameOf('sites', site.id)} (${internetLatency} → ${expressRouteLatency} ms)`,
          ),
        },
        from: slower.flatMap(cells),
      };
    return slower.map(
      (one): Hit => ({
        about: one.site.id,
        values: {
          site: project.nameOf('sites', one.site.id),
          internetLatency: one.internetLatency,
          expressRouteLatency: one.expressRouteLatency,
        },
        from: cells(one),
      }),
    );
  },
});

/** What a site's row has to say before its path can be judged, given the path it takes. */
function missingColumns(site: Site, way: readonly Site[]): (keyof Site & string)[] {
  const missing: (keyof Site & string)[] = [];
  if (!way.some((one) => one.internetEdge !== undefined)) missing.push('internetEdge');
  if (site.internetLatency === undefined) missing.push('internetLatency');
  if (!ridesExpressRoute(site)) return missing;
  if (!way.some((one) => one.expressRouteEdge !== undefined)) missing.push('expressRouteEdge');
  if (site.expressRouteLatency === undefined) missing.push('expressRouteLatency');
  return missing;
}

const siteFacts = rule({
  id: 'capacity.site-facts',
  severity: 'risk',
  reads: ['scope.today.stage', 'sites'],
  facts: ['W-15'],
  check: (project) => {
    const stage = project.choice('scope.today.stage');
    if (stage === undefined || stage === 'deciding') return undefined;
    const open = [...waysOf(project)]
      .filter(([site]) => site.path !== undefined)
      .map(([site, way]) => ({ site, missing: missingColumns(site, way) }))
      .filter(({ missing }) => missing.length > 0);
    if (open.length === 0) return undefined;
    return {
      values: {
        count: open.length,
        sites: listed(open.map(({ site }) => project.nameOf('sites', site.id))),
      },
      from: open.flatMap(({ site, missing }) =>
        missing.map((column) => project.cell('sites', site.id, column)),
      ),
    };
  },
});

export const lineRules: readonly Rule[] = [
  hubLine,
  siteLine,
  linesUnknown,
  bottleneck,
  poorLines,
  latency,
  expressRouteSlower,
  siteFacts,
];
