/** Rules on validation: what a finished circuit has to show, and what has to be tested before it is trusted. */
import { answerRule } from '../answer-rule.ts';
import { listed, microsoftPeerings, routeFiltersSince } from '../planned.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';
import { cutoverRules } from './validation-cutover.ts';

/** Before building, no circuit has to show anything. */
function isBuilt(project: Reader): boolean {
  return project.said('scope.today.stage', 'building') || project.said('scope.today.stage', 'running');
}

const circuitState = rule({
  id: 'validation.circuit-state',
  severity: 'blocker',
  reads: ['scope.today.stage', 'circuits'],
  facts: ['U-01'],
  check: (project) => {
    if (!isBuilt(project)) return undefined;
    return project.rows('circuits').flatMap((circuit): Hit[] => {
      const { provisioning, circuitState: state } = circuit;
      const values = {
        circuit: project.nameOf('circuits', circuit.id),
        state: project.label('circuits', provisioning ?? '', 'provisioning'),
      };
      if (state === 'disabled') {
        const from = [project.cell('circuits', circuit.id, 'circuitState')];
        return [{ about: circuit.id, variant: 'disabled', values, from }];
      }
      // A planned circuit is for later; one that was ordered has to be finished.
      return provisioning === 'not-provisioned' || provisioning === 'provisioning'
        ? [{ about: circuit.id, values, from: [project.cell('circuits', circuit.id, 'provisioning')] }]
        : [];
    });
  },
});

const peeringState = rule({
  id: 'validation.peering-state',
  severity: 'blocker',
  reads: ['scope.today.stage', 'peerings'],
  facts: ['U-02'],
  check: (project) => {
    if (!isBuilt(project)) return undefined;
    // "Validation needed" has a rule of its own with the advertised prefixes.
    return microsoftPeerings(project)
      .filter((row) => row.validation === 'not-configured' || row.validation === 'configuring')
      .map((row) => ({
        about: row.id,
        values: {
          peering: project.nameOf('peerings', row.id),
          state: project.label('peerings', row.validation ?? '', 'validation'),
        },
        from: [project.cell('peerings', row.id, 'validation')],
      }));
  },
});

const arp = rule({
  id: 'validation.arp',
  severity: 'blocker',
  reads: ['golive.checks.arp'],
  facts: ['U-03'],
  check: (project) => {
    const from = [project.at('golive.checks.arp')];
    if (project.said('golive.checks.arp', 'incomplete')) return { from };
    return project.said('golive.checks.arp', 'empty') ? { variant: 'empty', from } : undefined;
  },
});

const sessions = rule({
  id: 'validation.sessions',
  severity: 'blocker',
  reads: ['golive.checks.sessions', 'scope.today.stage', 'peerings'],
  facts: ['U-04', 'A-03'],
  check: (project) => {
    const at = project.at('golive.checks.sessions');
    if (project.said('golive.checks.sessions', 'down')) return { from: [at] };
    if (project.said('golive.checks.sessions', 'one-up'))
      return { variant: 'one', severity: 'risk', from: [at] };
    if (!project.said('golive.checks.sessions', 'both-up')) return undefined;
    const broken = microsoftPeerings(project).filter(
      (row) => row.sessions === 'one' || row.sessions === 'none',
    );
    if (broken.length === 0) return undefined;
    return {
      variant: 'contradiction',
      severity: 'risk',
      values: { peerings: listed(broken.map((row) => project.nameOf('peerings', row.id))) },
      from: [at, ...broken.map((row) => project.cell('peerings', row.id, 'sessions'))],
    };
  },
});

const received = rule({
  id: 'validation.received',
  severity: 'blocker',
  reads: ['golive.checks.received', 'scope.today.stage', 'peerings'],
  facts: ['U-06', 'R-20'],
  check: (project) => {
    const at = project.at('golive.checks.received');
    const peerings = microsoftPeerings(project);
    const unfiltered = peerings.filter((row) => row.filter === 'none');
    const filters = unfiltered.map((row) => project.cell('peerings', row.id, 'filter'));
    if (project.said('golive.checks.received', 'none')) return { from: [at, ...filters] };
    if (project.said('golive.checks.received', 'other'))
      return { variant: 'other', severity: 'risk', from: [at] };
    if (!project.said('golive.checks.received', 'as-expected')) return undefined;
    const empty = unfiltered.filter((row) => row.created !== undefined && row.created >= routeFiltersSince);
    if (empty.length === 0 || empty.length < peerings.length) return undefined;
    return { variant: 'contradiction', severity: 'risk', from: [at, ...filters] };
  },
});

const looks = [
  'golive.checks.arp',
  'golive.checks.sessions',
  'golive.checks.both-links',
  'golive.checks.received',
] as const;

const notLooked = rule({
  id: 'validation.not-looked',
  severity: 'risk',
  reads: ['scope.today.stage', ...looks],
  facts: ['U-03', 'U-04', 'U-05', 'U-06'],
  check: (project) => {
    if (!project.said('scope.today.stage', 'running')) return undefined;
    const open = looks.filter((id) => project.said(id, 'not-yet') || project.state(id) === 'unknown');
    return open.length > 0
      ? { values: { count: open.length, all: looks.length }, from: open.map((id) => project.at(id)) }
      : undefined;
  },
});

const pathMtu = rule({
  id: 'validation.path-mtu',
  severity: 'advice',
  reads: ['golive.checks.mtu'],
  facts: ['U-07'],
  check: (project) =>
    project.isNotDone('golive.checks.mtu') ? { from: [project.at('golive.checks.mtu')] } : undefined,
});

const planned = [
  'provider-router',
  'received',
  'nat-both-ways',
  'advertised',
  'accepted',
  'nowhere-else',
  'sessions',
  'hosts',
  'applications',
] as const;

const testPlan = rule({
  id: 'validation.test-plan',
  severity: 'advice',
  reads: ['golive.tests.plan', 'routing.nat.who'],
  facts: ['U-07'],
  check: (project) => {
    const at = project.at('golive.tests.plan');
    if (project.state('golive.tests.plan') !== 'answered') return undefined;
    const translates = !project.said('routing.nat.who', 'none');
    const missing = planned
      .filter((test) => translates || test !== 'nat-both-ways')
      .filter((test) => !project.said('golive.tests.plan', test));
    if (missing.length === 0) return undefined;
    return {
      // Without these two the faults that users feel first go unseen.
      ...(missing.includes('nowhere-else') || missing.includes('applications') ? { severity: 'risk' } : {}),
      values: {
        tests: missing.map((test) => project.label('golive.tests.plan', test)).join(', '),
      },
      from: [at],
    };
  },
});

const leakTest = rule({
  id: 'validation.leak-test',
  severity: 'risk',
  reads: ['golive.tests.leak'],
  facts: ['CL-15'],
  check: (project) =>
    project.isNotDone('golive.tests.leak') ? { from: [project.at('golive.tests.leak')] } : undefined,
});

const failures = ['primary-link', 'secondary-link', 'whole-circuit', 'internet-edge'] as const;

const failover = rule({
  id: 'validation.failover',
  severity: 'risk',
  reads: ['golive.tests.failover', 'golive.checks.sessions', 'scope.today.stage'],
  facts: ['U-11'],
  check: (project) => {
    const from = [project.at('golive.tests.failover')];
    const state = project.state('golive.tests.failover');
    const isRunning = project.said('scope.today.stage', 'running');
    if (state === 'unknown') return { variant: 'unknown', from };
    // A circuit that carries users while the question is still open has not been tested by anybody who would know.
    if (state === 'open' && isRunning && project.said('golive.checks.sessions', 'both-up'))
      return { variant: 'unknown', from };
    if (state !== 'answered') return undefined;
    const missing = failures.filter((failure) => !project.said('golive.tests.failover', failure));
    if (missing.length === 0) return undefined;
    const names = missing.map((failure) => project.label('golive.tests.failover', failure));
    return { severity: isRunning ? 'risk' : 'advice', values: { failures: names.join(', ') }, from };
  },
});

export const validationRules: readonly Rule[] = [
  circuitState,
  peeringState,
  arp,
  sessions,
  answerRule('validation.both-links', 'risk', ['U-05'], 'golive.checks.both-links', 'no'),
  received,
  notLooked,
  pathMtu,
  testPlan,
  leakTest,
  failover,
  ...cutoverRules,
];
