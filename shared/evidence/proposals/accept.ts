/** Turns chosen proposals into edits; what the project does not say any more, or a person has confirmed, is refused by name. */
import { content } from '../../content/content.ts';
import { columnsOf, isTableId } from '../../content/tables.ts';
import { equalJson, type Json } from '../../json.ts';
import type { Row } from '../../project/answer.ts';
import type { Edit } from '../../project/change.ts';
import type { ProposalProject } from './claims.ts';
import type { AnswerProposal, CellProposal, Proposals, RowProposal } from './proposals.ts';

export type Chosen = { answers: readonly AnswerProposal[]; rows: readonly RowProposal[] };

/** `moved` names what is proposed no more. */
export type AcceptedEdits =
  | { ok: true; edits: Edit[]; questions: string[]; supports: string[] }
  | { ok: false; moved: string };

export function acceptProposals(chosen: Chosen, now: Proposals, project: ProposalProject): AcceptedEdits {
  const edits: Edit[] = [];
  const questions = new Set<string>();
  for (const answer of chosen.answers) {
    const proposed = now.answers.find(({ question }) => question === answer.question);
    if (!proposed || !isSame(answer, proposed)) return { ok: false, moved: answer.question };
    questions.add(answer.question);
    edits.push({ path: `answer/${answer.question}`, after: { state: 'answered', value: answer.to } });
  }
  const rows = withNeeded(chosen.rows, now.rows);
  const orders = new Map<string, number>();
  const proposedRows = new Map(now.rows.map((one) => [`${one.table}/${one.row}`, one]));
  for (const row of rows) {
    const proposed = proposedRows.get(`${row.table}/${row.row}`);
    const isHere = (cell: CellProposal) =>
      proposed?.cells.some((one) => one.column === cell.column && isSame(cell, one));
    if (!proposed || !row.cells.every(isHere)) return { ok: false, moved: row.name };
    const today = project.tables[row.table]?.find(({ id }) => id === row.row);
    const order = today?.order ?? nextOrder(orders, row.table, project.tables[row.table] ?? []);
    edits.push({ path: `row/${row.table}/${row.row}`, after: rowAfter(today, row, order) });
    const question = content.questionOfTable.get(row.table);
    if (question !== undefined) questions.add(question);
  }
  for (const question of questions)
    if (Object.hasOwn(project.reviews, question)) edits.push({ path: `review/${question}`, after: null });
  return { ok: true, edits, questions: [...questions], supports: supported(questions, now) };
}

function isSame(one: CellProposal | AnswerProposal, other: CellProposal | AnswerProposal): boolean {
  return !other.contested && equalJson(one.from, other.from) && equalJson(one.to, other.to);
}

/** A row that points to a new one is of no use without it. */
function withNeeded(chosen: readonly RowProposal[], all: readonly RowProposal[]): RowProposal[] {
  const wanted = [...chosen];
  for (const row of wanted) {
    const columns = isTableId(row.table) ? columnsOf(row.table) : {};
    for (const { column, to } of row.cells) {
      const table = columns[column]?.kind === 'ref' ? columns[column]?.table : undefined;
      const isChosen = (one: RowProposal) => one.table === table && one.row === to;
      if (table === undefined || wanted.some(isChosen)) continue;
      const needed = all.find((one) => one.isNew && isChosen(one));
      if (needed) wanted.push(needed);
    }
  }
  return wanted;
}

function nextOrder(orders: Map<string, number>, table: string, rows: readonly Row[]): number {
  const last = orders.get(table) ?? rows.reduce((most, row) => Math.max(most, row.order), -1);
  orders.set(table, last + 1);
  return last + 1;
}

function rowAfter(today: Row | undefined, { cells }: RowProposal, order: number): Json {
  const after: Record<string, Json> = { ...today?.cells };
  const drafts = { ...today?.drafts };
  for (const { column, to } of cells) {
    after[column] = to;
    delete drafts[column];
  }
  return { order, cells: after, ...(Object.keys(drafts).length > 0 ? { drafts } : {}) };
}

/** It proves what it agrees with: what was taken over from it, and what said the same already. */
function supported(taken: ReadonlySet<string>, now: Proposals): string[] {
  const differing = new Set(now.answers.map(({ question }) => question));
  for (const { table } of now.rows) differing.add(content.questionOfTable.get(table) ?? '');
  return now.supports.filter((question) => taken.has(question) || !differing.has(question));
}
