/** How a rule's case is written and run: a global customer's scope answers, so that everything is asked, and on top the case's own. */
import { assess } from '../../../shared/assess/assess.ts';
import { evidenceKey, type Reader } from '../../../shared/assess/reader.ts';
import type { Rule } from '../../../shared/assess/rule.ts';
import { rules } from '../../../shared/assess/rules.ts';
import { problemWithAnswer, problemWithRow } from '../../../shared/content/answer-schema.ts';
import { content, type QuestionId } from '../../../shared/content/content.ts';
import type { RowOf, TableId } from '../../../shared/content/tables.ts';
import type { EvidenceKind } from '../../../shared/evidence/evidence.ts';
import { type EvidenceAbout, keep } from '../../../shared/evidence/kept.ts';
import type { EvidenceRecords } from '../../../shared/evidence/records.ts';
import type { Json } from '../../../shared/json.ts';
import type { Answer, Row } from '../../../shared/project/answer.ts';
import type { Attachment } from '../../../shared/project/paths.ts';
import { emptyState } from '../../../shared/project/state.ts';
import type { Finding, Severity } from '../../../shared/view.ts';

export type CaseTables = { [Table in TableId]?: (Omit<RowOf<Table>, 'id'> & { id?: string })[] };

/** A piece of evidence as it was kept; it gets the id e1, e2, … and a name of its kind. */
export type CaseEvidence = {
  [Kind in EvidenceKind]: {
    kind: Kind;
    records: EvidenceRecords[Kind][];
    link?: 'primary' | 'secondary';
    about?: EvidenceAbout;
  } & Partial<Pick<Attachment, 'name' | 'taken' | 'shelfDays'>>;
}[EvidenceKind];

export type RuleCase = {
  rule: string;
  /** What the case shows, as the end of a sentence. */
  name: string;
  fires: boolean;
  /** A plain value is an answer; 'unknown' needs `{ state: 'unknown' }`; null leaves the question open. */
  answers?: { [Id in QuestionId]?: Json | Answer };
  /** Rows get the ids r1, r2, … unless they name their own. */
  tables?: CaseTables;
  /** What proves an answer: when each proof was taken, and how many days it counts. */
  proofs?: { [Id in QuestionId]?: (Pick<Attachment, 'taken' | 'shelfDays'> & { file?: string })[] };
  evidence?: CaseEvidence[];
  /** Questions that a person has confirmed. */
  confirmed?: QuestionId[];
  severity?: Severity;
  count?: number;
  /** A piece of the title of one of the findings: for rules with several wordings, and for the values in them. */
  says?: string;
  today?: string;
};

const globalScope: RuleCase['answers'] = {
  'scope.services.used': [
    'power-apps',
    'dynamics-365',
    'power-automate',
    'desktop-flows',
    'gateway',
    'exchange',
    'sharepoint',
    'teams',
    'azure-public',
  ],
  'scope.services.m365': 'yes',
  'scope.services.outbound': 'yes',
  'scope.services.servers': 'yes',
  'scope.services.adjacent': ['entra-connect', 'defender-endpoint', 'github'],
  'scope.cloud.kind': 'public',
  'scope.environments.growth': 'yes',
  'scope.sites.spread': 'many-geographies',
  'scope.people.remote': 'yes',
  'scope.people.teams': 'several',
  'scope.today.stage': 'running',
  'scope.today.circuit': 'yes',
};

function isAnswer(value: Json | Answer): value is Answer {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && 'state' in value;
}

export function subjectOf(one: Pick<RuleCase, 'answers' | 'tables' | 'proofs' | 'evidence' | 'confirmed'>) {
  const state = emptyState();
  for (const [id, value] of Object.entries({ ...globalScope, ...one.answers })) {
    if (value === null || value === undefined) continue;
    const answer: Answer = isAnswer(value) ? value : { state: 'answered', value };
    const question = content.questions.get(id);
    if (!question) throw new Error(`no question ${id}`);
    const problem = problemWithAnswer(question, answer);
    if (problem) throw new Error(`${id}: ${problem}`);
    state.answers[id] = answer;
  }
  for (const [table, rows] of Object.entries(one.tables ?? {})) {
    state.tables[table] = rows.map(({ id, ...cells }, order): Row => {
      const row = { id: id ?? `r${order + 1}`, order, cells: cells as Record<string, Json> };
      const problem = problemWithRow(table, row);
      if (problem) throw new Error(`${table}.${problem.column}: ${problem.problem}`);
      return row;
    });
  }
  for (const [question, proofs] of Object.entries(one.proofs ?? {})) {
    state.proofs[question] = proofs.map(({ file, ...proof }, index) => {
      // The same file may prove several answers.
      const id = file ?? `${question}-${index}`;
      state.attachments[id] = {
        name: file ?? `proof ${index}`,
        kind: '',
        hash: '0'.repeat(64),
        size: 1,
        ...proof,
      };
      return id;
    });
  }
  for (const id of one.confirmed ?? []) state.reviews[id] = { by: 'H. Meyer', at: 0 };
  for (const [index, piece] of (one.evidence ?? []).entries()) {
    const { kind, records, link, about, name = kind, taken = '2026-11-01', shelfDays } = piece;
    const id = `e${index + 1}`;
    const kept = keep({ kind, records, unread: [], dropped: [], ...(link ? { link } : {}) });
    state.evidence[id] = { ...kept, ...(about ? { about } : {}) };
    state.attachments[id] = {
      name,
      kind,
      hash: '0'.repeat(64),
      size: 1,
      taken,
      ...(shelfDays ? { shelfDays } : {}),
    };
  }
  return state;
}

/** The findings of the case's own rule; a read that was not declared throws. */
export function runRule(one: RuleCase): Finding[] {
  const found = rules.find((rule) => rule.id === one.rule);
  if (!found) throw new Error(`no rule ${one.rule}`);
  const guarded: Rule = {
    ...found,
    check: (project: Reader) => {
      project.declared = new Set([...found.reads, ...(found.readsEvidence ?? []).map(evidenceKey)]);
      try {
        return found.check(project);
      } finally {
        project.declared = undefined;
      }
    },
  };
  return assess(subjectOf(one), { content, today: one.today ?? '2026-11-21', rules: [guarded] }).findings;
}
