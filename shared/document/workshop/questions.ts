/** The questions of a workshop: what was answered in it, and what of its agenda is open still. */
import { content } from '../../content/content.ts';
import { isTableId } from '../../content/tables.ts';
import { fill } from '../../content/words.ts';
import { questionActionId } from '../../project/question-action.ts';
import { placeOfQuestion } from '../../review-checklist/item.ts';
import type { Cell } from '../blocks.ts';
import { itemAnswer } from '../item-answer.ts';
import { link, textOf, toQuestion } from '../runs.ts';
import { cell, present, remark, tableBlock } from '../statements.ts';
import { answerText, promptOf } from '../values.ts';
import type { Built, WorkshopContext } from './build.ts';

export function questionCell(context: WorkshopContext, question: string | undefined): Cell {
  if (question === undefined) return cell(context, '');
  const prompt = promptOf(context, question);
  return context.visible.has(question) ? { text: link(prompt, toQuestion(question)) } : cell(context, prompt);
}

export function answeredPart(context: WorkshopContext): Built {
  const { columns, none, parts } = context.words.workshop;
  return {
    blocks: [
      tableBlock(
        parts.answered,
        [{ title: columns.question }, { title: columns.before }, { title: columns.answer }],
        context.summary.answered.map((question) => [
          questionCell(context, question),
          cell(context, saidTo(context, question, context.earlier)),
          cell(context, saidTo(context, question, context.view)),
        ]),
      ) ?? remark(none.answered),
    ],
  };
}

/** An answer in a few words; of a table how many rows it has. */
function saidTo(context: WorkshopContext, question: string, view: WorkshopContext['view']): string {
  const place = placeOfQuestion(question);
  if (place) {
    // Only how it stands at the end is kept together with its words.
    const list = context.lists.find(({ id }) => id === place.checklist);
    const item = view === context.view ? list?.items.find(({ id }) => id === place.item) : undefined;
    return item ? itemAnswer(context.words, item) : '';
  }
  const table = content.questions.get(question)?.table;
  const rows = table !== undefined && isTableId(table) ? (view.tables[table] ?? []) : [];
  if (rows.length > 0) return fill(context.words.workshop.rows, { count: rows.length });
  const text = answerText(context, question, view);
  return text ? textOf(text) : '';
}

export function openPart(context: WorkshopContext): Built {
  const { columns, none, parts, states, otherOpen } = context.words.workshop;
  const { open, otherOpen: others } = context.summary;
  const losses = new Map(
    context.view.assessment.readiness.losses.map(({ question, reason }) => [question, reason]),
  );
  const names: Readonly<Record<string, string>> = states;
  return {
    blocks: present([
      tableBlock(
        parts.open,
        [
          { title: columns.question },
          { title: columns.why },
          { title: columns.owner },
          { title: columns.due },
        ],
        open.map(({ question, skipped }) => {
          const action = context.view.actions[questionActionId(question)];
          return [
            questionCell(context, question),
            cell(context, skipped ? states.skipped : (names[losses.get(question) ?? 'open'] ?? states.open)),
            cell(context, action?.owner ?? ''),
            cell(context, action?.due ?? ''),
          ];
        }),
      ) ?? remark(none.open),
      others > 0 ? remark(fill(otherOpen, { count: others })) : undefined,
    ]),
  };
}
