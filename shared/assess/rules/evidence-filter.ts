/** Rules on route filters and communities as they were seen: attached, whole for the environments, and bringing what was asked for. */

import {
  allowedCommunities,
  circuitOf,
  current,
  microsoftAsn,
  originOf,
  placeOf,
} from '../evidence-circuits.ts';
import type { EvidencePiece } from '../evidence-pieces.ts';
import { community, regionalSeries } from '../look-up.ts';
import {
  communityOf,
  filteredPeerings,
  listed,
  regionName,
  regionNeeds,
  routeFiltersSince,
} from '../planned.ts';
import { privateOnly, privateOnlyReads } from '../private-only.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';

function judgeAttached(project: Reader): Hit[] {
  const hits = new Map<string, Hit>();
  const peerings = [
    ...current(project, 'peering').flatMap((piece) => piece.records.map((record) => ({ piece, record }))),
    ...current(project, 'circuit').flatMap((piece) =>
      piece.records.flatMap((circuit) => circuit.peerings.map((record) => ({ piece, record }))),
    ),
  ];
  for (const { piece, record } of peerings) {
    if (record.type !== 'microsoft' || record.routeFilter !== null || record.state === 'Disabled') continue;
    const circuit = circuitOf(project, piece);
    const rows = project
      .rows('peerings')
      .filter((row) => row.circuit === circuit?.id && row.type === 'microsoft');
    // A plan that says so itself is told by the rule on its answers.
    if (circuit && rows.some((row) => row.filter === 'none')) continue;
    const created = rows.find((row) => row.created !== undefined)?.created;
    const isOld = created !== undefined && created < routeFiltersSince;
    const about = circuit?.id ?? piece.id;
    hits.set(about, {
      about,
      ...(isOld ? { variant: 'old', severity: 'risk' as const } : {}),
      values: { circuit: placeOf(project, piece) },
      from: [originOf(project, piece)],
      evidence: [piece.id],
    });
  }
  for (const piece of current(project, 'route-filter'))
    for (const { name, peerings: attached } of piece.records)
      if (attached?.length === 0)
        hits.set(`${piece.id}.${name}`, {
          about: `${piece.id}.${name}`,
          variant: 'loose',
          severity: 'risk',
          values: { filter: name ?? piece.name },
          from: [project.at('peering.circuits.manual-order')],
          evidence: [piece.id],
        });
  return [...hits.values()];
}

function judgeWhole(project: Reader): Hit[] {
  const pieces = current(project, 'route-filter');
  if (pieces.length === 0) return [];
  const values = allowedCommunities(pieces);
  const demand = privateOnly(project);
  const hits: Hit[] = [];
  for (const need of regionNeeds(project)) {
    const missing = need.regions.filter((region) => {
      const value = communityOf(project.reference, region);
      return value !== null && !values.has(value);
    });
    if (missing.length === 0) continue;
    const named = missing.map(
      (region) => `${communityOf(project.reference, region)} (${regionName(project.reference, region)})`,
    );
    hits.push({
      about: need.key,
      severity: demand.length > 0 ? 'blocker' : 'risk',
      values: {
        filters: listed(pieces.flatMap(({ records }) => records.map(({ name }) => name ?? '?'))),
        missing: listed(named),
        environments: listed(need.environments.map((row) => project.nameOf('environments', row.id))),
      },
      from: [...need.environments.map((row) => project.cell('environments', row.id, 'region')), ...demand],
      evidence: pieces.map(({ id }) => id),
    });
  }
  return hits;
}

/** What a router received from Microsoft; undefined where the table does not show communities. */
function seenIn({ records }: EvidencePiece<'bgp-table'>): Set<string> | undefined {
  const paths = records.filter(({ path }) => path[0] === microsoftAsn);
  if (paths.length === 0 || paths.every(({ communities }) => communities === null)) return undefined;
  return new Set(
    paths.flatMap(({ communities }) => communities ?? []).filter((value) => value.startsWith('12076:')),
  );
}

/** Storage, SQL and the like of a region that was asked for come with it. */
function comesWith(project: Reader, value: string, expected: ReadonlySet<string>): boolean {
  const series = regionalSeries(project.reference, value);
  return series?.region !== undefined && expected.has(communityOf(project.reference, series.region) ?? '');
}

function judgeReceived(project: Reader, piece: EvidencePiece<'bgp-table'>): Hit[] {
  const expected = new Set(project.once(filteredPeerings).flatMap((row) => row.communities));
  const seen = seenIn(piece);
  if (!seen || expected.size === 0 || piece.counts.left > 0) return [];
  // One prefix shown alone says nothing about the others.
  const isTable = new Set(piece.records.map(({ prefix }) => prefix)).size > 1;
  const missing = isTable ? [...expected].filter((value) => !seen.has(value)) : [];
  const surplus = [...seen].filter((value) => !expected.has(value) && !comesWith(project, value, expected));
  const hit = (variant: string, values: string[]): Hit[] => {
    if (values.length === 0) return [];
    const named = values.sort().map((value) => nameOf(project, value));
    const from = project.once(filteredPeerings).map((row) => project.cell('peerings', row.id, 'communities'));
    return [
      {
        about: `${piece.id}.${variant}`,
        variant,
        values: { file: piece.name, communities: listed(named) },
        from,
        evidence: [piece.id],
      },
    ];
  };
  return [...hit('missing', missing), ...hit('surplus', surplus)];
}

function nameOf(project: Reader, value: string): string {
  const name = community(project.reference, value)?.name;
  return name === undefined ? value : `${value} (${name})`;
}

/** A router at the edge to Microsoft that holds nothing of Microsoft's. */
function judgeNothing(project: Reader, piece: EvidencePiece<'bgp-table'>): Hit[] {
  const isAtMicrosoft = piece.about.circuit !== undefined;
  if (!isAtMicrosoft || piece.counts.left > 0 || piece.records.length < 2) return [];
  if (piece.records.some(({ path }) => path.includes(microsoftAsn))) return [];
  const values = { circuit: placeOf(project, piece), file: piece.name };
  return [{ about: piece.id, values, from: [originOf(project, piece)], evidence: [piece.id] }];
}

export const evidenceFilterRules: readonly Rule[] = [
  rule({
    id: 'evidence.filter-detached',
    severity: 'blocker',
    reads: ['circuits', 'peerings'],
    readsEvidence: ['peering', 'circuit', 'route-filter'],
    facts: ['R-20', 'U-06'],
    check: judgeAttached,
  }),
  rule({
    id: 'evidence.filter-incomplete',
    severity: 'risk',
    reads: ['environments', ...privateOnlyReads],
    readsEvidence: ['route-filter'],
    facts: ['R-18', 'A-08'],
    check: judgeWhole,
  }),
  rule({
    id: 'evidence.communities-received',
    severity: 'risk',
    reads: ['peerings'],
    readsEvidence: ['bgp-table'],
    facts: ['U-06', 'R-18', 'R-19'],
    check: (project) => current(project, 'bgp-table').flatMap((piece) => judgeReceived(project, piece)),
  }),
  rule({
    id: 'evidence.nothing-received',
    severity: 'blocker',
    reads: ['circuits'],
    readsEvidence: ['bgp-table'],
    facts: ['U-06'],
    check: (project) => current(project, 'bgp-table').flatMap((piece) => judgeNothing(project, piece)),
  }),
];
