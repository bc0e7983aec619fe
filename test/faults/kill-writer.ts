/**
 * A process that writes to a workspace until it is killed (or has made so many acts), and says which changes it has
 * been told are saved: `node kill-writer.ts FOLDER PROJECT AUTHOR [ACTS]`. Each act makes three changes.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openWorkspace } from '../../db/open.ts';
import { StoreError } from '../../db/store-error.ts';

const [folder = '', project = '', author = '', acts = 'Infinity'] = process.argv.slice(2);

const act = () => ({ author, at: Date.now(), origin: { kind: 'edit' as const }, batch: randomUUID() });

// Frequent backups, so that a kill also falls into the midst of one.
const workspace = await openWorkspace({ folder, now: Date.now, newId: randomUUID, backupEvery: 60 });
try {
  workspace.createProject({ id: project, createdAt: 1 }, [], act());
} catch (error) {
  if (!(error instanceof StoreError && error.code === 'conflict')) throw error;
}
for (let number = 0; number < Number(acts); number += 1) {
  const edits = ['a', 'b', author].map((place) => ({
    path: `note/${place}${number % 7}`,
    after: `${author} ${process.pid} ${number} ${'x'.repeat(number % 500)}`,
  }));
  const changes = workspace.append(project, edits, act());
  // Directly and at once: what was acknowledged must be told before the next act.
  writeSync(1, changes.map((change) => `${change.id}\n`).join(''));
  // Backups are made between acts, as they are in the app.
  if (number % 10 === 0) await new Promise((resolve) => setImmediate(resolve));
}
await workspace.close();
