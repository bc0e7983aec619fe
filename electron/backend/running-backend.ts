/** A backend that runs inside a host: opens the workspace while the host starts, and closes it with nothing half done. */
import { StoreError } from '../../db/store-error.ts';
import type { Reply } from '../../shared/contract/call.ts';
import { CallFailure, failed } from './call-failure.ts';
import type { ContextOptions } from './context.ts';
import type { DispatchOptions } from './dispatch.ts';
import type { OpenBackend } from './open-backend.ts';

export type RunningBackend = {
  call: (name: unknown, input: unknown, options?: DispatchOptions) => Promise<Reply>;
  /** Lets what is running come to its end, calls off what is long, then closes the workspace. */
  close: () => Promise<void>;
};

export function startBackend(options: ContextOptions): RunningBackend {
  const running = new Set<Promise<Reply>>();
  const closing = new AbortController();
  const log = options.log ?? (() => {});
  let backend: Promise<OpenBackend> | undefined;

  // A workspace that could not be opened is tried again with the next call: the disk may have space by then.
  const opened = (): Promise<OpenBackend> => {
    backend ??= open(options).catch((problem: unknown) => {
      backend = undefined;
      log(`the workspace could not be opened: ${detailsOf(problem)}`);
      throw problem;
    });
    return backend;
  };
  // Loading and opening keep the thread busy, so the host goes first: it listens or shows its window meanwhile.
  setImmediate(() => {
    if (!closing.signal.aborted) opened().catch(() => {});
  });

  async function run(name: unknown, input: unknown, { signal, onProgress }: DispatchOptions): Promise<Reply> {
    try {
      const ready = await opened();
      return await ready.dispatch(name, input, {
        signal: signal ? AbortSignal.any([signal, closing.signal]) : closing.signal,
        ...(onProgress ? { onProgress } : {}),
      });
    } catch (problem) {
      return failed(problem);
    }
  }

  return {
    async call(name, input, callOptions = {}) {
      if (closing.signal.aborted) return failed(new CallFailure('unreachable'));
      const reply = run(name, input, callOptions);
      running.add(reply);
      try {
        return await reply;
      } finally {
        running.delete(reply);
      }
    },
    async close() {
      closing.abort();
      await Promise.all(running);
      const ready = await backend?.catch(() => undefined);
      backend = undefined;
      await ready?.close();
    },
  };
}

/** What the store says on purpose is a sentence; only the unexpected is traced to where it came from. */
function detailsOf(problem: unknown): string {
  if (!(problem instanceof Error)) return String(problem);
  if (!(problem instanceof StoreError)) return problem.stack ?? problem.message;
  const cause = problem.cause instanceof Error ? problem.cause.message : '';
  return problem.message.includes(cause) ? problem.message : `${problem.message} (${cause})`;
}

async function open(options: ContextOptions): Promise<OpenBackend> {
  const { openBackend } = await import('./open-backend.ts');
  return openBackend(options);
}
