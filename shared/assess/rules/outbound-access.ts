/** Rules on who may reach published targets: inspection, authentication, allow-lists, and the second address family. */
import { readAdvertised } from '../advertised.ts';
import { answerRule } from '../answer-rule.ts';
import { publishedTargets } from '../planned.ts';
import { poolReads, readPools } from '../pools.ts';
import { type Hit, type Rule, rule } from '../rule.ts';

const trusted = rule({
  id: 'outbound.trusted',
  severity: 'blocker',
  reads: ['routing.outbound.trusted', 'peering.security.perimeter'],
  facts: ['O-04', 'O-05', 'Z-03'],
  check: (project) => {
    const at = project.at('routing.outbound.trusted');
    if (!project.said('routing.outbound.trusted', 'yes')) return undefined;
    return project.said('peering.security.perimeter', 'yes')
      ? { variant: 'contradiction', from: [at, project.at('peering.security.perimeter')] }
      : { from: [at] };
  },
});

const uninspected = rule({
  id: 'outbound.uninspected',
  severity: 'blocker',
  reads: ['endpoints', 'edges'],
  facts: ['O-04', 'Z-03'],
  check: (project) =>
    project
      .once(publishedTargets)
      .filter((row) => row.path === 'express-route')
      .flatMap((row): Hit[] => {
        const edge = project.row('edges', row.edge);
        const values = {
          name: project.nameOf('endpoints', row.id),
          edge: edge ? project.nameOf('edges', edge.id) : '',
        };
        if (row.inspection === 'none')
          return [{ about: row.id, values, from: [project.cell('endpoints', row.id, 'inspection')] }];
        if (row.inspection !== undefined || edge?.firewall !== 'none') return [];
        const from = [
          project.cell('endpoints', row.id, 'inspection'),
          project.cell('edges', edge.id, 'firewall'),
        ];
        return [{ about: row.id, variant: 'edge', values, from }];
      }),
});

const attracts = answerRule('outbound.attracts', 'risk', ['O-05'], 'routing.outbound.attracts', 'no');

const authentication = rule({
  id: 'outbound.authentication',
  severity: 'blocker',
  reads: ['endpoints'],
  facts: ['O-20', 'O-04'],
  check: (project) =>
    project.once(publishedTargets).flatMap((row): Hit[] => {
      const isFilter = row.authentication === 'ip-filter';
      // A sign-in page and a mail server answer before anybody has signed in; that is their work.
      const isOpen = row.authentication === 'none' && row.use !== 'sign-in' && row.use !== 'smtp';
      if (!isFilter && !isOpen) return [];
      return [
        {
          about: row.id,
          ...(isOpen ? { variant: 'none' } : {}),
          values: { name: project.nameOf('endpoints', row.id) },
          from: [project.cell('endpoints', row.id, 'authentication')],
        },
      ];
    }),
});

const httpTags = ['logic-apps', 'power-platform-plex', 'power-platform-infra'] as const;

const tags = rule({
  id: 'outbound.tags',
  severity: 'blocker',
  reads: ['routing.outbound.filtered', 'routing.outbound.tags', 'scope.services.used', 'services'],
  facts: ['O-12', 'O-13'],
  check: (project) => {
    const at = project.at('routing.outbound.tags');
    const filtered = project.at('routing.outbound.filtered');
    if (!project.said('routing.outbound.filtered', 'yes')) return undefined;
    if (project.state('routing.outbound.tags') === 'unknown')
      return { variant: 'unknown', severity: 'gate', from: [at, filtered] };
    // The whole region of AzureCloud holds every address the narrower tags hold.
    if (
      project.state('routing.outbound.tags') !== 'answered' ||
      project.said('routing.outbound.tags', 'azure-cloud-region')
    )
      return undefined;
    const name = (tag: string) => project.label('routing.outbound.tags', tag);
    const uses = (service: string) =>
      project
        .rows('services')
        .filter((row) => row.service === service && row.path !== 'none')
        .map((row) => project.cell('services', row.id, 'service'));
    const hits: Hit[] = [];
    const missing = httpTags.filter((tag) => !project.said('routing.outbound.tags', tag));
    const flows = uses('power-automate');
    if (missing.length > 0) {
      const values = { missing: missing.map(name).join(', ') };
      // Part of the three is a mistake by itself; none at all may mean that no flow calls over HTTP.
      if (missing.length < httpTags.length) hits.push({ variant: 'http', values, from: [at, filtered] });
      else if (flows.length > 0 || project.said('scope.services.used', 'power-automate'))
        hits.push({ variant: 'no-http', severity: 'risk', values, from: [at, filtered, ...flows] });
    }
    if (!project.said('routing.outbound.tags', 'azure-connectors')) {
      const values = { missing: name('azure-connectors') };
      const connectors = uses('connectors');
      const isUsed = ['power-automate', 'power-apps'].some((one) => project.said('scope.services.used', one));
      if (connectors.length > 0) hits.push({ values, from: [at, filtered, ...connectors] });
      else if (isUsed)
        hits.push({
          variant: 'maybe',
          severity: 'risk',
          values,
          from: [at, filtered, project.at('scope.services.used')],
        });
    }
    const webServices = uses('web-services-out');
    if (webServices.length > 0)
      hits.push({
        variant: 'web-services',
        severity: 'risk',
        values: { missing: name('azure-cloud-region') },
        from: [at, filtered, ...webServices],
      });
    return hits;
  },
});

const broadTag = answerRule(
  'outbound.broad-tag',
  'advice',
  ['O-13', 'O-20'],
  'routing.outbound.tags',
  'azure-cloud-region',
);

const secondFamily = rule({
  id: 'outbound.ipv6',
  severity: 'risk',
  reads: ['routing.outbound.client-ipv6', 'endpoints', 'advertised', ...poolReads],
  facts: ['O-14'],
  check: (project) => {
    const pools = project.once(readPools).expressRoute;
    const advertised = project.once(readAdvertised);
    const isCarried = [...pools, ...advertised].some((one) => one.prefix.family === 6);
    if (isCarried) return undefined;
    const hits: Hit[] = [];
    if (project.said('routing.outbound.client-ipv6', 'yes'))
      hits.push({ from: [project.at('routing.outbound.client-ipv6')] });
    for (const row of project.once(publishedTargets)) {
      if (row.ipv6 !== 'yes' || row.path !== 'express-route') continue;
      hits.push({
        about: row.id,
        variant: 'endpoint',
        values: { name: project.nameOf('endpoints', row.id) },
        from: [project.cell('endpoints', row.id, 'ipv6'), project.cell('endpoints', row.id, 'path')],
      });
    }
    return hits;
  },
});

const gatewayPublished = rule({
  id: 'outbound.gateway-published',
  severity: 'advice',
  reads: ['endpoints'],
  facts: ['A-15', 'A-16', 'A-13'],
  check: (project) =>
    project
      .once(publishedTargets)
      .filter((row) => (row.use === 'gateway' || row.use === 'relay') && row.address !== undefined)
      .map((row) => ({
        about: row.id,
        values: {
          name: project.nameOf('endpoints', row.id),
          use: project.label('endpoints', row.use ?? '', 'use'),
        },
        from: [project.cell('endpoints', row.id, 'use'), project.cell('endpoints', row.id, 'address')],
      })),
});

export const outboundAccessRules: readonly Rule[] = [
  trusted,
  uninspected,
  attracts,
  authentication,
  tags,
  broadTag,
  secondFamily,
  gatewayPublished,
];
