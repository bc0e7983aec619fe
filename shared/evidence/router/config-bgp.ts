/** Reads what stands below `router bgp`: neighbours, their groups, and the networks announced. */
import { readAddress, readAsn } from '../values.ts';
import type { ConfigNeighbor, ConfigRecord } from './config-records.ts';
import { readMasked, readNetwork } from './scan.ts';

type Settings = Partial<Omit<ConfigNeighbor, 'part' | 'neighbor' | 'localAsn'>>;

type Speaker = { name: string; vrf: string | null; groups: string[]; settings: Settings };

export class BgpBlock {
  readonly #asn: number;
  readonly #keep: (record: ConfigRecord) => void;
  /** Neighbours by VRF and address, and groups and templates by VRF and name. */
  readonly #neighbors = new Map<string, Speaker>();
  readonly #networks: ConfigRecord[] = [];
  #routerId: string | null = null;
  #vrf: string | null = null;
  /** The neighbour or template whose settings stand below it (NX-OS). */
  #current: string | undefined;

  constructor(asn: number, keep: (record: ConfigRecord) => void) {
    this.#asn = asn;
    this.#keep = keep;
  }

  /** At its top, whatever stood last in it. */
  enter(): void {
    this.#vrf = null;
    this.#current = undefined;
  }

  add(words: readonly string[], text: string): boolean {
    const [first = '', second = '', third = ''] = words;
    if (first === 'neighbor') return this.#addNeighbor(second, words.slice(2), text);
    if (first === 'template') return this.#enter(third);
    if (first === 'neighbor-group') return this.#enter(second);
    if (first === 'vrf') {
      this.#vrf = second;
      this.#current = undefined;
      return true;
    }
    if (first === 'address-family') {
      const at = words.indexOf('vrf');
      if (at >= 0) this.#vrf = words[at + 1] ?? null;
      return true;
    }
    if (first === 'exit-address-family') {
      this.#vrf = null;
      return true;
    }
    if (first === 'network') return this.#addNetwork(words.slice(1));
    if (text.includes('router-id ')) {
      this.#routerId = readAddress(words.at(-1) ?? '') ?? null;
      return this.#routerId !== null;
    }
    if (this.#current !== undefined) return this.#set(this.#current, words, text);
    return false;
  }

  end(): void {
    this.#keep({ part: 'bgp', asn: this.#asn, routerId: this.#routerId });
    for (const { name, vrf, groups, settings } of this.#neighbors.values()) {
      const neighbor = readAddress(name);
      if (neighbor === undefined) continue;
      const all: Settings = {};
      for (const group of groups) Object.assign(all, this.#settingsOf(group, vrf));
      Object.assign(all, settings);
      this.#keep({
        part: 'neighbor',
        neighbor,
        localAsn: this.#asn,
        remoteAsn: all.remoteAsn ?? null,
        description: all.description ?? null,
        vrf,
        isShutDown: all.isShutDown ?? false,
        hasPassword: all.hasPassword ?? false,
        hasBfd: all.hasBfd ?? false,
        routeMapIn: all.routeMapIn ?? null,
        routeMapOut: all.routeMapOut ?? null,
        prefixListIn: all.prefixListIn ?? null,
        prefixListOut: all.prefixListOut ?? null,
      });
    }
    for (const network of this.#networks) this.#keep(network);
  }

  #key(name: string, vrf = this.#vrf): string {
    return `${vrf ?? ''} ${name}`;
  }

  /** A group is that of the VRF, or the one all VRFs share. */
  #settingsOf(group: string, vrf: string | null): Settings {
    return (
      (this.#neighbors.get(this.#key(group, vrf)) ?? this.#neighbors.get(this.#key(group, null)))?.settings ??
      {}
    );
  }

  #at(name: string): Speaker {
    const key = this.#key(name);
    const known = this.#neighbors.get(key);
    if (known) return known;
    const added: Speaker = { name, vrf: this.#vrf, groups: [], settings: {} };
    this.#neighbors.set(key, added);
    return added;
  }

  #enter(name: string): boolean {
    if (name === '') return false;
    this.#current = name;
    this.#at(name);
    return true;
  }

  /** `neighbor 192.0.2.1 remote-as 12076`, or by itself as the heading of its settings. */
  #addNeighbor(name: string, words: readonly string[], text: string): boolean {
    if (words.length === 0) return this.#enter(name);
    const isHeading = words[0] === 'remote-as' && readAddress(name) !== undefined;
    const isSet = this.#set(name, words, text.slice(text.indexOf(name) + name.length).trim());
    // NX-OS may write the AS beside the neighbour and the rest below both.
    if (isSet && isHeading) this.#current = name;
    return isSet;
  }

  #set(name: string, words: readonly string[], text: string): boolean {
    const [first = '', second = '', third = ''] = words;
    const { settings, groups } = this.#at(name);
    const isOut = words.at(-1) === 'out';
    if (first === 'remote-as') {
      const asn = readAsn(second);
      if (asn === undefined) return false;
      settings.remoteAsn = asn;
    } else if (first === 'description') settings.description = text.slice(first.length).trim();
    else if (first === 'password') settings.hasPassword = true;
    else if (first === 'shutdown') settings.isShutDown = true;
    else if (first === 'bfd' || (first === 'fall-over' && second === 'bfd')) settings.hasBfd = true;
    else if (first === 'route-map') settings[isOut ? 'routeMapOut' : 'routeMapIn'] = second;
    // IOS XR's name for the same.
    else if (first === 'route-policy') settings[isOut ? 'routeMapOut' : 'routeMapIn'] = second;
    else if (first === 'prefix-list') settings[isOut ? 'prefixListOut' : 'prefixListIn'] = second;
    else if (first === 'inherit' || first === 'use') groups.push(third);
    else if (first === 'peer-group' || (first === 'peer' && second === 'group')) {
      const group = first === 'peer' ? third : second;
      if (group !== '') groups.push(group);
    } else return quiet.includes(first);
    return true;
  }

  /** `10.0.0.0 mask 255.255.0.0`, `10.0.0.0/16`, or a network of its class. */
  #addNetwork(words: readonly string[]): boolean {
    const [network = '', second = '', mask = ''] = words;
    const prefix = second === 'mask' ? readMasked(network, mask) : readNetwork(network).prefix;
    if (prefix === undefined) return false;
    this.#networks.push({ part: 'network', prefix, vrf: this.#vrf });
    return true;
  }
}

/** Settings of a neighbour that are understood and change nothing a record says. */
const quiet = ['activate', 'soft-reconfiguration', 'send-community', 'update-source', 'version', 'timers'];
