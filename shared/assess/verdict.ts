/** The verdict on the case itself: is ExpressRoute the answer, on which conditions, and what would do instead. */
import type { QuestionId } from '../content/content.ts';
import { fill, type Language } from '../content/words.ts';
import type { Finding, Verdict } from '../view.ts';
import type { Reader } from './reader.ts';
import { type Alternative, findAlternatives, offersVirtualNetworkSupport } from './verdict-alternatives.ts';
import {
  type Case,
  costSentence,
  nameOfPriced,
  nameSites,
  promptOf,
  quoteOf,
  readCase,
} from './verdict-case.ts';
import { judgeDriver, type Outcome } from './verdict-drivers.ts';
import { capital, countWord, enumerate, type VerdictWords, verdictWordsOf } from './verdict-words.ts';

/**
 * Every reason given is put to its own test. One that holds justifies ExpressRoute, on the conditions that answers and
 * findings still name; when all fall, it is not the answer; while none holds and one is open, there is no verdict yet.
 */
export function judgeVerdict(project: Reader, findings: readonly Finding[], language: Language): Verdict {
  const one = readCase(project, verdictWordsOf(language));
  if (isOutboundOnly(one)) return judgeOutbound(one, language);
  if (one.drivers.length === 0) return askForDriver(one, language);
  const outcomes = one.drivers.map((driver) => judgeDriver(one, driver));
  if (outcomes.some(({ outcome }) => outcome === 'holds'))
    return judgeConditions(one, outcomes, findings, language);
  return outcomes.every(({ outcome }) => outcome === 'falls')
    ? refuse(one, outcomes, language)
    : askForMissing(one, outcomes, language);
}

/** Traffic from Microsoft to you alone does not need Microsoft peering, where the other way is open and nobody plans more. */
function isOutboundOnly(one: Case): boolean {
  return (
    one.project.said('justification.alternatives.only-outbound', 'yes') && offersVirtualNetworkSupport(one)
  );
}

function judgeOutbound(one: Case, language: Language): Verdict {
  const { words } = one;
  const alternatives = findAlternatives(one);
  return {
    verdict: 'private-peering',
    sentence: words.sentence.notOutbound,
    reasonsFor: generalReasons(one),
    reasonsAgainst: [words.against.publicTargets, ...generalObjections(one, language)],
    conditions: [],
    alternatives: alternatives.map(({ sentence }) => sentence),
  };
}

function askForDriver(one: Case, language: Language): Verdict {
  const { words, project } = one;
  const isUnknown = project.state('justification.reason.driver') === 'unknown';
  return {
    verdict: 'undecided',
    sentence: isUnknown ? words.sentence.driverUnknown : words.sentence.start,
    reasonsFor: generalReasons(one),
    reasonsAgainst: [],
    conditions: [
      fill(words.condition.answer, { question: promptOf('justification.reason.driver', language) }),
    ],
    alternatives: [],
    asks: ['justification.reason.driver'],
  };
}

function askForMissing(one: Case, outcomes: readonly Outcome[], language: Language): Verdict {
  const { words } = one;
  const missing = [...new Set(outcomes.flatMap((outcome) => outcome.missing))];
  const prompts = missing.map((question) => promptOf(question, language));
  const template = missing.length === 1 ? words.sentence.missingOne : words.sentence.missingMany;
  return {
    verdict: 'undecided',
    sentence: fill(template, {
      count: countWord(words, missing.length),
      questions: firstOf(one, prompts),
    }),
    reasonsFor: reasonsFor(one, outcomes),
    reasonsAgainst: reasonsAgainst(one, outcomes, language),
    conditions: prompts.map((question) => fill(words.condition.answer, { question })),
    alternatives: findAlternatives(one).map(({ sentence }) => sentence),
    asks: missing,
  };
}

function refuse(one: Case, outcomes: readonly Outcome[], language: Language): Verdict {
  const { words } = one;
  const alternatives = findAlternatives(one);
  const unpriced = alternatives.filter(({ isPriced }) => !isPriced).map(({ name }) => name);
  const [only] = outcomes;
  const verdict =
    outcomes.length === 1 && only
      ? fill(words.sentence.notOne, { driver: words.driver[only.driver], clause: only.clause })
      : [
          fill(words.sentence.notMany, { count: countWord(words, outcomes.length) }),
          ...outcomes.map((outcome) =>
            fill(words.sentence.notEach, {
              driver: capital(words.driver[outcome.driver]),
              clause: outcome.clause,
            }),
          ),
        ].join(' ');
  const sentences = [verdict];
  if (unpriced.length > 0) {
    const template = unpriced.length === 1 ? words.sentence.unpricedOne : words.sentence.unpricedMany;
    const count = countWord(words, unpriced.length);
    sentences.push(capital(fill(template, { count, alternatives: enumerate(words, unpriced) })));
  }
  return {
    verdict: 'not-express-route',
    sentence: sentences.join(' '),
    reasonsFor: reasonsFor(one, outcomes),
    reasonsAgainst: reasonsAgainst(one, outcomes, language),
    conditions: [],
    alternatives: alternatives.map(({ sentence }) => sentence),
    steps: stepsInstead(one, alternatives),
  };
}

/** A no is a plan too: stay, measure where nobody has, take what helps, and have it signed. */
function stepsInstead(one: Case, alternatives: readonly Alternative[]): string[] {
  const { words, project } = one;
  const steps = [words.step.stay];
  if (project.isNotDone('justification.performance.baseline')) steps.push(words.step.measure);
  steps.push(...alternatives.filter(({ id }) => id !== 'as-is').map(({ sentence }) => sentence));
  if (project.isUndecided('justification.decision.signed')) steps.push(words.step.sign);
  return [...steps, words.step.change];
}

/** Without these nobody can sign, whatever the reason is. */
const signingNeeds: readonly QuestionId[] = [
  'justification.reason.requirement',
  'justification.alternatives.priced',
  'justification.alternatives.why-not',
  'justification.costs.blocks',
  'justification.costs.subscription',
  'justification.prerequisites.network-owner',
  'justification.prerequisites.provider',
  'justification.prerequisites.addresses',
  'justification.m365.approval',
  'justification.m365.fallback',
];
const needsByDriver: Partial<Record<Outcome['driver'], readonly QuestionId[]>> = {
  compliance: [
    'justification.compliance.at-rest',
    'justification.compliance.scope',
    'justification.compliance.all-traffic',
    'justification.compliance.end-to-end',
    'justification.compliance.unreachable',
    'justification.compliance.no-internet',
  ],
  predictability: ['justification.performance.contract'],
  latency: ['justification.performance.contract'],
};

function judgeConditions(
  one: Case,
  outcomes: readonly Outcome[],
  findings: readonly Finding[],
  language: Language,
): Verdict {
  const { words } = one;
  const holding = outcomes.filter(({ outcome }) => outcome === 'holds');
  const conditions = findConditions(one, outcomes, findings, language);
  const [first] = conditions;
  const clause = enumerate(
    words,
    holding.slice(0, 2).map((outcome) => outcome.clause),
  );
  const template = templateOf(words, conditions);
  return {
    verdict: first ? 'conditions' : 'proceed',
    sentence: first
      ? fill(template, { clause, count: countWord(words, conditions.length), first: first.short })
      : [
          fill(words.sentence.proceed, { clause }),
          ...(one.priced.length > 0 ? [words.sentence.weighed] : []),
        ].join(' '),
    reasonsFor: reasonsFor(one, outcomes),
    reasonsAgainst: reasonsAgainst(one, outcomes, language),
    conditions: conditions.map(({ full }) => full),
    alternatives: findAlternatives(one).map(({ sentence }) => sentence),
  };
}

type Condition = {
  short: string;
  full: string;
  /** Blockers outside the case, which the sentence counts by itself. */
  isRest?: true;
};

/** The rest of the plan comes last: where it is first, it is alone, and to count it as one condition would say it twice. */
function templateOf({ sentence }: VerdictWords, conditions: readonly Condition[]): string {
  if (conditions[0]?.isRest) return sentence.conditionsRest;
  return conditions.length === 1 ? sentence.conditionsOne : sentence.conditionsMany;
}

function findConditions(
  one: Case,
  outcomes: readonly Outcome[],
  findings: readonly Finding[],
  language: Language,
): Condition[] {
  const { words, project } = one;
  const fallen = new Set(
    outcomes.filter(({ outcome }) => outcome === 'falls').flatMap(({ driver }) => voicedBy[driver] ?? []),
  );
  const open = findings.filter((finding) => !finding.accepted && finding.severity !== 'advice');
  const own = open.filter((finding) => isOwn(finding) && !fallen.has(finding.rule));
  const conditions = own.map(
    (finding): Condition => ({
      short: finding.title,
      full: fill(words.condition.finding, { title: finding.title, remedy: finding.remedy }),
    }),
  );
  const spoken = new Set(own.flatMap((finding) => finding.from.map((origin) => origin.question)));
  const needs = [
    ...outcomes.flatMap((outcome) =>
      outcome.outcome === 'holds' ? (needsByDriver[outcome.driver] ?? []) : [],
    ),
    ...signingNeeds,
  ];
  const unanswered = [...new Set(needs)].filter(
    (question) => project.isUndecided(question) && !spoken.has(question),
  );
  if (unanswered.length > 0) {
    const question = firstOf(
      one,
      unanswered.map((id) => promptOf(id, language)),
    );
    const full = fill(words.condition.answer, { question });
    conditions.push({ short: full, full });
  }
  const rest = open.filter((finding) => finding.severity === 'blocker' && !isOwn(finding));
  const [blocker] = rest;
  if (blocker) {
    const template = rest.length === 1 ? words.condition.rest : words.condition.restMany;
    const short = fill(template, { count: countWord(words, rest.length), title: blocker.title });
    conditions.push({ short, full: capital(short), isRest: true });
  }
  return conditions;
}

/** On the case, not on the plan. */
function isOwn(finding: Finding): boolean {
  return finding.from[0]?.question.startsWith('justification.') ?? false;
}

/** Findings that say again why a reason fell; they are no condition for the reasons that hold. */
const voicedBy: Partial<Record<Outcome['driver'], readonly string[]>> = {
  compliance: [
    'compliance.no-clause',
    'compliance.encryption-enough',
    'compliance.at-rest',
    'compliance.no-scope',
    'compliance.all-traffic',
    'compliance.not-compared',
    'compliance.no-reason',
  ],
  latency: ['justification.not-faster', 'justification.speed-alone'],
  'data-load': ['justification.data-load'],
  'existing-circuit': ['justification.existing-circuit'],
  'block-internet': ['compliance.reachable'],
};

/** The first few, and how many more there are. */
function firstOf(one: Case, prompts: readonly string[]): string {
  const most = 3;
  const more = prompts.length - most;
  return more > 0
    ? [...prompts.slice(0, most), fill(one.words.sentence.more, { count: countWord(one.words, more) })].join(
        ' ',
      )
    : prompts.join(' ');
}

function reasonsFor(one: Case, outcomes: readonly Outcome[]): string[] {
  return [...new Set([...outcomes.flatMap(({ reasons }) => reasons), ...generalReasons(one)])];
}

function generalReasons(one: Case): string[] {
  const { words, project } = one;
  const reasons: string[] = [];
  const requirement = quoteOf(one.requirement);
  if (requirement !== undefined) reasons.push(fill(words.for.requirement, { requirement }));
  const reason = one.priced.length > 0 ? quoteOf(one.whyNot) : undefined;
  if (reason !== undefined)
    reasons.push(fill(words.for.alternativesFail, { alternatives: nameOfPriced(one), reason }));
  if (project.said('justification.alternatives.only-outbound', 'yes') && !offersVirtualNetworkSupport(one)) {
    const cloud = project.label('scope.cloud.kind', project.choice('scope.cloud.kind') ?? '');
    reasons.push(fill(words.for.outboundClosed, { cloud }));
  }
  return reasons;
}

function reasonsAgainst(one: Case, outcomes: readonly Outcome[], language: Language): string[] {
  const { words } = one;
  const reasons = outcomes.flatMap((outcome) =>
    outcome.outcome === 'falls'
      ? [
          fill(words.against.falls, {
            driver: capital(words.driver[outcome.driver]),
            clause: outcome.clause,
          }),
          ...outcome.objections,
        ]
      : outcome.objections,
  );
  reasons.push(...generalObjections(one, language));
  return reasons.length > 0 ? [...new Set(reasons)] : [words.against.exception];
}

function generalObjections(one: Case, language: Language): string[] {
  const { words, project } = one;
  const objections: string[] = [];
  const cost = costSentence(one, language);
  if (cost !== undefined) objections.push(cost);
  if (one.isPricedKnown && one.priced.length === 0) objections.push(words.against.notPriced);
  if (project.said('justification.compliance.end-to-end', 'yes')) objections.push(words.against.endToEnd);
  if (project.said('justification.compliance.no-internet', 'yes')) objections.push(words.against.noInternet);
  const step = project.choice('justification.m365.approval');
  if (step === undefined && project.said('scope.services.m365', 'yes'))
    objections.push(words.against.m365Open);
  if (step !== undefined && step !== 'granted')
    objections.push(fill(words.against.m365, { step: project.label('justification.m365.approval', step) }));
  const slower = one.sites.withBoth.filter((site) => site.expressRoute > site.internet);
  if (slower.length > 0) objections.push(fill(words.against.slower, { sites: nameSites(words, slower) }));
  return objections;
}
