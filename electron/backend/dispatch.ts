/** The door every host knocks at: looks a call up, checks its input, runs its handler, and never throws. */

import type { z } from 'zod';
import type { Progress, Reply } from '../../shared/contract/call.ts';
import {
  type CallName,
  type Contract,
  contract,
  type InputOf,
  type OutputOf,
} from '../../shared/contract.ts';
import { isNestedDeeperThan } from '../../shared/json.ts';
import { CallFailure, failed } from './call-failure.ts';
import type { Context } from './context.ts';
import { handlers } from './handlers.ts';
import { languageOf } from './settings.ts';

export type Job = { signal: AbortSignal; progress: (progress: Progress) => void };

/** What a handler looks like; a call without one does not compile. */
export type Handlers = {
  [N in CallName]: (context: Context, input: InputOf<N>, job: Job) => OutputOf<N> | Promise<OutputOf<N>>;
};

export type DispatchOptions = { signal?: AbortSignal; onProgress?: (progress: Progress) => void };

const neverAborted = new AbortController().signal;

export async function dispatch(
  context: Context,
  name: unknown,
  input: unknown,
  options: DispatchOptions = {},
): Promise<Reply> {
  try {
    if (typeof name !== 'string' || !Object.hasOwn(contract, name)) throw new CallFailure('unknown-call');
    const callName = name as CallName;
    const parsed = parseInput(contract[callName].input, input);
    const job: Job = { signal: options.signal ?? neverAborted, progress: options.onProgress ?? (() => {}) };
    if (job.signal.aborted) throw new CallFailure('cancelled');
    const handler = handlers[callName] as (context: Context, input: unknown, job: Job) => unknown;
    const value = await handler(context, parsed, job);
    return { ok: true, value };
  } catch (thrown) {
    const reply = failed(thrown, languageOf(context));
    if (!reply.ok && reply.error.code === 'internal') {
      context.log(
        `${String(name)}: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`,
      );
    }
    return reply;
  }
}

/** Well below what a project file may be nested: what is taken in must be readable again from its export. */
const deepestNesting = 50;

function parseInput(schema: Contract[CallName]['input'], input: unknown): unknown {
  if (isNestedDeeperThan(deepestNesting, input)) {
    throw new CallFailure('bad-input', { fields: { input: 'nested too deeply' } });
  }
  const result = (schema as z.ZodType).safeParse(input);
  if (result.success) return result.data;
  const fields: Record<string, string> = Object.create(null);
  for (const issue of result.error.issues.slice(0, 20))
    fields[issue.path.join('.') || 'input'] ??= issue.message;
  const tooBig = result.error.issues.some(
    (issue) => issue.code === 'too_big' && (issue.origin === 'string' || issue.origin === 'array'),
  );
  throw new CallFailure(tooBig ? 'too-large' : 'bad-input', { fields });
}
