/**
 * A process that writes to its own copy of a project, linked to a shared file, until it is killed (or has made so many
 * acts), and says which changes it has been told are saved:
 * `node link-writer.ts FOLDER FILE PROJECT AUTHOR [ACTS]`.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { openWorkspace } from '../../db/open.ts';
import { Links } from '../../electron/backend/link/links.ts';

const [folder = '', file = '', project = '', author = '', acts = 'Infinity'] = process.argv.slice(2);

const workspace = await openWorkspace({ folder, now: Date.now, newId: randomUUID });
const links = new Links({
  workspace,
  views: { forget: () => {} },
  now: Date.now,
  log: (line) => process.stderr.write(`${line}\n`),
  pace: { write: 20, look: 60 },
});
if (links.statusOf(project).link === null) await links.set(project, file);

for (let number = 0; number < Number(acts); number += 1) {
  const [change] = workspace.append(
    project,
    [{ path: `note/${author}${number % 5}`, after: `${process.pid} ${number}` }],
    { author, at: Date.now(), origin: { kind: 'edit' }, batch: randomUUID() },
  );
  // Directly and at once: what was acknowledged must be told before the next act.
  writeSync(1, `${change?.id}\n`);
  await setTimeout(Math.random() * 10);
}
await links.close();
await workspace.close();
