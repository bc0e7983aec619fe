/** Rules on traces and looked-up names: a way that is not the planned one, and addresses that the route filter does not bring. */

import type { ServiceCommunityRecord } from '../../evidence/azure/records.ts';
import { isOfPrivatePeering } from '../../evidence/look-up.ts';
import { chainsOf, internetSuffix } from '../../evidence/tools/name-chain.ts';
import { parseAddress } from '../../network/address.ts';
import { containsAddress } from '../../network/prefix.ts';
import { networkReads } from '../../network/read-topology.ts';
import { seenKinds } from '../../network/seen.ts';
import { namesOfWays, readTraces, type SeenTrace, traceKinds } from '../../network/seen-traces.ts';
import { allowedCommunities, current } from '../evidence-circuits.ts';
import { isMeantForCircuit, originsOfName } from '../evidence-names.ts';
import type { EvidencePiece } from '../evidence-pieces.ts';
import { filteredPeerings, listed } from '../planned.ts';
import { privateOnly, privateOnlyReads } from '../private-only.ts';
import type { Reader } from '../reader.ts';
import { type Hit, type Rule, rule } from '../rule.ts';

/** Which wording: the circuit it took, the edge it passed in place of a circuit or of another edge, or no end of any circuit. */
function variantOf({ sign, ways }: SeenTrace): string {
  const isForCircuit = ways.every((way) => way.startsWith('circuits/'));
  if (sign.kind === 'circuit')
    return ways.some((way) => way.startsWith('circuits/')) ? 'circuit' : 'unplanned';
  if (sign.kind === 'no-end') return 'no-end';
  return isForCircuit ? 'internet' : 'edge';
}

function judgeWays(project: Reader): Hit[] {
  const demand = privateOnly(project);
  return project
    .once(readTraces)
    .filter(({ agrees }) => !agrees)
    .map((seen): Hit => {
      const { piece, sign, destination, flows, ways } = seen;
      const variant = variantOf(seen);
      const isLeak = variant === 'internet' && demand.length > 0;
      const passed =
        sign.kind === 'no-end'
          ? []
          : [sign.kind === 'circuit' ? `circuits/${sign.circuit}` : `edges/${sign.edge}`];
      const sources = flows.map(({ source }) => source);
      return {
        about: `${piece.id}.${destination.id}`,
        variant,
        severity: isLeak ? 'blocker' : variant === 'edge' ? 'advice' : 'risk',
        values: {
          file: piece.name,
          from: listed(
            sources.map(({ name }) => name),
            3,
          ),
          to: destination.name,
          passed: listed(namesOfWays(project, passed)),
          planned: listed(namesOfWays(project, ways), 3),
          ...(sign.kind === 'no-end' ? {} : { hop: sign.hop, address: sign.address }),
        },
        from: [
          ...[destination.origin, ...sources.map((source) => source.at('path'))].slice(0, 6),
          ...(isLeak ? demand : []),
        ],
        evidence: [piece.id],
      };
    });
}

/** The values that are let through, and the lists that say which prefixes stand behind each; undefined where that is not known whole. */
function knownCommunities(project: Reader) {
  const filters = current(project, 'route-filter');
  const allowed =
    filters.length > 0
      ? allowedCommunities(filters)
      : new Set(project.once(filteredPeerings).flatMap((row) => row.communities));
  const [list] = current(project, 'service-communities');
  const listedValues = new Set(list?.records.map(({ community }) => community));
  const isWhole = list?.counts.left === 0 && [...allowed].every((value) => listedValues.has(value));
  return allowed.size > 0 && list && isWhole
    ? { allowed, list, filters: filters.map(({ id }) => id) }
    : undefined;
}

function holding(
  project: Reader,
  list: EvidencePiece<'service-communities'>,
  text: string,
): ServiceCommunityRecord[] {
  const address = parseAddress(text);
  if (!address.ok) return [];
  return list.records.filter(({ prefixes }) =>
    prefixes.some((one) => {
      const prefix = project.prefix(one);
      return prefix !== undefined && containsAddress(prefix, address.value);
    }),
  );
}

function judgeNames(project: Reader, piece: EvidencePiece<'name-lookup'>): Hit[] {
  const known = knownCommunities(project);
  if (!known) return [];
  const { allowed, list, filters } = known;
  // Clients without IPv6 never ask for such an address.
  const isAsked = (address: string) =>
    !address.includes(':') || project.said('routing.outbound.client-ipv6', 'yes');
  return chainsOf(piece.records).flatMap(({ name, aliases, addresses }): Hit[] => {
    const isElsewhere = aliases.some((alias) => internetSuffix(alias) !== undefined);
    if (isElsewhere || !isMeantForCircuit(project, name)) return [];
    const outside = addresses.filter(isAsked).flatMap((address) => {
      const found = holding(project, list, address).filter(({ community }) => !isOfPrivatePeering(community));
      return found.some(({ community }) => allowed.has(community)) ? [] : [{ address, found }];
    });
    if (outside.length === 0) return [];
    const others = new Map(
      outside.flatMap(({ found }) => found.map((one) => [one.community, one.name] as const)),
    );
    const named = [...others].map(([value, called]) => (called === null ? value : `${value} (${called})`));
    const values = {
      name,
      addresses: listed(outside.map(({ address }) => address)),
      communities: listed(named),
      list: list.name,
      file: piece.name,
    };
    const peerings = project
      .once(filteredPeerings)
      .map((row) => project.cell('peerings', row.id, 'communities'));
    return [
      {
        about: name,
        ...(named.length > 0 ? {} : { variant: 'none' }),
        values,
        from: [...originsOfName(project, name), ...peerings],
        evidence: [piece.id, list.id, ...filters],
      },
    ];
  });
}

export const evidenceTraceRules: readonly Rule[] = [
  rule({
    id: 'evidence.trace-way',
    severity: 'risk',
    reads: [
      ...new Set([...networkReads, ...privateOnlyReads, 'circuits' as const, 'scope.today.stage' as const]),
    ],
    readsEvidence: [...seenKinds, ...traceKinds],
    facts: ['CL-15', 'Y-12', 'R-05'],
    check: judgeWays,
  }),
  rule({
    id: 'evidence.name-not-brought',
    severity: 'risk',
    reads: ['environments', 'peerings', 'routing.outbound.client-ipv6'],
    readsEvidence: ['name-lookup', 'service-communities', 'route-filter'],
    facts: ['CL-15', 'R-18'],
    check: (project) => current(project, 'name-lookup').flatMap((piece) => judgeNames(project, piece)),
  }),
];
