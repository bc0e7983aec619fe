/** The thread that reads large evidence, and keeps what it read to answer look-ups. */
import { parentPort } from 'node:worker_threads';
import type { Evidence, EvidenceKind } from '../../shared/evidence/evidence.ts';
import { type LargeReading, readLarge } from '../../shared/evidence/large.ts';
import { type EvidenceReading, readEvidence } from '../../shared/evidence/read-evidence.ts';
import type { BgpRecord } from '../../shared/evidence/records.ts';
import { decodeText } from './decode-text.ts';

export type EvidenceFile = { bytes: Uint8Array; name: string; as?: EvidenceKind | undefined };

export type EvidenceWork =
  | { id: number; kind: 'read'; file: EvidenceFile }
  | { id: number; kind: 'lookup'; address: string };

/** As `readEvidence` answers; of many records only the first, with how many there are and what memory they take. */
export type ThreadReading =
  | { ok: true; evidence: Evidence; count: number; bytes: number }
  | (EvidenceReading & { ok: false });

export type EvidenceAnswer = { id: number } & (
  | { done: number; total: number }
  | { reading: ThreadReading }
  | { paths: BgpRecord[] }
  | { problem: string }
);

let large: LargeReading | undefined;

function read(id: number, { bytes, name, as }: EvidenceFile): ThreadReading {
  const text = decodeText(bytes);
  large = readLarge({ text, name, as }, (done, total) => parentPort?.postMessage({ id, done, total }));
  if (large) return { ok: true, evidence: large.evidence, count: large.count, bytes: large.bytes };
  const reading = readEvidence({ text, name, ...(as ? { as } : {}) });
  if (!reading.ok) return reading;
  return { ok: true, evidence: reading.evidence, count: reading.evidence.records.length, bytes: text.length };
}

parentPort?.on('message', (work: EvidenceWork) => {
  let answer: EvidenceAnswer;
  try {
    answer =
      work.kind === 'read'
        ? { id: work.id, reading: read(work.id, work.file) }
        : { id: work.id, paths: large?.lookup(work.address) ?? [] };
  } catch (thrown) {
    answer = {
      id: work.id,
      problem: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
    };
  }
  parentPort?.postMessage(answer);
});
