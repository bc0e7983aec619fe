/** The rule on evidence that contradicts what a person has confirmed. */
import type { QuestionId } from '../../content/content.ts';
import { isTableId, type TableId } from '../../content/tables.ts';
import { type Contested, contestingKinds } from '../contested.ts';
import type { Reader } from '../reader.ts';
import { rule } from '../rule.ts';

const tableIds: readonly TableId[] = [
  'circuits',
  'peerings',
  'advertised',
  'natPools',
  'environments',
  'sites',
  'edges',
];

const contested = rule({
  id: 'evidence.contested',
  severity: 'risk',
  reads: [
    ...tableIds,
    'scope.today.circuit',
    'scope.today.peerings',
    'golive.checks.arp',
    'golive.checks.sessions',
    'golive.checks.both-links',
    'golive.checks.received',
    'routing.steering.preference',
    'routing.nat.allow-lists',
    'routing.nat.allow-lists-updated',
  ],
  readsEvidence: contestingKinds,
  readsReviews: true,
  facts: ['P-09'],
  check: (project) =>
    project.contested().map((one) => ({
      about: aboutOf(one),
      values: { ...placeOf(project, one), name: one.name, taken: one.taken ?? '?' },
      variant: 'question' in one ? 'answer' : 'cell',
      from: ['question' in one ? { question: one.question } : cellOf(project, one)],
      evidence: [one.evidence],
    })),
});

function aboutOf(one: Contested): string {
  return 'question' in one
    ? `${one.question}.${one.evidence}`
    : `${one.row}.${one.column}.${one.evidence}`.slice(-100);
}

function cellOf(project: Reader, one: Contested & { table: string }) {
  const { table, row, column } = one as Extract<Contested, { table: string }>;
  return isTableId(table) ? project.cell(table, row, column) : { question: table, row, column };
}

function placeOf(project: Reader, one: Contested) {
  if ('question' in one) {
    const id = one.question as QuestionId;
    return { said: project.shown(id, one.said), shown: project.shown(id, one.shown), column: '', row: '' };
  }
  const table = one.table as TableId;
  return {
    said: project.shown(table, one.said, one.column),
    shown: project.shown(table, one.shown, one.column),
    column: project.columnLabel(table, one.column),
    row: project.nameOf(table, one.row),
  };
}

export const contestedRules = [contested];
