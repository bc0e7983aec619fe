/** Rules on operations: who notices, who follows Microsoft's changes, and when a proof has become too old. */
import { answerRule } from '../answer-rule.ts';
import { addMonths } from '../days.ts';
import type { ExpiredProof } from '../evidence.ts';
import { limit } from '../look-up.ts';
import { type Rule, rule } from '../rule.ts';

const metrics = ['arp', 'bgp', 'throughput'] as const;

const alerts = rule({
  id: 'operations.alerts',
  severity: 'risk',
  reads: ['golive.operations.alerts'],
  facts: ['P-01'],
  check: (project) => {
    const from = [project.at('golive.operations.alerts')];
    const state = project.state('golive.operations.alerts');
    if (state === 'unknown') return { variant: 'unknown', from };
    if (state !== 'answered') return undefined;
    const missing = metrics.filter((metric) => !project.said('golive.operations.alerts', metric));
    if (missing.length === metrics.length) return { from };
    if (missing.length === 0) return undefined;
    const names = missing.map((metric) => project.label('golive.operations.alerts', metric));
    return { variant: 'some', severity: 'advice', values: { metrics: names.join(', ') }, from };
  },
});

const threshold = rule({
  id: 'operations.threshold',
  severity: 'advice',
  reads: ['golive.operations.threshold', 'client.capacity.headroom'],
  facts: ['P-03', 'W-04'],
  check: (project) => {
    const percent = project.number('golive.operations.threshold');
    if (percent === undefined) return undefined;
    const at = project.at('golive.operations.threshold');
    const usual = limit(project.reference, 'utilisation-threshold').value;
    if (percent > usual) return { values: { percent, usual }, from: [at] };
    const headroom = project.number('client.capacity.headroom');
    // The alert should come before the planned headroom is used up, not after.
    return headroom !== undefined && percent > 100 - headroom
      ? {
          variant: 'headroom',
          values: { percent, headroom, used: 100 - headroom },
          from: [at, project.at('client.capacity.headroom')],
        }
      : undefined;
  },
});

const changes = rule({
  id: 'operations.changes',
  severity: 'risk',
  reads: ['golive.operations.changes', 'scope.services.m365', 'scope.services.used'],
  facts: ['P-04'],
  check: (project) => {
    const from = [project.at('golive.operations.changes')];
    const state = project.state('golive.operations.changes');
    if (state === 'unknown') return { variant: 'unknown', from };
    if (state !== 'answered') return undefined;
    const lists = ['service-tags', 'platform-addresses', 'communities'];
    if (project.said('scope.services.m365', 'yes')) lists.unshift('m365-endpoints');
    const missing = lists.filter((list) => !project.said('golive.operations.changes', list));
    if (missing.length === lists.length) return { from };
    if (missing.length === 0) return undefined;
    const names = missing.map((list) => project.label('golive.operations.changes', list));
    return { variant: 'some', severity: 'advice', values: { lists: names.join(', ') }, from };
  },
});

const changesOwner = rule({
  id: 'operations.changes-owner',
  severity: 'risk',
  reads: ['golive.operations.changes-owner'],
  facts: ['P-04', 'M-11'],
  check: (project) =>
    project.state('golive.operations.changes-owner') === 'unknown'
      ? { from: [project.at('golive.operations.changes-owner')] }
      : undefined,
});

const contacts = rule({
  id: 'operations.contacts',
  severity: 'risk',
  reads: ['golive.operations.contacts'],
  facts: ['P-07'],
  check: (project) =>
    project.isNotDone('golive.operations.contacts')
      ? {
          ...(project.said('golive.operations.contacts', 'no') ? {} : { variant: 'unknown' }),
          from: [project.at('golive.operations.contacts')],
        }
      : undefined,
});

/** A heuristic of ours, for projects that have agreed on no interval. */
const usualMonths = 12;

const failoverOld = rule({
  id: 'operations.failover-old',
  severity: 'risk',
  reads: [
    'golive.tests.failover-date',
    'golive.tests.failover',
    'golive.operations.failover-months',
    'scope.today.stage',
  ],
  facts: ['P-09', 'U-11'],
  check: (project) => {
    const at = project.at('golive.tests.failover-date');
    const interval = project.at('golive.operations.failover-months');
    const months = project.number('golive.operations.failover-months');
    if (months === 0) return { variant: 'never', severity: 'advice', from: [interval] };
    const date = project.text('golive.tests.failover-date');
    if (date === undefined) return undefined;
    if (date > project.today) return { variant: 'future', values: { date }, from: [at] };
    const due = addMonths(date, months ?? usualMonths);
    if (due === undefined || due >= project.today) return undefined;
    return months === undefined
      ? { variant: 'heuristic', severity: 'advice', values: { date, months: usualMonths }, from: [at] }
      : { values: { date, months, due }, from: [at, interval] };
  },
});

const proofOld = rule({
  id: 'operations.proof-old',
  severity: 'risk',
  reads: [],
  readsProofs: true,
  facts: ['P-09', 'P-10'],
  // One table of routes may prove ten answers: it is one thing to fetch anew.
  check: (project) => {
    const proofs = new Map<string, ExpiredProof[]>();
    for (const expired of project.expiredProofs())
      proofs.set(expired.proof, [...(proofs.get(expired.proof) ?? []), expired]);
    return [...proofs].flatMap(([about, expired]) => {
      const [first] = expired;
      if (!first) return [];
      const { name, lastDay } = first;
      return {
        about,
        ...(expired.length > 1 ? { variant: 'several' } : {}),
        values: { name, lastDay, count: expired.length },
        from: expired.map(({ question }) => ({ question })),
      };
    });
  },
});

const newRegion = rule({
  id: 'operations.new-region',
  severity: 'risk',
  reads: ['golive.operations.new-region', 'scope.environments.growth'],
  facts: ['P-05'],
  check: (project) =>
    project.said('golive.operations.new-region', 'no')
      ? { from: [project.at('golive.operations.new-region'), project.at('scope.environments.growth')] }
      : undefined,
});

const review = rule({
  id: 'operations.review',
  severity: 'advice',
  reads: ['golive.operations.review', 'scope.sites.spread', 'scope.today.stage'],
  facts: ['P-10'],
  check: (project) => {
    const from = [project.at('golive.operations.review')];
    const date = project.text('golive.operations.review');
    const isRunning = project.said('scope.today.stage', 'running');
    if (date !== undefined) {
      return date < project.today && isRunning ? { variant: 'passed', values: { date }, from } : undefined;
    }
    const isWide = project.said('scope.sites.spread', 'many-geographies');
    return project.state('golive.operations.review') === 'unknown' && isWide ? { from } : undefined;
  },
});

export const operationsRules: readonly Rule[] = [
  alerts,
  answerRule('operations.service-health', 'advice', ['P-02'], 'golive.operations.service-health', 'no'),
  threshold,
  changes,
  changesOwner,
  contacts,
  answerRule('operations.nat-ports', 'advice', ['P-08', 'N-02'], 'golive.operations.nat-ports', 'no'),
  failoverOld,
  proofOld,
  newRegion,
  review,
  answerRule('operations.costs', 'advice', ['P-06'], 'golive.operations.costs', 'no'),
];
