/** A process killed while it writes: everything it acknowledged is there. */
import { expect, test } from 'vitest';
import { run } from '../faults/kill.fault.ts';

test('a process killed in the midst of writing loses nothing that it acknowledged', async () => {
  const { kills, acknowledged, lost, torn, problems } = await run(10, 80);
  expect({ kills, lost, torn, problems }).toEqual({ kills: 10, lost: 0, torn: 0, problems: [] });
  // Eight of the ten are killed only after an act of three changes was acknowledged; how many more is the machine's speed.
  expect(acknowledged).toBeGreaterThanOrEqual(8 * 3);
});
