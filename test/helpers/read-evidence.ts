/** Reads a sample as a person would hand it in, and insists that it is recognised. */
import { expect } from 'vitest';
import type { Evidence, EvidenceKind } from '../../shared/evidence/evidence.ts';
import { readEvidence } from '../../shared/evidence/read-evidence.ts';
import { readSample } from './evidence-samples.ts';

export function readAs<Kind extends EvidenceKind>(kind: Kind, text: string): Evidence<Kind> {
  const reading = readEvidence({ text });
  if (!reading.ok) throw new Error(`Not read: ${reading.problem}`);
  expect(reading.evidence.kind).toBe(kind);
  return reading.evidence as Evidence<Kind>;
}

export function readSampleAs<Kind extends EvidenceKind>(kind: Kind, name: string): Evidence<Kind> {
  return readAs(kind, readSample(name));
}

/** The lines not understood, without their texts. */
export function unreadLines(evidence: Pick<Evidence, 'unread'>): string[] {
  return evidence.unread.map(({ line, reason }) => `${line} ${reason}`);
}
