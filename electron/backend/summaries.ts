/** One line per project for the Projects page: kept beside the store as a cache, brought up to date within a time budget. */
import { z } from 'zod';
import { StoreError } from '../../db/store-error.ts';
import { contentVersion } from '../../shared/content/content.ts';
import type { ProjectSummary } from '../../shared/contract.ts';
import type { Json } from '../../shared/json.ts';
import type { ProjectView } from '../../shared/view.ts';
import type { Context } from './context.ts';
import { viewOf } from './edit.ts';

const Derived = z.strictObject({
  readiness: z.number(),
  blockers: z.number(),
  open: z.number(),
  nextDue: z.strictObject({ title: z.string(), due: z.string() }).nullable(),
});
type Derived = z.infer<typeof Derived>;

const nothingYet: Derived = { readiness: 0, blockers: 0, open: 0, nextDue: null };

/** After a content update every line is old: these many milliseconds are spent on new ones, the rest at the next asking. */
const budget = 150;

export function listSummaries(context: Context): ProjectSummary[] {
  const started = context.now();
  const derivedNow: { project: string; changeCount: number; summary: Json }[] = [];
  const summaries = context.workspace.listProjects(contentVersion).map((row): ProjectSummary => {
    const cached = row.summary === null ? undefined : Derived.safeParse(row.summary).data;
    let derived = cached ?? nothingYet;
    let fresh = row.deletedAt !== null || (cached !== undefined && row.summaryFresh);
    if (!fresh && context.now() - started < budget) {
      derived = deriveSummary(viewOf(context, row.id));
      derivedNow.push({ project: row.id, changeCount: row.changeCount, summary: derived as unknown as Json });
      fresh = true;
    }
    const { id, name, customer, archived, deletedAt, createdAt, touchedAt } = row;
    return { id, name, customer, archived, deletedAt, createdAt, touchedAt, ...derived, fresh };
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

function deriveSummary(view: ProjectView): Derived {
  const { readiness, findings } = view.assessment;
  const due = Object.values(view.actions)
    .filter((action) => action.due !== undefined && action.status !== 'done' && action.status !== 'dropped')
    .sort((left, right) => ((left.due ?? '') < (right.due ?? '') ? -1 : 1))[0];
  return {
    readiness: readiness.percent,
    blockers: findings.filter((finding) => finding.severity === 'blocker' && !finding.accepted).length,
    open: readiness.checklists.reduce((sum, checklist) => sum + checklist.open, 0),
    nextDue: due?.due === undefined ? null : { title: due.title, due: due.due },
  };
}
