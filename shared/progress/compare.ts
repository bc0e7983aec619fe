/** What two moments of a project have different: answers, rows, findings, readiness, actions. */
import { z } from 'zod';
import { content } from '../content/content.ts';
import { isTableId, type TableId, tables } from '../content/tables.ts';
import { equalJson, type Json } from '../json.ts';
import { ownOf } from '../own-of.ts';
import { Answer, type Row, RowValue } from '../project/answer.ts';
import { JsonValue, Origin } from '../project/change.ts';
import { Action } from '../project/paths.ts';
import { type ChecklistReadiness, Finding, type ProjectView, severities, Verdict } from '../view.ts';

/** Who made the last change behind a difference, when and why. */
export const Authorship = z.strictObject({ author: z.string(), at: z.number(), origin: Origin });
export type Authorship = z.infer<typeof Authorship>;

const AnswerChange = z.strictObject({
  question: z.string(),
  before: Answer.nullable(),
  after: Answer.nullable(),
  by: Authorship.optional(),
});
/** What stood and stands at a place; of an item of an additional checklist at that of its answer or of its status. */
const PlaceChange = z.strictObject({
  path: z.string(),
  before: JsonValue,
  after: JsonValue,
  by: Authorship.optional(),
});
export type PlaceChange = z.infer<typeof PlaceChange>;
const KeptRow = RowValue.extend({ id: z.string() });
const TableChange = z.strictObject({
  table: z.string(),
  added: z.array(KeptRow),
  changed: z.array(z.strictObject({ before: KeptRow, after: KeptRow })),
  removed: z.array(KeptRow),
  /** By row. */
  by: z.record(z.string(), Authorship),
});
export type TableChange = z.infer<typeof TableChange>;

const ActionChange = z.strictObject({
  id: z.string(),
  before: Action.nullable(),
  after: Action,
  by: Authorship.optional(),
});

export const Comparison = z.strictObject({
  answers: z.array(AnswerChange),
  items: z.array(PlaceChange),
  /** Decisions, parked points, accepted risks, notes, and what a firm asks itself. */
  others: z.array(PlaceChange),
  tables: z.array(TableChange),
  findings: z.strictObject({
    added: z.array(Finding),
    solved: z.array(Finding),
    /** Stands on both sides: more severe now, or no longer accepted. */
    worse: z.array(z.strictObject({ before: Finding, after: Finding })),
  }),
  readiness: z.strictObject({
    before: z.number(),
    after: z.number(),
    /** Those that count on either side; null where it did not. */
    checklists: z.array(
      z.strictObject({
        checklist: z.string(),
        /** Of one beside the built-in ones. */
        name: z.string().optional(),
        before: z.number().nullable(),
        after: z.number().nullable(),
      }),
    ),
  }),
  verdict: z.strictObject({ before: Verdict.shape.verdict, after: Verdict.shape.verdict }),
  actions: z.strictObject({
    added: z.array(ActionChange),
    done: z.array(ActionChange),
    /** Due later than before, or overdue since. */
    slipped: z.array(ActionChange),
  }),
  /** How many entries of each kind differ in what is stored, also those that no screen shows at the moment. */
  stored: z.record(z.string(), z.number()),
});
export type Comparison = z.infer<typeof Comparison>;

/** A project as it was judged on a day. */
export type Look = {
  view: ProjectView;
  day: string;
  /** What stands in additional checklists, by path; a view only counts it, and not everybody has more than the view. */
  listed?: () => ReadonlyMap<string, Json>;
};

export function compare(
  before: Look,
  after: Look,
  authorshipOf: (path: string) => Authorship | undefined = () => undefined,
): Comparison {
  const [earlier, later] = [before.view, after.view];
  const listed = listedChanges(before, after);
  return {
    answers: answerChanges(earlier, later, authorshipOf),
    items: itemChanges(listed, authorshipOf),
    others: otherChanges(earlier, later, listed, authorshipOf),
    tables: tableChanges(earlier, later, authorshipOf),
    findings: findingChanges(earlier, later),
    readiness: readinessChanges(earlier, later),
    verdict: { before: earlier.assessment.verdict.verdict, after: later.assessment.verdict.verdict },
    actions: actionChanges(before, after, authorshipOf),
    stored: { ...storedChanges(earlier, later), ...(listed.length > 0 ? { listed: listed.length } : {}) },
  };
}

/** What was said to the questions that were asked; what a hidden one holds says nothing. */
function answerChanges(
  earlier: ProjectView,
  later: ProjectView,
  authorshipOf: (path: string) => Authorship | undefined,
): Comparison['answers'] {
  const [wasAsked, isAsked] = [new Set(earlier.assessment.visible), new Set(later.assessment.visible)];
  const changes: Comparison['answers'] = [];
  for (const question of new Set([...later.assessment.visible, ...earlier.assessment.visible])) {
    const before = wasAsked.has(question) ? ownOf(earlier.answers, question) : undefined;
    const after = isAsked.has(question) ? ownOf(later.answers, question) : undefined;
    if (equalJson(before as Json | undefined, after as Json | undefined)) continue;
    const by = authorshipOf(`answer/${question}`);
    changes.push({ question, before: before ?? null, after: after ?? null, ...(by ? { by } : {}) });
  }
  return changes;
}

type ListedChange = { path: string; before: Json; after: Json };

function listedChanges(before: Look, after: Look): ListedChange[] {
  const [then, now] = [before.listed?.(), after.listed?.()];
  if (!then || !now) return [];
  return [...new Set([...then.keys(), ...now.keys()])]
    .map((path) => ({ path, before: then.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((change) => !equalJson(change.before, change.after));
}

/** Of a checklist that came or went in between, what was said to it counts as well. */
function itemChanges(
  listed: readonly ListedChange[],
  authorshipOf: (path: string) => Authorship | undefined,
): Comparison['items'] {
  return listed
    .filter(({ path }) => /^(?:said|status)\//.test(path))
    .map((change) => {
      const by = authorshipOf(change.path);
      return by ? { ...change, by } : change;
    });
}

const otherRoots = {
  decision: 'decisions',
  parking: 'parking',
  acceptance: 'acceptances',
  note: 'notes',
} as const;

function otherChanges(
  earlier: ProjectView,
  later: ProjectView,
  listed: readonly ListedChange[],
  authorshipOf: (path: string) => Authorship | undefined,
): Comparison['others'] {
  const asked = new Set([...earlier.assessment.visible, ...later.assessment.visible]);
  const changes: ListedChange[] = [];
  for (const [root, kind] of Object.entries(otherRoots)) {
    const [then, now] = [earlier[kind], later[kind]] as Readonly<Record<string, Json>>[];
    for (const id of new Set([...Object.keys(then ?? {}), ...Object.keys(now ?? {})])) {
      // What was noted at a question that is hidden says nothing, like its answer.
      if (root === 'note' && !asked.has(id)) continue;
      const change = {
        path: `${root}/${id}`,
        before: ownOf(then ?? {}, id) ?? null,
        after: ownOf(now ?? {}, id) ?? null,
      };
      if (!equalJson(change.before, change.after)) changes.push(change);
    }
  }
  const heads = listed.filter(({ path }) => path.startsWith('checklist/'));
  const cameOrWent = new Set(
    heads.flatMap(({ path, before, after }) =>
      before === null || after === null ? [path.split('/')[1]] : [],
    ),
  );
  // A list that came or went is told once, and not by each of its questions again.
  const ofLists = listed.filter(
    ({ path }) => /^(?:item|comment|counts)\//.test(path) && !cameOrWent.has(path.split('/')[1]),
  );
  return [...changes, ...heads, ...ofLists].map((change) => {
    const by = authorshipOf(change.path);
    return by ? { ...change, by } : change;
  });
}

function tableChanges(
  earlier: ProjectView,
  later: ProjectView,
  authorshipOf: (path: string) => Authorship | undefined,
): TableChange[] {
  const changes: TableChange[] = [];
  for (const table of Object.keys(tables).filter((id): id is TableId => isTableId(id))) {
    const [then, now] = [askedRows(earlier, table), askedRows(later, table)];
    const old = new Map(then.map((row) => [row.id, row]));
    const kept = new Set(now.map((row) => row.id));
    const change: Omit<TableChange, 'by'> = {
      table,
      added: now.filter((row) => !old.has(row.id)),
      changed: now.flatMap((row) => {
        const before = old.get(row.id);
        return before && !saysTheSame(before, row) ? [{ before, after: row }] : [];
      }),
      removed: then.filter((row) => !kept.has(row.id)),
    };
    const rows = [...change.added, ...change.changed.map(({ after }) => after), ...change.removed];
    if (rows.length === 0) continue;
    const by = rows.flatMap(({ id }) => {
      const authorship = authorshipOf(`row/${table}/${id}`);
      return authorship ? [[id, authorship] as const] : [];
    });
    changes.push({ ...change, by: Object.fromEntries(by) });
  }
  return changes;
}

function askedRows({ assessment, tables: all }: ProjectView, table: TableId): readonly Row[] {
  const question = content.questionOfTable.get(table);
  const isAsked = question === undefined || assessment.visible.includes(question);
  return (isAsked ? ownOf(all, table) : undefined) ?? [];
}

/** A row that was only moved says what it said. */
function saysTheSame(one: Row, other: Row): boolean {
  return equalJson(one.cells, other.cells) && equalJson(one.drafts ?? {}, other.drafts ?? {});
}

function findingChanges(earlier: ProjectView, later: ProjectView): Comparison['findings'] {
  const [then, now] = [earlier.assessment.findings, later.assessment.findings];
  const old = new Map(then.map((finding) => [finding.id, finding]));
  const kept = new Set(now.map((finding) => finding.id));
  return {
    added: now.filter((finding) => !old.has(finding.id)),
    solved: then.filter((finding) => !kept.has(finding.id)),
    worse: now.flatMap((after) => {
      const before = old.get(after.id);
      return before && isWorse(before, after) ? [{ before, after }] : [];
    }),
  };
}

function isWorse(before: Finding, after: Finding): boolean {
  const rose = severities.indexOf(after.severity) < severities.indexOf(before.severity);
  return rose || (before.accepted !== undefined && after.accepted === undefined);
}

function readinessChanges(earlier: ProjectView, later: ProjectView): Comparison['readiness'] {
  const [then, now] = [earlier.assessment.readiness, later.assessment.readiness];
  const isThere = ({ checklist }: ChecklistReadiness) =>
    now.checklists.some((one) => one.checklist === checklist);
  const gone = then.checklists.filter((one) => !isThere(one));
  const percentIn = (rows: readonly ChecklistReadiness[], checklist: string) => {
    const row = rows.find((one) => one.checklist === checklist);
    return row && row.counted > 0 ? row.percent : null;
  };
  return {
    before: then.percent,
    after: now.percent,
    checklists: [...now.checklists, ...gone].flatMap(({ checklist, name }) => {
      const before = percentIn(then.checklists, checklist);
      const after = percentIn(now.checklists, checklist);
      if (before === null && after === null) return [];
      return [{ checklist, ...(name === undefined ? {} : { name }), before, after }];
    }),
  };
}

function actionChanges(
  before: Look,
  after: Look,
  authorshipOf: (path: string) => Authorship | undefined,
): Comparison['actions'] {
  const changes: Comparison['actions'] = { added: [], done: [], slipped: [] };
  for (const [id, now] of Object.entries(after.view.actions)) {
    const then = ownOf(before.view.actions, id) ?? null;
    const by = authorshipOf(`action/${id}`);
    const change = { id, before: then, after: now, ...(by ? { by } : {}) };
    if (now.status === 'done') {
      if (then?.status !== 'done') changes.done.push(change);
    } else if (!then) changes.added.push(change);
    else if (now.status !== 'dropped' && hasSlipped(then, before.day, now, after.day))
      changes.slipped.push(change);
  }
  return changes;
}

function hasSlipped(then: Action, thatDay: string, now: Action, thisDay: string): boolean {
  if (then.due === undefined) return false;
  const postponed = now.due === undefined || now.due > then.due;
  return postponed || (then.due >= thatDay && now.due !== undefined && now.due < thisDay);
}

const kept = [
  'answers',
  'notes',
  'reviews',
  'proofs',
  'actions',
  'decisions',
  'parking',
  'acceptances',
  'attachments',
] as const;

function storedChanges(earlier: ProjectView, later: ProjectView): Record<string, number> {
  const counts: Record<string, number> = {};
  const count = (kind: string, then: object, now: object) => {
    const differing = [...new Set([...Object.keys(then), ...Object.keys(now)])].filter(
      (id) => !equalJson(ownOf(then as Record<string, Json>, id), ownOf(now as Record<string, Json>, id)),
    ).length;
    if (differing > 0) counts[kind] = (counts[kind] ?? 0) + differing;
  };
  for (const kind of kept) count(kind, earlier[kind], later[kind]);
  for (const table of new Set([...Object.keys(earlier.tables), ...Object.keys(later.tables)]))
    count('rows', rowsById(earlier, table), rowsById(later, table));
  return counts;
}

function rowsById({ tables: all }: ProjectView, table: string): Record<string, Row> {
  return Object.fromEntries((ownOf(all, table) ?? []).map((row) => [row.id, row]));
}
