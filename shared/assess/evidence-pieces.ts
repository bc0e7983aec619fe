/** Evidence as rules read it: the newest piece on each subject, with its records, its age, and whether it still counts. */
import type { EvidenceKind } from '../evidence/evidence.ts';
import { type EvidenceAbout, type KeptEvidence, recordsOf } from '../evidence/kept.ts';
import type { EvidenceRecords } from '../evidence/records.ts';
import type { Attachment } from '../project/paths.ts';
import type { ProjectState } from '../project/state.ts';
import { lastDayOf } from './evidence.ts';

export type EvidencePiece<Kind extends EvidenceKind = EvidenceKind> = {
  /** The attachment's. */
  id: string;
  name: string;
  kind: Kind;
  link: 'primary' | 'secondary' | undefined;
  about: EvidenceAbout;
  taken: string | undefined;
  /** The last day on which it counts; undefined where nobody knows when it was taken. */
  lastDay: string | undefined;
  counts: KeptEvidence['counts'];
  records: readonly EvidenceRecords[Kind][];
};

/** All pieces of a kind on all subjects, newest first; of what several pieces say about one subject, only the newest. */
export function newestPieces<Kind extends EvidenceKind>(
  { evidence, attachments }: Pick<ProjectState, 'evidence' | 'attachments'>,
  kind: Kind,
): EvidencePiece<Kind>[] {
  const pieces: EvidencePiece<Kind>[] = [];
  const seen = new Set<string>();
  for (const [id, kept] of newestFirst(evidence, attachments, kind)) {
    const attachment = Object.hasOwn(attachments, id) ? attachments[id] : undefined;
    if (!attachment) continue;
    const subject = subjectOf(kept, attachment.name);
    if (seen.has(subject)) continue;
    seen.add(subject);
    pieces.push({
      id,
      name: attachment.name,
      kind,
      link: kept.link,
      about: kept.about ?? {},
      taken: attachment.taken,
      lastDay: lastDayOf(attachment),
      counts: kept.counts,
      get records() {
        return recordsOf(kept) as readonly EvidenceRecords[Kind][];
      },
    });
  }
  return pieces;
}

function newestFirst(
  evidence: ProjectState['evidence'],
  attachments: ProjectState['attachments'],
  kind: EvidenceKind,
): [string, KeptEvidence][] {
  const when = (id: string) => {
    const attachment: Partial<Attachment> = Object.hasOwn(attachments, id) ? (attachments[id] ?? {}) : {};
    return [attachment.taken ?? '', attachment.addedAt ?? 0] as const;
  };
  return Object.entries(evidence)
    .filter(([, kept]) => kept.kind === kind)
    .sort(([one], [other]) => {
      const [oneDay, oneAt] = when(one);
      const [otherDay, otherAt] = when(other);
      if (oneDay !== otherDay) return oneDay < otherDay ? 1 : -1;
      return otherAt - oneAt || (one < other ? -1 : 1);
    });
}

/** Kinds of which there is one list in the world, or one for the tenant: a newer one takes the place of an older. */
const single: readonly EvidenceKind[] = [
  'service-communities',
  'service-providers',
  'm365-endpoints',
  'service-tags',
  'named-locations',
  'environments',
  'sites',
];

/** Two pieces of one kind with the same subject speak of the same thing. */
function subjectOf(kept: KeptEvidence, name: string): string {
  if (single.includes(kept.kind)) return '';
  const { circuit, peering, edge, site } = kept.about ?? {};
  const place = [circuit, peering, edge, site].map((one) => one ?? '').join('/');
  const what = namesIn(kept);
  // Where nothing tells what it is about, the file's name without its numbers does.
  const told = place !== '///' || what !== '';
  return [place, kept.link ?? '', what, told ? '' : name.replace(/\d+/g, '')].join('|');
}

function namesIn(kept: KeptEvidence): string {
  const names = (list: readonly (string | null)[]) => [...new Set(list)].sort().join(' ');
  switch (kept.kind) {
    case 'circuit':
      return names(kept.records.map((record) => record.name));
    case 'route-filter':
      return names(kept.records.map((record) => record.name));
    case 'trace':
      // The first router tells two places from each other where nobody has said them.
      return names(
        kept.records.flatMap(({ target, hop, address }) => (hop === 1 ? [target, address] : target)),
      );
    case 'name-lookup':
      return names(kept.records.map((record) => record.name));
    default:
      return '';
  }
}
