/** Rules on the two ways a connection from Microsoft can take to a published target, and the way its reply takes. */
import type { RowOf } from '../../content/tables.ts';
import { advertisementsOf, blockOf, readAdvertised } from '../advertised.ts';
import { listed, type PublishedTarget, publishedTargets } from '../planned.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';

type Endpoint = PublishedTarget;

/** The edge a target is published at; the only one of its kind when none is named. */
function edgeOf(project: Reader, endpoint: Endpoint): RowOf<'edges'> | undefined {
  if (endpoint.edge !== undefined) return project.row('edges', endpoint.edge);
  const fitting = project.rows('edges').filter((edge) => edge.kind === endpoint.path || edge.kind === 'both');
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Whether the source is translated before the target: at the target's own entry, or by its edge. */
function sourceNatOf(endpoint: Endpoint, edge: RowOf<'edges'> | undefined): 'yes' | 'no' | undefined {
  if (endpoint.sourceNat !== undefined) return endpoint.sourceNat as 'yes' | 'no';
  return edge?.sourceNat as 'yes' | 'no' | undefined;
}

const filteredRoutes = rule({
  id: 'outbound.filtered-routes',
  severity: 'blocker',
  reads: ['endpoints', 'edges', 'circuits', 'peerings'],
  facts: ['O-06', 'Y-07'],
  check: (project) =>
    project.once(publishedTargets).flatMap((row): Hit[] => {
      if (row.path !== 'express-route') return [];
      const edge = edgeOf(project, row);
      const translated = sourceNatOf(row, edge);
      if (!edge || translated === 'yes') return [];
      const values = { name: project.nameOf('endpoints', row.id), edge: project.nameOf('edges', edge.id) };
      const learns = project.cell('edges', edge.id, 'learnsRoutes');
      const own = project.cell('endpoints', row.id, 'sourceNat');
      if (edge.learnsRoutes === 'filtered' || edge.learnsRoutes === 'none') {
        const from = [own, learns, project.cell('edges', edge.id, 'sourceNat')];
        if (translated === undefined)
          return [{ about: row.id, variant: 'undecided', severity: 'gate', values, from }];
        return [
          { about: row.id, ...(edge.learnsRoutes === 'none' ? { variant: 'none' } : {}), values, from },
        ];
      }
      // "All" at the edge is all that Microsoft sends, and a route filter holds back the rest.
      const circuits = project
        .rows('circuits')
        .filter((circuit) => circuit.edge === edge.id || circuit.secondEdge === edge.id)
        .map((circuit) => circuit.id);
      const filter = project
        .rows('peerings')
        .find(
          (one) => one.filter === 'attached' && one.circuit !== undefined && circuits.includes(one.circuit),
        );
      if (!filter || translated === undefined) return [];
      const from = [own, learns, project.cell('peerings', filter.id, 'filter')];
      const more = { ...values, peering: project.nameOf('peerings', filter.id) };
      return [{ about: row.id, variant: 'route-filter', severity: 'risk', values: more, from }];
    }),
});

const internetReply = rule({
  id: 'outbound.internet-reply',
  severity: 'blocker',
  reads: ['endpoints', 'edges', 'routing.steering.propagation'],
  facts: ['O-09', 'Y-06'],
  check: (project) =>
    project.once(publishedTargets).flatMap((row): Hit[] => {
      if (row.path !== 'internet') return [];
      const isEverywhere = project.said('routing.steering.propagation', 'everywhere');
      const sees = row.seesRoutes ?? (isEverywhere ? 'yes' : undefined);
      const edge = edgeOf(project, row);
      const translated = sourceNatOf(row, edge);
      if (sees !== 'yes' || translated === 'yes') return [];
      const values = { name: project.nameOf('endpoints', row.id) };
      const from = [
        row.seesRoutes === undefined
          ? project.at('routing.steering.propagation')
          : project.cell('endpoints', row.id, 'seesRoutes'),
        project.cell('endpoints', row.id, 'sourceNat'),
        ...(edge ? [project.cell('edges', edge.id, 'sourceNat')] : []),
      ];
      return translated === 'no'
        ? [{ about: row.id, values, from }]
        : [{ about: row.id, variant: 'undecided', severity: 'gate', values, from }];
    }),
});

const blindReply = rule({
  id: 'outbound.blind-reply',
  severity: 'risk',
  reads: ['endpoints', 'edges'],
  facts: ['Y-01', 'Y-06', 'O-06'],
  check: (project) =>
    project
      .once(publishedTargets)
      .filter((row) => row.path === 'express-route' && row.seesRoutes === 'no')
      .filter((row) => row.delivery !== 'reverse-proxy' && sourceNatOf(row, edgeOf(project, row)) === 'no')
      .map((row) => ({
        about: row.id,
        values: { name: project.nameOf('endpoints', row.id) },
        from: [
          project.cell('endpoints', row.id, 'seesRoutes'),
          project.cell('endpoints', row.id, 'sourceNat'),
          project.cell('endpoints', row.id, 'path'),
        ],
      })),
});

const advertisedAnyway = rule({
  id: 'outbound.advertised-anyway',
  severity: 'risk',
  reads: ['endpoints', 'advertised'],
  facts: ['O-05', 'O-10', 'Y-09'],
  check: (project) => {
    const advertised = project.once(readAdvertised);
    return project.once(publishedTargets).flatMap((row): Hit[] => {
      const address = blockOf(project, row.address);
      // Mail servers have a rule of their own (outbound.smtp), because there it is a blocker.
      if (row.path !== 'internet' || row.use === 'smtp' || !address) return [];
      const [covering] = advertisementsOf(advertised, address);
      if (!covering) return [];
      const values = {
        name: project.nameOf('endpoints', row.id),
        address: row.address ?? '',
        prefix: covering.text,
      };
      const from = [
        project.cell('endpoints', row.id, 'path'),
        project.cell('endpoints', row.id, 'address'),
        project.cell('advertised', covering.row.id, 'prefix'),
      ];
      return [{ about: row.id, ...(row.use === 'sign-in' ? { variant: 'sign-in' } : {}), values, from }];
    });
  },
});

const smtp = rule({
  id: 'outbound.smtp',
  severity: 'blocker',
  reads: ['endpoints', 'advertised'],
  facts: ['O-08', 'O-07'],
  check: (project) => {
    const advertised = project.once(readAdvertised);
    return project
      .once(publishedTargets)
      .filter((row) => row.use === 'smtp')
      .flatMap((row): Hit[] => {
        const name = project.nameOf('endpoints', row.id);
        if (row.path === 'express-route')
          return [{ about: row.id, values: { name }, from: [project.cell('endpoints', row.id, 'path')] }];
        const address = blockOf(project, row.address);
        const [covering] = address ? advertisementsOf(advertised, address) : [];
        if (!covering) return [];
        const values = { name, address: row.address ?? '', prefix: covering.text };
        const from = [
          project.cell('endpoints', row.id, 'address'),
          project.cell('advertised', covering.row.id, 'prefix'),
        ];
        return [{ about: row.id, variant: 'advertised', values, from }];
      });
  },
});

const adFs = rule({
  id: 'outbound.ad-fs',
  severity: 'risk',
  reads: ['routing.outbound.ad-fs', 'endpoints', 'edges'],
  facts: ['O-10', 'O-07'],
  check: (project) => {
    const planned = project.choice('routing.outbound.ad-fs');
    const at = project.at('routing.outbound.ad-fs');
    if (planned === undefined) return undefined;
    const rows = project.once(publishedTargets).filter((row) => row.use === 'sign-in');
    if (planned === 'not-used') {
      const names = listed(rows.map((row) => project.nameOf('endpoints', row.id)));
      const cells = rows.map((row) => project.cell('endpoints', row.id, 'use'));
      return rows.length > 0 ? { variant: 'not-used', values: { names }, from: [at, ...cells] } : undefined;
    }
    return rows.flatMap((row): Hit[] => {
      const values = { name: project.nameOf('endpoints', row.id) };
      if (row.path !== undefined && row.path !== planned) {
        const paths = {
          planned: project.label('routing.outbound.ad-fs', planned),
          path: project.label('endpoints', row.path, 'path'),
        };
        const from = [at, project.cell('endpoints', row.id, 'path')];
        return [{ about: row.id, values: { ...values, ...paths }, from }];
      }
      const edge = edgeOf(project, row);
      const isTranslated = row.delivery === 'destination-nat' || sourceNatOf(row, edge) === 'yes';
      return planned === 'express-route' && isTranslated
        ? [
            {
              about: row.id,
              variant: 'translated',
              values,
              from: [
                at,
                project.cell('endpoints', row.id, 'delivery'),
                project.cell('endpoints', row.id, 'sourceNat'),
              ],
            },
          ]
        : [];
    });
  },
});

const betterOnInternet: readonly Endpoint['use'][] = ['sign-in', 'exchange-sync', 'hybrid'];

const leaveOnInternet = rule({
  id: 'outbound.leave-on-internet',
  severity: 'advice',
  reads: ['endpoints', 'routing.outbound.ad-fs'],
  facts: ['O-07', 'O-11'],
  check: (project) => {
    const rows = project.once(publishedTargets).filter((row) => row.path === 'express-route');
    const hits = rows.flatMap((row): Hit[] => {
      const use = row.use === undefined ? '' : project.label('endpoints', row.use, 'use');
      const values = { name: project.nameOf('endpoints', row.id), use };
      const path = project.cell('endpoints', row.id, 'path');
      if (row.use !== 'smtp' && (row.otherCallers === 'yes' || row.use === 'autodiscover')) {
        const column = row.otherCallers === 'yes' ? 'otherCallers' : 'use';
        const from = [path, project.cell('endpoints', row.id, column)];
        return [{ about: row.id, variant: 'shared', severity: 'risk', values, from }];
      }
      return betterOnInternet.includes(row.use) && row.use !== undefined
        ? [{ about: row.id, values, from: [path, project.cell('endpoints', row.id, 'use')] }]
        : [];
    });
    const isPlanned = project.said('routing.outbound.ad-fs', 'express-route');
    return isPlanned && !rows.some((row) => row.use === 'sign-in')
      ? [...hits, { variant: 'ad-fs', from: [project.at('routing.outbound.ad-fs')] }]
      : hits;
  },
});

export const outboundPathRules: readonly Rule[] = [
  filteredRoutes,
  internetReply,
  blindReply,
  advertisedAnyway,
  smtp,
  adFs,
  leaveOnInternet,
];
