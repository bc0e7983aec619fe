/** A firm's own checklists: made, filled with sections and questions, put in order, and brought up to date from tables. */
import type { InputOf } from '../../../shared/contract.ts';
import { documentWordsOf } from '../../../shared/document/words/words.ts';
import type { Json } from '../../../shared/json.ts';
import type { Edit } from '../../../shared/project/change.ts';
import type { ImportedChecklist } from '../../../shared/project/paths.ts';
import { itemsOf, type ListItem, type Lists, sectionsOf } from '../../../shared/review-checklist/lists.ts';
import { editsForList, orderBetween } from '../../../shared/review-checklist/own.ts';
import { questionOf, wordsOfQuestion } from '../../../shared/review-checklist/own-question.ts';
import { CallFailure } from '../call-failure.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { edit, requireProject, viewOf } from '../edit.ts';
import { atStep } from '../job.ts';
import { readOwnFile, writeOwnTable } from '../own-table.ts';
import { listsOf, openList } from './review-checklist.ts';

function requireOwn(lists: Lists, id: string): ImportedChecklist {
  openList(lists, id);
  const head = lists.checklists[id];
  if (!head?.own)
    throw new CallFailure('conflict', {
      says: 'questions-of-file',
    });
  return head;
}

/** Halved often enough, two neighbours have nothing left between them: then all are numbered anew. */
function orderedEdits<Thing extends { id: string; order: number }>(
  things: readonly Thing[],
  moved: string,
  write: (thing: Thing, order: number) => Edit,
): Edit[] {
  const at = things.findIndex((thing) => thing.id === moved);
  const [before, thing, after] = [things[at - 1]?.order, things[at], things[at + 1]?.order];
  if (!thing) return [];
  const order = orderBetween(before, after);
  if (order !== before && order !== after) return [write(thing, order)];
  return things.map((one, index) => write(one, index));
}

function swapped<Thing extends { id: string }>(things: readonly Thing[], id: string, by: -1 | 1): Thing[] {
  const at = things.findIndex((thing) => thing.id === id);
  const other = things[at + by];
  const moved = things[at];
  if (at < 0 || !other || !moved) return [];
  const order = [...things];
  order[at] = other;
  order[at + by] = moved;
  return order;
}

function moveSection(
  lists: Lists,
  head: ImportedChecklist,
  checklist: string,
  id: string,
  by: -1 | 1,
): Edit[] {
  const list = lists.lists[checklist];
  const sections = sectionsOf(head, list).map((section) => ({
    ...section,
    order: list?.sections.get(section.id)?.order ?? 0,
  }));
  return orderedEdits(swapped(sections, id, by), id, ({ id: section, name }, order) => ({
    path: `section/${checklist}/${section}`,
    after: { name, order },
  }));
}

function moveItem(lists: Lists, head: ImportedChecklist, checklist: string, id: string, by: -1 | 1): Edit[] {
  const list = lists.lists[checklist];
  const items = itemsOf(head, list);
  const item = items.find((one) => one.id === id);
  if (!item) return [];
  const among = items.filter((one) => one.section === item.section);
  const place = (one: ListItem, section: string, order: number) => ({
    path: `place/${checklist}/${one.id}`,
    after: { section, order },
  });
  const within = swapped(among, id, by);
  if (within.length > 0) return orderedEdits(within, id, (one, order) => place(one, item.section, order));
  const sections = sectionsOf(head, list).map((section) => section.id);
  const at = sections.indexOf(item.section);
  // What stands in no section comes after the last one.
  const next = at < 0 ? (by < 0 ? sections.at(-1) : undefined) : sections[at + by];
  if (next === undefined) return [];
  const there = items.filter((one) => one.section === next).map((one) => one.order);
  const order = by > 0 ? orderBetween(undefined, there[0]) : orderBetween(there.at(-1), undefined);
  return [place(item, next, order)];
}

function setSection(
  lists: Lists,
  head: ImportedChecklist,
  { checklist, section, name }: InputOf<'checklist.setSection'>,
): Edit[] {
  const list = lists.lists[checklist];
  const path = `section/${checklist}/${section}`;
  if (name === null) {
    const inside = itemsOf(head, list).filter((item) => item.section === section);
    return [
      { path, after: null },
      ...inside.map(({ id }) => ({ path: `item/${checklist}/${id}`, after: null })),
    ];
  }
  const last = Math.max(-1, ...[...(list?.sections.values() ?? [])].map((one) => one.order));
  return [{ path, after: { name, order: list?.sections.get(section)?.order ?? last + 1 } }];
}

function setQuestion(
  lists: Lists,
  head: ImportedChecklist,
  { checklist, item, section, question }: InputOf<'checklist.setQuestion'>,
): Edit[] {
  const list = lists.lists[checklist];
  const path = `item/${checklist}/${item}`;
  if (question === null) return [{ path, after: null }];
  const known = list?.items.get(item);
  const before = openList(lists, checklist).items.find(({ id }) => id === item);
  const words = wordsOfQuestion(
    question,
    known && before && { words: known.words, shown: questionOf(before) },
  );
  const items = itemsOf(head, list);
  const edits: Edit[] = [
    {
      path,
      after: known
        ? ({ ...known, words } as Json)
        : { order: items.length, words, status: 'notVerified', comment: '' },
    },
  ];
  const stands = items.find((one) => one.id === item)?.section;
  if (section !== undefined && section !== stands) {
    const last = items.filter((one) => one.section === section).at(-1)?.order;
    edits.push({
      path: `place/${checklist}/${item}`,
      after: { section, order: orderBetween(last, undefined) },
    });
  }
  return edits;
}

type Calls =
  | 'checklist.create'
  | 'checklist.setSection'
  | 'checklist.setQuestion'
  | 'checklist.move'
  | 'checklist.importTable'
  | 'checklist.template';

function change(
  context: Context,
  project: string,
  checklist: string,
  work: (lists: Lists, head: ImportedChecklist) => Edit[],
) {
  requireProject(context, project);
  const lists = listsOf(context, project);
  return edit(context, project, work(lists, requireOwn(lists, checklist)));
}

export const ownChecklistHandlers: Pick<Handlers, Calls> = {
  'checklist.create': (context, { project, name }) => {
    const head = { name, file: '', added: context.now(), own: true, document: {}, remarks: [] };
    return edit(context, project, [{ path: `checklist/${context.newId()}`, after: head }]);
  },
  'checklist.setSection': (context, input) =>
    change(context, input.project, input.checklist, (lists, head) => setSection(lists, head, input)),
  'checklist.setQuestion': (context, input) =>
    change(context, input.project, input.checklist, (lists, head) => setQuestion(lists, head, input)),
  'checklist.move': (context, { project, checklist, section, item, by }) =>
    change(context, project, checklist, (lists, head) => {
      if (item !== undefined) return moveItem(lists, head, checklist, item, by);
      return section === undefined ? [] : moveSection(lists, head, checklist, section, by);
    }),
  'checklist.importTable': async (context, { project, name, content, checklist }, job) => {
    const { language } = viewOf(context, project);
    await atStep(job, 'reading', 0, 2);
    const lists = listsOf(context, project);
    if (checklist !== undefined) requireOwn(lists, checklist);
    const known = checklist === undefined ? undefined : { lists, id: checklist };
    const list = await readOwnFile(context, { name, content, language, known });
    await atStep(job, 'saving', 1, 2);
    const id = checklist ?? context.newId();
    const edits = editsForList(lists, id, list, context.now());
    return edit(context, project, edits, { kind: 'import', ref: name.slice(0, 200) });
  },
  'checklist.template': async (context, { project, format }, job) => {
    const { language } = viewOf(context, project);
    const { name } = documentWordsOf(language).reviewChecklist.table;
    return writeOwnTable(context, { format, name, language }, job);
  },
};
