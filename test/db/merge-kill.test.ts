/** A merge that is killed leaves the project as it was, or merged whole. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { typeScriptFlags } from '../../scripts/typescript-flags.mjs';
import { writeProjectFile } from '../../shared/project/file.ts';
import { act, createProject, openIn, temporaryFolder } from '../helpers/database.ts';

/** Kills the process so long after it has begun to merge; tells whether it had ended its merge. */
function mergeAndKill(folder: string, file: string, after: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const script = join(import.meta.dirname, '..', 'faults', 'merge-process.ts');
    const child = spawn(process.execPath, [...typeScriptFlags, script, folder, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') },
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (output === '') setTimeout(() => child.kill('SIGKILL'), after);
      output += chunk.toString();
    });
    child.once('error', reject);
    child.once('close', () => resolve(output.includes('ended')));
  });
}

test('a merge killed in the midst leaves the project as before', async () => {
  const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
  const [mine, theirs] = [await openIn(folder), await openIn(elsewhere)];
  const project = createProject(mine);
  theirs.importProject(mine.exportProject(project));
  const edits = Array.from({ length: 8000 }, (_, number) => ({
    path: `note/q${number}`,
    after: 'x'.repeat(50),
  }));
  theirs.append(project, edits, act('Ben'));
  const file = join(elsewhere, 'theirs.onramp');
  writeFileSync(file, writeProjectFile(theirs.exportProject(project)));
  const before = mine.exportProject(project);
  await mine.close();

  // Later and later, until one was too late: how long a merge takes is the machine's affair.
  for (const after of [0, 10, 20, 40, 60]) {
    const isMerged = await mergeAndKill(folder, file, after);
    const workspace = await openIn(folder);
    const found = workspace.exportProject(project);
    await workspace.close();
    if (isMerged || found.changes.length === 8001) break;
    expect(found).toEqual(before);
  }
  const workspace = await openIn(folder);
  workspace.mergeProject(theirs.exportProject(project));
  expect(workspace.exportProject(project).changes).toEqual(theirs.exportProject(project).changes);
});
