/** The workspace itself: its status and its settings. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { testBackend } from '../../helpers/backend.ts';

const backend = testBackend();
const { call } = backend;

describe('the status', () => {
  it('tells that a backup nobody asked for has failed', async () => {
    await backend.restart({ backupEvery: 1 });
    expect((await call('workspace.status', {})).backupProblem).toBeNull();
    await backend.context.workspace.checked;
    writeFileSync(join(backend.folder, 'backups'), 'a file where the folder should be');
    await call('project.create', { name: 'Rollout' });
    await vi.waitFor(
      async () => expect((await call('workspace.status', {})).backupProblem).toMatch(/EEXIST|ENOTDIR/),
      { timeout: 30_000 },
    );
  });
});

describe('settings', () => {
  it('keep what is valid when one value no longer is', async () => {
    await call('settings.set', { author: 'H. Meyer', theme: 'dark' });
    backend.context.workspace.setSetting('settings', { author: 'H. Meyer', theme: 'plaid' });
    expect(await call('settings.get', {})).toMatchObject({ author: 'H. Meyer', theme: 'system' });
  });
});
