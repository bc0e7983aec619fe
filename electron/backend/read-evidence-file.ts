/** Reads the bytes of a piece of evidence: what it says, what is kept of it, and the text without its secrets. */
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Evidence, EvidenceKind } from '../../shared/evidence/evidence.ts';
import { type KeptEvidence, keep } from '../../shared/evidence/kept.ts';
import { type LargeReading, readLarge } from '../../shared/evidence/large.ts';
import { type EvidenceReading, readEvidence } from '../../shared/evidence/read-evidence.ts';
import { readText } from '../../shared/evidence/read-text.ts';
import { dropSecrets } from '../../shared/evidence/secrets.ts';
import { decodeText } from './decode-text.ts';

export type EvidenceFile = { bytes: Uint8Array; name: string; as?: EvidenceKind | undefined };

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
    }
  | (EvidenceReading & { ok: false });

/** Shorter texts are read as a whole, which drops the secrets of every shape. */
const shortText = 1_000_000;
/** Longer texts are kept packed: a full table of routes is mostly repetition. */
const longestUnpacked = 500_000;
const longestUnpackedBytes = 400_000_000;

export function readFile(
  file: EvidenceFile,
  report: (done: number, total: number) => void = () => {},
): { reading: FileReading; large?: LargeReading } {
  const { name, as } = file;
  const text = decodeText(unpack(file.bytes));
  const large = text.length < shortText ? undefined : readLarge({ text, name, as }, report);
  if (large) {
    const { evidence, count, bytes, toKeep } = large;
    const kept = keep(evidence, { count, paths: toKeep });
    const cleaned = dropSecrets(readText(text));
    const dropped = [...new Set([...evidence.dropped, ...cleaned.dropped])].sort();
    const reading = {
      ok: true as const,
      evidence: { ...evidence, dropped },
      count,
      bytes,
      kept: { ...kept, dropped },
      ...pack(cleaned.text),
    };
    return { reading, large };
  }
  const reading = readEvidence({ text, name, ...(as ? { as } : {}) });
  if (!reading.ok) return { reading };
  const { evidence } = reading;
  const kept = keep(evidence);
  return {
    reading: {
      ok: true,
      evidence,
      count: evidence.records.length,
      bytes: text.length,
      kept,
      ...pack(reading.text),
    },
  };
}

function pack(text: string): { content: Uint8Array; isPacked: boolean } {
  const content = new TextEncoder().encode(text);
  return content.length > longestUnpacked
    ? { content: gzipSync(content), isPacked: true }
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
