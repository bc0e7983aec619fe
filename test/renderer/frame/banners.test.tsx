/** The banners above every page: each says one thing that the workspace's state holds. */
import { QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { keys, queryClient } from '../../../renderer/data/client.ts';
import { Banners } from '../../../renderer/frame/Banners.tsx';
import type { WorkspaceStatus } from '../../../shared/contract/workspace.ts';

const sound: WorkspaceStatus = {
  version: '0.0.0',
  host: 'test',
  folder: '/data',
  database: '/data/onramp.db',
  schemaVersion: 1,
  setAside: null,
  damage: null,
  backupProblem: null,
  // So that nobody is asked for a name.
  readOnly: true,
};

function shown(status: WorkspaceStatus): string {
  queryClient.setQueryData(keys.status, status);
  return renderToStaticMarkup(
    <QueryClientProvider client={queryClient}>
      <MemoryRouter>
        <Banners project={undefined} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

test('a backup that failed in the background is told with its reason', () => {
  expect(shown(sound)).not.toContain('backup');
  expect(shown({ ...sound, backupProblem: 'the disk is full' })).toContain(
    'The last automatic backup failed: the disk is full.',
  );
});
