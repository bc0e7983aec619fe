/** The kinds of statement that parts are made of: answers as pairs, tables, findings, and one line for what is still open. */
import { groupRows } from '../assess/planned.ts';
import { content } from '../content/content.ts';
import { type TableId, tables } from '../content/tables.ts';
import { fill } from '../content/words.ts';
import type { Finding } from '../view.ts';
import type { Block, Cell, CellTone, Column, Section, Target, Text } from './blocks.ts';
import { type Context, questionOfTable } from './context.ts';
import { alikeFindings } from './part-findings.ts';
import { joined, link, listing, muted, plain, strong, textOf, toFinding, toQuestion } from './runs.ts';
import {
  answerText,
  bareCellText,
  cellText,
  columnTitle,
  isWaiting,
  promptOf,
  tableTitle,
} from './values.ts';

export type Blocks = readonly (Block | undefined)[];

export function present(blocks: Blocks): Block[] {
  return blocks.filter((block) => block !== undefined);
}

/** The questions of a section of the checklists that are asked now. */
export function questionsOf(context: Context, section: string): string[] {
  return content.sections.get(section)?.questions.filter((id) => context.visible.has(id)) ?? [];
}

export function fromQuestions(context: Context, ids: readonly string[]): Target[] {
  return ids.filter((id) => context.visible.has(id)).map(toQuestion);
}

/** The answers a finding rests on, and the finding itself. */
export function fromFinding(context: Context, finding: Finding): Target[] {
  return fromFindings(context, [finding]);
}

/** The findings first, then what any of them rests on. */
export function fromFindings(context: Context, findings: readonly Finding[]): Target[] {
  const questions = new Set(findings.flatMap(({ from }) => from.map(({ question }) => question)));
  return [...findings.map(({ id }) => toFinding(id)), ...fromQuestions(context, [...questions])];
}

export function paragraph(text: Text, from: readonly Target[] = []): Block {
  return { kind: 'paragraph', text, ...(from.length > 0 ? { from } : {}) };
}

/** Answers next to their questions; undefined while there are none. */
export function answerPairs(context: Context, ids: readonly string[]): Block | undefined {
  const answered = ids.flatMap((id) => {
    const value = answerText(context, id);
    return value ? [{ id, name: plain(promptOf(context, id)), value }] : [];
  });
  if (answered.length === 0) return undefined;
  return {
    kind: 'pairs',
    pairs: answered.map(({ name, value }) => ({ name, value })),
    from: answered.map(({ id }) => toQuestion(id)),
  };
}

const mostNamed = 4;

/** One line that names what waits for an answer; undefined when nothing does. */
export function openLine(context: Context, ids: readonly string[]): Block | undefined {
  const waiting = ids.filter((id) => isWaiting(context, id));
  if (waiting.length === 0) return undefined;
  const { open } = context.words;
  const named = waiting.slice(0, mostNamed).map((id) => link(promptOf(context, id), toQuestion(id)));
  const rest = waiting.slice(mostNamed);
  return {
    kind: 'open',
    text: joined(
      plain(`${open.notYet} `),
      listing(named, ' · '),
      rest.length === 0 ? [] : muted(` ${fill(open.more, { count: rest.length })}`),
    ),
    ...(rest.length === 0 ? {} : { from: rest.map(toQuestion) }),
  };
}

/** What is said where there is nothing to tell, and nothing left to answer either. */
export function remark(text: string, from: readonly Target[] = []): Block {
  return paragraph(muted(text), from);
}

/** A remark on the table or the answers beside it, in their size. */
export function sideNote(text: string, from: readonly Target[] = []): Block {
  return { kind: 'paragraph', text: muted(text), note: true, ...(from.length > 0 ? { from } : {}) };
}

/** A place that stays empty until something else is answered. */
export function openText(text: string, from: readonly Target[] = []): Block {
  return { kind: 'open', text: plain(text), ...(from.length > 0 ? { from } : {}) };
}

export function cell(context: Context, text: string, tone?: CellTone): Cell {
  if (text === '') return { text: muted(context.words.values.none), tone: 'muted' };
  return { text: plain(text), ...(tone === undefined ? {} : { tone }) };
}

/** Width by what has to fit: a column of single words needs less room than one of sentences. */
export function weigh(title: string, cells: readonly (Cell | undefined)[]): number {
  let longest = title.length;
  for (const one of cells) longest = Math.max(longest, one ? textOf(one.text).length : 0);
  return Math.min(32, Math.max(6, longest));
}

export type Heading = { title: string; align?: 'end' };

/** Longer than half a page, a table is there to look things up in. */
const mostRead = 18;

export function tableBlock(
  caption: string,
  headings: readonly Heading[],
  rows: readonly (readonly Cell[])[],
  from: readonly Target[] = [],
): Block | undefined {
  if (rows.length === 0) return undefined;
  const columns = headings.map(({ title, align }, index): Column => {
    const weight = weigh(
      title,
      rows.map((row) => row[index]),
    );
    return align === undefined ? { title, weight } : { title, weight, align };
  });
  return {
    kind: 'table',
    caption,
    columns,
    rows,
    ...(rows.length > mostRead ? { dense: true } : {}),
    ...(from.length > 0 ? { from } : {}),
  };
}

/** The same table as one to look things up in. */
export function dense(block: Block | undefined): Block | undefined {
  return block?.kind === 'table' ? { ...block, dense: true } : block;
}

/** Rows that differ in their first cell only, as one row that names them there: all, or the first few and how many more. */
export function mergedRows(
  context: Context,
  rows: readonly (readonly Cell[])[],
  most = Number.POSITIVE_INFINITY,
): (readonly Cell[])[] {
  const alike = groupRows(rows, ([, ...rest]) => rest.map(({ text }) => textOf(text)).join('\n'));
  return [...alike.values()].flatMap((group) => {
    const [[first, ...rest] = []] = group;
    if (!first) return [];
    const names = group.flatMap(([name]) => (name ? [name.text] : []));
    return [[{ ...first, text: someOf(context, names, most) }, ...rest]];
  });
}

/** Of many names the first few and how many more there are. */
export function someOf({ words }: Context, names: readonly Text[], most: number): Text {
  // To count one name as "1 more" would be longer than the name.
  const shown = names.length > most + 1 ? names.slice(0, most) : names;
  const rest = names.length - shown.length;
  const named = listing(shown, '; ');
  return rest === 0 ? named : joined(named, muted(` ${fill(words.open.more, { count: rest })}`));
}

const numeric = new Set(['number', 'asn', 'vlan']);

/** Chosen columns of one of the project's tables, without those that nobody has filled in; undefined without rows. */
export function projectTable(
  context: Context,
  table: TableId,
  wanted: readonly string[],
  options: { caption?: string; rows?: readonly { id: string }[] } = {},
): Block | undefined {
  const rows = options.rows ?? context.project.rows(table);
  const label = tables[table].label;
  const columns = wanted.filter(
    (name) => name === label || rows.some((row) => cellText(context, table, row, name) !== ''),
  );
  const specs: Readonly<Record<string, { kind: string }>> = tables[table].columns;
  return tableBlock(
    options.caption ?? tableTitle(context, table),
    columns.map((name) => ({
      title: columnTitle(context, table, name),
      ...(numeric.has(specs[name]?.kind ?? '') ? { align: 'end' as const } : {}),
    })),
    rows.map((row) => columns.map((name) => cell(context, bareCellText(context, table, row, name)))),
    [toQuestion(questionOfTable(table))],
  );
}

/** Of more findings that are alike the first is told where the part on risks has them all. */
const mostAlike = 2;

/** What the checks say here, one line each; undefined when they say nothing. */
export function findingList(context: Context, findings: readonly Finding[]): Block | undefined {
  if (findings.length === 0) return undefined;
  const most = context.chosen.has('risks') ? mostAlike : Number.POSITIVE_INFINITY;
  const items = alikeFindings(findings).flatMap((group) => {
    const isMany = group.length > most;
    return (isMany ? group.slice(0, 1) : group).map((finding) => ({
      text: joined(
        strong(`${context.words.severities[finding.severity]}: `),
        link(finding.title, toFinding(finding.id)),
        isMany ? muted(` ${fill(context.words.open.alike, { count: group.length - 1 })}`) : [],
      ),
      from: isMany ? fromFindings(context, group) : fromFinding(context, finding),
    }));
  });
  return { kind: 'list', ordered: false, items };
}

/** A section that is never empty: what is there, else what is missing, else that it does not apply. */
export function section(
  context: Context,
  id: string,
  title: string,
  blocks: Blocks,
  sections: readonly Section[] = [],
): Section {
  const own = present(blocks);
  if (own.length === 0 && sections.length === 0) own.push(remark(context.words.open.notAsked));
  return { id, title, blocks: own, ...(sections.length > 0 ? { sections } : {}) };
}

/** A section of the checklists as it was answered, without the questions that are told elsewhere. */
export function answerSection(
  context: Context,
  source: string,
  options: { title?: string; without?: readonly string[]; before?: Blocks; after?: Blocks } = {},
): Section {
  const ids = questionsOf(context, source).filter((id) => !options.without?.includes(id));
  const simple = ids.filter((id) => content.questions.get(id)?.kind !== 'table');
  return section(context, source, options.title ?? context.contentWords.sections[source]?.title ?? source, [
    ...(options.before ?? []),
    answerPairs(context, simple),
    ...(options.after ?? []),
    openLine(context, ids),
  ]);
}
