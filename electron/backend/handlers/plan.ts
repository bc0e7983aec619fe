/** The plan: built from a project as it stands, and written in the format asked for. */

import { fill } from '../../../shared/content/words.ts';
import type { InputOf } from '../../../shared/contract.ts';
import type { PlanDocument } from '../../../shared/document/blocks.ts';
import { buildPlan } from '../../../shared/document/build.ts';
import type { PlanFormat } from '../../../shared/document/formats.ts';
import { documentWordsOf } from '../../../shared/document/words/words.ts';
import { lastMilestone } from '../../../shared/progress/past.ts';
import type { ProjectView } from '../../../shared/view.ts';
import { CallFailure } from '../call-failure.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { viewOf } from '../edit.ts';
import { fileNameOf } from '../file-name.ts';
import { atStep } from '../job.ts';
import { compareLooks, openPast } from '../look-back.ts';
import { mediaTypes, prepareFor, writePlanFile } from '../plan-file.ts';
import { readFrom } from '../read-from.ts';
import { wakePageThread } from '../writers/pdf/page-thread.ts';
import { openPreview, type Preview, type Shown } from '../writers/pdf/preview.ts';
import { readLook } from './look.ts';
import { listsIn } from './review-checklist.ts';

function planOf(
  context: Context,
  view: ProjectView,
  { audience, parts }: Pick<InputOf<'plan.build'>, 'audience' | 'parts'>,
): PlanDocument {
  const past = openPast(context, view.id, 'plan');
  const before = lastMilestone(view, (_, id) =>
    compareLooks(past({ kind: 'milestone', id }), past({ kind: 'now' })),
  );
  return buildPlan({
    ...readFrom(context, view),
    audience,
    accent: readLook(context, true).accent,
    ...(parts ? { parts } : {}),
    ...(before ? { before } : {}),
    lists: listsIn(context, view),
  });
}

export const planHandlers: Pick<Handlers, Extract<keyof Handlers, `plan.${string}`>> = {
  'plan.build': (context, { project, audience, parts }) =>
    planOf(context, viewOf(context, project, 'plan'), { audience, parts }),
  'plan.prepare': () => {
    wakePageThread();
    return {};
  },
  'plan.pages': async (context, { project, audience, parts, showing }) => {
    const shown =
      (showing !== undefined && (await previewOf(context).more(showing))) ||
      (await showPlan(context, { project, audience, parts }));
    return {
      pages: shown.pages.map(({ hash }) => hash),
      isWhole: shown.isWhole,
      showing: shown.showing,
      ...paperSizes[shown.paper],
      parts: Object.fromEntries(shown.pages.flatMap(({ parts }, page) => parts.map((part) => [part, page]))),
    };
  },
  'plan.page': async (context, { hash }) => {
    const svg = await previewOf(context).page(hash);
    if (svg === undefined) throw new CallFailure('not-found', { says: 'page-gone' });
    return { svg };
  },
  'plan.export': async (context, { project, format, audience, parts, plain }, job) => {
    await prepareFor(format);
    const view = viewOf(context, project, 'plan');
    await atStep(job, 'building');
    const source = {
      ...readFrom(context, view),
      lists: listsIn(context, view),
      plan: () => planOf(context, view, { audience, parts }),
      history: (limit: number) => context.workspace.readHistory(project, { limit }),
    };
    const bytes = await writePlanFile(format, source, readLook(context, plain), job);
    return {
      fileName: fileNameOf(audience === 'sponsor' && isPlan(format) ? shortName(view) : view.name, format),
      mediaType: mediaTypes[format],
      content: Buffer.from(bytes).toString('base64'),
    };
  },
};

async function showPlan(
  context: Context,
  { project, audience, parts }: InputOf<'plan.build'>,
): Promise<Shown> {
  wakePageThread();
  const plan = planOf(context, viewOf(context, project, 'plan'), { audience, parts });
  return await previewOf(context).show(plan, readLook(context));
}

/** Tables and lists are the same for everybody. */
function isPlan(format: PlanFormat): boolean {
  return format !== 'xlsx' && format !== 'csv' && format !== 'checklist.json';
}

/** The short plan and the whole one lie side by side in a folder. */
function shortName({ name, language }: ProjectView): string {
  return fill(documentWordsOf(language).shortName, { name });
}

/** In points. */
const paperSizes = { a4: { width: 595.28, height: 841.89 }, letter: { width: 612, height: 792 } };

/** One for the workspace: pages are looked at one plan at a time. */
function previewOf(context: Context): Preview {
  context.preview ??= openPreview();
  return context.preview;
}
