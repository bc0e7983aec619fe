/** Workshops: prepared, begun, timed and ended, and what came of one written down. */
import { fill } from '../../../shared/content/words.ts';
import type { PlanDocument } from '../../../shared/document/blocks.ts';
import { documentWordsOf } from '../../../shared/document/words/words.ts';
import { buildWorkshop, type WorkshopInput } from '../../../shared/document/workshop/build.ts';
import type { Json } from '../../../shared/json.ts';
import type { LogLine } from '../../../shared/progress/log-line.ts';
import { valuesOf } from '../../../shared/progress/log-line.ts';
import type { Origin } from '../../../shared/project/change.ts';
import { stateOf } from '../../../shared/project/state.ts';
import type { LogMark, Workshop, WorkshopPlan } from '../../../shared/project/workshop.ts';
import { showChecklist } from '../../../shared/review-checklist/imported.ts';
import { CallFailure } from '../call-failure.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { edit, originIn, requireProject, viewOf } from '../edit.ts';
import { fileNameOf } from '../file-name.ts';
import { atStep } from '../job.ts';
import { type LookBack, lookAtMark, openPast } from '../look-back.ts';
import { mediaTypes, writePlanFile } from '../plan-file.ts';
import { referenceOf } from '../reference.ts';
import { touchedIn, workshopSource } from '../workshop-file.ts';
import { readLook } from './look.ts';

function find(context: Context, project: string, id: string): Workshop | undefined {
  requireProject(context, project);
  return (context.workspace.readValue(project, `workshop/${id}`) as Workshop | null | undefined) ?? undefined;
}

function required(context: Context, project: string, id: string): Workshop {
  const workshop = find(context, project, id);
  if (!workshop) throw new CallFailure('not-found', { says: 'workshop-gone' });
  return workshop;
}

const markNow = (context: Context, project: string): LogMark => ({
  at: context.now(),
  through: context.workspace.throughOf(project),
});

function put(context: Context, project: string, id: string, workshop: Workshop) {
  return edit(context, project, [{ path: `workshop/${id}`, after: workshop as Json }], originIn(id));
}

/** The plan in place of the one before; what was written down while it went on stays. */
function planned(context: Context, workshop: Workshop | undefined, plan: WorkshopPlan): Workshop {
  return { created: context.now(), ...workshop, ...plan };
}

function inputOf(context: Context, project: string, id: string): WorkshopInput {
  const workshop = required(context, project, id);
  const past = openPast(context, project, 'plan');
  if (!workshop.started) throw new CallFailure('conflict', { says: 'workshop-empty' });
  const before = lookAtMark(context, project, workshop.started, 'plan');
  const after: LookBack = workshop.ended
    ? lookAtMark(context, project, workshop.ended, 'plan')
    : past({ kind: 'now' });
  const lines: Iterable<LogLine> = workshop.ended
    ? context.workspace.readLinesThrough(project, workshop.ended.through)
    : context.workspace.readLines(project);
  const lists = stateOf(valuesOf(after.last()));
  return {
    id,
    workshop,
    before,
    after,
    touched: touchedIn(id, lines, ({ origin }) => JSON.parse(origin) as Origin),
    lists: after.view.checklists.flatMap((checklist) => showChecklist(lists, checklist.id) ?? []),
    sittings: viewOf(context, project).sittings,
    reference: referenceOf(context),
    accent: readLook(context, true).accent,
  };
}

function build(context: Context, project: string, id: string): PlanDocument {
  return buildWorkshop(inputOf(context, project, id));
}

type Calls = Extract<keyof Handlers, `workshop.${string}` | `sitting.${string}`>;

export const workshopHandlers: Pick<Handlers, Calls> = {
  'workshop.set': (context, { project, id, plan }) => {
    if (plan) return put(context, project, id, planned(context, find(context, project, id), plan));
    const edits = [{ path: `workshop/${id}`, after: null as Json }];
    for (const [sitting, { workshop }] of Object.entries(viewOf(context, project).sittings))
      if (workshop === id) edits.push({ path: `sitting/${sitting}`, after: null });
    return edit(context, project, edits, originIn(id));
  },
  'workshop.start': (context, { project, id, plan }) => {
    const known = find(context, project, id);
    const workshop = plan ? planned(context, known, plan) : required(context, project, id);
    if (workshop.ended) throw new CallFailure('conflict', { says: 'workshop-over' });
    const started = workshop.started ?? markNow(context, project);
    return put(context, project, id, { ...workshop, started });
  },
  'workshop.end': (context, { project, id }) => {
    const workshop = required(context, project, id);
    if (!workshop.started) throw new CallFailure('conflict', { says: 'workshop-not-begun' });
    if (workshop.ended) return viewOf(context, project);
    return put(context, project, id, { ...workshop, ended: markNow(context, project) });
  },
  'sitting.set': (context, { project, id, sitting }) =>
    edit(context, project, [{ path: `sitting/${id}`, after: sitting as Json }], {
      kind: 'timing',
      ref: sitting.workshop,
    }),
  'workshop.build': (context, { project, id }) => build(context, project, id),
  'workshop.export': async (context, { project, id, format, plain }, job) => {
    await atStep(job, 'building');
    const input = inputOf(context, project, id);
    const bytes = await writePlanFile(format, workshopSource(input), readLook(context, plain), job);
    const { name, language } = input.after.view;
    const title = fill(documentWordsOf(language).workshop.fileName, {
      project: name,
      workshop: input.workshop.name,
    });
    return {
      fileName: fileNameOf(title, format),
      mediaType: mediaTypes[format],
      content: Buffer.from(bytes).toString('base64'),
    };
  },
};
