/** What a router's configuration claims: the sessions to Microsoft, what is announced, the address pools. */
import { specialRange } from '../../assess/look-up.ts';
import { formatAddress, parseAddress } from '../../network/address.ts';
import { containsAddress, getFirstHost, parsePrefix } from '../../network/prefix.ts';
import type { ConfigInterface, ConfigNeighbor, ConfigRecord } from '../router/config-records.ts';
import { claimAdvertised } from './circuits.ts';
import type { Claims } from './claims.ts';

const microsoftAsn = 12076;

type Session = { neighbor: ConfigNeighbor; port: ConfigInterface; address: string; prefix: string };

export function claimConfig(claims: Claims, records: readonly ConfigRecord[]): void {
  const sessions = sessionsOf(records);
  const peerings = claims.rowsOf('peerings');
  for (const row of peerings) {
    const own = sessions.filter(({ prefix }) => prefix === row.primary || prefix === row.secondary);
    if (own.length > 0) claims.row('peerings', row.name ?? '', row.id, cellsOf(records, own));
  }
  const isPlaced = sessions.some(({ prefix }) =>
    peerings.some((row) => row.primary === prefix || row.secondary === prefix),
  );
  const only = peerings.filter((row) => row.type === 'microsoft' && row.primary === undefined);
  // A peering that has no subnets yet takes those of the router, when there can be no doubt which is meant.
  const [row] = only;
  if (!isPlaced && sessions.length > 0 && row && only.length === 1)
    claims.row('peerings', row.name ?? '', row.id, {
      ...cellsOf(records, sessions),
      primary: sessions[0]?.prefix,
      secondary: sessions[1]?.prefix,
    });
  claimPools(claims, records);
  claimAnnounced(claims, records, sessions.length > 0);
}

function sessionsOf(records: readonly ConfigRecord[]): Session[] {
  const ports = records.filter((record) => record.part === 'interface');
  return records.flatMap((record): Session[] => {
    if (record.part !== 'neighbor' || record.remoteAsn !== microsoftAsn) return [];
    const address = parseAddress(record.neighbor);
    if (!address.ok) return [];
    for (const port of ports) {
      const place = port.addresses.find(({ prefix }) => {
        const parsed = parsePrefix(prefix);
        return parsed.ok && containsAddress(parsed.value, address.value);
      });
      if (place) return [{ neighbor: record, port, ...place }];
    }
    return [];
  });
}

function cellsOf(records: readonly ConfigRecord[], sessions: readonly Session[]) {
  const [first] = sessions;
  if (!first) return {};
  const { neighbor, port } = first;
  const maps = (name: string | null) =>
    records.filter((record) => record.part === 'route-map' && record.name === name);
  const preference = maps(neighbor.routeMapIn).flatMap((map) =>
    map.part === 'route-map' ? (map.localPreference ?? []) : [],
  )[0];
  const prepends = maps(neighbor.routeMapOut).some((map) => map.part === 'route-map' && map.prepend !== null);
  const every = (is: (session: Session) => boolean) => (sessions.every(is) ? 'yes' : 'no');
  return {
    vlan: port.innerVlan ?? port.vlan ?? undefined,
    peerAsn: neighbor.localAsn,
    bfd: every((one) => one.neighbor.hasBfd || one.port.bfdInterval !== null),
    md5: every((one) => one.neighbor.hasPassword),
    customerHost: isFirstHost(first) ? 'first' : 'second',
    localPreference: preference,
    prepends: prepends ? 'yes' : 'no',
  };
}

function isFirstHost({ address, prefix }: Session): boolean {
  const parsed = parsePrefix(prefix);
  return parsed.ok && formatAddress(getFirstHost(parsed.value)) === address.split('/')[0];
}

function claimPools(claims: Claims, records: readonly ConfigRecord[]): void {
  for (const pool of records) {
    if (pool.part !== 'nat-pool' || pool.prefix === null) continue;
    const known =
      claims.rowsOf('natPools').find((row) => row.prefix === pool.prefix)?.id ??
      claims.named('natPools', pool.name);
    claims.row('natPools', pool.name, known, {
      name: pool.name,
      prefix: pool.prefix,
      edge: claims.about.edge,
    });
  }
}

/** Public networks that a router with sessions to Microsoft announces. */
function claimAnnounced(claims: Claims, records: readonly ConfigRecord[], hasSessions: boolean): void {
  if (!hasSessions) return;
  const asn = records.find((record) => record.part === 'bgp')?.asn;
  const announced = records.flatMap((record) => (record.part === 'network' ? [record.prefix] : []));
  const shown = announced.filter((prefix) => {
    const parsed = parsePrefix(prefix);
    return parsed.ok && parsed.value.length > 0 && !specialRange(claims.project.reference, parsed.value);
  });
  const circuit = shown.length > 0 ? claims.circuit() : undefined;
  if (circuit === undefined) return;
  for (const prefix of shown) claimAdvertised(claims, prefix, circuit, { asn });
}
