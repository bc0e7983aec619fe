/** A backend that runs inside a host: opens the workspace while the host starts, and closes it with nothing half done. */
import { type CallName, contract, type Reply } from '../../shared/contract.ts';
import { CallFailure, failed } from './call-failure.ts';
import { type Context, type ContextOptions, closeContext, openContext } from './context.ts';
import { type DispatchOptions, dispatch } from './dispatch.ts';

export type RunningBackend = {
  call: (name: unknown, input: unknown, options?: DispatchOptions) => Promise<Reply>;
  /** Lets what is running come to its end, calls off what is long, then closes the workspace. */
  close: () => Promise<void>;
};

export function startBackend(options: ContextOptions): RunningBackend {
  const running = new Set<Promise<Reply>>();
  const closing = new AbortController();
  const log = options.log ?? (() => {});
  let context: Promise<Context> | undefined;

  // A workspace that could not be opened is tried again with the next call: the disk may have space by then.
  const opened = (): Promise<Context> => {
    context ??= openContext(options).catch((problem: unknown) => {
      context = undefined;
      log(
        `the workspace could not be opened: ${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}`,
      );
      throw problem;
    });
    return context;
  };
  // Opening keeps the thread busy, so the host is let in front: it can listen or show its window meanwhile.
  setImmediate(() => {
    if (!closing.signal.aborted) opened().catch(() => {});
  });

  async function run(name: unknown, input: unknown, { signal, onProgress }: DispatchOptions): Promise<Reply> {
    try {
      const ready = await opened();
      return await dispatch(ready, name, input, {
        ...(isLong(name)
          ? { signal: signal ? AbortSignal.any([signal, closing.signal]) : closing.signal }
          : {}),
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
      const ready = await context?.catch(() => undefined);
      context = undefined;
      if (ready) await closeContext(ready);
    },
  };
}

/** Only these can be called off: a save on its way must not be lost because the page that sent it was closed. */
function isLong(name: unknown): boolean {
  return typeof name === 'string' && Object.hasOwn(contract, name) && contract[name as CallName].long;
}
