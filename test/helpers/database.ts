/** Real workspaces in temporary folders for tests, and the acts that tests put into them. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { connect } from '../../db/connection.ts';
import type { NewAct } from '../../db/log.ts';
import { migrate } from '../../db/migrate.ts';
import { type OpenOptions, openWorkspace } from '../../db/open.ts';
import type { Workspace } from '../../db/workspace.ts';
import type { Json } from '../../shared/json.ts';
import type { Change, Current } from '../../shared/project/change.ts';

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onramp-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Closed when the test ends; closing it earlier does no harm. */
export async function openIn(folder: string, options: Partial<OpenOptions> = {}): Promise<Workspace> {
  const workspace = await openWorkspace({ folder, now: Date.now, newId: randomUUID, ...options });
  onTestFinished(() => workspace.close());
  return workspace;
}

/** A migrated database without the workspace around it, for tests of single tables. */
export async function migratedDatabase(file: string): Promise<Database.Database> {
  const database = connect(file);
  onTestFinished(() => {
    database.close();
  });
  await migrate(database, async () => undefined);
  return database;
}

export function act(author = 'Anna', at = Date.now()): NewAct {
  return { author, at, origin: { kind: 'edit' }, batch: randomUUID() };
}

export function createProject(workspace: Workspace, name = 'Contoso', id: string = randomUUID()): string {
  workspace.createProject({ id, createdAt: 1000 }, [{ path: 'project/name', after: name }], act());
  return id;
}

/** One act that writes one note. */
export function write(
  workspace: Workspace,
  project: string,
  path: string,
  after: Json,
  author = 'Anna',
): Change[] {
  return workspace.append(project, [{ path, after }], act(author));
}

export function valueAt(workspace: Workspace, project: string, path: string): Json | undefined {
  return workspace.readCurrent(project).get(path)?.value;
}

export function changesOf(workspace: Workspace, project: string): Change[] {
  return workspace.exportProject(project).changes;
}

/** Lets changes come in as they do from a copy of the project elsewhere. */
export function mergeChanges(workspace: Workspace, project: string, changes: readonly Change[]): number {
  return workspace.mergeProject({ ...workspace.exportProject(project), changes: [...changes] });
}

/** What stands where, without how it came to stand there, and with nothing where nothing does. */
export function valuesOf(state: ReadonlyMap<string, Pick<Current, 'value'>>): Record<string, Json> {
  const values = [...state]
    .filter(([, { value }]) => value !== null)
    .map(([path, { value }]) => [path, value]);
  return Object.fromEntries(values.sort(([left], [right]) => (String(left) < String(right) ? -1 : 1)));
}

export function sorted(state: ReadonlyMap<string, Current>): [string, Current][] {
  return [...state].sort(([left], [right]) => (left < right ? -1 : 1));
}
