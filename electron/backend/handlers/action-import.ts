/** Actions that people edited in a spreadsheet: read as proposals, and taken over as far as somebody chose. */
import {
  type ActionProposal,
  type ActionSheet,
  proposeActions,
} from '../../../shared/action-import/proposals.ts';
import type { InputOf } from '../../../shared/contract.ts';
import type { Json } from '../../../shared/json.ts';
import { withClosing } from '../../../shared/project/action-change.ts';
import { Action } from '../../../shared/project/paths.ts';
import { CallFailure } from '../call-failure.ts';
import type { Context } from '../context.ts';
import type { Handlers, Job } from '../dispatch.ts';
import { edit, viewOf } from '../edit.ts';
import { gridsOf } from '../grids.ts';
import { atStep } from '../job.ts';

async function read(
  context: Context,
  { project, name, content }: InputOf<'actions.read'>,
  job: Job,
): Promise<ActionSheet> {
  const { actions, language } = viewOf(context, project);
  await atStep(job, 'reading', 0, 2);
  const grids = await gridsOf(Buffer.from(content, 'base64'), name);
  await atStep(job, 'checking', 1, 2);
  const earlier = (id: string, field: keyof Action) =>
    context.workspace
      .readHistory(project, { path: `action/${id}`, limit: 1000 })
      .flatMap(({ before }) => (before === null ? [] : [(before as Action)[field] as string | undefined]));
  for (const grid of grids) {
    const sheet = proposeActions(grid, { actions, language, earlier });
    if (sheet) return sheet;
  }
  throw new CallFailure('bad-input', {
    says: 'no-action-sheet',
    values: { name },
  });
}

function changed(
  context: Context,
  actions: Readonly<Record<string, Action>>,
  proposal: ActionProposal,
): Action {
  const known =
    proposal.id !== null && Object.hasOwn(actions, proposal.id) ? actions[proposal.id] : undefined;
  if (proposal.id !== null && !known)
    throw new CallFailure('conflict', {
      says: 'titled-action-gone',
      values: { title: proposal.title },
    });
  const now = context.now();
  const next: Record<string, unknown> = known ? { ...known } : { status: 'open', created: now };
  for (const { field, from, to } of proposal.fields) {
    if ((known?.[field] ?? null) !== from)
      throw new CallFailure('conflict', {
        says: 'action-changed',
        values: { title: proposal.title },
      });
    if (to === null) delete next[field];
    else next[field] = to;
  }
  const action = Action.safeParse(next);
  if (action.success) return withClosing(action.data, known, now);
  const [issue] = action.error.issues;
  throw new CallFailure('bad-input', {
    message: `${proposal.title}: ${issue?.message ?? 'not valid'}`,
    fields: { [issue?.path.join('.') ?? 'action']: issue?.message ?? 'not valid' },
  });
}

export const actionImportHandlers: Pick<Handlers, 'actions.read' | 'actions.accept'> = {
  'actions.read': read,
  'actions.accept': (context, { project, file, proposals }) => {
    const { actions } = viewOf(context, project);
    const edits = proposals.map((proposal) => ({
      path: `action/${proposal.id ?? context.newId()}`,
      after: changed(context, actions, proposal) as Json,
    }));
    return edit(context, project, edits, { kind: 'import', ref: file });
  },
};
