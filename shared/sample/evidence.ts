/** The sample's evidence: what Azure printed for its circuits, one list that has run out, and one contradiction. */
import { type KeptEvidence, keep } from '../evidence/kept.ts';
import { withAbout } from '../evidence/proposals/propose.ts';
import { readEvidence } from '../evidence/read-evidence.ts';
import type { Json } from '../json.ts';
import type { Edit, Origin } from '../project/change.ts';
import pieces from './evidence.json' with { type: 'json' };

export type SamplePiece = { daysAgo: number; hash: string; text: string; edits: Edit[]; origin: Origin };

/** The oldest first; `dayOf` says which day that was. Proofs add to those that are there. */
export function evidencePieces(
  dayOf: (daysAgo: number) => string,
  atOf: (daysAgo: number) => number,
): SamplePiece[] {
  const proofs = new Map<string, string[]>();
  return pieces
    .toSorted((one, other) => other.daysAgo - one.daysAgo)
    .map((piece) => {
      const { id, name, hash, text, daysAgo } = piece;
      const kept = keptOf(text, name, 'about' in piece ? piece.about : undefined);
      const taken = dayOf(daysAgo);
      const attachment = {
        name,
        kind: kept.kind,
        hash,
        size: text.length,
        addedAt: atOf(daysAgo),
        taken,
        shelfDays: 90,
      };
      const edits: Edit[] = [
        { path: `attachment/${id}`, after: attachment },
        { path: `evidence/${id}`, after: kept as unknown as Json },
      ];
      for (const question of 'proves' in piece ? (piece.proves ?? []) : []) {
        const all = [...(proofs.get(question) ?? []), id];
        proofs.set(question, all);
        edits.push({ path: `proof/${question}`, after: all });
      }
      const evidence = { attachment: id, name, kind: kept.kind, taken, hash };
      return { daysAgo, hash, text, edits, origin: { kind: 'evidence', ref: name, evidence } };
    });
}

function keptOf(text: string, name: string, about: { circuit: string } | undefined): KeptEvidence {
  const reading = readEvidence({ text, name });
  if (!reading.ok) throw new Error(`The sample's ${name} is not read: ${reading.problem}`);
  const kept = keep(reading.evidence);
  return about ? withAbout(kept, kept.link, about) : kept;
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Of a text of plain letters, which all of the sample's are. */
export function asciiBase64(text: string): string {
  let base64 = '';
  for (let at = 0; at < text.length; at += 3) {
    const codes = [0, 1, 2].map((step) => text.charCodeAt(at + step) || 0);
    const [one = 0, two = 0, three = 0] = codes;
    const bits = (one << 16) | (two << 8) | three;
    const four = [18, 12, 6, 0].map((shift) => letters[(bits >> shift) & 63]).join('');
    const missing = Math.max(0, at + 3 - text.length);
    base64 += missing === 0 ? four : four.slice(0, 4 - missing) + '='.repeat(missing);
  }
  return base64;
}
