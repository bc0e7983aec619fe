/** Checklists beside the built-in ones: taken in as files, worked on, and written as files again. */
import type { WrittenFile } from '../../../shared/contract/call.ts';
import type { InputOf } from '../../../shared/contract.ts';
import { localDay } from '../../../shared/day.ts';
import { documentWordsOf } from '../../../shared/document/words/words.ts';
import type { Json } from '../../../shared/json.ts';
import type { Current, Edit } from '../../../shared/project/change.ts';
import type { ImportedChecklist, ImportedItem } from '../../../shared/project/paths.ts';
import { stateOf } from '../../../shared/project/state.ts';
import {
  type ReviewChecklist,
  type ReviewItem,
  showChecklist,
  writeChecklist,
} from '../../../shared/review-checklist/imported.ts';
import { asksOf, wordingOfItem } from '../../../shared/review-checklist/item.ts';
import type { Lists } from '../../../shared/review-checklist/lists.ts';
import { editsForList, editsToAdopt, ownListIn, writeOwnList } from '../../../shared/review-checklist/own.ts';
import { readReviewChecklist } from '../../../shared/review-checklist/read.ts';
import { arrivalsOf, commonWith, editsToUpdate, listLike } from '../../../shared/review-checklist/update.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { CallFailure } from '../call-failure.ts';
import type { Context } from '../context.ts';
import { decodeText } from '../decode-text.ts';
import type { Handlers } from '../dispatch.ts';
import { edit, originIn, requireProject, viewOf } from '../edit.ts';
import { fileNameOf } from '../file-name.ts';
import { atStep } from '../job.ts';

export function listsOf(context: Context, project: string): Lists {
  return stateOf(context.workspace.readCurrent(project));
}

/** All of a project with their items. */
export function listsIn(
  context: Context,
  { id, checklists }: Pick<ProjectView, 'id' | 'checklists'>,
): ReviewChecklist[] {
  if (checklists.length === 0) return [];
  const lists = listsOf(context, id);
  return checklists.map((checklist) => openList(lists, checklist.id));
}

export function openList(lists: Lists, id: string): ReviewChecklist {
  const list = showChecklist(lists, id);
  if (!list) throw notThere();
  return list;
}

function readList(context: Context, { project, name, content }: InputOf<'checklist.import'>) {
  const words = documentWordsOf(viewOf(context, project).language);
  const read = readReviewChecklist(decodeText(Buffer.from(content, 'base64')), name, words);
  if (!read.ok)
    throw new CallFailure(read.code === 'too-large' ? 'too-large' : 'bad-input', {
      says: 'checklist-refused',
      values: { message: read.message, place: read.place },
      fields: { [read.place]: read.message },
    });
  return read;
}

/** The list that is brought up to date, and how; a list that is not here yet is a new one. */
function importEdits(
  context: Context,
  input: InputOf<'checklist.import'>,
  read: ReturnType<typeof readList>,
): { id: string; edits: Edit[] } {
  const { project, checklist } = input;
  const lists = listsOf(context, project);
  const own = ownListIn(read);
  if (own?.id !== undefined) return { id: own.id, edits: editsForList(lists, own.id, own, context.now()) };
  if (checklist !== undefined) {
    openList(lists, checklist);
    const earlier = (path: string) =>
      context.workspace.readHistory(project, { path, limit: 1000 }).map(({ before }) => before);
    return { id: checklist, edits: editsToUpdate(lists, checklist, read, earlier) };
  }
  const id = context.newId();
  const head = { ...read.head, added: context.now() };
  const edits: Edit[] = [{ path: `checklist/${id}`, after: head as Json }];
  for (const [itemId, item] of read.items) {
    edits.push({ path: `item/${id}/${itemId}`, after: item as Json });
    if (item.status !== 'notVerified') edits.push({ path: `status/${id}/${itemId}`, after: item.status });
    if (item.comment !== '') edits.push({ path: `comment/${id}/${itemId}`, after: item.comment });
  }
  return { id, edits };
}

/** The items of a list as they would stand after edits. */
function itemsAfter(context: Context, project: string, id: string, edits: readonly Edit[]): ReviewItem[] {
  const values = new Map<string, Pick<Current, 'value'>>(context.workspace.readCurrent(project));
  for (const { path, after } of edits) values.set(path, { value: after });
  return showChecklist(stateOf(values), id)?.items ?? [];
}

/** A value that is there now, without reading the rest of the project. */
function required<Value>(context: Context, project: string, path: string): Value {
  const value = context.workspace.readValue(project, path);
  if (value === undefined || value === null) throw notThere();
  return value as Value;
}

function notThere(): CallFailure {
  return new CallFailure('not-found', { says: 'checklist-gone' });
}

function jsonFile(fileName: string, text: string): WrittenFile {
  return { fileName, mediaType: 'application/json', content: Buffer.from(text, 'utf8').toString('base64') };
}

type Calls =
  | 'checklist.import'
  | 'checklist.preview'
  | 'checklist.open'
  | 'checklist.setItem'
  | 'checklist.describe'
  | 'checklist.adopt'
  | 'checklist.remove'
  | 'checklist.export';

export const reviewChecklistHandlers: Pick<Handlers, Calls> = {
  'checklist.preview': async (context, input, job) => {
    const { project, checklist } = input;
    requireProject(context, project);
    await atStep(job, 'reading', 0, 2);
    const read = readList(context, input);
    await atStep(job, 'comparing', 1, 2);
    const lists = listsOf(context, project);
    const itself = ownListIn(read)?.id;
    const id = itself ?? checklist ?? listLike(lists, read);
    const list = id === undefined ? undefined : showChecklist(lists, id);
    if (!list) return { known: null };
    const { edits } = importEdits(context, { ...input, checklist: list.id }, read);
    const arrivals = arrivalsOf(list.items, itemsAfter(context, project, list.id, edits));
    const isItself = itself !== undefined;
    const isLike = isItself || commonWith(lists, list.id, read) > 0;
    return { known: { id: list.id, name: list.name, isItself, isLike, arrivals } };
  },
  'checklist.import': async (context, input, job) => {
    const { project, name } = input;
    requireProject(context, project);
    await atStep(job, 'reading', 0, 2);
    const { edits } = importEdits(context, input, readList(context, input));
    await atStep(job, 'saving', 1, 2);
    return edit(context, project, edits, { kind: 'import', ref: name.slice(0, 200) });
  },
  'checklist.open': (context, { project, id }) => {
    requireProject(context, project);
    return openList(listsOf(context, project), id);
  },
  'checklist.setItem': (context, { project, checklist, item, status, said, comment, workshop }) => {
    requireProject(context, project);
    const head = required<ImportedChecklist>(context, project, `checklist/${checklist}`);
    const { words } = required<ImportedItem>(context, project, `item/${checklist}/${item}`);
    const edits: Edit[] = [];
    const put = (root: string, after: Json) => edits.push({ path: `${root}/${checklist}/${item}`, after });
    // The last word counts: a status takes the place of an answer, and an answer that of a status.
    if (status !== undefined) {
      put('status', status === 'notVerified' ? null : status);
      if (asksOf(words).kind !== 'status') put('said', null);
    } else if (said !== undefined) {
      put('said', said === '' ? null : said);
      put('status', null);
    }
    // A file's own questions change only when a newer one comes, which then notes how they were answered.
    const isNoted = head.own || context.workspace.readValue(project, `wording/${checklist}/${item}`) != null;
    if (isNoted && (status !== undefined || said !== undefined)) put('wording', wordingOfItem(words));
    if (comment !== undefined) put('comment', comment === '' ? null : comment);
    return edit(context, project, edits, originIn(workshop));
  },
  'checklist.describe': (context, { project, id, name, counts }) => {
    requireProject(context, project);
    const head = required<ImportedChecklist>(context, project, `checklist/${id}`);
    const edits: Edit[] = [];
    if (name !== undefined) edits.push({ path: `checklist/${id}`, after: { ...head, name } as Json });
    if (counts !== undefined) edits.push({ path: `counts/${id}`, after: counts });
    return edit(context, project, edits);
  },
  'checklist.adopt': (context, { project, id }) => {
    requireProject(context, project);
    const lists = listsOf(context, project);
    openList(lists, id);
    return edit(context, project, editsToAdopt(lists, id));
  },
  // Its items stay in the log and are not shown without their head: so taking it back is one change too.
  'checklist.remove': (context, { project, id }) => {
    requireProject(context, project);
    required(context, project, `checklist/${id}`);
    return edit(context, project, [{ path: `checklist/${id}`, after: null }]);
  },
  'checklist.export': async (context, { project, id, format = 'json' }, job) => {
    requireProject(context, project);
    await atStep(job, 'writing', 0, 1);
    const lists = listsOf(context, project);
    const list = openList(lists, id);
    if (format !== 'json') {
      const { writeOwnTable } = await import('../own-table.ts');
      return writeOwnTable(
        context,
        { format, name: list.name, language: viewOf(context, project).language, list },
        job,
      );
    }
    const own = writeOwnList(lists, id, localDay(context.now()));
    if (own !== undefined) return jsonFile(fileNameOf(list.name, 'onramp-checklist.json'), own);
    const file = writeChecklist(lists, id);
    if (!file) throw notThere();
    return jsonFile(fileNameOf(file.name, 'checklist.json'), file.text);
  },
};
