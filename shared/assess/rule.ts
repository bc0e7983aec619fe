/** A rule: one judgement on a project, as a pure function of the answers it declares to read. */
import type { QuestionId } from '../content/content.ts';
import type { FactId } from '../content/facts.ts';
import type { TableId } from '../content/tables.ts';
import type { EvidenceKind } from '../evidence/evidence.ts';
import type { FindingOrigin, Severity } from '../view.ts';
import type { Reader } from './reader.ts';

/** One thing a rule found. */
export type Hit = {
  /** What in the project it speaks of (row ids, say), so that the finding keeps its identity; empty when there can be only one. */
  about?: string;
  /** Which of the rule's wordings to use, where it has several. */
  variant?: string;
  /** What the sentence mentions. */
  values?: Record<string, string | number>;
  from: FindingOrigin[];
  /** The pieces of evidence it follows from, by id. */
  evidence?: string[];
  /** Where the rule can be milder or harder than its usual severity. */
  severity?: Severity;
};

export type Rule = {
  id: string;
  severity: Severity;
  reads: readonly (QuestionId | TableId)[];
  facts: readonly FactId[];
  /** It looks at what proves the answers; declared apart, because any question can have a proof. */
  readsProofs?: true;
  /** The kinds of evidence it looks at. */
  readsEvidence?: readonly EvidenceKind[];
  /** It looks at which of the answers it reads were confirmed by a person. */
  readsReviews?: true;
  check: (project: Reader) => Hit | readonly Hit[] | undefined;
};

export function rule(definition: Rule): Rule {
  return definition;
}
