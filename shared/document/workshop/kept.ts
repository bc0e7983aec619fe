/** What people agreed on in a workshop: decisions, who does what by when, and what was parked. */
import { plain } from '../runs.ts';
import { cell, openText, present, remark, tableBlock } from '../statements.ts';
import type { Built, WorkshopContext } from './build.ts';
import { questionCell } from './questions.ts';

export function decidedPart(context: WorkshopContext): Built {
  const { columns, none } = context.words.workshop;
  return {
    blocks: [
      tableBlock(
        context.words.workshop.parts.decided,
        [
          { title: columns.what },
          { title: columns.who },
          { title: columns.on },
          { title: columns.dissent },
          { title: columns.about },
        ],
        context.summary.decisions.map(({ what, who = '', on = '', dissent = '', question }) => [
          cell(context, what),
          cell(context, who),
          cell(context, on),
          cell(context, dissent),
          questionCell(context, question),
        ]),
      ) ?? remark(none.decided),
    ],
  };
}

export function actionsPart(context: WorkshopContext): Built {
  const { columns, none } = context.words.workshop;
  const { statuses, noOwner, noDue } = context.words.actions;
  const soonest = [...context.summary.actions].sort((left, right) =>
    (left.due ?? '9999') < (right.due ?? '9999') ? -1 : 1,
  );
  return {
    blocks: [
      tableBlock(
        context.words.workshop.parts.actions,
        [
          { title: columns.action },
          { title: columns.owner },
          { title: columns.due },
          { title: columns.status },
        ],
        soonest.map(({ title, owner, due, status }) => [
          cell(context, title),
          cell(context, owner ?? noOwner, owner === undefined ? 'risk' : undefined),
          cell(context, due ?? noDue, due === undefined ? 'muted' : undefined),
          cell(context, statuses[status], status === 'done' ? 'good' : undefined),
        ]),
      ) ?? remark(none.actions),
    ],
  };
}

export function parkedPart(context: WorkshopContext): Built {
  const { columns, none, parts, notes } = context.words.workshop;
  const { parked, notes: written } = context.summary;
  return {
    blocks: present([
      tableBlock(
        parts.parked,
        [{ title: columns.parked }, { title: columns.about }],
        parked.map(({ text, question }) => [{ text: plain(text) }, questionCell(context, question)]),
      ) ?? openText(none.parked),
      tableBlock(
        notes,
        [{ title: columns.question }, { title: columns.note }],
        written.map(({ question, text }) => [questionCell(context, question), cell(context, text)]),
      ),
    ]),
  };
}
