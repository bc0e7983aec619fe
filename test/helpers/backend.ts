/** A backend on a real store for each test of a file: calls held against the contract, and refusals. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import {
  type Context,
  type ContextOptions,
  closeContext,
  openContext,
} from '../../electron/backend/context.ts';
import { dispatch } from '../../electron/backend/dispatch.ts';
import type { CallError } from '../../shared/contract/call.ts';
import { type CallName, contract, type InputOf, type OutputOf } from '../../shared/contract.ts';

export type TestBackend = {
  readonly folder: string;
  readonly context: Context;
  /** Makes the call and holds its output against the contract. */
  call: <N extends CallName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>;
  refusal: <N extends CallName>(name: N, input: InputOf<N>) => Promise<CallError>;
  /** As when the app is closed and started again. */
  restart: (options?: Partial<ContextOptions>) => Promise<void>;
  /** Does something in another, empty workspace, and comes back. */
  elsewhere: (work: () => Promise<void>) => Promise<void>;
};

/** A question whose answers are among the simplest. */
export const nat = 'routing.nat.who';
export const answered = (value: string) => ({ state: 'answered' as const, value });

const open = (folder: string, options: Partial<ContextOptions> = {}): Promise<Context> =>
  openContext({ folder, host: 'test', version: '0.0.0', ...options });

export function testBackend(): TestBackend {
  let folder: string;
  let context: Context;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onramp-backend-'));
    context = await open(folder);
  });
  afterEach(async () => {
    await closeContext(context);
    rmSync(folder, { recursive: true, force: true });
  });

  return {
    get folder() {
      return folder;
    },
    get context() {
      return context;
    },
    async call(name, input) {
      const reply = await dispatch(context, name, input);
      if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${reply.error.message}`);
      return contract[name].output.parse(JSON.parse(JSON.stringify(reply.value))) as OutputOf<typeof name>;
    },
    async refusal(name, input) {
      const reply = await dispatch(context, name, input);
      if (reply.ok) throw new Error(`${name} was not refused`);
      return reply.error;
    },
    async restart(options) {
      await closeContext(context);
      context = await open(folder, options);
    },
    async elsewhere(work) {
      const home = context;
      const away = mkdtempSync(join(tmpdir(), 'onramp-elsewhere-'));
      context = await open(away);
      try {
        await work();
      } finally {
        await closeContext(context);
        context = home;
        rmSync(away, { recursive: true, force: true });
      }
    },
  };
}
