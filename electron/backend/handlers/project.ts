/** Projects: made, opened, described, copied, put away, and carried in and out as files. */
import type { ProjectSummary } from '../../../shared/contract/project.ts';
import type { Edit } from '../../../shared/project/change.ts';
import { writeProjectFile } from '../../../shared/project/file.ts';
import { sampleFile } from '../../../shared/sample/sample.ts';
import { CallFailure } from '../call-failure.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { actOf, edit, requireProject, viewOf } from '../edit.ts';
import { fileNameOf } from '../file-name.ts';
import { importProject } from '../import-project.ts';
import { atStep } from '../job.ts';
import { languageOf, readSettings } from '../settings.ts';
import { listSummaries } from '../summaries.ts';

function create(context: Context, edits: Edit[], kind: 'edit' | 'import' = 'edit'): string {
  const id = context.newId();
  context.workspace.createProject({ id, createdAt: context.now() }, edits, actOf(context, { kind }));
  return id;
}

function list(context: Context): ProjectSummary[] {
  return listSummaries(context);
}

/** Values of a project as edits for a new one: what it says, not how it came to say it. */
function copyOf(context: Context, project: string, name: string): Edit[] {
  const edits: Edit[] = [];
  for (const [path, { value }] of context.workspace.readCurrent(project)) {
    if (value === null || path === 'project/archived') continue;
    if (/^(?:milestone|workshop|sitting)\//.test(path)) continue;
    edits.push({ path, after: path === 'project/name' ? name : value });
  }
  return edits;
}

type LooksBack = 'project.asOf' | 'project.authors' | 'project.history' | 'project.restore';
type Calls = Exclude<Extract<keyof Handlers, `project.${string}`>, LooksBack>;

export const projectHandlers: Pick<Handlers, Calls> = {
  'project.list': (context) => list(context),
  'project.create': (context, { name, customer }) => {
    const edits: Edit[] = [{ path: 'project/name', after: name }];
    if (customer) edits.push({ path: 'project/customer', after: customer });
    // The plan begins in the language of the screens; English is what an empty project is in.
    const language = languageOf(context);
    if (language !== 'en') edits.push({ path: 'project/language', after: language });
    return viewOf(context, create(context, edits));
  },
  'project.sample': (context) => {
    const known = context.workspace.getSetting('sample');
    const row = typeof known === 'string' ? context.workspace.getProject(known) : undefined;
    if (row && row.deletedAt === null) return viewOf(context, row.id);
    const sample = sampleFile(context.now(), context.newId);
    context.workspace.importProject(sample);
    context.workspace.setSetting('sample', sample.project.id);
    return viewOf(context, sample.project.id);
  },
  'project.open': (context, { project }) => viewOf(context, project),
  'project.describe': (context, { project, ...fields }) => {
    const edits: Edit[] = [];
    for (const [field, after] of Object.entries(fields)) {
      if (after !== undefined) edits.push({ path: `project/${field}`, after });
    }
    return edit(context, project, edits);
  },
  'project.duplicate': (context, { project, name }) => {
    requireProject(context, project);
    const edits = copyOf(context, project, name);
    const id = create(context, edits, 'import');
    for (const { path, after } of edits) {
      if (!path.startsWith('attachment/')) continue;
      const { hash } = after as { hash: string };
      const bytes = context.workspace.getBlob(hash);
      if (bytes) context.workspace.putBlob(id, hash, bytes);
    }
    return viewOf(context, id);
  },
  'project.delete': (context, { project }) => {
    requireProject(context, project);
    context.workspace.deleteProject(project, context.now());
    context.views.forget(project);
    return list(context);
  },
  'project.undelete': (context, { project }) => {
    context.workspace.undeleteProject(project);
    return list(context);
  },
  'project.purge': (context, { project }) => {
    const row = context.workspace.getProject(project);
    if (row && row.deletedAt === null) throw new CallFailure('conflict', { says: 'purge-deleted-only' });
    context.workspace.purgeProject(project);
    context.links.remove(project);
    context.views.forget(project);
    return list(context);
  },
  'project.import': async (context, given, job) => viewOf(context, await importProject(context, given, job)),
  'project.export': async (context, { project }, job) => {
    const row = requireProject(context, project);
    await atStep(job, 'reading', 0, 1);
    return {
      fileName: fileNameOf(row.name, 'onramp'),
      text: writeProjectFile(context.workspace.exportProject(project)),
    };
  },
  'project.undo': (context, { project, act }) => step(context, project, 'undo', act),
  'project.redo': (context, { project }) => step(context, project, 'redo'),
};

function step(context: Context, project: string, direction: 'undo' | 'redo', act?: string) {
  requireProject(context, project);
  const { workspace } = context;
  const by = [readSettings(context).author, context.now(), context.newId()] as const;
  const changes = direction === 'undo' ? workspace.undo(project, ...by, act) : workspace.redo(project, ...by);
  if (!changes && act !== undefined) throw new CallFailure('conflict', { says: 'act-out-of-reach' });
  if (changes) context.views.apply(project, changes);
  return viewOf(context, project);
}
