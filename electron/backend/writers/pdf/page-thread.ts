/** Hands work to the thread that sets pages, keeps it warm between calls, and ends it when work on it is called off. */
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { CallFailure } from '../../call-failure.ts';
import type { PageAnswer, PageResults, PageWork } from './page-worker.ts';

type Waiting = { resolve: (value: never) => void; reject: (reason: unknown) => void };

let thread: { worker: Worker; waiting: Map<number, Waiting> } | undefined;
let lastId = 0;

/** Beside this file in the sources; in the build beside the bundles, which may stand one folder up. */
function workerAddress(): URL {
  const names = ['./page-worker.ts', './page-worker.js', '../page-worker.js'];
  const address = names.map((name) => new URL(name, import.meta.url)).find((one) => existsSync(one));
  if (!address) throw new Error('The build lacks page-worker.js.');
  return address;
}

function start(): NonNullable<typeof thread> {
  const worker = new Worker(workerAddress());
  const waiting = new Map<number, Waiting>();
  const started = { worker, waiting };
  const fail = (problem: unknown) => {
    if (thread === started) thread = undefined;
    for (const { reject } of waiting.values()) reject(problem);
    waiting.clear();
  };
  worker.on('message', (answer: PageAnswer) => {
    const one = waiting.get(answer.id);
    waiting.delete(answer.id);
    // An idle thread must not keep a finished command line running.
    if (waiting.size === 0) worker.unref();
    if (!one) return;
    if ('value' in answer) one.resolve(answer.value as never);
    else if (answer.logo) one.reject(brokenLogo());
    else one.reject(new Error(answer.problem));
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('The thread that sets pages ended.')));
  return started;
}

function brokenLogo(): CallFailure {
  return new CallFailure('bad-input', { says: 'logo-not-on-page', field: 'logo' });
}

/** Starts the thread while the plan is still being built; nobody waits for it, and nothing is lost when it fails. */
export function wakePageThread(): void {
  if (thread) return;
  thread = start();
  thread.worker.postMessage({ id: 0, work: { kind: 'wake' } satisfies PageWork });
}

export function onPageThread<Work extends PageWork>(
  work: Work,
  signal?: AbortSignal,
): Promise<PageResults[Work['kind']]> {
  if (signal?.aborted) return Promise.reject(new CallFailure('cancelled'));
  thread ??= start();
  const { worker, waiting } = thread;
  lastId += 1;
  const id = lastId;
  return new Promise<PageResults[Work['kind']]>((resolve, reject) => {
    const cancel = () => {
      waiting.delete(id);
      reject(new CallFailure('cancelled'));
      // Setting pages cannot be interrupted; with nobody else waiting, the thread is given up.
      if (waiting.size === 0 && thread?.worker === worker) {
        thread = undefined;
        void worker.terminate();
      }
    };
    signal?.addEventListener('abort', cancel, { once: true });
    const done = () => signal?.removeEventListener('abort', cancel);
    waiting.set(id, {
      resolve: (value) => {
        done();
        resolve(value);
      },
      reject: (reason) => {
        done();
        reject(reason);
      },
    });
    worker.ref();
    worker.postMessage({ id, work });
  });
}
