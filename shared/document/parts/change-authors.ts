/** Who changed what on which day: gathered, for a line for each change would make pages. */
import { fill } from '../../content/words.ts';
import type { Authorship, Comparison } from '../../progress/compare.ts';
import type { Block, Cell } from '../blocks.ts';
import type { Context } from '../context.ts';
import { plain } from '../runs.ts';
import { cell, paragraph, remark, tableBlock } from '../statements.ts';
import { dayOf } from '../values.ts';
import { compareTexts } from './summary.ts';

type Kind = 'answers' | 'rows' | 'actions' | 'others';
type Group = { day: string; author: string; counts: Partial<Record<Kind, number>> };

/** By day and person, the newest first. */
function groupsOf({ answers, items, others, tables, actions }: Comparison): Group[] {
  const groups = new Map<string, Group>();
  const add = (kind: Kind, by: Authorship | undefined) => {
    if (!by) return;
    const day = dayOf(by.at);
    const key = `${day} ${by.author}`;
    const group = groups.get(key) ?? { day, author: by.author, counts: {} };
    groups.set(key, group);
    group.counts[kind] = (group.counts[kind] ?? 0) + 1;
  };
  for (const { by } of [...answers, ...items]) add('answers', by);
  for (const { by } of tables) for (const one of Object.values(by)) add('rows', one);
  for (const list of Object.values(actions)) for (const { by } of list) add('actions', by);
  for (const { by } of others) add('others', by);
  return [...groups.values()].sort(
    (left, right) => compareTexts(right.day, left.day) || compareTexts(left.author, right.author),
  );
}

/** Whether it was more than one person or day: else it is said once, and not beside each change. */
export function hasSeveralAuthors(comparison: Comparison): boolean {
  return groupsOf(comparison).length > 1;
}

/** About a third of a page. */
const mostGroups = 15;

export function changeAuthors(context: Context, comparison: Comparison): (Block | undefined)[] {
  const own = context.words.changes;
  const groups = groupsOf(comparison);
  const [only] = groups;
  if (!only) return [];
  if (groups.length === 1)
    return [paragraph(plain(fill(own.allBy, { who: nameOf(context, only.author), day: only.day })))];
  const shown = groups.slice(0, mostGroups);
  const kinds = ['answers', 'rows', 'actions', 'others'] as const;
  return [
    tableBlock(
      own.who,
      [{ title: own.columns.day }, { title: own.columns.who }, { title: own.columns.what }],
      shown.map(({ day, author, counts }) => {
        const told = kinds.flatMap((kind) => {
          const count = counts[kind];
          return count === undefined ? [] : [fill(own.counts[kind], { count })];
        });
        return [cell(context, day), cell(context, nameOf(context, author)), cell(context, told.join(', '))];
      }),
    ),
    groups.length > shown.length
      ? remark(fill(own.earlierDays, { count: groups.length - shown.length }))
      : undefined,
  ];
}

/** Of one change. */
export function byCell(context: Context, by: Authorship | undefined): Cell {
  return cell(context, by ? `${nameOf(context, by.author)}, ${dayOf(by.at)}` : '');
}

/** Of several: each name once, with the last of its days. */
export function byAllCell(context: Context, all: readonly Authorship[]): Cell {
  const last = new Map<string, string>();
  for (const { author, at } of all) {
    const day = dayOf(at);
    if (day > (last.get(author) ?? '')) last.set(author, day);
  }
  const named = [...last].sort(([, left], [, right]) => compareTexts(right, left));
  return cell(context, named.map(([author, day]) => `${nameOf(context, author)}, ${day}`).join('; '));
}

function nameOf({ words }: Context, author: string): string {
  return author.trim() === '' ? words.changes.nobody : author;
}
