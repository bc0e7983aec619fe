/** Reads the bytes of a piece of evidence: what it says, what is kept of it, and the text without its secrets. */
import { promisify } from 'node:util';
import { gunzipSync, gzip } from 'node:zlib';
import type { Evidence, EvidenceKind } from '../../shared/evidence/evidence.ts';
import { type KeptEvidence, keep } from '../../shared/evidence/kept.ts';
import { type LargeReading, openLarge } from '../../shared/evidence/large.ts';
import { type EvidenceReading, readEvidence } from '../../shared/evidence/read-evidence.ts';
import { splitOutputs } from '../../shared/evidence/split-outputs.ts';
import { decodeText } from './decode-text.ts';

export type EvidenceFile = {
  bytes: Uint8Array;
  name: string;
  as?: EvidenceKind | undefined;
  part?: number | undefined;
};

/** As `readEvidence` answers; of many records only the first, with how many there are and what memory they take. */
export type FileReading =
  | {
      ok: true;
      evidence: Evidence;
      count: number;
      bytes: number;
      kept: KeptEvidence;
      /** What may be kept: the text without its secrets, packed when it is long. */
      content: Uint8Array;
      isPacked: boolean;
      /** How many outputs the text is made of. */
      parts: number;
    }
  | (EvidenceReading & { ok: false });

/** Shorter texts are read as a whole, which drops the secrets of every shape. */
const shortText = 1_000_000;
/** Longer texts are kept packed: a full table of routes is mostly repetition. */
const longestUnpacked = 500_000;
const longestUnpackedBytes = 400_000_000;

export async function readFile(
  file: EvidenceFile,
  report: (done: number, total: number) => void = () => {},
): Promise<{ reading: FileReading; large?: LargeReading }> {
  const { name, as } = file;
  const text = decodeText(unpack(file.bytes));
  const open = text.length < shortText ? undefined : openLarge({ text, name, as });
  if (open) {
    // Packing takes about as long as reading, and goes on beside it on a thread of its own.
    const packing = pack(open.text);
    const large = open.read(report);
    const { evidence, count, bytes, toKeep } = large;
    const packed = await packing;
    const kept = keep(evidence, { count, paths: toKeep });
    // Of nothing it may be known what it is instead.
    if (count > 0) return { reading: { ok: true, evidence, count, bytes, kept, parts: 1, ...packed }, large };
  }
  const outputs = splitOutputs(text);
  const output = outputs[file.part ?? 0] ?? text;
  const reading = readEvidence({ text: output, name, ...(as ? { as } : {}) });
  if (!reading.ok) return { reading };
  const { evidence } = reading;
  const kept = keep(evidence);
  return {
    reading: {
      ok: true,
      evidence,
      count: evidence.records.length,
      bytes: output.length,
      kept,
      parts: outputs.length,
      ...(await pack(reading.text)),
    },
  };
}

const gzipBeside = promisify(gzip);
/** Takes little more than half the time of zlib's own 6, and makes a table of routes 4 % larger. */
const level = 5;

async function pack(text: string): Promise<{ content: Uint8Array; isPacked: boolean }> {
  const content = new TextEncoder().encode(text);
  return content.length > longestUnpacked
    ? { content: await gzipBeside(content, { level }), isPacked: true }
    : { content, isPacked: false };
}

/** Also what somebody packed to send it. */
function unpack(bytes: Uint8Array): Uint8Array {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isPacked) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: longestUnpackedBytes });
  } catch {
    return bytes;
  }
}
