/**
 * A process that does one act on a workspace, to be killed in the midst of it, and says when it begins and has ended:
 * `node act-process.ts FOLDER ACT PROJECT FILE`.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, writeSync } from 'node:fs';
import { openWorkspace } from '../../db/open.ts';
import { writeWholeFile } from '../../electron/backend/whole-file.ts';
import { openBackend } from './fault.ts';
import type { KilledAct } from './killed.ts';
import { nextSteps } from './next-version.ts';

const [folder = '', act = '', project = '', file = ''] = process.argv.slice(2);
const say = (word: string): void => void writeSync(1, `${word}\n`);

if (act === 'migration') {
  say('begins');
  const workspace = await openWorkspace({ folder, now: Date.now, newId: randomUUID, steps: nextSteps });
  say('ended');
  await workspace.close();
} else {
  const backend = await openBackend(folder);
  // Only what can leave something half done comes after the word.
  const text =
    act === 'export'
      ? (await backend.call('project.export', { project })).text
      : act === 'backup'
        ? ''
        : readFileSync(file, 'utf8');
  const acts: Record<Exclude<KilledAct, 'migration'>, () => Promise<unknown>> = {
    backup: () => backend.call('backup.create', {}),
    merge: () => backend.call('project.import', { text, project }),
    import: () => backend.call('project.import', { text }),
    export: async () => writeWholeFile(file, text),
  };
  say('begins');
  await acts[act as keyof typeof acts]();
  say('ended');
  await backend.close();
}
