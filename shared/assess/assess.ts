/** Judges a project: which questions are asked, what is wrong, how ready it is, and whether ExpressRoute is the answer. */

import { visibleQuestions } from '../content/conditions.ts';
import type { Content } from '../content/content.ts';
import { facts } from '../content/facts.ts';
import { builtInReference, type ReferenceSets } from '../content/reference.ts';
import { fill } from '../content/words.ts';
import type { ProjectState } from '../project/state.ts';
import { countedItems, readCounted } from '../review-checklist/judge.ts';
import type { Lists } from '../review-checklist/lists.ts';
import { type Assessment, type Finding, type Severity, severities } from '../view.ts';
import { areSame, Kept, Reader, type Subject } from './reader.ts';
import { measureReadiness } from './readiness.ts';
import type { Hit, Rule } from './rule.ts';
import { type RuleWords, ruleWordsOf } from './rule-words.ts';
import { rules as builtInRules } from './rules.ts';
import { judgeVerdict } from './verdict.ts';

type Judged = Pick<
  ProjectState,
  'answers' | 'tables' | 'reviews' | 'proofs' | 'attachments' | 'acceptances' | 'language'
> &
  Partial<Lists> &
  Partial<Pick<ProjectState, 'evidence'>>;

export type AssessOptions = {
  content: Content;
  /** ISO date of the day. */
  today: string;
  rules?: readonly Rule[];
  /** The dated lists to look things up in; the built-in ones when not given. */
  reference?: Readonly<ReferenceSets>;
  memory?: RuleMemory;
};

type Remembered = {
  inputs: readonly unknown[];
  findings: readonly Finding[];
  /** The day of the judgement, where the rule asked for it. */
  day: string | undefined;
};

/**
 * What each rule found last time, and what it had read: a rule whose answers are the same objects is not run again, nor
 * is one that did not ask what day it is, on another day.
 * One belongs to one project; it only saves time, never changes a result.
 */
export class RuleMemory {
  readonly kept = new Kept();
  readonly #entries = new Map<string, Remembered>();

  recall(id: string, inputs: readonly unknown[], today: string): readonly Finding[] | undefined {
    const entry = this.#entries.get(id);
    if (!entry || (entry.day !== undefined && entry.day !== today)) return undefined;
    return areSame(entry.inputs, inputs) ? entry.findings : undefined;
  }

  keep(id: string, remembered: Remembered): void {
    this.#entries.set(id, remembered);
  }
}

/** What readiness follows from, without the verdict: all that a look at many moments needs. */
export type Standing = Pick<Assessment, 'findings' | 'readiness'> & {
  visible: ReadonlySet<string>;
  /** What counts beside the questions: items of additional checklists. */
  items: readonly string[];
};

export function assess(project: Judged, options: AssessOptions): Assessment {
  const { reader, visible, findings, readiness } = judge(project, options);
  return {
    contentVersion: options.content.version,
    visible: [...visible],
    findings,
    readiness,
    verdict: judgeVerdict(reader, findings, project.language),
  };
}

export function judge(project: Judged, options: AssessOptions): Standing & { reader: Reader } {
  const { content, today, memory, reference = builtInReference } = options;
  const visible = visibleQuestions(content, project);
  const { answers, tables, proofs, attachments, evidence, reviews, language } = project;
  const subject: Subject = {
    content,
    answers,
    tables,
    proofs,
    attachments,
    reviews,
    ...(evidence ? { evidence } : {}),
    visible,
    today,
    language,
    reference,
    ...(memory ? { kept: memory.kept } : {}),
  };
  const reader = new Reader(subject);
  const { checklists, counts, lists } = project;
  const counted = checklists && counts && lists ? readCounted({ checklists, counts, lists }, language) : [];
  const found = counted.flatMap((list) => list.findings);
  const findings = findAll(project, subject, reader, options.rules ?? builtInRules, memory, found);
  return {
    reader,
    visible,
    findings,
    readiness: measureReadiness(project, { content, today, visible, findings, lists: counted }),
    items: counted.flatMap((list) => countedItems(list)),
  };
}

function findAll(
  project: Judged,
  subject: Subject,
  reader: Reader,
  rules: readonly Rule[],
  memory: RuleMemory | undefined,
  /** In the lists beside the built-in ones. */
  found: readonly Finding[],
): Finding[] {
  const words = ruleWordsOf(project.language);
  const bySeverity: Record<Severity, Finding[]> = { blocker: [], gate: [], risk: [], advice: [] };
  const nothingAccepted = Object.keys(project.acceptances).length === 0;
  const put = (finding: Finding) =>
    bySeverity[finding.severity].push(
      nothingAccepted ? finding : withAcceptance(finding, project, subject.today),
    );
  for (const rule of rules) {
    // What is put into the bag of proofs leaves the bag the same object, so nothing would tell that it changed.
    const remembers = rule.readsProofs ? undefined : memory;
    const inputs = remembers ? reader.inputsOf(rule.reads, rule.readsEvidence, rule.readsReviews) : [];
    let findings = remembers?.recall(rule.id, inputs, subject.today);
    if (!findings) {
      reader.readsDay = false;
      findings = runRule(rule, reader, words);
      remembers?.keep(rule.id, { inputs, findings, day: reader.readsDay ? subject.today : undefined });
    }
    findings.forEach(put);
  }
  found.forEach(put);
  const places = placesOf(subject.content);
  const placeOf = ({ from }: Finding) => places.get(from[0]?.question ?? '') ?? places.size;
  return severities.flatMap((severity) =>
    bySeverity[severity].sort((left, right) => placeOf(left) - placeOf(right)),
  );
}

const placesByContent = new WeakMap<Content, ReadonlyMap<string, number>>();

/** In the order in which a project is worked through: the case comes before the build, and that before the tests. */
function placesOf(content: Content): ReadonlyMap<string, number> {
  let places = placesByContent.get(content);
  if (!places) {
    places = new Map([...content.questions.keys()].map((id, place) => [id, place]));
    placesByContent.set(content, places);
  }
  return places;
}

function withAcceptance(finding: Finding, { acceptances }: Judged, today: string): Finding {
  const accepted = Object.hasOwn(acceptances, finding.id) ? acceptances[finding.id] : undefined;
  if (!accepted) return finding;
  const holds = accepted.until === undefined || accepted.until >= today;
  return holds ? { ...finding, accepted } : { ...finding, lapsed: accepted };
}

function runRule(rule: Rule, reader: Reader, words: Readonly<Record<string, RuleWords>>): Finding[] {
  const result = reader.once(rule.check);
  if (!result) return [];
  const hits: readonly Hit[] = Array.isArray(result) ? result : [result as Hit];
  if (hits.length === 0) return [];
  const sources = sourcesOf(rule);
  return hits.map((hit) => toFinding(rule, hit, words[rule.id], sources));
}

/** Rules are constants, and so are the sources of their facts. */
const sourcesByRule = new WeakMap<Rule, string[]>();

function sourcesOf(rule: Rule): string[] {
  let sources = sourcesByRule.get(rule);
  if (!sources) {
    sources = [...new Set(rule.facts.flatMap((fact) => facts[fact].sources))];
    sourcesByRule.set(rule, sources);
  }
  return sources;
}

function toFinding(rule: Rule, hit: Hit, words: RuleWords | undefined, sources: string[]): Finding {
  const variant = hit.variant === undefined ? undefined : words?.variants?.[hit.variant];
  const values = hit.values ?? {};
  return {
    id: findingId(rule.id, hit),
    rule: rule.id,
    severity: hit.severity ?? rule.severity,
    title: fill(variant?.title ?? words?.title ?? rule.id, values),
    why: fill(variant?.why ?? words?.why ?? '', values),
    remedy: fill(variant?.remedy ?? words?.remedy ?? '', values),
    from: hit.from,
    facts: [...rule.facts],
    sources,
    ...(hit.evidence ? { evidence: hit.evidence } : {}),
  };
}

/** Fit for a path of the log, because accepting a finding is a change like any other. */
function findingId(rule: string, { variant, about }: Hit): string {
  let id = rule;
  if (variant) id += `:${variant}`;
  if (about) id += `:${about}`;
  return (unfit.test(id) ? id.replace(/[^A-Za-z0-9._:-]/g, '_') : id).slice(0, 150);
}

const unfit = /[^A-Za-z0-9._:-]/;
