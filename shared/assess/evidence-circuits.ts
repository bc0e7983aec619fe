/** Which circuit a piece of evidence is about, and what both of its links say. */
import type { RowOf } from '../content/tables.ts';
import type { EvidenceKind } from '../evidence/evidence.ts';
import type { FindingOrigin } from '../view.ts';
import type { EvidencePiece } from './evidence-pieces.ts';
import type { Reader } from './reader.ts';

export type Circuit = RowOf<'circuits'>;

/** The circuit somebody chose for it, or the only one there is. */
export function circuitOf(project: Reader, { about }: EvidencePiece): Circuit | undefined {
  if (about.circuit !== undefined) return project.row('circuits', about.circuit);
  const circuits = project.rows('circuits');
  return circuits.length === 1 ? circuits[0] : undefined;
}

/** What to call what it is about, in a sentence. */
export function placeOf(project: Reader, piece: EvidencePiece): string {
  const circuit = circuitOf(project, piece);
  return circuit ? project.nameOf('circuits', circuit.id) : piece.name;
}

/** Where its finding points to. */
export function originOf(project: Reader, piece: EvidencePiece): FindingOrigin {
  const circuit = circuitOf(project, piece);
  return circuit ? project.cell('circuits', circuit.id) : project.at('peering.circuits.list');
}

/** Pieces that speak of the same circuit, or of none that is known and of the same file name. */
export function byCircuit<Kind extends EvidenceKind>(
  project: Reader,
  pieces: readonly EvidencePiece<Kind>[],
): EvidencePiece<Kind>[][] {
  const groups = new Map<string, EvidencePiece<Kind>[]>();
  for (const piece of pieces) {
    const key = circuitOf(project, piece)?.id ?? '';
    const group = groups.get(key);
    if (group) group.push(piece);
    else groups.set(key, [piece]);
  }
  return [...groups.values()];
}

/** Only what still counts; what has gone stale is told by the rules on proofs. */
export function current<Kind extends EvidenceKind>(project: Reader, kind: Kind): EvidencePiece<Kind>[] {
  return project.evidence(kind).filter((piece) => !project.isOutdated(piece));
}

export const microsoftAsn = 12_076;

/** The values that filters let through, of all filters that were seen. */
export function allowedCommunities(pieces: readonly EvidencePiece<'route-filter'>[]): Set<string> {
  const rules = pieces.flatMap(({ records }) => records.flatMap((filter) => filter.rules));
  return new Set(rules.flatMap(({ access, communities }) => (access === 'Deny' ? [] : communities)));
}
