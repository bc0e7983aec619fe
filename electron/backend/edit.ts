/** The one way a handler writes: edits become changes on disk, and the view that follows from them. */
import type { Edit, Origin } from '../../shared/project/change.ts';
import { problemWith } from '../../shared/project/paths.ts';
import type { ProjectView } from '../../shared/view.ts';
import { CallFailure } from './call-failure.ts';
import type { Context } from './context.ts';
import { referenceOf } from './reference.ts';
import { languageOf, readSettings } from './settings.ts';

/** Worded for the screens; `plan` words it as its plan is. */
export function viewOf(context: Context, project: string, wording?: 'plan'): ProjectView {
  const { author } = readSettings(context);
  return context.views.view(context.workspace, project, author, context.now(), {
    reference: referenceOf(context),
    language: wording ?? languageOf(context),
  });
}

export function edit(
  context: Context,
  project: string,
  edits: readonly Edit[],
  origin: Origin = { kind: 'edit' },
  blobs?: ReadonlyMap<string, Uint8Array>,
): ProjectView {
  for (const { path, after } of edits) {
    const problem = problemWith(path, after);
    if (problem) throw new CallFailure('bad-input', { message: problem, fields: { [path]: problem } });
  }
  requireProject(context, project);
  const act = actOf(context, origin);
  const changes = context.workspace.append(project, [...edits], act, blobs);
  context.views.apply(project, changes);
  return viewOf(context, project);
}

/** What is said in a workshop names it. */
export function originIn(workshop: string | undefined): Origin {
  return workshop === undefined ? { kind: 'edit' } : { kind: 'workshop', ref: workshop };
}

export function requireProject(context: Pick<Context, 'workspace'>, project: string) {
  const row = context.workspace.getProject(project);
  if (!row || row.deletedAt !== null) throw new CallFailure('not-found', { says: 'project-gone' });
  return row;
}

export function actOf(context: Context, origin: Origin) {
  return { author: readSettings(context).author, at: context.now(), origin, batch: context.newId() };
}
