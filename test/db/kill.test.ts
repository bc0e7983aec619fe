import { expect, test } from 'vitest';
import { run } from '../faults/kill.fault.ts';

test('a process killed in the midst of writing loses nothing that it acknowledged', async () => {
  const { kills, acknowledged, lost, torn, problems } = await run(10, 80);
  expect({ kills, lost, torn, problems }).toEqual({ kills: 10, lost: 0, torn: 0, problems: [] });
  expect(acknowledged).toBeGreaterThan(100);
});
