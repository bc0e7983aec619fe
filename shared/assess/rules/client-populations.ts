/** Rules on populations of users: whether each has a path, whether one is missing, and what the VPN does to them. */
import type { RowOf } from '../../content/tables.ts';
import { listed, listedBy } from '../planned.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';

type Group = RowOf<'clientGroups'>;

const pathMissing = rule({
  id: 'client.path-missing',
  severity: 'risk',
  reads: ['clientGroups'],
  facts: ['CL-10'],
  check: (project) => {
    const groups = project.rows('clientGroups').filter((group) => group.path === undefined);
    if (groups.length === 0) return undefined;
    return {
      values: {
        count: groups.length,
        groups: listed(groups.map((group) => project.nameOf('clientGroups', group.id))),
      },
      from: groups.map((group) => project.cell('clientGroups', group.id, 'path')),
    };
  },
});

const populationMissing = rule({
  id: 'client.population-missing',
  severity: 'risk',
  reads: ['clientGroups', 'scope.people.remote', 'client.remote.vpn'],
  facts: ['CL-20', 'CL-10'],
  check: (project) => {
    const kinds = new Set(project.rows('clientGroups').map((group) => group.kind));
    // An empty table is an unanswered question, not a wrong answer.
    if (kinds.size === 0) return undefined;
    const missing: NonNullable<Group['kind']>[] = [];
    const from = [project.at('scope.people.groups')];
    if (kinds.has('office-wired') && !kinds.has('office-wireless')) missing.push('office-wireless');
    if (project.said('scope.people.remote', 'yes') && !kinds.has('mobile')) missing.push('mobile');
    const hasVpn = project.said('client.remote.vpn', 'forced') || project.said('client.remote.vpn', 'split');
    if (hasVpn && !kinds.has('vpn') && !kinds.has('home')) {
      missing.push('vpn');
      from.push(project.at('client.remote.vpn'));
    }
    if (missing.length === 0) return undefined;
    if (missing.includes('mobile')) from.push(project.at('scope.people.remote'));
    return {
      values: { kinds: missing.map((kind) => project.label('clientGroups', kind, 'kind')).join(', ') },
      from,
    };
  },
});

/** Which contradiction a group's path is in with where its people are and what the VPN does. */
function contradictionOf(
  project: Reader,
  group: Group,
): 'direct' | 'split' | 'no-vpn' | 'forced' | undefined {
  const isOutside = group.kind === 'mobile' || group.kind === 'home';
  if (isOutside && group.path === 'express-route') return 'direct';
  if (group.path === 'vpn-express-route') {
    if (project.said('client.remote.vpn', 'split')) return 'split';
    return project.said('client.remote.vpn', 'none') ? 'no-vpn' : undefined;
  }
  const leavesTunnel = group.kind === 'vpn' && group.path === 'internet';
  return leavesTunnel && project.said('client.remote.vpn', 'forced') ? 'forced' : undefined;
}

const remotePath = rule({
  id: 'client.remote-path',
  severity: 'risk',
  reads: ['clientGroups', 'client.remote.vpn'],
  facts: ['CL-10', 'CL-11'],
  check: (project) =>
    project.rows('clientGroups').flatMap((group): Hit[] => {
      const variant = contradictionOf(project, group);
      if (variant === undefined) return [];
      return [
        {
          about: group.id,
          variant,
          values: {
            group: project.nameOf('clientGroups', group.id),
            kind: project.label('clientGroups', group.kind ?? '', 'kind'),
          },
          from: [
            project.cell('clientGroups', group.id, 'path'),
            variant === 'direct'
              ? project.cell('clientGroups', group.id, 'kind')
              : project.at('client.remote.vpn'),
          ],
        },
      ];
    }),
});

const vpnDelay = rule({
  id: 'client.vpn-delay',
  severity: 'risk',
  reads: ['client.remote.vpn-delay', 'client.remote.vpn'],
  facts: ['CL-11'],
  check: (project) =>
    project.isNotDone('client.remote.vpn-delay')
      ? { from: [project.at('client.remote.vpn-delay'), project.at('client.remote.vpn')] }
      : undefined,
});

const wirelessUnchecked = rule({
  id: 'client.wireless-unchecked',
  severity: 'risk',
  reads: ['client.remote.wireless'],
  facts: ['CL-20'],
  check: (project) =>
    project.isNotDone('client.remote.wireless')
      ? { from: [project.at('client.remote.wireless')] }
      : undefined,
});

/** A group goes where its site leads; the site's path is the design, the group's a wish. */
const groupSite = rule({
  id: 'client.group-site',
  severity: 'risk',
  reads: ['clientGroups', 'sites'],
  facts: ['CL-10', 'S-10'],
  check: (project) => {
    const groups = project
      .rows('clientGroups')
      .filter(
        (group) => group.path === 'express-route' && project.row('sites', group.site)?.path === 'internet',
      );
    if (groups.length === 0) return undefined;
    return {
      values: {
        groups: listedBy(
          groups,
          ({ id, site }) => `${project.nameOf('clientGroups', id)} (${project.nameOf('sites', site)})`,
        ),
      },
      from: groups.flatMap((group) => [
        project.cell('clientGroups', group.id, 'path'),
        ...(group.site === undefined ? [] : [project.cell('sites', group.site, 'path')]),
      ]),
    };
  },
});

export const populationRules: readonly Rule[] = [
  pathMissing,
  groupSite,
  populationMissing,
  remotePath,
  vpnDelay,
  wirelessUnchecked,
];
