/** The workspace itself: where the data lies, what was found at start, and its backups. */
import type { WorkspaceStatus } from '../../../shared/contract/workspace.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { atStep } from '../job.ts';

export function statusOf(context: Context): WorkspaceStatus {
  const { workspace } = context;
  return {
    version: context.version,
    host: context.host,
    folder: workspace.folder,
    database: workspace.file,
    schemaVersion: workspace.schemaVersion,
    setAside: workspace.setAside,
    damage: context.damage,
    backupProblem: workspace.backupProblem,
    readOnly: workspace.readOnly,
  };
}

type Calls = 'workspace.status' | 'backup.list' | 'backup.create' | 'backup.restore';

export const workspaceHandlers: Pick<Handlers, Calls> = {
  'workspace.status': (context) => statusOf(context),
  'backup.list': (context) => context.workspace.listBackups(),
  'backup.create': async (context, _input, job) => {
    await atStep(job, 'backup');
    await context.workspace.createBackup('asked');
    return context.workspace.listBackups();
  },
  'backup.restore': async (context, { name }, job) => {
    await atStep(job, 'restore');
    await context.workspace.restoreBackup(name);
    context.damage = null;
    context.views.forgetAll();
    return statusOf(context);
  },
};
