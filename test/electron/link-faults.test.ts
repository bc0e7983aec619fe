/** Three processes that write to one shared file at once and are killed at random lose nothing they acknowledged. */
import { expect, test } from 'vitest';
import { run } from '../faults/link.fault.ts';

test('three linked copies, killed at random, end with everything that any of them acknowledged', async () => {
  const { acknowledged, ...result } = await run(2, 150);
  expect(result).toEqual({ kills: 6, missing: 0, unsound: 0, alike: true });
  // Each is killed only after it has acknowledged a change.
  expect(acknowledged).toBeGreaterThanOrEqual(6);
});
