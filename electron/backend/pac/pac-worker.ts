/** The thread a PAC file runs in: one file, then it is gone, whatever the file did. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PacOutcome, PacQuestion } from '../../../shared/evidence/pac/result.ts';
import { evaluatePac } from './evaluate.ts';

/** Where the thread says how far it is, for those who watch it. */
export type PacWork = { question: PacQuestion; beat: SharedArrayBuffer };

const { question, beat } = workerData as PacWork;
const place = new Int32Array(beat);

const outcome: PacOutcome = await evaluatePac(question, (done) => Atomics.store(place, 0, done));
parentPort?.postMessage(outcome);
