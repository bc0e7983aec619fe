/** What one record of each kind of evidence from Azure, Microsoft 365, Entra and Power Platform says. */

/** A circuit as Azure describes it, with its peerings. */
export interface CircuitRecord {
  name: string | null;
  location: string | null;
  circuitState: 'Enabled' | 'Disabled' | null;
  providerState: 'NotProvisioned' | 'Provisioning' | 'Provisioned' | 'Deprovisioning' | null;
  tier: 'Basic' | 'Local' | 'Standard' | 'Premium' | null;
  family: 'MeteredData' | 'UnlimitedData' | null;
  bandwidthMbps: number | null;
  peeringLocation: string | null;
  provider: string | null;
  /** The name of the ExpressRoute Direct port it is on. */
  directPort: string | null;
  globalReach: boolean | null;
  peerings: PeeringRecord[];
}

/** What both address families of a peering say. */
export interface PeeringSideRecord {
  state: 'Enabled' | 'Disabled' | null;
  primaryPrefix: string | null;
  secondaryPrefix: string | null;
  advertisedPrefixes: string[];
  advertisedCommunities: string[];
  advertisedState: 'NotConfigured' | 'Configuring' | 'Configured' | 'ValidationNeeded' | null;
  customerAsn: number | null;
  registry: string | null;
  routeFilter: string | null;
}

export interface PeeringRecord extends PeeringSideRecord {
  type: 'microsoft' | 'private' | 'public' | null;
  azureAsn: number | null;
  peerAsn: number | null;
  vlan: number | null;
  primaryPort: string | null;
  secondaryPort: string | null;
  ipv6: PeeringSideRecord | null;
}

/** One line of the ARP table of Microsoft's edge; without a MAC address nobody answered. */
export interface ArpRecord {
  age: number | null;
  side: 'on-prem' | 'microsoft' | null;
  address: string;
  mac: string | null;
}

/** Bytes that have passed each link, counted from Microsoft's side. */
export interface CircuitTrafficRecord {
  primaryIn: number | null;
  primaryOut: number | null;
  secondaryIn: number | null;
  secondaryOut: number | null;
}

export interface RouteFilterRecord {
  name: string | null;
  location: string | null;
  rules: RouteFilterRuleRecord[];
  /** The peerings it is attached to, as `circuit/peering`; null where its rules were shown alone. */
  peerings: string[] | null;
}

export interface RouteFilterRuleRecord {
  name: string | null;
  access: 'Allow' | 'Deny' | null;
  type: 'Community' | null;
  communities: string[];
}

export interface ServiceCommunityRecord {
  service: string | null;
  name: string | null;
  community: string;
  region: string | null;
  prefixes: string[];
  authorized: boolean | null;
}

export interface ServiceProviderRecord {
  name: string;
  peeringLocations: string[];
  bandwidthsMbps: number[];
}

export interface M365EndpointRecord {
  id: number;
  area: string | null;
  service: string | null;
  urls: string[];
  prefixes: string[];
  /** `443`, or a range `3478-3481`. */
  tcpPorts: string[];
  udpPorts: string[];
  category: 'Optimize' | 'Allow' | 'Default' | null;
  expressRoute: boolean | null;
  required: boolean | null;
  notes: string | null;
}

export interface M365ChangeRecord {
  id: number;
  endpoint: number | null;
  disposition: 'Add' | 'Change' | 'Remove' | null;
  impact: string | null;
  version: string | null;
  /** The day from which what is added may be used, such as 2026-12-01. */
  from: string | null;
  addedPrefixes: string[];
  addedUrls: string[];
  removedPrefixes: string[];
  removedUrls: string[];
  previous: M365TraitsRecord | null;
  current: M365TraitsRecord | null;
}

export interface M365VersionRecord {
  /** `Worldwide`, `USGovDoD` */
  instance: string;
  /** `2026112800`: a day, and the count of that day. */
  latest: string;
  versions: string[];
}

/** Addresses from which the IP firewall of an environment saw people come. */
export interface FirewallAuditRecord {
  at: string | null;
  addresses: string[];
}

/** What of an endpoint set may change besides its addresses and names. */
export interface M365TraitsRecord {
  area: string | null;
  category: 'Optimize' | 'Allow' | 'Default' | null;
  expressRoute: boolean | null;
  required: boolean | null;
  tcpPorts: string[];
  udpPorts: string[];
}

export interface ServiceTagRecord {
  tag: string;
  service: string | null;
  /** Null for a tag of the whole cloud. */
  region: string | null;
  change: number | null;
  cloud: string | null;
  prefixes: string[];
}

export interface NamedLocationRecord {
  name: string;
  trusted: boolean | null;
  prefixes: string[];
  countries: string[];
}

export interface EnvironmentRecord {
  id: string | null;
  name: string | null;
  /** The geography, such as `europe`. */
  location: string | null;
  /** The Azure region, such as `westeurope`. */
  azureRegion: string | null;
  type: string | null;
  isDefault: boolean | null;
  url: string | null;
}
