/** Each reason for ExpressRoute put to its own test: it holds, it falls, or an answer is missing to say. */
import type { QuestionId } from '../content/content.ts';
import { fill } from '../content/words.ts';
import { limit } from './look-up.ts';
import { type Case, type Driver, nameOfPriced, nameSites, quoteOf } from './verdict-case.ts';
import { enumerate } from './verdict-words.ts';
import { written } from './written.ts';

export type Outcome = {
  driver: Driver;
  outcome: 'holds' | 'falls' | 'open';
  /** Why, as part of a sentence; empty while it is open. */
  clause: string;
  /** Full sentences that speak for it, whatever the outcome. */
  reasons: string[];
  /** Full sentences that speak against it, besides the clause. */
  objections: string[];
  /** What has to be answered before it can be said. */
  missing: QuestionId[];
};

/** What a test finds: everything that fells the reason, and what it could not see. */
type Test = {
  falls: string[];
  missing: QuestionId[];
  holds: string;
  reasons?: string[];
  objections?: string[];
};

export function judgeDriver(one: Case, driver: Driver): Outcome {
  const test = tests[driver](one);
  const { reasons = [], objections = [] } = test;
  if (test.falls.length > 0) {
    // That nothing was priced is said anyway, with what it was.
    const telling = test.falls.filter((fall) => fall !== one.words.falls.notPriced);
    const clause = enumerate(one.words, (telling.length > 0 ? telling : test.falls).slice(0, 2));
    return { driver, outcome: 'falls', clause, reasons, objections, missing: [] };
  }
  if (test.missing.length > 0) {
    return { driver, outcome: 'open', clause: '', reasons, objections, missing: test.missing };
  }
  return { driver, outcome: 'holds', clause: test.holds, reasons, objections, missing: [] };
}

const tests: Readonly<Record<Driver, (one: Case) => Test>> = {
  compliance: testCompliance,
  capacity: testCapacity,
  predictability: testPredictability,
  latency: testLatency,
  'data-load': testDataLoad,
  'block-internet': testBlockInternet,
  'existing-circuit': testExistingCircuit,
  other: (one) => {
    const common = testCommon(one);
    return { ...common, holds: one.words.holds.other };
  },
};

/** What every reason but a clause of law needs: a requirement on record, and alternatives that were priced and refuted. */
function testCommon(one: Case): Pick<Test, 'falls' | 'missing'> {
  const { words } = one;
  const falls: string[] = [];
  const missing: QuestionId[] = [];
  if (one.requirement?.said === 'none') falls.push(words.falls.noRequirement);
  else if (one.requirement?.said !== 'text') missing.push('justification.reason.requirement');
  if (!one.isPricedKnown) missing.push('justification.alternatives.priced');
  else if (one.priced.length === 0) falls.push(words.falls.notPriced);
  else if (one.whyNot?.said === 'none')
    falls.push(fill(words.falls.nothingAgainst, { alternatives: nameOfPriced(one) }));
  else if (one.whyNot?.said !== 'text') missing.push('justification.alternatives.why-not');
  return { falls, missing };
}

function fellBaseline(one: Case): string | undefined {
  const { words, project, sites } = one;
  if (!project.said('justification.performance.baseline', 'no')) return undefined;
  if (sites.count === 0) return words.falls.unmeasured;
  if (sites.onlyName !== undefined) return fill(words.falls.unmeasuredSite, { site: sites.onlyName });
  return fill(sites.withInternet > 0 ? words.falls.unmeasuredSome : words.falls.unmeasuredSites, {
    count: sites.count,
    measured: sites.withInternet,
  });
}

/** What capacity, predictability and latency share: measured, and slow where a circuit could help. */
function testPerformance(one: Case): Pick<Test, 'falls' | 'missing' | 'reasons'> {
  const { words, project, sites } = one;
  const falls: string[] = [];
  const missing: QuestionId[] = [];
  const reasons: string[] = [];
  const unmeasured = fellBaseline(one);
  if (unmeasured !== undefined) falls.push(unmeasured);
  else if (project.isUndecided('justification.performance.baseline'))
    missing.push('justification.performance.baseline');
  else if (sites.withInternet > 0)
    reasons.push(fill(words.for.measured, { count: sites.withInternet, all: sites.count }));
  const place = project.choice('justification.performance.contention');
  if (place === 'inside') falls.push(words.falls.inside);
  if (place === 'none-found') falls.push(words.falls.noneFound);
  if (project.isUndecided('justification.performance.contention'))
    missing.push('justification.performance.contention');
  const common = testCommon(one);
  return { falls: [...falls, ...common.falls], missing: [...missing, ...common.missing], reasons };
}

function testCapacity(one: Case): Test {
  const { words, project, utilisation: percent } = one;
  const { falls, missing, reasons = [] } = testPerformance(one);
  const holds = percent === undefined ? words.holds.other : fill(words.holds.capacity, { percent });
  if (percent === undefined) {
    const open = project.isUndecided('justification.performance.utilisation');
    return {
      falls,
      missing: open ? ['justification.performance.utilisation', ...missing] : missing,
      holds,
      reasons,
    };
  }
  if (percent <= 100 - limit(project.reference, 'headroom-target').to)
    return { falls: [fill(words.falls.lineEmpty, { percent }), ...falls], missing, holds, reasons };
  return { falls, missing, holds, reasons: [fill(words.for.lineFull, { percent }), ...reasons] };
}

function testPredictability(one: Case): Test {
  const { words, project } = one;
  const { falls, missing, reasons = [] } = testPerformance(one);
  const hasContract = project.said('justification.performance.contract', 'yes');
  return {
    falls,
    missing,
    holds: words.holds.predictability,
    reasons: [hasContract ? words.for.contract : words.for.predictable, ...reasons],
  };
}

function testLatency(one: Case): Test {
  const { words, sites } = one;
  const { falls, missing, reasons = [] } = testPerformance(one);
  const faster = sites.withBoth.filter((site) => site.expressRoute < site.internet);
  const [only] = sites.withBoth;
  if (faster.length > 0) {
    const values = { count: faster.length, all: sites.withBoth.length, sites: nameSites(words, faster) };
    const holds = fill(words.holds.latencyFaster, values);
    return { falls, missing, holds, reasons: [fill(words.for.faster, values), ...reasons] };
  }
  const objections = [words.against.seldomFaster];
  if (!only) return { falls, missing, holds: words.holds.latency, reasons, objections };
  const clause =
    sites.withBoth.length === 1
      ? fill(words.falls.notFasterOne, {
          site: only.name,
          internet: only.internet,
          expressRoute: only.expressRoute,
        })
      : fill(words.falls.notFaster, { count: sites.withBoth.length });
  return { falls: [clause, ...falls], missing, holds: '', reasons, objections };
}

function testCompliance(one: Case): Test {
  const { words, project } = one;
  const falls: string[] = [];
  const missing: QuestionId[] = [];
  const reasons: string[] = [];
  const objections: string[] = [];
  const clause = written(project, 'justification.compliance.clause');
  const demands = project.choice('justification.compliance.demands');
  const why = written(project, 'justification.compliance.why-not');
  const isCompared = project.said('justification.compliance.compared', 'yes');
  const isOpen = demands !== 'private-path' && demands !== 'encryption';
  if (clause?.said === 'none') falls.push(words.falls.noClause);
  else if (clause?.said !== 'text') missing.push('justification.compliance.clause');
  else if (demands === 'private-path') reasons.push(fill(words.for.clause, { clause: quoteOf(clause) }));
  if (clause?.said !== 'none') {
    if (demands === 'encryption') {
      falls.push(words.falls.tlsMeets);
      objections.push(words.against.encrypted);
    } else if (isOpen && project.said('justification.compliance.compared', 'no'))
      falls.push(words.falls.unclearUncompared);
    else if (isOpen) missing.push('justification.compliance.demands');
    if (isCompared && why?.said === 'none') falls.push(words.falls.controlsMeet);
    else if (isCompared && why?.said !== 'text') missing.push('justification.compliance.why-not');
  }
  if (project.isUndecided('justification.compliance.compared'))
    missing.push('justification.compliance.compared');
  const reason = isCompared ? quoteOf(why) : undefined;
  if (reason !== undefined) reasons.push(fill(words.for.controlsFail, { reason }));
  return { falls, missing, holds: words.holds.compliance, reasons, objections };
}

function testDataLoad(one: Case): Test {
  const { words, project } = one;
  const holds = words.holds['data-load'];
  const wish = project.choice('justification.reason.data-load');
  if (wish === 'throughput') return { falls: [words.falls.throughput], missing: [], holds };
  const { falls, missing } = testCommon(one);
  if (project.isUndecided('justification.reason.data-load'))
    missing.unshift('justification.reason.data-load');
  if (wish === 'privacy') return { falls, missing, holds, reasons: [words.for.loadPrivate] };
  const unmeasured = fellBaseline(one);
  if (unmeasured !== undefined) falls.unshift(unmeasured);
  else if (project.isUndecided('justification.performance.baseline'))
    missing.push('justification.performance.baseline');
  const reasons = wish === 'predictability' ? [words.for.loadPredictable] : [];
  return { falls, missing, holds, reasons };
}

function testBlockInternet(one: Case): Test {
  const { words, project } = one;
  const named = project.list('justification.compliance.controls');
  const controls = named
    .filter((control) => control !== 'none')
    .map((control) => project.label('justification.compliance.controls', control));
  const objections =
    controls.length > 0
      ? [fill(words.against.controls, { controls: enumerate(words, controls) })]
      : named.length > 0
        ? [words.against.noControls]
        : [];
  return { falls: [words.falls.blocksNothing], missing: [], holds: '', objections };
}

function testExistingCircuit({ words, project }: Case): Test {
  const isMissing = project.said('scope.today.circuit', 'no');
  return { falls: [isMissing ? words.falls.noCircuit : words.falls.existing], missing: [], holds: '' };
}
