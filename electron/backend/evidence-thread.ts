/** Hands large evidence to a thread of its own, so that nothing stands still while a million lines are read. */
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { BgpRecord } from '../../shared/evidence/records.ts';
import { CallFailure } from './call-failure.ts';
import type { Job } from './dispatch.ts';
import type { EvidenceAnswer, EvidenceWork } from './evidence-worker.ts';
import type { EvidenceFile, FileReading } from './read-evidence-file.ts';

/** What was read, and where it can still be asked; it holds a thread and memory until it is closed. */
export type EvidenceOnThread = {
  readonly reading: FileReading;
  lookup(address: string): Promise<BgpRecord[]>;
  close(): void;
};

/** Megabytes of objects; the table itself stands outside them. */
const mostMegabytes = 2048;

/** Beside this file in the sources; in the build beside the bundles, which may stand one folder up. */
function workerAddress(): URL {
  const names = ['./evidence-worker.ts', './evidence-worker.js', '../evidence-worker.js'];
  const address = names.map((name) => new URL(name, import.meta.url)).find((one) => existsSync(one));
  if (!address) throw new Error('The build lacks evidence-worker.js.');
  return address;
}

/** The bytes are handed over where they can be: do not use them afterwards. */
export async function readOnThread(file: EvidenceFile, job: Job): Promise<EvidenceOnThread> {
  if (job.signal.aborted) throw new CallFailure('cancelled');
  const worker = new Worker(workerAddress(), { resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } });
  const asked = new Asked(worker);
  // Nothing in a parser waits, so only ending the thread stops it.
  const cancel = () => asked.end(new CallFailure('cancelled'));
  job.signal.addEventListener('abort', cancel, { once: true });
  // A view of something larger cannot be handed over by itself.
  const isWhole = file.bytes.byteLength === file.bytes.buffer.byteLength;
  const bytes = isWhole ? file.bytes : new Uint8Array(file.bytes);
  const report = (done: number, total: number) => job.progress({ step: 'read', done, total });
  try {
    const answer = await asked.ask({ kind: 'read', file: { ...file, bytes } }, report, [
      bytes.buffer as ArrayBuffer,
    ]);
    if (!('reading' in answer)) throw new Error('The thread that reads evidence gave no reading.');
    return {
      reading: answer.reading,
      lookup: async (address) => {
        const found = await asked.ask({ kind: 'lookup', address });
        return 'paths' in found ? found.paths : [];
      },
      close: () => asked.end(new CallFailure('cancelled')),
    };
  } catch (thrown) {
    asked.end(thrown);
    throw thrown;
  } finally {
    job.signal.removeEventListener('abort', cancel);
  }
}

type Waiting = {
  resolve: (answer: EvidenceAnswer) => void;
  reject: (reason: unknown) => void;
  report: ((done: number, total: number) => void) | undefined;
};
type Question = EvidenceWork extends infer Work
  ? Work extends EvidenceWork
    ? Omit<Work, 'id'>
    : never
  : never;

/** The questions a thread has not answered yet. */
class Asked {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #ended: unknown;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (answer: EvidenceAnswer) => this.#hear(answer));
    worker.on('error', (problem) =>
      this.end(isOutOfMemory(problem) ? new CallFailure('too-large') : problem),
    );
    worker.on('exit', () => this.end(new Error('The thread that reads evidence ended.')));
  }

  ask(question: Question, report?: Waiting['report'], handOver: ArrayBuffer[] = []): Promise<EvidenceAnswer> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended);
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, report });
      this.#worker.ref();
      this.#worker.postMessage({ ...question, id }, handOver);
    });
  }

  end(reason: unknown): void {
    this.#ended ??= reason;
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
    void this.#worker.terminate();
  }

  #hear(answer: EvidenceAnswer): void {
    const one = this.#waiting.get(answer.id);
    if (!one) return;
    if ('done' in answer) {
      one.report?.(answer.done, answer.total);
      return;
    }
    this.#waiting.delete(answer.id);
    // A thread that only keeps a table must not keep a finished command line running.
    if (this.#waiting.size === 0) this.#worker.unref();
    if ('problem' in answer) one.reject(new Error(answer.problem));
    else one.resolve(answer);
  }
}

function isOutOfMemory(problem: unknown): boolean {
  return problem instanceof Error && 'code' in problem && problem.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
