/** Rules on data gateways, desktop flows and connectors: what they reach, and from where. */
import type { RowOf } from '../../content/tables.ts';
import type { FindingOrigin } from '../../view.ts';
import { platformRegion } from '../look-up.ts';
import { listed, regionName } from '../planned.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';

const relayHost = /(?:^|\.)servicebus\.windows\.net$/;

/** Whether a gateway's region belongs to the environment it serves. */
function judgeRegion(
  project: Reader,
  environment: RowOf<'environments'>,
  gatewayRegion: string,
  gateway: string,
  from: FindingOrigin[],
): Omit<Hit, 'about'> | undefined {
  if (environment.region === undefined) return undefined;
  const platform = platformRegion(project.reference, environment.region);
  if (platform?.gatewayRegions.includes(gatewayRegion)) return undefined;
  const values = {
    gateway,
    region: regionName(project.reference, gatewayRegion),
    environment: project.nameOf('environments', environment.id),
    platform: platform?.name ?? environment.region,
    allowed: listed(
      (platform?.gatewayRegions ?? []).map((id) => regionName(project.reference, id)),
      12,
    ),
  };
  return platform && platform.gatewayRegions.length > 0
    ? { values, from }
    : { variant: 'unpublished', severity: 'risk', values, from };
}

export const gatewayRules: readonly Rule[] = [
  rule({
    id: 'gateway.region',
    severity: 'blocker',
    reads: ['environments', 'servers'],
    facts: ['A-14'],
    check: (project) => {
      const hits: Hit[] = [];
      for (const environment of project.rows('environments')) {
        if (environment.gatewayRegion === undefined) continue;
        const name = project.nameOf('environments', environment.id);
        const hit = judgeRegion(project, environment, environment.gatewayRegion, name, [
          project.cell('environments', environment.id, 'gatewayRegion'),
          project.cell('environments', environment.id, 'region'),
        ]);
        if (hit) hits.push({ ...hit, about: environment.id });
      }
      for (const server of project.rows('servers')) {
        const environment = project.row('environments', server.environment);
        if (server.role !== 'gateway' || server.gatewayRegion === undefined || !environment) continue;
        const hit = judgeRegion(
          project,
          environment,
          server.gatewayRegion,
          project.nameOf('servers', server.id),
          [
            project.cell('servers', server.id, 'gatewayRegion'),
            project.cell('environments', environment.id, 'region'),
          ],
        );
        if (hit) hits.push({ variant: 'server', ...hit, about: `${server.id}.${environment.id}` });
      }
      return hits;
    },
  }),

  rule({
    id: 'gateway.needed',
    severity: 'risk',
    reads: ['peering.gateway.reviewed'],
    facts: ['A-13'],
    check: (project) => {
      const from = [project.at('peering.gateway.reviewed')];
      if (project.said('peering.gateway.reviewed', 'no')) return { from };
      return project.state('peering.gateway.reviewed') === 'unknown'
        ? { variant: 'unknown', from }
        : undefined;
    },
  }),

  rule({
    id: 'gateway.port-443',
    severity: 'blocker',
    reads: ['peering.gateway.https', 'client.internet.blocked'],
    facts: ['A-15', 'A-16'],
    check: (project) => {
      const at = project.at('peering.gateway.https');
      if (project.said('peering.gateway.https', 'no')) return { from: [at] };
      const blocked = project.list('client.internet.blocked').find((host) => relayHost.test(host));
      return project.said('peering.gateway.https', 'yes') && blocked !== undefined
        ? {
            variant: 'contradiction',
            severity: 'risk',
            values: { host: blocked },
            from: [at, project.at('client.internet.blocked')],
          }
        : undefined;
    },
  }),

  rule({
    id: 'gateway.third-party',
    severity: 'risk',
    reads: ['peering.gateway.third-party'],
    facts: ['A-17'],
    check: (project) => {
      const from = [project.at('peering.gateway.third-party')];
      if (project.said('peering.gateway.third-party', 'no')) return { from };
      return project.state('peering.gateway.third-party') === 'unknown'
        ? { variant: 'unknown', from }
        : undefined;
    },
  }),
];
