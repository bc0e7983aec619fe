/**
 * Every call the user interface can make, with the schema of what goes in and what comes out: one object, whose nouns are
 * described in `contract/`. The client's type, the handlers' type and the checks at the door are all derived from it.
 */
import type { z } from 'zod';
import { actionCalls } from './contract/action.ts';
import { answerCalls } from './contract/answer.ts';
import type { Progress, Reply } from './contract/call.ts';
import { checklistCalls } from './contract/checklist.ts';
import { copiesCalls } from './contract/copies.ts';
import { evidenceCalls } from './contract/evidence.ts';
import { guideCalls } from './contract/guide.ts';
import { planCalls } from './contract/plan.ts';
import { progressCalls } from './contract/progress.ts';
import { projectCalls } from './contract/project.ts';
import { referenceCalls } from './contract/reference.ts';
import { routeCalls } from './contract/route.ts';
import { workshopCalls } from './contract/workshop.ts';
import { workspaceCalls } from './contract/workspace.ts';

export const contract = {
  ...workspaceCalls,
  ...projectCalls,
  ...copiesCalls,
  ...referenceCalls,
  ...answerCalls,
  ...evidenceCalls,
  ...actionCalls,
  ...checklistCalls,
  ...progressCalls,
  ...planCalls,
  ...routeCalls,
  ...workshopCalls,
  ...guideCalls,
} as const;

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type InputOf<N extends CallName> = z.infer<Contract[N]['input']>;
export type OutputOf<N extends CallName> = z.infer<Contract[N]['output']>;

export type CallOptions = { signal?: AbortSignalLike; onProgress?: (progress: Progress) => void };

/** The part of AbortSignal that is needed, so that this file needs no runtime's types. */
export type AbortSignalLike = {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
};

/** What every transport offers: the same calls, typed. */
export type Client = <N extends CallName>(
  name: N,
  input: InputOf<N>,
  options?: CallOptions,
) => Promise<Reply<OutputOf<N>>>;
