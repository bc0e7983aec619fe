/** Folders and neighbours that a workspace may meet: write-protected, far and oddly named, and in use twice. */
import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import {
  bannersOf,
  Findings,
  fill,
  inTemporaryFolder,
  missing,
  noteAt,
  type Outcome,
  openBackend,
  question,
} from './fault.ts';

/** File modes do not bind an administrator, who steps down to nobody until the work is done. */
async function writeProtected<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const isAdministrator = process.getuid?.() === 0;
  for (const name of readdirSync(folder)) if (name.startsWith('onramp')) chmodSync(join(folder, name), 0o444);
  chmodSync(folder, 0o555);
  if (isAdministrator) process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    if (isAdministrator) process.seteuid?.(0);
    chmodSync(folder, 0o777);
  }
}

export async function readOnlyFolder(): Promise<Outcome> {
  if (process.platform === 'win32') return { absent: 'Windows has other means to protect a folder' };
  return inTemporaryFolder(async (place) => {
    chmodSync(place, 0o755);
    const folder = join(place, 'data');
    const findings = new Findings();
    const backend = await openBackend(folder);
    const project = await fill(backend, 100);
    const acknowledged = backend.changes(project);
    const { text } = await backend.call('project.export', { project });
    await backend.close();
    chmodSync(folder, 0o755);
    const told = await writeProtected(folder, async () => {
      const reader = await openBackend(folder);
      try {
        findings.expect(
          (await reader.call('project.export', { project })).text === text,
          'it cannot be exported',
        );
        return [...bannersOf(reader), await reader.refusal('answer.note', { project, question, note: 'x' })];
      } finally {
        await reader.close();
      }
    });
    const again = await openBackend(folder);
    const lost = missing(acknowledged, again.changes(project));
    await again.call('answer.note', { project, question, note: 'x' });
    await again.close();
    return { told, acknowledged: acknowledged.length, lost, problems: findings.problems };
  });
}

const longest = 240;
const odd = 'Größe 東京 “a & b” %20 #1';

/** Spaces, other scripts, and characters that mean something in addresses; the database's own path is 240 characters. */
export async function oddPath(): Promise<Outcome> {
  return inTemporaryFolder(async (place) => {
    const base = join(place, odd);
    const folder = join(base, 'x'.repeat(Math.max(1, longest - join(base, '/', 'onramp.db').length - 1)));
    const findings = new Findings();
    findings.expect(
      join(folder, 'onramp.db').length === longest,
      `the path has ${join(folder, 'onramp.db').length} characters`,
    );
    const backend = await openBackend(folder);
    const project = await fill(backend, 100);
    const backups = await backend.call('backup.create', {});
    await backend.call('answer.note', { project, question, note: 'after the backup' });
    const acknowledged = backend.changes(project);
    await backend.close();
    const again = await openBackend(folder);
    const told = bannersOf(again);
    const lost = missing(acknowledged, again.changes(project));
    await again.call('backup.restore', { name: backups[0]?.name ?? '' });
    findings.expect(again.changes(project).length === acknowledged.length - 1, 'the backup was not restored');
    await again.close();
    return { told, acknowledged: acknowledged.length, lost, problems: findings.problems };
  });
}

/** Both write to one question in turn; then one holds the file for longer than the other waits. */
export async function twoInstances(): Promise<Outcome> {
  return inTemporaryFolder(async (folder) => {
    const findings = new Findings();
    const [one, two] = [await openBackend(folder), await openBackend(folder)];
    const project = await fill(one, 10);
    for (let round = 0; round < 20; round += 1) {
      await (round % 2 === 0 ? one : two).call('answer.note', { project, question, note: `round ${round}` });
    }
    const seen = await one.call('project.open', { project });
    findings.expect(seen.notes[question] === 'round 19', 'one does not see what the other wrote');
    findings.expect(seen.disagreements.length === 0, 'the two disagree');
    const holder = new Database(join(folder, 'onramp.db'));
    holder.exec('BEGIN IMMEDIATE');
    const told = [
      ...bannersOf(two),
      await two.refusal('answer.note', { project, question, note: 'held up' }),
    ];
    holder.exec('ROLLBACK');
    holder.close();
    await two.call('answer.note', { project, question, note: 'held up' });
    const acknowledged = two.changes(project);
    await two.close();
    await one.close();
    const again = await openBackend(folder);
    findings.expect(acknowledged.length === 11 + 21, `${acknowledged.length} changes in place of 32`);
    findings.expect(
      again.context.workspace.readValue(project, noteAt) === 'held up',
      'the last note is not there',
    );
    const lost = missing(acknowledged, again.changes(project));
    await again.close();
    return { told, acknowledged: acknowledged.length, lost, problems: findings.problems };
  });
}
