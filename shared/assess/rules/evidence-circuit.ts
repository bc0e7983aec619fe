/** Rules on what Azure says of a circuit: its prefixes on both links, their validation, ARP, sessions and traffic. */
import { byCircuit, circuitOf, current, microsoftAsn, originOf, placeOf } from '../evidence-circuits.ts';
import type { EvidencePiece } from '../evidence-pieces.ts';
import { listed } from '../planned.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';

type Routes = EvidencePiece<'circuit-routes'>;
type Link = 'primary' | 'secondary';

/** What Microsoft's edge has received from the customer: its own prefixes begin with its own number. */
function receivedOn({ records }: Routes): Set<string> {
  return new Set(
    records.filter(({ path }) => path.length > 0 && path[0] !== microsoftAsn).map(({ prefix }) => prefix),
  );
}

/** A table that was not kept whole cannot show that something is missing. */
const isWhole = ({ counts }: EvidencePiece) => counts.left === 0;

function advertisedOver(project: Reader, piece: Routes, link: Link): string[] {
  const circuit = circuitOf(project, piece);
  return project
    .rows('advertised')
    .filter((row) => row.circuit === circuit?.id && (row.links ?? 'both') !== otherOf(link))
    .flatMap((row) => row.prefix ?? []);
}

const otherOf = (link: Link): Link => (link === 'primary' ? 'secondary' : 'primary');

function judgeRoutes(project: Reader, pieces: readonly Routes[]): Hit[] {
  const [first] = pieces;
  const links = pieces.filter(
    (piece): piece is Routes & { link: Link } => piece.link !== undefined && isWhole(piece),
  );
  if (!first || links.length === 0) return [];
  const received = new Map(links.map((piece) => [piece.link, receivedOn(piece)]));
  const everywhere = new Set([...received.values()].flatMap((prefixes) => [...prefixes]));
  const common = {
    from: [originOf(project, first)],
    evidence: links.map(({ id }) => id),
  };
  const about = circuitOf(project, first)?.id ?? first.id;
  const place = placeOf(project, first);
  const hits: Hit[] = [];
  const gone = new Set<string>();
  if (links.length === 2) {
    const planned = [...new Set(links.flatMap((piece) => advertisedOver(project, piece, piece.link)))];
    for (const prefix of planned) if (!everywhere.has(prefix)) gone.add(prefix);
    if (gone.size > 0) {
      const values = { circuit: place, prefixes: listed([...gone]) };
      hits.push({ ...common, about: `${about}.none`, variant: 'nowhere', severity: 'blocker', values });
    }
  }
  for (const piece of links) {
    const here = received.get(piece.link) ?? new Set();
    const wanted = new Set([
      ...advertisedOver(project, piece, piece.link),
      ...otherLinks(project, piece, everywhere),
    ]);
    const missing = [...wanted].filter((prefix) => !here.has(prefix) && !gone.has(prefix)).sort();
    if (missing.length === 0) continue;
    const values = { circuit: place, link: piece.link, prefixes: listed(missing), count: missing.length };
    hits.push({ ...common, about: `${about}.${piece.link}`, variant: piece.link, values });
  }
  return hits;
}

/** What the other link has, unless the plan gives it to that link alone. */
function otherLinks(
  project: Reader,
  piece: Routes & { link: Link },
  everywhere: ReadonlySet<string>,
): string[] {
  const circuit = circuitOf(project, piece)?.id;
  const alone = new Set(
    project
      .rows('advertised')
      .filter((row) => row.circuit === circuit && row.links === otherOf(piece.link))
      .map((row) => row.prefix),
  );
  return [...everywhere].filter((prefix) => !alone.has(prefix));
}

type ToldPeering = {
  piece: EvidencePiece<'peering'> | EvidencePiece<'circuit'>;
  state: string | null;
  type: string | null;
  prefixes: readonly string[];
};

/** Peerings as Azure tells them, by themselves or within their circuits, in both families. */
function toldPeerings(project: Reader): ToldPeering[] {
  const own = current(project, 'peering').flatMap((piece) =>
    piece.records.map((record) => ({ piece, record })),
  );
  const within = current(project, 'circuit').flatMap((piece) =>
    piece.records.flatMap(({ peerings }) => peerings.map((record) => ({ piece, record }))),
  );
  return [...own, ...within].flatMap(({ piece, record }) =>
    [record, ...(record.ipv6 ? [record.ipv6] : [])].map((side) => ({
      piece,
      type: record.type,
      state: side.advertisedState,
      prefixes: side.advertisedPrefixes,
    })),
  );
}

function judgeValidation(project: Reader): Hit[] {
  const hits = new Map<string, Hit>();
  for (const { piece, type, state, prefixes } of toldPeerings(project)) {
    if (type === 'private' || state !== 'ValidationNeeded') continue;
    const circuit = circuitOf(project, piece);
    const rows = project.rows('peerings').filter((row) => row.circuit === circuit?.id);
    // The plan says so itself, and is told so by the rule on its answers.
    if (rows.some((row) => row.validation === 'validation-needed')) continue;
    const about = circuit?.id ?? piece.id;
    const values = { circuit: placeOf(project, piece), prefixes: listed(prefixes) };
    if (!hits.has(about))
      hits.set(about, { about, values, from: [originOf(project, piece)], evidence: [piece.id] });
  }
  return [...hits.values()];
}

type Arp = EvidencePiece<'arp'>;

/** The customer's host of a /30 is its first, which is odd; Microsoft's is even. */
function isSwapped({ side, address }: Arp['records'][number]): boolean {
  const last = /^\d+\.\d+\.\d+\.(\d+)$/.exec(address)?.[1];
  return last !== undefined && side !== null && (Number(last) % 2 === 1) !== (side === 'on-prem');
}

function judgeArp(project: Reader, piece: Arp): Hit[] {
  const { records } = piece;
  const ours = records.filter(({ side }) => side === 'on-prem');
  const variant = records.some(isSwapped)
    ? 'swapped'
    : records.length === 0
      ? 'empty'
      : ours.length === 0
        ? 'missing'
        : ours.every(({ mac }) => mac === null)
          ? 'incomplete'
          : undefined;
  if (variant === undefined || (variant === 'empty' && piece.counts.unread > 0)) return [];
  const values = {
    circuit: placeOf(project, piece),
    file: piece.name,
    address: records.find(isSwapped)?.address ?? ours[0]?.address ?? '',
  };
  const severity = variant === 'swapped' ? 'blocker' : 'risk';
  return [
    { about: piece.id, variant, severity, values, from: [originOf(project, piece)], evidence: [piece.id] },
  ];
}

/** Bytes on one link that show that there is traffic, while the other has none at all. */
const someTraffic = 1_000_000;

function judgeTraffic(project: Reader, piece: EvidencePiece<'circuit-traffic'>): Hit[] {
  return piece.records.flatMap(({ primaryIn, primaryOut, secondaryIn, secondaryOut }): Hit[] => {
    if (primaryIn === null || primaryOut === null || secondaryIn === null || secondaryOut === null) return [];
    const primary = primaryIn + primaryOut;
    const secondary = secondaryIn + secondaryOut;
    const idle = primary === 0 ? 'primary' : secondary === 0 ? 'secondary' : undefined;
    if (idle === undefined || Math.max(primary, secondary) < someTraffic) return [];
    const values = { circuit: placeOf(project, piece) };
    return [
      { about: piece.id, variant: idle, values, from: [originOf(project, piece)], evidence: [piece.id] },
    ];
  });
}

function judgeSessions(project: Reader, piece: EvidencePiece<'circuit-route-summary'>): Hit[] {
  const down = piece.records.filter(({ state, prefixes }) => prefixes === null && state !== 'Established');
  if (down.length === 0) return [];
  const values = {
    circuit: placeOf(project, piece),
    neighbors: listed(down.map(({ neighbor, state }) => `${neighbor} (${state ?? '?'})`)),
  };
  return [{ about: piece.id, values, from: [originOf(project, piece)], evidence: [piece.id] }];
}

export const evidenceCircuitRules: readonly Rule[] = [
  rule({
    id: 'evidence.prefix-missing',
    severity: 'risk',
    reads: ['circuits', 'advertised'],
    readsEvidence: ['circuit-routes'],
    facts: ['U-05', 'Y-04'],
    check: (project) =>
      byCircuit(project, current(project, 'circuit-routes')).flatMap((pieces) =>
        judgeRoutes(project, pieces),
      ),
  }),
  rule({
    id: 'evidence.prefix-validation',
    severity: 'blocker',
    reads: ['circuits', 'peerings'],
    readsEvidence: ['peering', 'circuit'],
    facts: ['R-09', 'U-02'],
    check: judgeValidation,
  }),
  rule({
    id: 'evidence.arp',
    severity: 'risk',
    reads: ['circuits'],
    readsEvidence: ['arp'],
    facts: ['U-03', 'R-05'],
    check: (project) => current(project, 'arp').flatMap((piece) => judgeArp(project, piece)),
  }),
  rule({
    id: 'evidence.link-idle',
    severity: 'risk',
    reads: ['circuits'],
    readsEvidence: ['circuit-traffic'],
    facts: ['S-11', 'W-07'],
    check: (project) => current(project, 'circuit-traffic').flatMap((piece) => judgeTraffic(project, piece)),
  }),
  rule({
    id: 'evidence.session-down',
    severity: 'risk',
    reads: ['circuits'],
    readsEvidence: ['circuit-route-summary'],
    facts: ['U-04'],
    check: (project) =>
      current(project, 'circuit-route-summary').flatMap((piece) => judgeSessions(project, piece)),
  }),
];
