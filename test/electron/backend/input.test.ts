/** What the door refuses before any handler sees it. */
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../shared/json.ts';
import { nat, testBackend } from '../../helpers/backend.ts';

const { call, refusal } = testBackend();

describe('what is not taken in', () => {
  it('is an answer nested so deeply that reading it would exhaust the stack', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    let value: Json = 'x';
    for (let depth = 0; depth < 20_000; depth += 1) value = [value];
    const answer = { state: 'answered' as const, value };
    expect(await refusal('answer.set', { project: id, question: nat, answer })).toMatchObject({
      code: 'bad-input',
      fields: { input: 'nested too deeply' },
    });
  });

  it('is too large only where a text or a list is; a number out of range is bad input', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    expect((await refusal('project.history', { project: id, limit: 5000 })).code).toBe('bad-input');
    expect((await refusal('project.create', { name: 'x'.repeat(201) })).code).toBe('too-large');
    const questions = Array.from({ length: 1001 }, () => nat);
    expect((await refusal('answer.review', { project: id, questions, reviewed: true })).code).toBe(
      'too-large',
    );
  });
});
