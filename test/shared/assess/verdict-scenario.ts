/** The answers that verdict scenarios start from, and how one is judged. */
import { assess } from '../../../shared/assess/assess.ts';
import { content } from '../../../shared/content/content.ts';
import type { Verdict } from '../../../shared/view.ts';
import { type RuleCase, subjectOf } from './rule-case.ts';

type Answers = NonNullable<RuleCase['answers']>;

export const options = { content, today: '2026-11-21' };
export const unknown = { state: 'unknown' } as const;

/** One team, one site, public cloud: as little as a small customer has to say. */
export const smallScope: Answers = {
  'scope.services.used': ['power-apps', 'power-automate'],
  'scope.services.m365': null,
  'scope.services.outbound': 'no',
  'scope.services.servers': 'no',
  'scope.services.adjacent': ['none'],
  'scope.environments.growth': 'no',
  'scope.sites.spread': 'one-site',
  'scope.people.remote': 'no',
  'scope.people.teams': 'one-team',
  'scope.today.stage': 'deciding',
  'scope.today.circuit': 'no',
};

/** Everything a signature needs besides the reason. */
export const wellPrepared: Answers = {
  ...smallScope,
  'justification.reason.requirement': 'Network standard NS-14, 3.2',
  'justification.performance.replaced': 'no',
  'justification.alternatives.priced': ['dedicated-line', 'more-bandwidth', 'tls-identity'],
  'justification.alternatives.why-not': 'None keeps the path off public networks.',
  'justification.costs.blocks': ['azure', 'provider', 'internal-effort'],
  'justification.costs.subscription': 'owned',
  'justification.prerequisites.network-owner': 'Ines Duarte',
  'justification.prerequisites.provider': 'contracted',
  'justification.prerequisites.addresses': 'own',
  'justification.prerequisites.registered': 'yes',
};

export const soundClause: Answers = {
  'justification.reason.driver': ['compliance'],
  'justification.compliance.clause': 'Policy 7.3: customer data must not cross public networks.',
  'justification.compliance.demands': 'private-path',
  'justification.compliance.at-rest': 'not-covered',
  'justification.compliance.scope': 'Customer data, Paris to Dataverse; group audit, M. Keller',
  'justification.compliance.all-traffic': 'no',
  'justification.compliance.end-to-end': 'no',
  'justification.compliance.compared': 'yes',
  'justification.compliance.why-not': '7.3 forbids public networks even for encrypted data.',
  'justification.compliance.unreachable': 'no',
  'justification.compliance.no-internet': 'no',
};

export const fullLine: Answers = {
  'justification.reason.driver': ['capacity'],
  'justification.performance.baseline': 'yes',
  'justification.performance.contention': 'own-line',
  'justification.performance.utilisation': 85,
};

export function judge(answers: Answers, rows: RuleCase['tables'] = {}): Verdict {
  return assess(subjectOf({ answers, tables: rows }), options).verdict;
}

export function textOf(verdict: Verdict): string {
  const { sentence, reasonsFor, reasonsAgainst, conditions, alternatives } = verdict;
  return [sentence, ...reasonsFor, ...reasonsAgainst, ...conditions, ...alternatives].join('\n');
}
