/** Takes in project files that a person chose: read whole or refused, a new project or what another copy knows more. */

import type { MergePreview } from '../../shared/contract/copies.ts';
import type { InputOf } from '../../shared/contract.ts';
import { type ProjectFile, readProjectFile } from '../../shared/project/file.ts';
import { arrivalsOf, nameAmong } from '../../shared/project/merge.ts';
import { damagedBlob } from './blob-check.ts';
import { CallFailure } from './call-failure.ts';
import type { Context } from './context.ts';
import type { Job } from './dispatch.ts';
import { requireProject } from './edit.ts';
import { atStep } from './job.ts';
import { readSettings } from './settings.ts';

type Given = InputOf<'project.import'>;

const refusals = { 'not-a-project': 'not-a-project', newer: 'newer-file', damaged: 'damaged-file' } as const;

export async function importProject(context: Context, given: Given, job: Job): Promise<string> {
  const file = await readGiven(context, given, job);
  await atStep(job, 'saving', 2, 3);
  const { id } = file.project;
  const known = context.workspace.getProject(id);
  if (!known) {
    context.workspace.importProject(file);
    return id;
  }
  // The same project from another copy: what it knows more is taken over, nothing of ours is lost.
  if (known.deletedAt !== null) context.workspace.undeleteProject(id);
  const { author } = readSettings(context);
  context.workspace.mergeProject(file, { author, batch: context.newId() });
  context.views.forget(id);
  return id;
}

export async function previewImport(context: Context, given: Given, job: Job): Promise<MergePreview> {
  const file = await readGiven(context, given, job);
  await atStep(job, 'comparing', 2, 3);
  const { id } = file.project;
  const known = context.workspace.getProject(id);
  const isHere = known !== undefined && known.deletedAt === null;
  return {
    project: id,
    name: isHere ? known.name : nameAmong(file.changes),
    isHere,
    arrivals: known ? context.workspace.previewMerge(file) : arrivalsOf(file.changes, new Set(), () => []),
  };
}

async function readGiven(context: Context, { text, project }: Given, job: Job): Promise<ProjectFile> {
  await atStep(job, 'reading', 0, 3);
  const read = readProjectFile(text, context.now());
  if (!read.ok) {
    throw new CallFailure(refusals[read.code], {
      message: read.message,
      place: read.place,
      fields: { [read.place]: read.message },
    });
  }
  if (project !== undefined) requireSame(context, project, read.file);
  await atStep(job, 'checking', 1, 3);
  const damaged = damagedBlob(read.file);
  if (damaged)
    throw new CallFailure('damaged-file', { says: 'damaged-attachment', values: { hash: damaged } });
  return read.file;
}

/** A copy of another project is refused by name. */
export function requireSame(context: Pick<Context, 'workspace'>, project: string, file: ProjectFile): void {
  const { name } = requireProject(context, project);
  if (file.project.id === project) return;
  const other = nameAmong(file.changes);
  throw new CallFailure('conflict', {
    says: other === name ? 'other-project-same-name' : 'other-project',
    values: { name, other },
  });
}
