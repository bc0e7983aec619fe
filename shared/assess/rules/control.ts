/** Rules on access control: what keeps users off the internet path, and what happens when ExpressRoute is down. */
import { answerRule } from '../answer-rule.ts';
import { listed, platformServices } from '../planned.ts';
import { privateOnly, privateOnlyReads } from '../private-only.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';
import { ipFirewallRules } from './control-ip-firewall.ts';

/** Controls that can refuse a sign-in or a request; the others only push settings or describe places. */
const refusing = ['conditional-access', 'ip-firewall', 'ad-fs-vpn'] as const;

function isDecided(project: Reader): boolean {
  return project.state('client.control.measures') === 'answered';
}

function hasAny(project: Reader, measures: readonly string[]): boolean {
  return measures.some((measure) => project.said('client.control.measures', measure));
}

const adFsManaged = rule({
  id: 'control.ad-fs-managed',
  severity: 'blocker',
  reads: ['client.control.sign-in', 'client.control.measures', 'justification.compliance.controls'],
  facts: ['CL-18', 'CL-12'],
  check: (project) => {
    const signIn = project.at('client.control.sign-in');
    const claims = [
      ...(project.said('client.control.measures', 'ad-fs-vpn')
        ? [project.at('client.control.measures')]
        : []),
      ...(project.said('justification.compliance.controls', 'ad-fs')
        ? [project.at('justification.compliance.controls')]
        : []),
    ];
    if (claims.length === 0) return undefined;
    if (project.said('client.control.sign-in', 'managed')) return { from: [signIn, ...claims] };
    // With both models, users of the managed domains never meet AD FS.
    const isCovered = project.said('client.control.measures', 'conditional-access');
    return project.said('client.control.sign-in', 'mixed') && !isCovered
      ? { variant: 'mixed', severity: 'risk', from: [signIn, ...claims] }
      : undefined;
  },
});

const adFsOpen = rule({
  id: 'control.ad-fs-open',
  severity: 'risk',
  reads: [
    'client.control.sign-in',
    'client.control.ad-fs',
    'client.control.measures',
    'client.control.express-route-only',
  ],
  facts: ['CL-12', 'CL-18'],
  check: (project) => {
    const at = project.at('client.control.ad-fs');
    const measures = project.at('client.control.measures');
    const isPromised = project.said('client.control.measures', 'ad-fs-vpn');
    if (project.said('client.control.ad-fs', 'none') && isPromised)
      return { variant: 'absent', severity: 'blocker', from: [at, measures] };
    if (!project.said('client.control.ad-fs', 'internet')) return undefined;
    if (isPromised) return { variant: 'contradiction', from: [at, measures] };
    const others = ['conditional-access', 'named-locations', 'intune', 'ip-firewall'];
    const only = project.at('client.control.express-route-only');
    return project.said('client.control.express-route-only', 'yes') &&
      isDecided(project) &&
      !hasAny(project, others)
      ? { from: [at, only, measures] }
      : undefined;
  },
});

const adFsTwoAnswers = rule({
  id: 'control.ad-fs-two-answers',
  severity: 'risk',
  reads: ['client.control.sign-in', 'client.control.ad-fs', 'routing.outbound.ad-fs'],
  facts: ['CL-12', 'O-07'],
  check: (project) => {
    const called = project.choice('routing.outbound.ad-fs');
    if (called === undefined) return undefined;
    const outbound = project.at('routing.outbound.ad-fs');
    const reached = project.choice('client.control.ad-fs');
    if (called === 'not-used') {
      return reached === 'vpn-only' || reached === 'internet'
        ? { from: [project.at('client.control.ad-fs'), outbound] }
        : undefined;
    }
    if (reached === 'none')
      return { variant: 'called', from: [project.at('client.control.ad-fs'), outbound] };
    return project.said('client.control.sign-in', 'managed')
      ? { variant: 'managed', from: [project.at('client.control.sign-in'), outbound] }
      : undefined;
  },
});

const noPolicyForRemote = rule({
  id: 'control.no-policy-for-remote',
  severity: 'risk',
  reads: ['client.control.measures', 'scope.people.remote', 'clientGroups'],
  facts: ['CL-13'],
  check: (project) => {
    if (!isDecided(project)) return undefined;
    if (hasAny(project, ['conditional-access', 'named-locations', 'intune'])) return undefined;
    const groups = project
      .rows('clientGroups')
      .filter((group) => group.kind === 'mobile' || group.kind === 'home');
    if (!project.said('scope.people.remote', 'yes') && groups.length === 0) return undefined;
    return {
      from: [
        project.at('client.control.measures'),
        ...(groups.length > 0
          ? groups.map((group) => project.cell('clientGroups', group.id, 'kind'))
          : [project.at('scope.people.remote')]),
      ],
    };
  },
});

const onlyWithoutControl = rule({
  id: 'control.only-without-control',
  severity: 'blocker',
  reads: ['client.control.express-route-only', 'client.control.measures'],
  facts: ['CL-19', 'J-07', 'Y-14'],
  check: (project) =>
    project.said('client.control.express-route-only', 'yes') &&
    isDecided(project) &&
    !hasAny(project, refusing)
      ? { from: [project.at('client.control.express-route-only'), project.at('client.control.measures')] }
      : undefined,
});

const onlyButInternet = rule({
  id: 'control.only-but-internet',
  severity: 'risk',
  reads: [
    'clientGroups',
    'services',
    'sites',
    'client.remote.breakout',
    'client.remote.vpn',
    'peering.circuits.fallback',
    ...privateOnlyReads,
  ],
  facts: ['CL-10', 'CL-17', 'CL-19', 'S-13'],
  check: (project) => {
    const isPolicy = project.said('justification.compliance.no-internet', 'yes');
    if (isPolicy && project.said('client.control.express-route-only', 'no'))
      return {
        variant: 'policy',
        from: [
          project.at('client.control.express-route-only'),
          project.at('justification.compliance.no-internet'),
        ],
      };
    const demands = project.once(privateOnly);
    if (demands.length === 0) return undefined;
    const hits: Hit[] = onInternet.flatMap(([variant, question, option]) =>
      project.said(question, option) ? [{ variant, from: [...demands, project.at(question)] }] : [],
    );
    const planned = plannedOnInternet(project);
    if (planned.length > 0)
      hits.push({
        ...(isPolicy ? { variant: 'policy-groups' } : {}),
        values: { groups: listed(planned.map(({ name }) => name)) },
        from: [...demands, ...planned.map(({ at }) => at)],
      });
    return hits;
  },
});

/** Answers that lead traffic to the internet, whatever the tables say. */
const onInternet = [
  ['breakout', 'client.remote.breakout', 'chosen'],
  ['split', 'client.remote.vpn', 'split'],
  ['fallback', 'peering.circuits.fallback', 'internet'],
] as const;

/** Groups, services of Power Platform and sites whose path is the internet. */
function plannedOnInternet(project: Reader) {
  const groups = project.rows('clientGroups').filter((row) => row.path === 'internet');
  const services = project
    .rows('services')
    .filter(
      (row) =>
        platformServices.includes(row.service ?? '') && (row.path === 'internet' || row.path === 'both'),
    );
  const sites = project.rows('sites').filter((row) => row.path === 'internet');
  return [
    ...groups.map(({ id }) => ({
      name: project.nameOf('clientGroups', id),
      at: project.cell('clientGroups', id, 'path'),
    })),
    ...services.map(({ id, service }) => ({
      name: project.label('services', service ?? '', 'service'),
      at: project.cell('services', id, 'path'),
    })),
    ...sites.map(({ id }) => ({ name: project.nameOf('sites', id), at: project.cell('sites', id, 'path') })),
  ];
}

const promised = [
  ['conditional-access', 'conditional-access'],
  ['ip-firewall', 'ip-firewall'],
  ['ad-fs', 'ad-fs-vpn'],
] as const;

const promisedNotPlanned = rule({
  id: 'control.promised-not-planned',
  severity: 'risk',
  reads: ['justification.compliance.controls', 'client.control.measures'],
  facts: ['J-07', 'CL-13'],
  check: (project) => {
    if (!isDecided(project)) return undefined;
    const missing = promised
      .filter(([promise]) => project.said('justification.compliance.controls', promise))
      .filter(([, measure]) => !project.said('client.control.measures', measure))
      .map(([promise]) => project.label('justification.compliance.controls', promise));
    return missing.length > 0
      ? {
          values: { controls: missing.join(', ') },
          from: [project.at('client.control.measures'), project.at('justification.compliance.controls')],
        }
      : undefined;
  },
});

const namedLocationsAlone = rule({
  id: 'control.named-locations-alone',
  severity: 'risk',
  reads: ['client.control.measures'],
  facts: ['CL-13'],
  check: (project) =>
    project.said('client.control.measures', 'named-locations') &&
    !project.said('client.control.measures', 'conditional-access')
      ? { from: [project.at('client.control.measures')] }
      : undefined,
});

const groupNotBlocked = rule({
  id: 'control.group-not-blocked',
  severity: 'risk',
  reads: ['clientGroups', 'client.control.measures'],
  facts: ['CL-10', 'Y-14'],
  check: (project) => {
    if (!isDecided(project) || hasAny(project, refusing)) return undefined;
    // Inside the office a firewall can do it; outside only identity and the service itself can.
    return project
      .rows('clientGroups')
      .filter((group) => group.path === 'blocked' && (group.kind === 'mobile' || group.kind === 'home'))
      .map((group) => ({
        about: group.id,
        values: { group: project.nameOf('clientGroups', group.id) },
        from: [project.cell('clientGroups', group.id, 'path'), project.at('client.control.measures')],
      }));
  },
});

const leakOwner = rule({
  id: 'control.leak-owner',
  severity: 'risk',
  reads: ['client.control.leak-owner', 'scope.today.stage', ...privateOnlyReads],
  facts: ['CL-19'],
  check: (project) => {
    const at = project.at('client.control.leak-owner');
    if (project.state('client.control.leak-owner') === 'unknown') return { from: [at] };
    if (!project.isUndecided('client.control.leak-owner')) return undefined;
    const demands = privateOnly(project);
    return demands.length > 0 && project.said('scope.today.stage', 'running')
      ? { from: [at, ...demands] }
      : undefined;
  },
});

const failOpen = rule({
  id: 'control.fail-open',
  severity: 'blocker',
  reads: ['client.control.on-failure', 'justification.reason.driver', ...privateOnlyReads],
  facts: ['CL-19'],
  check: (project) => {
    const at = project.at('client.control.on-failure');
    const demands = privateOnly(project);
    if (project.said('justification.reason.driver', 'block-internet'))
      demands.push(project.at('justification.reason.driver'));
    if (project.state('client.control.on-failure') === 'unknown') {
      return demands.length > 0
        ? { variant: 'undecided', severity: 'gate', from: [at, ...demands] }
        : { variant: 'undecided', severity: 'risk', from: [at] };
    }
    return project.said('client.control.on-failure', 'fail-open') && demands.length > 0
      ? { from: [at, ...demands] }
      : undefined;
  },
});

const failClosedFallback = rule({
  id: 'control.fail-closed-fallback',
  severity: 'risk',
  reads: ['client.control.on-failure', 'peering.circuits.fallback'],
  facts: ['CL-19', 'S-13'],
  check: (project) =>
    project.said('client.control.on-failure', 'fail-closed') &&
    project.said('peering.circuits.fallback', 'internet')
      ? { from: [project.at('client.control.on-failure'), project.at('peering.circuits.fallback')] }
      : undefined,
});

export const controlRules: readonly Rule[] = [
  adFsManaged,
  adFsOpen,
  adFsTwoAnswers,
  noPolicyForRemote,
  onlyWithoutControl,
  onlyButInternet,
  promisedNotPlanned,
  namedLocationsAlone,
  groupNotBlocked,
  leakOwner,
  failOpen,
  failClosedFallback,
  answerRule('control.ip-firewall-managed', 'blocker', ['CL-14'], 'client.control.ip-firewall-managed', 'no'),
  ...ipFirewallRules,
];
