/** The kinds of evidence, and what one record of each kind says; absent values are null, prefixes canonical. */
import type {
  ArpRecord,
  CircuitRecord,
  CircuitTrafficRecord,
  EnvironmentRecord,
  FirewallAuditRecord,
  M365ChangeRecord,
  M365EndpointRecord,
  M365VersionRecord,
  NamedLocationRecord,
  PeeringRecord,
  RouteFilterRecord,
  ServiceCommunityRecord,
  ServiceProviderRecord,
  ServiceTagRecord,
} from './azure/records.ts';
import type { PacRecord } from './pac/records.ts';
import type { ConfigRecord } from './router/config-records.ts';
import type { NameRecord, SiteRecord, TraceRecord } from './tools/records.ts';

/** A path as a BGP speaker holds it, of a table or of one prefix. */
export interface BgpRecord {
  prefix: string;
  nextHop: string | null;
  metric: number | null;
  localPreference: number | null;
  weight: number | null;
  path: number[];
  origin: BgpOrigin | null;
  valid: boolean | null;
  best: boolean | null;
  /** `12076:51004`; null when the text does not show communities at all. */
  communities: string[] | null;
}

export type BgpOrigin = 'igp' | 'egp' | 'incomplete';

/** A route as a router forwards by it. */
export interface RouteRecord {
  prefix: string;
  protocol: string;
  preference: number | null;
  metric: number | null;
  nextHops: string[];
}

/** One neighbour of a BGP summary; `prefixes` is null while the session is not established. */
export interface BgpNeighborRecord {
  neighbor: string;
  version: number | null;
  asn: number | null;
  upDown: string | null;
  state: string | null;
  prefixes: number | null;
}

/** The closed list of kinds. */
export interface EvidenceRecords {
  circuit: CircuitRecord;
  peering: PeeringRecord;
  /** What Microsoft's edge has in its table for one link. */
  'circuit-routes': BgpRecord;
  'circuit-route-summary': BgpNeighborRecord;
  arp: ArpRecord;
  'circuit-traffic': CircuitTrafficRecord;
  'route-filter': RouteFilterRecord;
  'service-communities': ServiceCommunityRecord;
  'service-providers': ServiceProviderRecord;
  'm365-endpoints': M365EndpointRecord;
  'm365-changes': M365ChangeRecord;
  'm365-versions': M365VersionRecord;
  'service-tags': ServiceTagRecord;
  'named-locations': NamedLocationRecord;
  environments: EnvironmentRecord;
  'firewall-audit': FirewallAuditRecord;
  'bgp-table': BgpRecord;
  /** What a router sends to one neighbour. */
  'sent-routes': BgpRecord;
  'routing-table': RouteRecord;
  'bgp-summary': BgpNeighborRecord;
  'router-config': ConfigRecord;
  trace: TraceRecord;
  'name-lookup': NameRecord;
  sites: SiteRecord;
  pac: PacRecord;
}
