/** What the parts of a router's configuration say; absent values are null, prefixes canonical. */

type Action = 'permit' | 'deny';

export interface ConfigBgp {
  part: 'bgp';
  asn: number;
  routerId: string | null;
}

export interface ConfigNeighbor {
  part: 'neighbor';
  neighbor: string;
  localAsn: number;
  remoteAsn: number | null;
  description: string | null;
  vrf: string | null;
  isShutDown: boolean;
  hasPassword: boolean;
  hasBfd: boolean;
  routeMapIn: string | null;
  routeMapOut: string | null;
  prefixListIn: string | null;
  prefixListOut: string | null;
}

/** A network the router announces by BGP. */
export interface ConfigNetwork {
  part: 'network';
  prefix: string;
  vrf: string | null;
}

export interface ConfigPrefixList {
  part: 'prefix-list';
  name: string;
  sequence: number | null;
  action: Action;
  prefix: string;
  atLeast: number | null;
  atMost: number | null;
}

export interface ConfigRouteMap {
  part: 'route-map';
  name: string;
  sequence: number | null;
  action: Action;
  /** What follows `match` and `set`, as written. */
  match: string[];
  set: string[];
  localPreference: number | null;
  prepend: number[] | null;
}

export interface ConfigCommunityList {
  part: 'community-list';
  name: string;
  action: Action;
  /** Empty for an expanded list, which says a pattern instead. */
  communities: string[];
  pattern: string | null;
}

export interface ConfigInterface {
  part: 'interface';
  name: string;
  description: string | null;
  vlan: number | null;
  innerVlan: number | null;
  /** The router's own address with its length, `10.1.1.1/30`, and the network it lies in. */
  addresses: { address: string; prefix: string }[];
  vrf: string | null;
  isShutDown: boolean;
  nat: 'inside' | 'outside' | null;
  bfdInterval: number | null;
  bfdMultiplier: number | null;
}

export interface ConfigNatPool {
  part: 'nat-pool';
  name: string;
  first: string;
  last: string;
  /** The network the pool lies in, when a mask is written. */
  prefix: string | null;
}

/** `ip nat inside source …`: by list or route map to a pool or interface, or one address to another. */
export interface ConfigNatRule {
  part: 'nat-rule';
  list: string | null;
  routeMap: string | null;
  pool: string | null;
  interface: string | null;
  inside: string | null;
  outside: string | null;
}

export interface ConfigStaticRoute {
  part: 'static-route';
  prefix: string;
  nextHop: string;
  vrf: string | null;
}

export type ConfigRecord =
  | ConfigBgp
  | ConfigNeighbor
  | ConfigNetwork
  | ConfigPrefixList
  | ConfigRouteMap
  | ConfigCommunityList
  | ConfigInterface
  | ConfigNatPool
  | ConfigNatRule
  | ConfigStaticRoute;

export function newInterface(name: string, vlan: number | null = null): ConfigInterface {
  return {
    part: 'interface',
    name,
    description: null,
    vlan,
    innerVlan: null,
    addresses: [],
    vrf: null,
    isShutDown: false,
    nat: null,
    bfdInterval: null,
    bfdMultiplier: null,
  };
}

export function newRouteMap(name: string, action: Action, sequence: number | null): ConfigRouteMap {
  return {
    part: 'route-map',
    name,
    sequence,
    action,
    match: [],
    set: [],
    localPreference: null,
    prepend: null,
  };
}
