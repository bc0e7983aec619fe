/** Has a PAC file asked in a thread of its own, and ends that thread when the file does not come back. */
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { PacOutcome, PacQuestion } from '../../../shared/evidence/pac/result.ts';
import { CallFailure } from '../call-failure.ts';
import type { Job } from '../dispatch.ts';
import type { PacWork } from './pac-worker.ts';
import { longestQuestion } from './sandbox.ts';

/** What the engine's own bound misses, a copy of a billion elements say, ends soon after it. */
const patience = longestQuestion * 1.5;
const glance = 100;
/** Milliseconds for all questions together. */
const longestFile = 30_000;

/** Beside this file in the sources; in the build beside the bundles, which may stand one folder up. */
function workerAddress(): URL {
  const names = ['./pac-worker.ts', './pac-worker.js', '../pac-worker.js'];
  const address = names.map((name) => new URL(name, import.meta.url)).find((one) => existsSync(one));
  if (!address) throw new Error('The build lacks pac-worker.js.');
  return address;
}

export function askPac(question: PacQuestion, { signal, progress }: Job): Promise<PacOutcome> {
  if (signal.aborted) return Promise.reject(new CallFailure('cancelled'));
  const beat = new SharedArrayBuffer(4);
  const place = new Int32Array(beat);
  const total = question.sources.length * question.hosts.length;
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerAddress(), {
      workerData: { question, beat } satisfies PacWork,
      resourceLimits: { maxOldGenerationSizeMb: 256, stackSizeMb: 32 },
    });
    let seen = -1;
    const start = performance.now();
    let since = start;
    const watch = setInterval(() => {
      const now = performance.now();
      const at = Atomics.load(place, 0);
      if (at !== seen) {
        seen = at;
        since = now;
        progress({ step: 'pac', done: Math.max(0, at - 1), total });
      }
      // Nothing is said before it began: to start a thread takes what it takes.
      if (at > 0 && (now - since > patience || now - start > longestFile)) {
        const reason = now - since > patience ? 'endless' : 'slow';
        end(() => resolve({ ok: false, fault: { reason, line: null, host: null, text: '' } }));
      }
    }, glance);
    const cancel = () => end(() => reject(new CallFailure('cancelled')));
    const end = (settle: () => void) => {
      clearInterval(watch);
      signal.removeEventListener('abort', cancel);
      settle();
      void worker.terminate();
    };
    signal.addEventListener('abort', cancel, { once: true });
    worker.once('message', (outcome: PacOutcome) => end(() => resolve(outcome)));
    worker.once('error', (problem) => {
      const isMemory = 'code' in problem && problem.code === 'ERR_WORKER_OUT_OF_MEMORY';
      const fault = { reason: 'memory', line: null, host: null, text: '' } as const;
      end(() => (isMemory ? resolve({ ok: false, fault }) : reject(problem)));
    });
    worker.once('exit', () => end(() => reject(new Error('The thread that reads PAC files ended.'))));
  });
}
