/** The thread that reads large evidence, and keeps what it read to answer look-ups. */
import { parentPort } from 'node:worker_threads';
import type { LargeReading } from '../../shared/evidence/large.ts';
import type { BgpRecord } from '../../shared/evidence/records.ts';
import { type EvidenceFile, type FileReading, readFile } from './read-evidence-file.ts';

export type EvidenceWork =
  | { id: number; kind: 'read'; file: EvidenceFile }
  | { id: number; kind: 'lookup'; address: string };

export type EvidenceAnswer = { id: number } & (
  | { done: number; total: number }
  | { reading: FileReading }
  | { paths: BgpRecord[] }
  | { problem: string }
);

let large: LargeReading | undefined;

async function read(id: number, file: EvidenceFile): Promise<FileReading> {
  const read = await readFile(file, (done, total) => parentPort?.postMessage({ id, done, total }));
  large = read.large;
  return read.reading;
}

parentPort?.on('message', async (work: EvidenceWork) => {
  let answer: EvidenceAnswer;
  try {
    answer =
      work.kind === 'read'
        ? { id: work.id, reading: await read(work.id, work.file) }
        : { id: work.id, paths: large?.lookup(work.address) ?? [] };
  } catch (thrown) {
    answer = {
      id: work.id,
      problem: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
    };
  }
  parentPort?.postMessage(answer);
});
