/**
 * What an edited sheet of actions would change: proposals for a person to choose from, never changes by themselves. Rows
 * are known by their id, columns by their head; what was not touched in the sheet is no proposal.
 */
import { z } from 'zod';
import { fill } from '../content/words.ts';
import { type DocumentWords, documentWordsOf } from '../document/words/words.ts';
import { type Action, actionStatuses } from '../project/paths.ts';
import { type Language, languagesFrom } from '../words/catalogue.ts';
import { cellText, type Grid, type GridCell, isUntouched } from './cell.ts';
import { dayOfSerial, readDay } from './day.ts';

export const actionFields = ['title', 'owner', 'due', 'status', 'note'] as const;
export type ActionField = (typeof actionFields)[number];

/** One cell that differs: as it stands in the project, and as it stands in the sheet; null where there is nothing. */
export const FieldProposal = z.strictObject({
  field: z.enum(actionFields),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** The sheet says what stood here before the last change: most likely nobody touched the cell, and it is only old. */
  isOld: z.boolean(),
});

export const ActionProposal = z.strictObject({
  /** The line of the sheet, the head being line 1. */
  line: z.number().int(),
  /** Null for an action that somebody added in the sheet. */
  id: z.string().nullable(),
  title: z.string(),
  fields: z.array(FieldProposal).min(1).max(actionFields.length),
});
export type ActionProposal = z.infer<typeof ActionProposal>;

export const ActionSheet = z.strictObject({
  proposals: z.array(ActionProposal),
  /** Lines with an id that no action here has: deleted meanwhile, or from another project. */
  unknown: z.array(z.strictObject({ line: z.number().int(), id: z.string(), title: z.string() })),
  /** What could not be read, and why; the rest of such a line is still proposed. */
  problems: z.array(z.strictObject({ line: z.number().int(), reason: z.string() })),
  /** Actions that are not in the sheet: they stay as they are. */
  missing: z.array(z.string()),
  /** Lines that say what the project says. */
  same: z.number().int(),
});
export type ActionSheet = z.infer<typeof ActionSheet>;

type Columns = Readonly<Partial<Record<ActionField | 'id', number>>>;

export type ReadActions = {
  actions: Readonly<Record<string, Action>>;
  language: Language;
  /** What stood in a field before, newest first; asked only where a cell differs. */
  earlier: (id: string, field: ActionField) => readonly (string | undefined)[];
};

/** Undefined when no line has the heads of a sheet of actions. */
export function proposeActions(
  grid: Grid,
  { actions, language, earlier }: ReadActions,
): ActionSheet | undefined {
  // A sheet travels further than the language of whoever saved it.
  const found = languagesFrom(language).flatMap((spoken) => {
    const words = documentWordsOf(spoken);
    const head = findHead(grid, words);
    return head ? [{ words, head }] : [];
  })[0];
  if (!found) return undefined;
  const { words, head } = found;
  const told = documentWordsOf(language);
  const originals = originalLines(grid, head, actions, words);
  const sheet: ActionSheet = { proposals: [], unknown: [], problems: [], missing: [], same: 0 };
  const seen = new Set<string>();
  for (const [index, row] of grid.entries()) {
    const line = index + 1;
    if (index <= head.index || row.every((cell) => cellText(cell) === '')) continue;
    const given = cellText(row[head.columns.id ?? -1] ?? null);
    const title = cellText(row[head.columns.title ?? -1] ?? null);
    const problem = (reason: string) => sheet.problems.push({ line, reason });
    const action = Object.hasOwn(actions, given) ? actions[given] : undefined;
    const isCopy = action !== undefined && originals.get(given) !== index;
    // A line that was copied to write another action in it still has the id of the first.
    const id = isCopy && !isUntitled(row, head, action, words) ? '' : given;
    const known = id === '' ? undefined : action;
    if (id !== '' && !known) sheet.unknown.push({ line, id, title });
    else if (id !== '' && isCopy) problem(fill(told.actionImport.twice, { title }));
    else if (id === '' && title === '') problem(told.actionImport.noTitle);
    else {
      seen.add(id);
      const fields = fieldsOf(row, head.columns, known, { words, told }, problem).map((field) => ({
        ...field,
        isOld: known !== undefined && earlier(id, field.field).some((was) => (was ?? null) === field.to),
      }));
      if (fields.length > 0)
        sheet.proposals.push({ line, id: id === '' ? null : id, title: known?.title ?? title, fields });
      else if (known) sheet.same += 1;
    }
  }
  sheet.missing = Object.keys(actions).filter((id) => !seen.has(id));
  return sheet;
}

/** Whether a line names the action as it is named, or not at all. */
function isUntitled(row: readonly GridCell[], head: Head, { title }: Action, words: DocumentWords): boolean {
  const cell = row[head.columns.title ?? -1] ?? null;
  return cellText(cell) === '' || isUntouched(cell, title, words);
}

/** Of several lines with one id the one that the action itself is in: where it still has its title, else the first. */
function originalLines(
  grid: Grid,
  head: Head,
  actions: ReadActions['actions'],
  words: DocumentWords,
): Map<string, number> {
  const lines = new Map<string, number>();
  const isSure = new Set<string>();
  for (const [index, row] of grid.entries()) {
    const id = cellText(row[head.columns.id ?? -1] ?? null);
    const action = Object.hasOwn(actions, id) ? actions[id] : undefined;
    if (index <= head.index || !action || isSure.has(id)) continue;
    const isItself = isUntitled(row, head, action, words);
    if (isItself) isSure.add(id);
    if (isItself || !lines.has(id)) lines.set(id, index);
  }
  return lines;
}

type Head = { index: number; columns: Columns };

/** The first line that names the id and the title; there may be lines of somebody's own above it. */
function findHead(grid: Grid, words: DocumentWords): Head | undefined {
  const heads = { id: words.csv.id, ...pick(words.csv) };
  for (const [index, row] of grid.slice(0, 50).entries()) {
    const columns: Partial<Record<ActionField | 'id', number>> = {};
    for (const [place, cell] of row.entries()) {
      const text = cellText(cell).toLowerCase();
      for (const [name, title] of Object.entries(heads))
        if (text === title.toLowerCase()) columns[name as ActionField | 'id'] ??= place;
    }
    if (columns.id !== undefined && columns.title !== undefined) return { index, columns };
  }
  return undefined;
}

function pick(words: DocumentWords['csv']): Record<ActionField, string> {
  const { title, owner, due, status, note } = words;
  return { title, owner, due, status, note };
}

/** What the sheet is written in, and what whoever brings it back reads. */
type Spoken = { words: DocumentWords; told: DocumentWords };

type Difference = { field: ActionField; from: string | null; to: string | null };

function fieldsOf(
  row: readonly GridCell[],
  columns: Columns,
  known: Action | undefined,
  spoken: Spoken,
  problem: (reason: string) => void,
): Difference[] {
  const found: Difference[] = [];
  for (const field of actionFields) {
    const place = columns[field];
    if (place === undefined) continue;
    const cell = row[place] ?? null;
    const from = known?.[field] ?? null;
    const isFree = field !== 'due' && field !== 'status';
    if (isFree ? isUntouched(cell, from ?? '', spoken.words) : field === 'status' && cellText(cell) === '')
      continue;
    const read = readCell(cell, field, spoken);
    if ('reason' in read) problem(read.reason);
    else if (read.value !== from) found.push({ field, from, to: read.value });
  }
  return found;
}

const longest: Readonly<Record<'title' | 'owner' | 'note', number>> = {
  title: 500,
  owner: 300,
  note: 100_000,
};

function readCell(
  cell: GridCell,
  field: ActionField,
  { words, told }: Spoken,
): { value: string | null } | { reason: string } {
  const own = told.actionImport;
  const text = cellText(cell);
  if (field === 'due') return readDue(cell, text, told);
  if (field === 'status') {
    const wanted = text.toLowerCase();
    const status = actionStatuses.find(
      (one) =>
        one === wanted ||
        words.actions.statuses[one].toLowerCase() === wanted ||
        words.actionImport.statuses[one].includes(wanted),
    );
    if (status) return { value: status };
    const known = Object.values(told.actions.statuses).join(', ');
    return { reason: fill(own.noStatus, { text: text.slice(0, 60), known }) };
  }
  if (text.length > longest[field]) return { reason: fill(own.tooLong, { limit: longest[field] }) };
  if (field === 'title' && text === '') return { reason: own.titleGone };
  return { value: text === '' ? null : text };
}

function readDue(
  cell: GridCell,
  text: string,
  told: DocumentWords,
): { value: string | null } | { reason: string } {
  if (text === '') return { value: null };
  const own = told.actionImport;
  if (typeof cell === 'number') {
    const day = dayOfSerial(cell);
    return day === undefined ? { reason: fill(own.noDay, { text }) } : { value: day };
  }
  const read = readDay(text);
  if ('day' in read) return { value: read.day };
  const reason = read.problem === 'ambiguous' ? own.ambiguousDay : own.noDay;
  return { reason: fill(reason, { text: text.slice(0, 60) }) };
}
