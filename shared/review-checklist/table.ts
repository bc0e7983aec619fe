/** A firm's own checklist as a table: the template that is filled in elsewhere, and what stands in each of its cells. */
import { type Sheet, sheetText } from '../document/sheets/sheet.ts';
import type { DocumentWords } from '../document/words/words.ts';
import type { ReviewChecklist, ReviewItem } from './imported.ts';
import type { ItemKind } from './item.ts';

export const ownColumns = [
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
export type OwnColumn = (typeof ownColumns)[number];

const widths: Readonly<Record<OwnColumn, number>> = {
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
    ? list.items.map((item) => ownColumns.map((column) => sheetText(words, ownCell(words, item, column))))
    : [ownColumns.map((column) => exampleCell(words, column))];
  return {
    name: own.name,
    columns: ownColumns.map((column) => ({ title: own[column], width: widths[column] })),
    rows,
  };
}

export function ownCell(words: DocumentWords, item: ReviewItem, column: OwnColumn): string {
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

function exampleCell(words: DocumentWords, column: OwnColumn): string {
  const { example, kinds } = words.reviewChecklist.table;
  if (column === 'severity') return words.severities.gate;
  if (column === 'kind') return kinds.yesNo;
  if (column === 'bad') return words.values.no;
  return column === 'section' || column === 'text' || column === 'description' ? example[column] : '';
}
