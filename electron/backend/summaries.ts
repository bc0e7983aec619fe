/** One line per project for the Projects page: kept beside the store as a cache, brought up to date within a time budget. */
import { z } from 'zod';
import type { ProjectRow } from '../../db/projects.ts';
import { StoreError } from '../../db/store-error.ts';
import { addDays } from '../../shared/assess/days.ts';
import { lastDayOf } from '../../shared/assess/evidence.ts';
import { contentVersion } from '../../shared/content/content.ts';
import type { ProjectSummary } from '../../shared/contract/project.ts';
import { localDay } from '../../shared/day.ts';
import type { Json } from '../../shared/json.ts';
import { isClosed } from '../../shared/project/action-change.ts';
import type { ProjectView } from '../../shared/view.ts';
import type { Context } from './context.ts';
import { viewOf } from './edit.ts';
import { openPast } from './look-back.ts';

const Derived = z.strictObject({
  readiness: z.number(),
  blockers: z.number(),
  open: z.number(),
  nextDue: z.strictObject({ title: z.string(), due: z.string() }).nullable(),
  /** The days open actions are due, the first ones first: which of them have passed is seen when it is asked. */
  dues: z.array(z.string()),
  /** The day on which proofs or acceptances that count today do not any more. */
  turns: z.string().nullable(),
  /** How ready it was from which day on, as far as was seen; the first is from 30 days ago or before. */
  seen: z.array(z.strictObject({ day: z.string(), readiness: z.number() })),
});
type Derived = z.infer<typeof Derived>;

const nothingYet: Derived = {
  readiness: 0,
  blockers: 0,
  open: 0,
  nextDue: null,
  dues: [],
  turns: null,
  seen: [],
};

const mostDues = 200;

/** How far back the arrow of a project looks. */
const trendDays = 30;

/** After a content update every line is old: these many milliseconds are spent on new ones, the rest at the next asking. */
const budget = 150;

export function listSummaries(context: Context): ProjectSummary[] {
  const started = context.now();
  const today = localDay(started);
  const then = addDays(today, -trendDays) ?? today;
  const derivedNow: { project: string; changeCount: number; summary: Json }[] = [];
  const summaries = context.workspace.listProjects(contentVersion).map((row): ProjectSummary => {
    const cached = row.summary === null ? undefined : Derived.safeParse(row.summary).data;
    let derived = cached ?? nothingYet;
    let fresh =
      row.deletedAt !== null ||
      (cached !== undefined && row.summaryFresh && !(cached.turns && cached.turns <= today));
    if (!fresh && context.now() - started < budget) {
      const seen = cached?.seen ?? seenBefore(context, row, then);
      derived = deriveSummary(viewOf(context, row.id), today, then, seen);
      derivedNow.push({ project: row.id, changeCount: row.changeCount, summary: derived as unknown as Json });
      fresh = true;
    }
    const { id, name, customer, archived, deletedAt, createdAt, touchedAt } = row;
    const { dues, turns: _turns, seen, ...shown } = derived;
    const overdue = dues.filter((due) => due < today).length;
    const earlier = seen.findLast((point) => point.day <= then) ?? null;
    return {
      id,
      name,
      customer,
      archived,
      deletedAt,
      createdAt,
      touchedAt,
      ...shown,
      overdue,
      earlier,
      fresh,
    };
  });
  if (derivedNow.length > 0) keep(context, derivedNow);
  return summaries;
}

/** What could not be kept (a full disk, a restore under way) is derived again at the next asking. */
function keep(context: Context, derived: { project: string; changeCount: number; summary: Json }[]): void {
  try {
    context.workspace.putSummaries(contentVersion, derived);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
}

/** What nobody has looked at before is looked up once; a project that is younger has nothing to show. */
function seenBefore(context: Context, { id, createdAt }: ProjectRow, then: string): Derived['seen'] {
  if (localDay(createdAt) > then) return [];
  const { view } = openPast(context, id)({ kind: 'day', day: then });
  return [{ day: then, readiness: view.assessment.readiness.percent }];
}

function deriveSummary(view: ProjectView, today: string, then: string, before: Derived['seen']): Derived {
  const { readiness, findings } = view.assessment;
  const due = Object.values(view.actions)
    .flatMap((action) =>
      action.due === undefined || isClosed(action) ? [] : [{ ...action, due: action.due }],
    )
    .sort((left, right) => (left.due < right.due ? -1 : 1));
  const [next] = due;
  return {
    readiness: readiness.percent,
    blockers: findings.filter((finding) => finding.severity === 'blocker' && !finding.accepted).length,
    open: readiness.checklists.reduce((sum, checklist) => sum + checklist.open, 0),
    nextDue: next ? { title: next.title, due: next.due } : null,
    dues: due.slice(0, mostDues).map((action) => action.due),
    turns: turningDay(view, today),
    seen: withToday(before, { day: today, readiness: readiness.percent }, then),
  };
}

/** The first day on which the figures change although nobody changes anything. */
function turningDay(view: ProjectView, today: string): string | null {
  const last = [
    ...Object.values(view.attachments).map(lastDayOf),
    ...Object.values(view.acceptances).map(({ until }) => until),
  ].filter((day) => day !== undefined && day >= today);
  const [first] = last.sort();
  return (first === undefined ? undefined : addDays(first, 1)) ?? null;
}

/** Only where it became another figure; of what lies before the 30 days, one is enough. */
function withToday(before: Derived['seen'], now: Derived['seen'][number], then: string): Derived['seen'] {
  const others = before.filter(({ day }) => day < now.day);
  const all = others.at(-1)?.readiness === now.readiness ? others : [...others, now];
  return all.slice(
    Math.max(
      0,
      all.findLastIndex(({ day }) => day <= then),
    ),
  );
}
