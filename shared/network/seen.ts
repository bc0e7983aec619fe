/** What evidence shows of the network, in place of what the plan assumes: answers of PAC files, received routes, looked-up addresses. */
import { circuitOf, microsoftAsn } from '../assess/evidence-circuits.ts';
import type { EvidencePiece } from '../assess/evidence-pieces.ts';
import type { Reader } from '../assess/reader.ts';
import type { EvidenceKind } from '../evidence/evidence.ts';
import { answersOfPac } from '../evidence/pac/records.ts';
import type { PacDecision } from '../evidence/pac/result.ts';
import { chainsOf, internetSuffix } from '../evidence/tools/name-chain.ts';
import { type Address, parseAddress } from './address.ts';
import { isHostOf } from './service-hosts.ts';
import type { NetworkEvidence, ReceivedRoute, Seen, SeenPac } from './topology.ts';

/** What of the evidence it looks at. */
export const seenKinds = ['pac', 'bgp-table', 'name-lookup'] as const satisfies readonly EvidenceKind[];

/** Nothing where there is no evidence: then the plan's assumptions stand. It does not ask how old a piece is, but says so. */
export function readSeen(project: Reader): NetworkEvidence {
  const pac = readPac(project);
  const routes = readRoutes(project);
  const addresses = readAddresses(project);
  return {
    ...(pac ? { pac } : {}),
    ...(routes.length > 0 ? { routes } : {}),
    ...(addresses.size > 0 ? { addresses } : {}),
  };
}

function seenIn({ name, taken }: EvidencePiece): Seen {
  return { file: name, taken: taken ?? '?' };
}

/** Each piece that stands in the place of an assumption, once. */
export function piecesSeen(project: Reader, { pac, routes = [], addresses }: NetworkEvidence): Seen[] {
  const pieces = [
    ...routes.map(({ seen }) => seen),
    ...(pac ? project.evidence('pac').slice(0, 1).map(seenIn) : []),
    ...(addresses ? project.evidence('name-lookup').map(seenIn) : []),
  ];
  return [...new Map(pieces.map((seen) => [`${seen.file}\n${seen.taken}`, seen])).values()];
}

/** The newest file speaks for every group that the plan steers by one. */
function readPac(project: Reader): NetworkEvidence['pac'] {
  const [piece] = project.evidence('pac');
  if (!piece || piece.records.length === 0) return undefined;
  const answers = answersOfPac(piece.records);
  const method = project.choice('client.steering.method');
  const known = new Map<string, SeenPac | undefined>();
  return (source, destination) => {
    const key = `${source} ${destination}`;
    if (!known.has(key)) known.set(key, ask(source, destination));
    return known.get(key);
  };

  function ask(source: string, destination: string): SeenPac | undefined {
    const group = project.row('clientGroups', rowOf(source, 'clientGroups/'));
    if (!group || (group.steering ?? method) !== 'pac') return undefined;
    const place = rowOf(destination, 'services/') ?? '';
    const at = place.indexOf('@');
    const row = project.row('services', at < 0 ? place : place.slice(0, at));
    if (!row?.service) return undefined;
    const service = row.service;
    const region = at < 0 ? undefined : place.slice(at + 1);
    const decisions = (
      answers.find(({ sources }) => sources.length === 0 || sources.includes(group.id))?.decisions ?? []
    ).filter(({ host, ways }) => ways !== null && isHostOf(project, host, service, region));
    // Of names that go different ways the one that goes another way than planned is the one to look at.
    const wantsDirect = row.path !== 'internet' && service !== 'cdn' && service !== 'admin-portals';
    const decision = decisions.find((one) => isDirect(one) !== wantsDirect) ?? decisions[0];
    if (!decision || !piece) return undefined;
    const said = { ...seenIn(piece), host: decision.host, line: decision.line ?? 0 };
    if (isDirect(decision)) return { proxy: undefined, ...said };
    return { proxy: proxyFor(project, decision, group.proxy) ?? '', ...said };
  }
}

function rowOf(id: string, table: string): string | undefined {
  return id.startsWith(table) ? id.slice(table.length) : undefined;
}

/** The first way is the one that is tried; no answer at all means direct. */
function isDirect({ ways }: PacDecision): boolean {
  return ways === null || ways.length === 0 || ways[0]?.kind === 'direct';
}

/** The proxy of the plan that goes by this name, else the group's own, else the only one there is. */
function proxyFor(project: Reader, { ways }: PacDecision, own: string | undefined): string | undefined {
  const [way] = ways ?? [];
  const host = way && way.kind !== 'direct' ? (way.address.split(':')[0] ?? '') : '';
  const rows = project.rows('proxies');
  const named = rows.find(({ name }) => {
    const text = name?.toLowerCase() ?? '';
    return text !== '' && (text === host || text === host.split('.')[0]);
  });
  return named?.id ?? own ?? (rows.length === 1 ? rows[0]?.id : undefined);
}

function readRoutes(project: Reader): ReceivedRoute[] {
  return project.evidence('bgp-table').flatMap((piece) => {
    const circuit = circuitAt(project, piece);
    const prefixes = new Set(piece.records.map(({ prefix }) => prefix));
    // A prefix shown by itself, or a table kept in part, cannot say that the others are not there.
    if (circuit === undefined || piece.counts.left > 0 || prefixes.size < 2) return [];
    const seen = seenIn(piece);
    return piece.records.flatMap((record): ReceivedRoute[] => {
      const prefix = record.path[0] === microsoftAsn ? project.prefix(record.prefix) : undefined;
      if (!prefix || record.best === false) return [];
      const localPreference = record.localPreference ?? undefined;
      return [{ prefix, circuit, localPreference, pathLength: record.path.length, seen }];
    });
  });
}

function circuitAt(project: Reader, piece: EvidencePiece): string | undefined {
  const { edge } = piece.about;
  if (piece.about.circuit !== undefined || edge === undefined) return circuitOf(project, piece)?.id;
  const at = project.rows('circuits').filter((row) => row.edge === edge || row.secondEdge === edge);
  return at.length === 1 ? at[0]?.id : undefined;
}

/** By the id of the destination, as the services and the regions of the environments give it. */
function readAddresses(project: Reader): Map<string, readonly Address[]> {
  const found = new Map<string, Address[]>();
  const chains = project.evidence('name-lookup').flatMap(({ records }) => chainsOf(records));
  // What Front Door answers with is no address of the service.
  const own = chains.filter(({ aliases }) => aliases.every((alias) => internetSuffix(alias) === undefined));
  if (own.length === 0) return found;
  const regions = [undefined, ...new Set(project.rows('environments').map((row) => row.region ?? 'unknown'))];
  for (const row of project.rows('services')) {
    const { service } = row;
    if (service === undefined) continue;
    for (const region of regions) {
      const addresses = own
        .filter(({ name }) => isHostOf(project, name, service, region))
        .flatMap((chain) => chain.addresses)
        .flatMap((text) => {
          const parsed = parseAddress(text);
          return parsed.ok ? [parsed.value] : [];
        });
      if (addresses.length > 0)
        found.set(`services/${row.id}${region === undefined ? '' : `@${region}`}`, addresses);
    }
  }
  return found;
}
