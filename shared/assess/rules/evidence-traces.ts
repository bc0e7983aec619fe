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
import { filteredPeerings, groupRows, listed } from '../planned.ts';
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

/** Services that one trace speaks of alike are one finding. */
function judgeWays(project: Reader): Hit[] {
  const groups = groupRows(
    project.once(readTraces).filter(({ agrees }) => !agrees),
    (seen) => [seen.piece.id, variantOf(seen), passedBy(seen), ...seen.ways].join(' '),
  );
  return [...groups.values()].flatMap((alike) => hitOf(project, alike));
}

const passedBy = ({ sign }: SeenTrace) =>
  sign.kind === 'no-end' ? '' : sign.kind === 'circuit' ? `circuits/${sign.circuit}` : `edges/${sign.edge}`;

function hitOf(project: Reader, alike: readonly SeenTrace[]): Hit[] {
  const [seen] = alike;
  if (!seen) return [];
  const { piece, sign, ways } = seen;
  const variant = variantOf(seen);
  const demand = variant === 'internet' ? privateOnly(project) : [];
  const sources = [...new Set(alike.flatMap(({ flows }) => flows.map(({ source }) => source)))];
  const destinations = [...new Set(alike.map(({ destination }) => destination))];
  const passed = passedBy(seen);
  const cells = [...destinations.map(({ origin }) => origin), ...sources.map((source) => source.at('path'))];
  return [
    {
      about: [piece.id, ...destinations.map(({ id }) => id)].slice(0, 2).join('.'),
      variant,
      severity: demand.length > 0 ? 'blocker' : variant === 'edge' ? 'advice' : 'risk',
      values: {
        file: piece.name,
        from: listed(
          sources.map(({ name }) => name),
          3,
        ),
        to: listed(
          destinations.map(({ name }) => name),
          3,
        ),
        passed: listed(namesOfWays(project, passed === '' ? [] : [passed])),
        planned: listed(namesOfWays(project, ways), 3),
        ...(sign.kind === 'no-end' ? {} : { hop: sign.hop, address: sign.address }),
      },
      from: [...cells.slice(0, 6), ...demand],
      evidence: [piece.id],
    },
  ];
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
