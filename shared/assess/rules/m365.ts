/** Rules on Microsoft 365 over ExpressRoute: permission, communities, and what stays on the internet whatever is planned. */
import { answerRule } from '../answer-rule.ts';
import { community } from '../look-up.ts';
import {
  filteredPeerings,
  listed,
  m365Services,
  m365Values,
  microsoftPeerings,
  ridesExpressRoute,
  routeFiltersSince,
} from '../planned.ts';
import { privateOnly, privateOnlyReads } from '../private-only.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';
import { written } from '../written.ts';
import { m365NetworkRules } from './m365-network.ts';

/** Rows of the services table that Microsoft does not offer over ExpressRoute at all. */
const internetOnly = new Set<string | undefined>(['admin-portals', 'app-downloads', 'cdn']);

/** Nobody is named: the answer is "don't know yet", or says in words that there is nobody. */
function isUnowned(project: Reader, question: 'peering.m365.defender-owner' | 'peering.m365.endpoint-owner') {
  const state = project.state(question);
  return state === 'unknown' || (state === 'answered' && written(project, question)?.said === 'none');
}

/** The service a community entry names, by row of the services table. */
const communityServiceOf: Readonly<Record<string, string>> = { 'office-web': 'common' };

function servicesOnExpressRoute(project: Reader) {
  return project
    .rows('services')
    .filter((row) => m365Services.includes(row.service ?? '') && ridesExpressRoute(row));
}

export const m365Rules: readonly Rule[] = [
  rule({
    id: 'm365.not-authorised',
    severity: 'blocker',
    reads: ['peerings', 'justification.m365.approval'],
    facts: ['C-11', 'M-02'],
    check: (project) => {
      if (project.said('justification.m365.approval', 'granted')) return undefined;
      const isOpen = project.isUndecided('justification.m365.approval');
      const hits: Hit[] = [];
      for (const peering of project.once(microsoftPeerings)) {
        const needing = (status: string) =>
          (peering.communities ?? []).filter(
            (value) => community(project.reference, value)?.authorisation === status,
          );
        const cell = project.cell('peerings', peering.id, 'communities');
        const required = needing('required');
        const name = project.nameOf('peerings', peering.id);
        if (required.length > 0) {
          hits.push({
            about: peering.id,
            ...(isOpen ? { variant: 'open', severity: 'gate' } : {}),
            values: { peering: name, communities: required.join(', ') },
            from: [cell, project.at('justification.m365.approval')],
          });
        }
        const restricted = needing('restricted');
        if (restricted.length > 0) {
          hits.push({
            about: peering.id,
            variant: 'restricted',
            severity: 'risk',
            values: { peering: name, communities: restricted.join(', ') },
            from: [cell],
          });
        }
      }
      return hits;
    },
  }),

  rule({
    id: 'm365.treatment',
    severity: 'risk',
    reads: [
      'peering.filter.m365-treatment',
      'justification.m365.approval',
      'scope.services.m365',
      'peerings',
      'services',
    ],
    facts: ['M-01', 'M-02'],
    check: (project) => {
      const at = project.at('peering.filter.m365-treatment');
      const treatment = project.choice('peering.filter.m365-treatment');
      const peerings = project.once(microsoftPeerings);
      if (treatment === 'unspecified' || project.state('peering.filter.m365-treatment') === 'unknown') {
        const open = peerings.filter(
          (row) => row.filter !== 'attached' && row.created !== undefined && row.created < routeFiltersSince,
        );
        const isGranted = project.said('justification.m365.approval', 'granted');
        if (!isGranted && open.length === 0) return undefined;
        return {
          from: [
            at,
            ...(isGranted ? [project.at('justification.m365.approval')] : []),
            ...open.map((row) => project.cell('peerings', row.id, 'created')),
          ],
        };
      }
      if (treatment === 'authorised' && project.said('scope.services.m365', 'no'))
        return { variant: 'contradiction', from: [at, project.at('scope.services.m365')] };
      const isExcluded = treatment === 'excluded';
      const isOut = project.said('scope.services.m365', 'no');
      if (!isExcluded && !isOut) return undefined;
      const said = isExcluded ? at : project.at('scope.services.m365');
      const hits: Hit[] = [];
      for (const row of peerings) {
        const values = m365Values(project.reference, row.communities ?? []);
        if (values.length === 0) continue;
        hits.push({
          about: row.id,
          variant: 'listed',
          values: { peering: project.nameOf('peerings', row.id), communities: values.join(', ') },
          from: [said, project.cell('peerings', row.id, 'communities')],
        });
      }
      const planned = servicesOnExpressRoute(project);
      if (planned.length > 0) {
        hits.push({
          variant: 'planned',
          values: {
            services: listed(planned.map((row) => project.label('services', row.service ?? '', 'service'))),
          },
          from: [said, ...planned.map((row) => project.cell('services', row.id, 'path'))],
        });
      }
      return hits;
    },
  }),

  rule({
    id: 'm365.community-missing',
    severity: 'risk',
    reads: [
      'services',
      'peerings',
      'peering.filter.m365-treatment',
      'scope.services.m365',
      ...privateOnlyReads,
    ],
    facts: ['M-02', 'R-18'],
    check: (project) => {
      // That these services are planned although Microsoft 365 is to stay out is a finding of its own.
      if (
        project.said('peering.filter.m365-treatment', 'excluded') ||
        project.said('scope.services.m365', 'no')
      )
        return undefined;
      const peerings = project.once(filteredPeerings);
      if (peerings.length === 0) return undefined;
      const carried = new Set<string | undefined>();
      for (const value of peerings.flatMap((row) => row.communities)) {
        const known = community(project.reference, value);
        if (known?.group === 'm365' || known?.group === 'gov') carried.add(known.service);
      }
      const demand = privateOnly(project);
      return servicesOnExpressRoute(project)
        .filter((row) => !carried.has(communityServiceOf[row.service ?? ''] ?? row.service))
        .map((row) => ({
          about: row.id,
          severity: demand.length > 0 ? 'blocker' : 'risk',
          values: { service: project.label('services', row.service ?? '', 'service') },
          from: [
            project.cell('services', row.id, 'path'),
            ...peerings.map((peering) => project.cell('peerings', peering.id, 'communities')),
            ...demand,
          ],
        }));
    },
  }),

  answerRule('m365.one-geography', 'blocker', ['M-03'], 'peering.filter.one-geography', 'yes'),
  answerRule('m365.deny-list', 'risk', ['M-04'], 'peering.filter.list-style', 'deny-list'),
  answerRule('m365.far-entry', 'risk', ['M-12'], 'peering.m365.nearest', 'no'),
  answerRule('m365.both-directions', 'risk', ['M-13'], 'peering.m365.direction', 'both-at-once'),
  answerRule('m365.edition', 'risk', ['M-20'], 'justification.m365.edition', 'other'),

  rule({
    id: 'm365.internet-only-planned',
    severity: 'blocker',
    reads: ['services'],
    facts: ['M-07', 'A-12', 'M-05'],
    check: (project) =>
      project
        .rows('services')
        .filter((row) => row.path === 'express-route' && internetOnly.has(row.service))
        .map((row) => ({
          about: row.id,
          values: { service: project.label('services', row.service ?? '', 'service') },
          from: [project.cell('services', row.id, 'path')],
        })),
  }),

  rule({
    id: 'm365.outlook-mobile',
    severity: 'blocker',
    reads: ['peering.m365.outlook-mobile', 'client.internet.allowed', 'clientGroups'],
    facts: ['M-08'],
    check: (project) => {
      if (!project.said('peering.m365.outlook-mobile', 'yes')) return undefined;
      const at = project.at('peering.m365.outlook-mobile');
      const blocked = project
        .rows('clientGroups')
        .filter(
          (row) =>
            row.internetAllowed === 'no' &&
            (row.kind === 'mobile' ||
              row.devices?.some((device) => device === 'phone' || device === 'tablet')),
        );
      if (blocked.length > 0) {
        const names = blocked.map((row) => project.nameOf('clientGroups', row.id));
        return {
          variant: 'groups',
          values: { groups: listed(names) },
          from: [at, ...blocked.map((row) => project.cell('clientGroups', row.id, 'internetAllowed'))],
        };
      }
      return project.said('client.internet.allowed', 'no')
        ? { from: [at, project.at('client.internet.allowed')] }
        : undefined;
    },
  }),

  rule({
    id: 'm365.defender-owner',
    severity: 'risk',
    reads: ['peering.m365.defender-owner'],
    facts: ['M-09'],
    check: (project) =>
      isUnowned(project, 'peering.m365.defender-owner')
        ? { from: [project.at('peering.m365.defender-owner')] }
        : undefined,
  }),

  rule({
    id: 'm365.blob-unreachable',
    severity: 'risk',
    reads: ['peering.m365.blob', 'client.internet.allowed', 'client.internet.blocked', 'peerings'],
    facts: ['M-10'],
    check: (project) => {
      if (!project.said('peering.m365.blob', 'yes')) return undefined;
      const isBlocked = project.said('client.internet.allowed', 'no');
      const host = project
        .list('client.internet.blocked')
        .find((one) => /(?:^|\.)blob\.core\.windows\.net$/.test(one));
      if (!isBlocked && host === undefined) return undefined;
      // The regional series 51 holds everything of a region, 52 its storage.
      const hasRegion = project
        .once(microsoftPeerings)
        .some((row) => row.communities?.some((value) => /^12076:5[12]\d{3}$/.test(value)));
      if (hasRegion) return undefined;
      return {
        from: [
          project.at('peering.m365.blob'),
          ...(isBlocked ? [project.at('client.internet.allowed')] : []),
          ...(host === undefined ? [] : [project.at('client.internet.blocked')]),
        ],
      };
    },
  }),

  rule({
    id: 'm365.endpoint-changes',
    severity: 'risk',
    reads: ['peering.m365.endpoint-process', 'peering.m365.endpoint-owner', 'client.steering.pac-source'],
    facts: ['M-11', 'M-06'],
    check: (project) => {
      const process = project.choice('peering.m365.endpoint-process');
      const at = project.at('peering.m365.endpoint-process');
      if (process === 'none' || project.state('peering.m365.endpoint-process') === 'unknown')
        return { from: [at] };
      const hits: Hit[] = [];
      if (process === 'by-hand') hits.push({ variant: 'by-hand', severity: 'advice', from: [at] });
      if (process === 'web-service' && project.said('client.steering.pac-source', 'by-hand')) {
        hits.push({ variant: 'pac-by-hand', from: [at, project.at('client.steering.pac-source')] });
      }
      if (isUnowned(project, 'peering.m365.endpoint-owner')) {
        hits.push({ variant: 'no-owner', from: [project.at('peering.m365.endpoint-owner')] });
      }
      return hits;
    },
  }),

  ...m365NetworkRules,
];
