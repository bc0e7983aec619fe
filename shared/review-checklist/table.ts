/** A firm's own checklist as a table: the template that is filled in elsewhere, and the reading of what comes back. */
import type { Grid, GridCell } from '../action-import/proposals.ts';
import { fill } from '../content/words.ts';
import { type Sheet, sheetText } from '../document/sheets/sheet.ts';
import type { DocumentWords } from '../document/words/words.ts';
import { type Severity, severities } from '../view.ts';
import type { ReviewChecklist, ReviewItem } from './imported.ts';
import { type ItemKind, itemKinds } from './item.ts';
import { folded } from './names.ts';
import { addSection, type OwnList } from './own.ts';
import { OwnQuestion, wordsOfQuestion } from './own-question.ts';
import { mostItems } from './read.ts';

const columns = [
  'id',
  'section',
  'text',
  'description',
  'severity',
  'kind',
  'options',
  'bad',
  'link',
] as const;
type Column = (typeof columns)[number];

const widths: Readonly<Record<Column, number>> = {
  id: 20,
  section: 24,
  text: 52,
  description: 52,
  severity: 11,
  kind: 14,
  options: 28,
  bad: 20,
  link: 34,
};

const between = ' | ';

/** Every cell is a text. Without a list: the head and one example. */
export function ownSheet(words: DocumentWords, list: ReviewChecklist | undefined): Sheet {
  const own = words.reviewChecklist.table;
  const rows = list
    ? list.items.map((item) => columns.map((column) => sheetText(words, cellOf(words, item, column))))
    : [columns.map((column) => exampleCell(words, column))];
  return {
    name: own.name,
    columns: columns.map((column) => ({ title: own[column], width: widths[column] })),
    rows,
  };
}

function cellOf(words: DocumentWords, item: ReviewItem, column: Column): string {
  const { kinds } = words.reviewChecklist.table;
  switch (column) {
    case 'section':
      return item.category;
    case 'severity':
      return item.grade === null ? '' : words.severities[item.grade];
    case 'kind':
      return kinds[item.kind];
    case 'options':
      return item.kind === 'choice' ? item.options.join(between) : '';
    case 'bad':
      if (item.kind === 'yesNo' && item.bad.length === 0) return words.values.none;
      return item.bad.map((one) => badName(words, item.kind, one)).join(between);
    case 'link':
      return item.link ?? '';
    default:
      return item[column];
  }
}

function badName(words: DocumentWords, kind: ItemKind, option: string): string {
  return kind === 'yesNo' && (option === 'yes' || option === 'no') ? words.values[option] : option;
}

function exampleCell(words: DocumentWords, column: Column): string {
  const { example, kinds } = words.reviewChecklist.table;
  if (column === 'severity') return words.severities.gate;
  if (column === 'kind') return kinds.yesNo;
  if (column === 'bad') return words.values.no;
  return column === 'section' || column === 'text' || column === 'description' ? example[column] : '';
}

type ReadOwnTable = { ok: true; list: OwnList } | { ok: false; place: string; message: string };

type Reading = {
  words: DocumentWords;
  name: string;
  file: string;
  newId: () => string;
  /** What the list holds already: a line without an id that asks the same is the same question. */
  known?: ReviewChecklist | undefined;
};

/** Undefined when no line has the heads of such a table. */
export function readOwnTable(grid: Grid, reading: Reading): ReadOwnTable | undefined {
  const own = reading.words.reviewChecklist.table;
  const headAt = grid.findIndex((row) => row.some((cell) => folded(textOf(cell)) === folded(own.text)));
  const head = grid[headAt];
  if (!head) return undefined;
  const at = new Map(
    columns.map((column) => [column, head.findIndex((cell) => folded(textOf(cell)) === folded(own[column]))]),
  );
  const list: OwnList = { name: reading.name, file: reading.file, sections: [], items: [] };
  const taken = new Set<string>();
  const ids = new Map(reading.known?.items.map((item) => [item.text, item.id]));
  const sections = new Map(reading.known?.sections.map((section) => [section.name, section.id]));
  for (const [index, row] of grid.entries()) {
    const cell = (column: Column) => textOf(row[at.get(column) ?? -1] ?? null);
    if (index <= headAt || columns.every((column) => cell(column) === '')) continue;
    const place = fill(own.row, { row: index + 1 });
    const read = readQuestion(cell, reading.words);
    if (typeof read === 'string') return { ok: false, place, message: read };
    const given = cell('id');
    const wanted = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/.test(given) ? given : ids.get(read.text);
    const id = wanted !== undefined && !taken.has(wanted) ? wanted : reading.newId();
    taken.add(id);
    const section = addSection(list.sections, cell('section'), sections.get(cell('section')));
    list.items.push({ id, section, words: wordsOfQuestion(read) });
    if (list.items.length > mostItems) {
      const message = fill(reading.words.reviewChecklist.tooMany, { limit: mostItems });
      return { ok: false, place, message };
    }
  }
  return list.items.length === 0
    ? { ok: false, place: fill(own.row, { row: headAt + 1 }), message: own.empty }
    : { ok: true, list };
}

/** The question, or what is wrong with it. */
function readQuestion(cell: (column: Column) => string, words: DocumentWords): OwnQuestion | string {
  const own = words.reviewChecklist.table;
  const severity = readSeverity(cell('severity'), words);
  if (severity === undefined)
    return fill(own.unknownSeverity, {
      value: cell('severity'),
      known: severities.map((one) => words.severities[one]).join(', '),
    });
  const kind = cell('kind') === '' ? 'status' : readName(cell('kind'), itemKinds, own.kinds);
  if (kind === undefined)
    return fill(own.unknownKind, { value: cell('kind'), known: Object.values(own.kinds).join(', ') });
  const options = kind === 'choice' ? piecesOf(cell('options')) : [];
  if (kind === 'choice' && options.length < 2) return own.noOptions;
  const bad: string[] = [];
  const given = kind === 'yesNo' ? cell('bad') || words.values.no : kind === 'choice' ? cell('bad') : '';
  // Where nothing is said, "no" is what nobody likes to hear; a dash says that neither is bad.
  for (const piece of given === words.values.none ? [] : piecesOf(given)) {
    const option =
      kind === 'yesNo'
        ? readName(piece, ['yes', 'no'], words.values)
        : options.find((one) => folded(one) === folded(piece));
    if (option === undefined) return fill(own.unknownBad, { value: piece });
    bad.push(option);
  }
  const question = OwnQuestion.safeParse({
    text: cell('text') || cell('description').slice(0, 2000),
    description: cell('description'),
    severity,
    link: cell('link'),
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

/** Without the apostrophe that kept a spreadsheet from reading the text as a formula. */
function textOf(cell: GridCell): string {
  if (cell === null) return '';
  const text = typeof cell === 'object' ? cell.day : String(cell);
  return text.trim().replace(/^'(?=[=+\-@])/, '');
}
