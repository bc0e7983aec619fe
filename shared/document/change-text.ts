/**
 * Changes as people read them: what one was about, and what stood there before and after, in the words the rest of the plan
 * uses. History, comparison, conflicts between copies and the workbook all speak of changes through this.
 */
import { content } from '../content/content.ts';
import { openValue } from '../content/open-state.ts';
import { retired } from '../content/retired.ts';
import { columnsOf, isTableId, type TableId, tables } from '../content/tables.ts';
import { fill } from '../content/words.ts';
import { evidenceWordsOf } from '../evidence/words/words.ts';
import { equalJson, isObject, type Json } from '../json.ts';
import { ownOf } from '../own-of.ts';
import type { Answer } from '../project/answer.ts';
import type { Change } from '../project/change.ts';
import { checklistTitle } from '../review-checklist/checklist-title.ts';
import { itemQuestion } from '../review-checklist/item.ts';
import type { Context } from './context.ts';
import { itemStatus, saidText } from './item-answer.ts';
import { textOf } from './runs.ts';
import { answerText, cellText, columnLabel, dayOf, promptOf, rowName, tableTitle } from './values.ts';

export type ToldChange = Pick<Change, 'path' | 'before' | 'after'>;

type Bag = { readonly [key: string]: Json };
type Labels = Readonly<Record<string, string>>;

/** The checklists that came or went as a whole, by the act that brought or took them. */
export function wholeLists(
  changes: readonly Pick<Change, 'path' | 'before' | 'after' | 'batch'>[],
): Set<string> {
  return new Set(
    changes
      .filter(
        ({ path, before, after }) => path.startsWith('checklist/') && (before === null || after === null),
      )
      .map(({ path, batch }) => `${batch} ${path.split('/')[1]}`),
  );
}

/**
 * What the app notes by itself is no work of anybody. That a whole checklist came or went is told once, and not by each of
 * its questions again.
 */
export function isTold({ path, batch }: Pick<Change, 'path' | 'batch'>, whole: ReadonlySet<string>): boolean {
  const [root = '', list = ''] = path.split('/');
  if (root === 'wording' || root === 'sitting') return false;
  return !['item', 'section', 'place'].includes(root) || !whole.has(`${batch} ${list}`);
}

/** What was changed: the question, the row, or the name of the thing. */
export function subject(context: Context, change: ToldChange): string {
  const { path, before, after } = change;
  const [root = '', id = '', part = ''] = path.split('/');
  switch (root) {
    case 'answer':
    case 'note':
    case 'review':
    case 'proof':
      return promptOf(context, id);
    case 'row':
      return isTableId(id) ? `${tableTitle(context, id)}: ${rowNameIn(context, change, id, part)}` : path;
    case 'item':
      return itemText(after) || itemText(before) || promptOf(context, itemQuestion(id, part));
    case 'status':
    case 'said':
    case 'comment':
    case 'place':
    case 'wording':
      return promptOf(context, itemQuestion(id, part));
    case 'acceptance':
      return findingTitle(context, id, [after, before]);
    case 'evidence':
      return fileName(context, id);
    case 'counts':
      return checklistTitle(context.view, id);
    case 'project': {
      const fields: Labels = context.words.workbook.history.projectFields;
      return fields[id] ?? id;
    }
    default:
      return nameIn(after) ?? nameIn(before) ?? path.slice(root.length + 1);
  }
}

/** Both sides as text; of what has fields only those that read differently. */
export function sides(context: Context, { path, before, after }: ToldChange): [string, string] {
  const [from = '', to = ''] = texts(context, path, [before, after]);
  return [from, to];
}

/** Several values of one place as text, each told from the others. */
export function texts(context: Context, path: string, values: readonly Json[]): string[] {
  const told = tell(context, path, values);
  const { moved, otherwise } = context.words.workbook.history;
  const remark = /^(?:row|section|place)\//.test(path) ? moved : otherwise;
  return told.map((text, at) => {
    const twin = told.findIndex((other, place) => place < at && other === text && values[place] !== null);
    if (twin < 0 || equalJson(values[twin], values[at])) return text;
    return text === '' ? remark : `${text} (${remark})`;
  });
}

function tell(context: Context, path: string, values: readonly Json[]): string[] {
  const [root = '', id = '', part = ''] = path.split('/');
  const each = (text: (value: Json) => string) => values.map((value) => (value === null ? '' : text(value)));
  switch (root) {
    case 'answer':
      return each((value) => answerOf(context, id, value));
    case 'proof':
      return each((value) => proofNames(context, value));
    case 'row':
      return isTableId(id) ? rowTexts(context, path, id, values) : each(plainText);
    case 'item':
      return differing(values.map(wordsIn), namesIn(itemLabels(context)), (key, value, words) =>
        itemFieldText(context, key, value, words),
      );
    case 'status':
      return each((value) => itemStatus(context.words, String(value)));
    case 'said': {
      const item = context.lists.find((list) => list.id === id)?.items.find((one) => one.id === part);
      return each((value) => saidText(context.words, item?.kind, String(value)));
    }
    case 'place':
      return each((value) => sectionName(context, id, value));
    case 'section':
      return each((value) => nameIn(value) ?? '');
    case 'counts':
      return each((value) => yesOrNo(context, value));
    case 'project':
      return each((value) => projectText(context, id, value));
    default: {
      if (!values.some(isObject)) return each(plainText);
      const fields = namesIn(context.words.workbook.history.fields);
      return differing(values.map(bagOf), fields, (key, value) => fieldText(context, key, value));
    }
  }
}

/** The fields that have names, in their order. */
type Named = { keys: readonly string[]; nameOf: (key: string) => string };

function namesIn(labels: Labels): Named {
  return { keys: Object.keys(labels), nameOf: (key) => labels[key] ?? key };
}

/** Of several bags the named fields that do not read the same in all of them; what has no name is for the machine only. */
function differing(
  bags: readonly Bag[],
  { keys, nameOf }: Named,
  text: (key: string, value: Json, bag: Bag) => string,
): string[] {
  const lines = bags.map(() => [] as string[]);
  for (const key of keys) {
    // A table has many columns, and most rows fill a few of them.
    if (!bags.some((bag) => Object.hasOwn(bag, key))) continue;
    const told = bags.map((bag) => {
      const value = Object.hasOwn(bag, key) ? (bag[key] ?? null) : null;
      return value === null ? undefined : `${nameOf(key)}: ${text(key, value, bag)}`;
    });
    if (told.every((line) => line === told[0])) continue;
    for (const [at, line] of told.entries()) if (line !== undefined) lines[at]?.push(line);
  }
  return lines.map((one) => one.join('\n'));
}

function rowTexts(context: Context, path: string, table: TableId, values: readonly Json[]): string[] {
  const columns: Named = {
    keys: Object.keys(columnsOf(table)),
    nameOf: (column) => columnLabel(context, table, column),
  };
  const rows = values.map((value) => cellsOf(path, value));
  return differing(rows, columns, (column, value, cells) => {
    return cellText(context, table, cells, column) || plainText(value);
  });
}

function cellsOf(path: string, value: Json): Bag {
  if (!isObject(value)) return {};
  const { drafts, cells } = bagOf(openValue(path, value));
  return { ...bagOf(drafts ?? null), ...bagOf(cells ?? null) };
}

/** As it is called today; one that is gone as it was called. */
function rowNameIn(
  context: Context,
  { path, before, after }: ToldChange,
  table: TableId,
  row: string,
): string {
  if (context.project.row(table, row)) return rowName(context, table, row);
  const { label } = tables[table];
  const called = [after, before].map((value) => {
    const cells = cellsOf(path, value);
    return cellText(context, table, cells, label) || plainText(cells[label] ?? null);
  });
  return called.find((text) => text !== '') ?? row;
}

/** As the answer would be shown today, whether or not its question is still asked. */
function answerOf(context: Context, id: string, value: Json): string {
  const answer = openValue(`answer/${id}`, value) as unknown as Answer;
  const answers = { [id]: answer };
  if (answer.state === 'draft') return answer.text;
  if (!content.questions.has(id)) return retiredAnswer(context, id, value);
  const { assessment } = context.view;
  const alone = { ...context.view, answers, assessment: { ...assessment, visible: [id] } };
  const text = answerText(context, id, alone);
  return text ? textOf(text) : plainText(answer.state === 'answered' ? answer.value : value);
}

function retiredAnswer({ words }: Context, id: string, answer: Json): string {
  if (!isObject(answer)) return plainText(answer);
  if (answer.state === 'unknown') return words.values.unknown;
  if (answer.state === 'notApplicable') {
    const reasons: Labels = words.notApplicable;
    const reason = reasons[String(answer.reason)] ?? '';
    const text = typeof answer.text === 'string' ? answer.text.trim() : '';
    return fill(text === '' ? words.values.notApplicable : words.values.notApplicableWith, { reason, text });
  }
  const { value = null } = answer;
  const options = retired[id]?.options ?? {};
  const named = (one: Json): Json =>
    typeof one === 'string' && Object.hasOwn(options, one) ? (options[one] ?? one) : one;
  return plainText(Array.isArray(value) ? value.map(named) : named(value));
}

function proofNames(context: Context, value: Json): string {
  if (!Array.isArray(value)) return plainText(value);
  return value.map((id) => fileName(context, String(id))).join('\n');
}

function fileName({ view, words }: Context, id: string): string {
  return ownOf(view.attachments, id)?.name ?? words.workbook.history.goneFile;
}

/** As the finding is called while it stands; after that as it was accepted, or as its rule puts it. */
function findingTitle({ view }: Context, id: string, acceptances: readonly Json[] = []): string {
  const standing = view.assessment.findings.find((finding) => finding.id === id)?.title;
  const [accepted] = acceptances.flatMap((one) => {
    const { accepted: text } = bagOf(one);
    return typeof text === 'string' ? [text] : [];
  });
  return standing ?? accepted ?? ownOf(view.goneFindings, id) ?? id;
}

function itemLabels({ words }: Context): Labels {
  const { text, description, severity, kind, options, bad, link } = words.reviewChecklist.table;
  return { text, description, severity, kind, options, bad, link };
}

function itemFieldText({ words }: Context, key: string, value: Json, item: Bag): string {
  const { kinds } = words.reviewChecklist.table;
  if (key === 'kind') return labelIn(kinds, value);
  if (key === 'severity') return labelIn(words.severities, value);
  if (key === 'bad' && item.kind === 'yesNo' && Array.isArray(value))
    return plainText(value.map((one) => saidText(words, 'yesNo', String(one))));
  return plainText(value);
}

/** The name a list of words has for it; what the list does not know stands as it is. */
function labelIn(labels: Labels, value: Json): string {
  const text = plainText(value);
  return ownOf(labels, text) ?? text;
}

function sectionName(context: Context, list: string, value: Json): string {
  const id = isObject(value) ? value.section : undefined;
  const sections = context.lists.find((one) => one.id === list)?.sections ?? [];
  const { noSection } = context.words.reviewChecklist.part;
  return sections.find((section) => section.id === id)?.name ?? noSection;
}

function projectText(context: Context, field: string, value: Json): string {
  const languages: Labels = context.words.workbook.history.languages;
  if (field === 'language') return labelIn(languages, value);
  return field === 'archived' ? yesOrNo(context, value) : plainText(value);
}

/** Fields that hold milliseconds. */
const moments = new Set(['at', 'created', 'closed', 'added', 'addedAt']);

function fieldText(context: Context, key: string, value: Json): string {
  const { words } = context;
  if (typeof value === 'number' && moments.has(key)) return dayOf(value);
  if (typeof value === 'boolean') return yesOrNo(context, value);
  switch (key) {
    case 'question':
      return promptOf(context, plainText(value));
    case 'finding':
      return findingTitle(context, plainText(value));
    case 'status':
      return labelIn(words.actions.statuses, value);
    case 'kind':
      return labelIn(
        { ...evidenceWordsOf(context.view.language).kinds, file: words.appendix.proofs.file },
        value,
      );
    case 'link':
      return labelIn(words.workbook.history.links, value);
    case 'about':
      return aboutText(context, bagOf(value));
    case 'attendees':
      return Array.isArray(value) ? value.map((one) => nameIn(one) ?? '').join(', ') : plainText(value);
    case 'agenda':
      return Array.isArray(value) ? agendaText(context, value) : plainText(value);
    case 'started':
    case 'ended': {
      const { at = null } = bagOf(value);
      return typeof at === 'number' ? dayOf(at) : '';
    }
    default:
      return plainText(value);
  }
}

function agendaText(context: Context, items: readonly Json[]): string {
  return items.map((item) => promptOf(context, plainText(bagOf(item).question ?? null))).join('; ');
}

const aboutTables = { circuit: 'circuits', peering: 'peerings', edge: 'edges' } as const;

function aboutText(context: Context, about: Bag): string {
  return Object.entries(aboutTables)
    .flatMap(([key, table]) => (typeof about[key] === 'string' ? rowName(context, table, about[key]) : []))
    .join(', ');
}

function nameIn(value: Json): string | undefined {
  if (!isObject(value)) return undefined;
  for (const key of ['title', 'name', 'what', 'text']) if (typeof value[key] === 'string') return value[key];
  return undefined;
}

function wordsIn(item: Json): Bag {
  return bagOf(bagOf(item).words ?? null);
}

function itemText(item: Json): string {
  const { text } = wordsIn(item);
  return typeof text === 'string' ? text : '';
}

function yesOrNo({ words }: Context, value: Json): string {
  return typeof value === 'boolean' ? words.values[value ? 'yes' : 'no'] : '';
}

function bagOf(value: Json): Bag {
  return isObject(value) ? value : {};
}

/** Anything there is, without the marks that JSON puts around it. */
function plainText(value: Json): string {
  if (value === null) return '';
  if (Array.isArray(value))
    return value
      .map(plainText)
      .filter((text) => text !== '')
      .join(', ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([key, one]) => `${key}: ${plainText(one)}`)
    .join('\n');
}
