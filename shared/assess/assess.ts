/** Judges a project: which questions are asked, what is wrong, how ready it is, and whether ExpressRoute is the answer. */

import { visibleQuestions } from '../content/conditions.ts';
import type { Content } from '../content/content.ts';
import { facts } from '../content/facts.ts';
import { builtInReference, type ReferenceSets } from '../content/reference.ts';
import { isTableId } from '../content/tables.ts';
import { fill } from '../content/words.ts';
import type { ProjectState } from '../project/state.ts';
import { type Assessment, type Finding, type Severity, severities } from '../view.ts';
import { Reader, type ReadTables, type Subject } from './reader.ts';
import { measureReadiness } from './readiness.ts';
import type { Hit, Rule } from './rule.ts';
import { type RuleWords, ruleWordsOf } from './rule-words.ts';
import { rules as builtInRules } from './rules.ts';
import { judgeVerdict } from './verdict.ts';

type Judged = Pick<ProjectState, 'answers' | 'tables' | 'reviews' | 'acceptances' | 'language'>;

export type AssessOptions = {
  content: Content;
  /** ISO date of the day. */
  today: string;
  rules?: readonly Rule[];
  /** The dated lists to look things up in; the built-in ones when not given. */
  reference?: Readonly<ReferenceSets>;
  memory?: RuleMemory;
};

/**
 * What each rule found last time, and what it had read: a rule whose answers are the same objects is not run again.
 * One belongs to one project; it only saves time, never changes a result.
 */
export class RuleMemory {
  readonly tables: ReadTables = new Map();
  readonly #entries = new Map<string, { inputs: readonly unknown[]; findings: readonly Finding[] }>();

  recall(id: string, inputs: readonly unknown[]): readonly Finding[] | undefined {
    const entry = this.#entries.get(id);
    if (!entry || entry.inputs.length !== inputs.length) return undefined;
    return entry.inputs.every((input, index) => input === inputs[index]) ? entry.findings : undefined;
  }

  keep(id: string, inputs: readonly unknown[], findings: readonly Finding[]): void {
    this.#entries.set(id, { inputs, findings });
  }
}

export function assess(project: Judged, options: AssessOptions): Assessment {
  const { content, today, memory, reference = builtInReference } = options;
  const visible = visibleQuestions(content, project);
  const { answers, tables, language } = project;
  const subject: Subject = {
    content,
    answers,
    tables,
    visible,
    today,
    language,
    reference,
    ...(memory ? { readTables: memory.tables } : {}),
  };
  const reader = new Reader(subject);
  const findings = findAll(project, subject, reader, options.rules ?? builtInRules, memory);
  return {
    contentVersion: content.version,
    visible: [...visible],
    findings,
    readiness: measureReadiness(project, content, visible, findings),
    verdict: judgeVerdict(reader, findings, language),
  };
}

function findAll(
  project: Judged,
  subject: Subject,
  reader: Reader,
  rules: readonly Rule[],
  memory: RuleMemory | undefined,
): Finding[] {
  const words = ruleWordsOf(project.language);
  const bySeverity: Record<Severity, Finding[]> = { blocker: [], gate: [], risk: [], advice: [] };
  const nothingAccepted = Object.keys(project.acceptances).length === 0;
  for (const rule of rules) {
    const inputs = memory ? inputsOf(rule, subject, project.language) : [];
    let found = memory?.recall(rule.id, inputs);
    if (!found) {
      found = runRule(rule, reader, words);
      memory?.keep(rule.id, inputs, found);
    }
    for (const finding of found) {
      bySeverity[finding.severity].push(
        nothingAccepted ? finding : withAcceptance(finding, project, subject.today),
      );
    }
  }
  return severities.flatMap((severity) => bySeverity[severity]);
}

function withAcceptance(finding: Finding, { acceptances }: Judged, today: string): Finding {
  const accepted = Object.hasOwn(acceptances, finding.id) ? acceptances[finding.id] : undefined;
  return accepted && (accepted.until === undefined || accepted.until >= today)
    ? { ...finding, accepted }
    : finding;
}

function inputsOf(rule: Rule, subject: Subject, language: string): unknown[] {
  const inputs: unknown[] = [subject.content, subject.reference, subject.today, language];
  for (const id of rule.reads) {
    // Rows of a table whose question is hidden are not read, so showing or hiding it is a change too.
    if (isTableId(id))
      inputs.push(subject.visible.has(subject.content.questionOfTable.get(id) ?? ''), subject.tables[id]);
    else inputs.push(subject.visible.has(id), subject.answers[id]);
  }
  return inputs;
}

function runRule(rule: Rule, reader: Reader, words: Readonly<Record<string, RuleWords>>): Finding[] {
  const result = rule.check(reader);
  if (!result) return [];
  const hits: readonly Hit[] = Array.isArray(result) ? result : [result as Hit];
  if (hits.length === 0) return [];
  const sources = sourcesOf(rule);
  return hits.map((hit) => toFinding(rule, hit, words[rule.id], sources));
}

function sourcesOf(rule: Rule): string[] {
  return [...new Set(rule.facts.flatMap((fact) => facts[fact].sources))];
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
