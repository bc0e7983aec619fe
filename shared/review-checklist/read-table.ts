/**
 * Reads a table of questions as a firm filled it in. A line whose question is there already changes only what its cells say
 * otherwise than they were written: so a table that comes back as it was taken out changes nothing.
 */
import { cellText, type Grid, type GridCell, isUntouched, plain } from '../action-import/cell.ts';
import { fill } from '../content/words.ts';
import { sheetText } from '../document/sheets/sheet.ts';
import type { DocumentWords } from '../document/words/words.ts';
import { type Severity, severities } from '../view.ts';
import { type ReviewItem, showChecklist } from './imported.ts';
import { itemKinds } from './item.ts';
import type { Lists, Section } from './lists.ts';
import { folded } from './names.ts';
import { addSection, type OwnList } from './own.ts';
import { OwnQuestion, questionOf, wordsOfQuestion } from './own-question.ts';
import { mostItems } from './read.ts';
import { type OwnColumn, ownCell, ownColumns } from './table.ts';

type Problem = { place: string; message: string };
type ReadOwnTable = { ok: true; list: OwnList } | { ok: false; problems: Problem[] };

type Reading = {
  words: DocumentWords;
  name: string;
  file: string;
  newId: () => string;
  /** The list that the table brings up to date. */
  known?: { lists: Lists; id: string } | undefined;
};

/** Undefined when no line has the heads of such a table. */
export function readOwnTable(grid: Grid, reading: Reading): ReadOwnTable | undefined {
  const { words, known } = reading;
  const own = words.reviewChecklist.table;
  const headAt = grid.findIndex((row) => row.some((cell) => folded(cellText(cell)) === folded(own.text)));
  const head = grid[headAt];
  if (!head) return undefined;
  const at = new Map(
    ownColumns.map((column) => [
      column,
      head.findIndex((cell) => folded(cellText(cell)) === folded(own[column])),
    ]),
  );
  const before = known && showChecklist(known.lists, known.id);
  const stored = known?.lists.lists[known.id]?.items;
  const lines = grid.flatMap((row, index): Line[] => {
    if (index <= headAt) return [];
    const cells = (column: OwnColumn) => row[at.get(column) ?? -1];
    const line = { place: fill(own.row, { row: index + 1 }), cells };
    return ownColumns.every((column) => textIn(line, column) === '') ? [] : [line];
  });
  const items = knownItems(lines, before?.items ?? [], words);
  const list: OwnList = { name: reading.name, file: reading.file, sections: [], items: [] };
  const taken = new Set<string>();
  // All that is wrong is said at once: whoever mends it does so in another program, and comes back.
  const problems: Problem[] = [];
  for (const line of lines) {
    const item = items.get(line);
    const question = readQuestion(line, item, words);
    if (typeof question === 'string') {
      problems.push({ place: line.place, message: question });
      continue;
    }
    const wanted = item?.id ?? givenId(line);
    const id = wanted !== undefined && !taken.has(wanted) ? wanted : reading.newId();
    taken.add(id);
    const section = sectionOf(line, item, list.sections, before?.sections ?? [], words);
    const old = item && stored?.get(item.id);
    const asked = wordsOfQuestion(question, old && { words: old.words, shown: questionOf(item) });
    list.items.push({ id, section, words: asked });
    if (list.items.length > mostItems) {
      const message = fill(words.reviewChecklist.tooMany, { limit: mostItems });
      return { ok: false, problems: [{ place: line.place, message }] };
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  if (list.items.length === 0)
    return { ok: false, problems: [{ place: fill(own.row, { row: headAt + 1 }), message: own.empty }] };
  if (before) keepEmptySections(list.sections, before.sections, before.items);
  return { ok: true, list };
}

/** The cell of a column; undefined when the table does not have it. */
type Line = { place: string; cells: (column: OwnColumn) => GridCell | undefined };

function textIn({ cells }: Line, column: OwnColumn): string {
  return cellText(cells(column) ?? null);
}

/** Nobody touched it, or the table does not have it. */
function isKept({ cells }: Line, column: OwnColumn, item: ReviewItem, words: DocumentWords): boolean {
  const cell = cells(column);
  return cell === undefined || isUntouched(cell, ownCell(words, item, column), words);
}

function givenId(line: Line): string | undefined {
  const id = textIn(line, 'id');
  return /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/.test(id) ? id : undefined;
}

/** The question that a line is about: by its id, or where that was left out the next one that asks the same. */
function knownItems(
  lines: readonly Line[],
  before: readonly ReviewItem[],
  words: DocumentWords,
): Map<Line, ReviewItem> {
  const free = new Map(before.map((item) => [item.id, item]));
  const found = new Map<Line, ReviewItem>();
  const take = (line: Line, item: ReviewItem | undefined) => {
    if (!item) return;
    found.set(line, item);
    free.delete(item.id);
  };
  for (const line of lines) take(line, free.get(givenId(line) ?? ''));
  const asking = new Map<string, ReviewItem[]>();
  const asks = (cell: GridCell) => folded(plain(cellText(cell)));
  for (const item of free.values()) {
    const text = asks(sheetText(words, item.text));
    asking.set(text, [...(asking.get(text) ?? []), item]);
  }
  for (const line of lines) {
    if (found.has(line) || givenId(line) !== undefined) continue;
    const alike = (asking.get(asks(line.cells('text') ?? null)) ?? []).filter(({ id }) => free.has(id));
    take(line, alike.find((item) => isKept(line, 'section', item, words)) ?? alike[0]);
  }
  return found;
}

/** By the name that stands in the line; a question that stays in its section does so also where two have one name. */
function sectionOf(
  line: Line,
  item: ReviewItem | undefined,
  sections: Section[],
  before: readonly Section[],
  words: DocumentWords,
): string {
  if (!item || !isKept(line, 'section', item, words)) {
    const name = textIn(line, 'section');
    return addSection(sections, name, before.find((section) => section.name.trim() === name)?.id);
  }
  const stays = before.find(({ id }) => id === item.section);
  if (stays && !sections.some(({ id }) => id === stays.id)) sections.push(stays);
  return item.section;
}

/** A section that no question stood in could not be in the table: that it is missing there says nothing. */
function keepEmptySections(
  sections: Section[],
  before: readonly Section[],
  items: readonly ReviewItem[],
): void {
  const used = new Set(items.map((item) => item.section));
  let at = 0;
  for (const section of before) {
    const place = sections.findIndex(({ id }) => id === section.id);
    if (place < 0 && !used.has(section.id)) sections.splice(at, 0, section);
    else if (place < 0) continue;
    at = Math.max(at, place < 0 ? at : place) + 1;
  }
}

/** The question, or what is wrong with it. */
function readQuestion(line: Line, item: ReviewItem | undefined, words: DocumentWords): OwnQuestion | string {
  const own = words.reviewChecklist.table;
  const cell = (column: OwnColumn) => textIn(line, column);
  const before = item && questionOf(item);
  const kept = ownColumns.filter((column) => item && isKept(line, column, item, words));
  const keeps = (...columns: OwnColumn[]) => columns.every((column) => kept.includes(column));
  // Also one that would be too long for us: it came with its file.
  if (before && keeps('text', 'description', 'severity', 'kind', 'options', 'bad', 'link')) return before;
  const severity = before && keeps('severity') ? before.severity : readSeverity(cell('severity'), words);
  if (severity === undefined)
    return fill(own.unknownSeverity, {
      value: cell('severity'),
      known: severities.map((one) => words.severities[one]).join(', '),
    });
  const kind = before && keeps('kind') ? before.kind : readKind(cell('kind'), words);
  if (kind === undefined)
    return fill(own.unknownKind, { value: cell('kind'), known: Object.values(own.kinds).join(', ') });
  const isSame = before?.kind === kind;
  const options =
    kind !== 'choice'
      ? []
      : before && isSame && keeps('options')
        ? before.options
        : piecesOf(cell('options'));
  if (kind === 'choice' && options.length < 2) return own.noOptions;
  const bad: string[] = [];
  if (before && isSame && keeps('options', 'bad')) bad.push(...before.bad);
  else {
    const given = kind === 'yesNo' ? cell('bad') || words.values.no : kind === 'choice' ? cell('bad') : '';
    // Where nothing is said, "no" is what nobody likes to hear; a dash says that neither is bad.
    for (const piece of given === words.values.none ? [] : piecesOf(given)) {
      const option =
        kind === 'yesNo'
          ? readName(piece, ['yes', 'no'], words.values)
          : (options.find((one) => one === piece) ?? options.find((one) => folded(one) === folded(piece)));
      if (option === undefined) return fill(own.unknownBad, { value: piece });
      bad.push(option);
    }
  }
  const description = before && keeps('description') ? before.description : cell('description');
  const text = before && keeps('text') ? before.text : cell('text');
  const link = before && keeps('link') ? before.link : cell('link');
  const question = OwnQuestion.safeParse({
    ...(text === '' ? { text: description.slice(0, 2000), description: '' } : { text, description }),
    severity,
    link,
    kind,
    options,
    bad,
  });
  return question.success ? question.data : own.tooLong;
}

/** Also as review checklists call them; null for none. */
function readSeverity(text: string, words: DocumentWords): Severity | null | undefined {
  if (text === '') return null;
  const others: Record<string, Severity> = { high: 'gate', medium: 'risk', low: 'advice' };
  return readName(text, severities, words.severities) ?? others[folded(text)];
}

function readKind(text: string, words: DocumentWords): OwnQuestion['kind'] | undefined {
  return text === '' ? 'status' : readName(text, itemKinds, words.reviewChecklist.table.kinds);
}

function readName<Value extends string>(
  text: string,
  values: readonly Value[],
  names: Readonly<Record<Value, string>>,
): Value | undefined {
  return values.find((value) => [value.toLowerCase(), folded(names[value])].includes(folded(text)));
}

function piecesOf(text: string): string[] {
  return [...new Set(text.split(/[|\n]/).map((piece) => piece.trim()))].filter(Boolean);
}
