/** The page's memory of what the backend said: what is left of it after a restore. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetEverything, keys, queryClient, writerOf } from '../../../renderer/data/client.ts';

const project = '3f0c8a6e-1111-4222-8333-444455556666';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  forgetEverything();
  vi.useRealTimers();
});

test('after a restore nothing is remembered, and nothing that waited is tried again', async () => {
  queryClient.setQueryData(keys.settings, { author: 'Anna' });
  const writer = writerOf(project);
  // Where no backend is, every write waits to be tried again.
  void writer.send('project.describe', { project, name: 'Rollout' }, { repeatable: true });
  await vi.waitFor(() => expect(writer.state).toMatchObject({ kind: 'failed', waiting: true }));
  forgetEverything();
  expect(vi.getTimerCount()).toBe(0);
  expect(queryClient.getQueryData(keys.settings)).toBeUndefined();
  expect(writerOf(project)).not.toBe(writer);
});
