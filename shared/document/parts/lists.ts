/** The additional checklists: what was found in those that count, then a table for each. */
import { fill } from '../../content/words.ts';
import type { ReviewChecklist, ReviewItem } from '../../review-checklist/imported.ts';
import type { Block, Cell, Section } from '../blocks.ts';
import type { Context } from '../context.ts';
import { itemAnswer } from '../item-answer.ts';
import { findingsIn } from '../part-findings.ts';
import { joined, muted, plain } from '../runs.ts';
import { cell, findingList, paragraph, present, remark, section, tableBlock } from '../statements.ts';

export function listsPart(context: Context): { blocks: Block[]; sections: Section[] } {
  const own = context.words.reviewChecklist.part;
  if (context.lists.length === 0) return { blocks: [remark(own.none)], sections: [] };
  return {
    blocks: present([findingList(context, findingsIn(context, 'lists'))]),
    sections: context.lists.map((list) => listSection(context, list)),
  };
}

const mostRows = 400;

/** Of a list that came as a file only what somebody looked at: the rest is the file's, not the project's. */
function listSection(context: Context, list: ReviewChecklist): Section {
  const { words } = context;
  const own = words.reviewChecklist.part;
  const told = list.items.filter((item) => list.own || item.status !== 'notVerified' || item.comment !== '');
  const shown = told.slice(0, mostRows);
  const done = list.items.filter((item) => item.status !== 'notVerified').length;
  const counts = list.counts ? own.counts : own.countsNot;
  return section(context, `lists.${list.id}`, list.name, [
    paragraph(plain(fill(own.progress, { done, items: list.items.length, counts }))),
    tableBlock(
      list.name,
      [
        { title: own.columns.section },
        { title: own.columns.question },
        { title: own.columns.answer },
        { title: own.columns.severity },
        { title: own.columns.comment },
      ],
      shown.map((item) => rowOf(context, item)),
    ),
    told.length > shown.length ? remark(fill(own.more, { count: told.length - shown.length })) : undefined,
  ]);
}

function rowOf(context: Context, item: ReviewItem): Cell[] {
  const { words } = context;
  const own = words.reviewChecklist.part;
  const { grade, severity, status } = item;
  const answer = itemAnswer(words, item);
  return [
    cell(context, item.category || own.noSection),
    cell(context, item.text),
    cell(context, answer, status === 'open' && grade ? grade : status === 'fulfilled' ? 'good' : 'muted'),
    cell(context, severity ? own.severities[severity] : grade ? words.severities[grade] : item.severityName),
    item.reworded
      ? { text: joined(plain(item.comment), muted(` ${own.reworded}`)) }
      : cell(context, item.comment),
  ];
}
