/** What circuits, peerings and route filters of Azure claim about a project. */
import type { CircuitRecord, PeeringRecord, RouteFilterRecord } from '../azure/records.ts';
import { type Claims, itemNamed, madeId } from './claims.ts';

const providerStates: Readonly<Record<string, string>> = {
  NotProvisioned: 'not-provisioned',
  Provisioning: 'provisioning',
  Provisioned: 'provisioned',
};
const validations: Readonly<Record<string, string>> = {
  NotConfigured: 'not-configured',
  Configuring: 'configuring',
  Configured: 'configured',
  ValidationNeeded: 'validation-needed',
};
const peeringNames = { microsoft: 'Microsoft', private: 'Private', public: 'Public' } as const;

export function claimCircuits(claims: Claims, records: readonly CircuitRecord[]): void {
  const { reference } = claims.project;
  for (const circuit of records) {
    const chosen = records.length === 1 ? claims.about.circuit : undefined;
    const known = chosen ?? claims.named('circuits', circuit.name);
    const name = circuit.name ?? known;
    if (name === undefined) continue;
    const id = claims.row('circuits', name, known, {
      name,
      provider: circuit.provider ?? undefined,
      model: circuit.directPort === null ? undefined : 'direct',
      location: itemNamed(reference['peering-locations'].items, circuit.peeringLocation),
      bandwidth: circuit.bandwidthMbps ?? undefined,
      sku: circuit.tier === null || circuit.tier === 'Basic' ? undefined : circuit.tier.toLowerCase(),
      billing:
        circuit.family === null ? undefined : circuit.family === 'MeteredData' ? 'metered' : 'unlimited',
      provisioning: circuit.providerState === null ? undefined : providerStates[circuit.providerState],
      circuitState: circuit.circuitState?.toLowerCase(),
    });
    for (const peering of circuit.peerings) claimPeering(claims, peering, id, name);
  }
  if (records.length === 0) return;
  claims.answer('scope.today.circuit', 'yes');
  const types = new Set(records.flatMap(({ peerings }) => peerings.map(({ type }) => type)));
  const [hasPrivate, hasMicrosoft] = [types.has('private'), types.has('microsoft')];
  if (records.length === 1)
    claims.answer(
      'scope.today.peerings',
      hasPrivate ? (hasMicrosoft ? 'both' : 'private') : hasMicrosoft ? 'microsoft' : 'none',
      'scope.today.circuit',
    );
}

export function claimPeerings(claims: Claims, records: readonly PeeringRecord[]): void {
  const circuit = claims.circuit();
  if (circuit === undefined) return;
  const name = claims.rowsOf('circuits').find((row) => row.id === circuit)?.name ?? '';
  for (const peering of records) claimPeering(claims, peering, circuit, name);
}

function claimPeering(claims: Claims, peering: PeeringRecord, circuit: string, circuitName: string): void {
  const { type } = peering;
  if (type === null) return;
  const rows = claims.rowsOf('peerings').filter((row) => row.type === type);
  const known =
    rows.find((row) => row.id === claims.about.peering) ??
    rows.find((row) => row.circuit === circuit) ??
    rows.find((row) => row.primary !== undefined && row.primary === peering.primaryPrefix);
  const name = `${circuitName} ${peeringNames[type]}`.trim();
  const isMicrosoft = type === 'microsoft';
  claims.row('peerings', name, known?.id ?? claims.named('peerings', name), {
    name,
    circuit,
    type,
    primary: peering.primaryPrefix ?? undefined,
    secondary: peering.secondaryPrefix ?? undefined,
    vlan: peering.vlan ?? undefined,
    peerAsn: peering.peerAsn ?? undefined,
    customerAsn: peering.customerAsn || undefined,
    registry: isMicrosoft ? registryOf(peering.registry) : undefined,
    filter: isMicrosoft ? (peering.routeFilter === null ? 'none' : 'attached') : undefined,
    validation:
      isMicrosoft && peering.advertisedState !== null ? validations[peering.advertisedState] : undefined,
  });
  if (!isMicrosoft) return;
  for (const side of [peering, peering.ipv6]) {
    if (!side) continue;
    const validated =
      side.advertisedState === 'Configured'
        ? 'yes'
        : side.advertisedState === 'ValidationNeeded'
          ? 'no'
          : undefined;
    for (const prefix of side.advertisedPrefixes)
      claimAdvertised(claims, prefix, circuit, {
        asn: side.customerAsn || undefined,
        registry: registryOf(side.registry),
        validated,
      });
  }
}

/** A prefix that is advertised to Microsoft on a circuit. */
export function claimAdvertised(
  claims: Claims,
  prefix: string,
  circuit: string,
  cells: Readonly<Record<string, string | number | undefined>>,
): void {
  const known = claims.rowsOf('advertised').find((row) => row.prefix === prefix && row.circuit === circuit);
  claims.row('advertised', prefix, known?.id ?? madeId('advertised', `${prefix} ${circuit}`), {
    prefix,
    circuit,
    ...cells,
  });
}

const registries = ['arin', 'apnic', 'afrinic', 'lacnic', 'ripe', 'radb', 'altdb', 'none'];

function registryOf(registry: string | null): string | undefined {
  const name = registry?.toLowerCase().replace(/ncc$/, '').trim();
  return registries.find((one) => one === name);
}

export function claimRouteFilters(claims: Claims, records: readonly RouteFilterRecord[]): void {
  const peerings = claims.rowsOf('peerings').filter((row) => row.type === 'microsoft');
  for (const filter of records) {
    const circuits = (filter.peerings ?? []).flatMap(
      (place) => claims.named('circuits', place.split('/')[0]) ?? [],
    );
    const communities = [
      ...new Set(filter.rules.filter(({ access }) => access !== 'Deny').flatMap((rule) => rule.communities)),
    ];
    const attached = peerings.filter(
      (row) =>
        row.id === claims.about.peering || (row.circuit !== undefined && circuits.includes(row.circuit)),
    );
    const chosen = attached.length > 0 || peerings.length !== 1 ? attached : peerings;
    if (chosen.length === 0) claims.missing.add('circuit');
    for (const row of chosen)
      claims.row('peerings', row.name ?? '', row.id, {
        ...(communities.length > 0 ? { communities } : {}),
        ...(filter.peerings ? { filter: filter.peerings.length > 0 ? 'attached' : 'none' } : {}),
      });
  }
}
