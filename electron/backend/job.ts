/** The steps of a long call: each is reported, and is a place where the call can still be called off. */
import { setImmediate } from 'node:timers/promises';
import { CallFailure } from './call-failure.ts';
import type { Job } from './dispatch.ts';

/** Waits a turn, so that the report goes out and a cancellation comes in before the work of the step begins. */
export async function atStep(job: Job, step: string, done = 0, total?: number): Promise<void> {
  job.progress(total === undefined ? { step, done } : { step, done, total });
  await setImmediate();
  if (job.signal.aborted) throw new CallFailure('cancelled');
}
