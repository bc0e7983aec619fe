/** The plan: built from a project as it stands, and written in the format asked for. */
import { buildView } from '../../../shared/assess/build-view.ts';
import { content } from '../../../shared/content/content.ts';
import { openState } from '../../../shared/content/open-state.ts';
import type { InputOf } from '../../../shared/contract.ts';
import type { PlanDocument } from '../../../shared/document/blocks.ts';
import { buildPlan } from '../../../shared/document/build.ts';
import type { Earlier } from '../../../shared/document/context.ts';
import { writePlan } from '../../../shared/document/formats.ts';
import type { ProjectView } from '../../../shared/view.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { viewOf } from '../edit.ts';
import { fileNameOf } from '../file-name.ts';
import { atStep } from '../job.ts';
import { dayOf } from '../view-cache.ts';
import { referenceOf } from './reference.ts';

function planOf(
  context: Context,
  view: ProjectView,
  { audience, parts }: Pick<InputOf<'plan.build'>, 'audience' | 'parts'>,
): PlanDocument {
  const before = lastMilestone(context, view);
  return buildPlan({
    view,
    today: dayOf(context.now()),
    audience,
    reference: referenceOf(context),
    ...(parts ? { parts } : {}),
    ...(before ? { before } : {}),
  });
}

/** The project as it was at its newest milestone: the exact set of changes the milestone stands on. */
function lastMilestone(context: Context, view: ProjectView): Earlier | undefined {
  const [milestone] = Object.values(view.milestones).sort((left, right) => right.at - left.at);
  if (!milestone) return undefined;
  const state = openState(context.workspace.readThrough(view.id, milestone.through));
  const then = buildView(
    { ...view, state, disagreements: [], canUndo: false, canRedo: false },
    { content, today: dayOf(milestone.at), reference: referenceOf(context) },
  );
  return { name: milestone.name, at: milestone.at, view: then };
}

export const planHandlers: Pick<Handlers, 'plan.build' | 'plan.export'> = {
  'plan.build': (context, { project, audience, parts }) =>
    planOf(context, viewOf(context, project), { audience, parts }),
  'plan.export': async (context, { project, format, audience, parts }, job) => {
    const view = viewOf(context, project);
    await atStep(job, 'building', 0, 2);
    const plan = planOf(context, view, { audience, parts });
    await atStep(job, 'writing', 1, 2);
    return { fileName: fileNameOf(view.name, format), text: writePlan(format, plan, view) };
  },
};
