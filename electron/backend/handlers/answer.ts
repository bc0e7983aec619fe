/** Answers, notes, confirmations and table rows: what the wizard writes. */
import { findQuestion, problemWithAnswer, problemWithRow } from '../../../shared/content/answer-schema.ts';
import { content } from '../../../shared/content/content.ts';
import { wordingNow } from '../../../shared/content/content-update.ts';
import type { Json } from '../../../shared/json.ts';
import type { RowValue } from '../../../shared/project/answer.ts';
import type { Edit } from '../../../shared/project/change.ts';
import type { Action } from '../../../shared/project/paths.ts';
import { questionActionAfter, questionActionId } from '../../../shared/project/question-action.ts';
import { CallFailure } from '../call-failure.ts';
import type { Handlers } from '../dispatch.ts';
import { edit, originIn } from '../edit.ts';
import { readSettings } from '../settings.ts';

function requireQuestion(id: string) {
  const question = findQuestion(id);
  if (!question)
    throw new CallFailure('bad-input', {
      says: 'no-question',
      values: { id },
      fields: { question: 'unknown' },
    });
  return question;
}

function rowEdit(table: string, row: string, value: RowValue): Edit {
  const problem = problemWithRow(table, value);
  if (problem) {
    throw new CallFailure('bad-input', {
      message: `${problem.column || table}: ${problem.problem}.`,
      fields: { [problem.column || 'table']: problem.problem },
    });
  }
  return { path: `row/${table}/${row}`, after: value as unknown as Json };
}

/** A confirmation is of the rows that were there: other rows need another one. */
function unconfirmed(table: string): Edit[] {
  const question = content.questionOfTable.get(table);
  return question === undefined ? [] : [{ path: `review/${question}`, after: null }];
}

type Calls = 'answer.set' | 'answer.note' | 'answer.review' | 'row.set' | 'row.paste' | 'row.remove';

export const answerHandlers: Pick<Handlers, Calls> = {
  'answer.set': (context, { project, question, answer, actionTitle, workshop }) => {
    const asked = requireQuestion(question);
    const problem = answer && problemWithAnswer(asked, answer);
    if (problem)
      throw new CallFailure('bad-input', {
        message: `${question}: ${problem}.`,
        fields: { answer: problem },
      });
    // A confirmation is of what was said: another answer needs another one.
    const edits: Edit[] = [
      { path: `answer/${question}`, after: answer as Json },
      { path: `review/${question}`, after: null },
    ];
    const path = `action/${questionActionId(question)}`;
    const action = context.workspace.readValue(project, path) as Action | null | undefined;
    const after = questionActionAfter(action ?? undefined, question, answer, actionTitle, context.now());
    if (after) edits.push({ path, after: after as Json });
    return edit(context, project, edits, originIn(workshop));
  },
  'answer.note': (context, { project, question, note, workshop }) => {
    requireQuestion(question);
    const after = note === '' ? null : note;
    return edit(context, project, [{ path: `note/${question}`, after }], originIn(workshop));
  },
  'answer.review': (context, { project, questions, reviewed }) => {
    const by = readSettings(context).author.trim();
    if (reviewed && by === '') {
      throw new CallFailure('bad-input', {
        says: 'confirmation-needs-name',
        fields: { author: 'missing' },
      });
    }
    const at = context.now();
    return edit(
      context,
      project,
      questions.map((question) => ({
        path: `review/${requireQuestion(question).id}`,
        after: reviewed ? ({ by, at, ...wordingNow(question) } as Json) : null,
      })),
    );
  },
  'row.set': (context, { project, table, row, value, workshop }) =>
    edit(context, project, [rowEdit(table, row, value), ...unconfirmed(table)], originIn(workshop)),
  'row.paste': (context, { project, table, rows, workshop }) =>
    edit(
      context,
      project,
      [...rows.map(({ id, value }) => rowEdit(table, id, value)), ...unconfirmed(table)],
      originIn(workshop),
    ),
  'row.remove': (context, { project, table, rows, workshop }) =>
    edit(
      context,
      project,
      [...rows.map((row) => ({ path: `row/${table}/${row}`, after: null })), ...unconfirmed(table)],
      originIn(workshop),
    ),
};
