/** A milestone says the same of a project in the app and on the command line: one exact set of changes, judged as of its day. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closeContext, openContext } from '../../electron/backend/context.ts';
import { dispatch } from '../../electron/backend/dispatch.ts';
import { compareLooks, openPast } from '../../electron/backend/look-back.ts';
import { lastMilestoneOf, readFile, viewOfFile } from '../../electron/cli/project-files.ts';
import type { Json } from '../../shared/json.ts';

test('a milestone is judged the same way by the app and the command line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onramp-milestone-'));
  let now = Date.UTC(2026, 4, 1, 12);
  const context = await openContext({ folder, host: 'test', version: '0', now: () => now });
  const call = async (name: string, input: Json) => {
    const reply = await dispatch(context, name, input);
    if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
    return reply.value as { id: string; text: string };
  };
  try {
    const { id: project } = await call('project.sample', {});
    now += 86_400_000;
    await call('milestone.create', { project, name: 'Freeze' });
    // What comes later is not part of it, and neither is a day on which proofs will have run out.
    now += 400 * 86_400_000;
    await call('answer.set', { project, question: 'routing.nat.who', answer: null });
    const path = join(folder, 'p.onramp');
    writeFileSync(path, (await call('project.export', { project })).text);
    const open = readFile(path);
    const view = viewOfFile(open);
    const [id = ''] = Object.entries(view.milestones).find(([, { name }]) => name === 'Freeze') ?? [];
    const there = lastMilestoneOf(open, view);
    expect(there?.name).toBe('Freeze');
    const past = openPast(context, project);
    const here = compareLooks(past({ kind: 'milestone', id }), past({ kind: 'now' }));
    const told = there?.comparison();
    // The command line judges as of the machine's day, the app as of the one it is given here.
    expect(told?.answers).toEqual(here.answers);
    expect(told?.readiness.before).toBe(here.readiness.before);
    expect(told?.answers).toMatchObject([{ question: 'routing.nat.who', after: null, by: { at: now } }]);
    expect(told?.answers[0]?.before).not.toBeNull();
    expect(view.answers['routing.nat.who']).toBeUndefined();
  } finally {
    await closeContext(context);
    rmSync(folder, { recursive: true, force: true });
  }
});
