/** Gathers Junos's statements, each as the words from its outermost part, into records like those of other makers. */
import { readAddress, readAsn, readWhole } from '../values.ts';
import {
  type ConfigInterface,
  type ConfigNeighbor,
  type ConfigRecord,
  type ConfigRouteMap,
  newInterface,
  newRouteMap,
} from './config-records.ts';
import { readMasked, readNetwork } from './scan.ts';

type Settings = Partial<Omit<ConfigNeighbor, 'part' | 'neighbor' | 'localAsn' | 'vrf'>> & {
  localAsn?: number;
};
type Speaker = { neighbor: string; vrf: string | null; group: string };

/** More names of one kind than these are no router's. */
const mostNames = 10_000;

export class JunosStatements {
  readonly #asns = new Map<string, number>();
  #routerId: string | null = null;
  readonly #groups = new Map<string, Settings>();
  readonly #neighbors = new Map<string, { speaker: Speaker; settings: Settings }>();
  readonly #interfaces = new Map<string, ConfigInterface>();
  readonly #policies = new Map<string, ConfigRouteMap>();
  readonly #others: ConfigRecord[] = [];

  /** False when the statement is none that a record holds. */
  add(words: readonly string[], vrf: string | null = null): boolean {
    const [first = '', second = '', ...rest] = words;
    if (first === 'routing-instances' && vrf === null) return this.add(rest, second);
    if (first === 'interfaces') return this.#addInterface(second, rest);
    if (first === 'routing-options') return this.#addOption(second, rest, vrf);
    if (first === 'protocols' && second === 'bgp') return this.#addBgp(rest, vrf);
    if (first === 'policy-options' && second === 'prefix-list') return this.#addPrefix(rest);
    if (first === 'policy-options' && second === 'policy-statement') return this.#addPolicy(rest);
    if (first === 'policy-options' && second === 'community') return this.#addCommunity(rest);
    // A piece of a configuration, shown from within one part.
    return first === 'bgp' && this.#addBgp(words.slice(1), vrf);
  }

  records(): ConfigRecord[] {
    const bgp: ConfigRecord[] = [];
    for (const [vrf, asn] of this.#asns)
      if (vrf === '' || this.#asns.size === 1) bgp.push({ part: 'bgp', asn, routerId: this.#routerId });
    const neighbors = [...this.#neighbors.values()].map(({ speaker, settings }): ConfigRecord => {
      const all = {
        ...this.#groups.get(keyOf(speaker.vrf, '')),
        ...this.#groups.get(keyOf(speaker.vrf, speaker.group)),
        ...settings,
      };
      return {
        part: 'neighbor',
        neighbor: speaker.neighbor,
        localAsn: all.localAsn ?? this.#asns.get(speaker.vrf ?? '') ?? this.#asns.get('') ?? 0,
        remoteAsn: all.remoteAsn ?? null,
        description: all.description ?? null,
        vrf: speaker.vrf,
        isShutDown: all.isShutDown ?? false,
        hasPassword: all.hasPassword ?? false,
        hasBfd: all.hasBfd ?? false,
        routeMapIn: all.routeMapIn ?? null,
        routeMapOut: all.routeMapOut ?? null,
        prefixListIn: null,
        prefixListOut: null,
      };
    });
    const interfaces = [...this.#interfaces.values()].filter(
      ({ vlan, addresses, description }) => vlan !== null || addresses.length > 0 || description !== null,
    );
    return [...bgp, ...neighbors, ...interfaces, ...this.#policies.values(), ...this.#others];
  }

  /** `ge-0/0/1 unit 300 vlan-id 300`; a unit is an interface of its own, and has what is said of the whole. */
  #addInterface(name: string, rest: readonly string[]): boolean {
    const isUnit = rest[0] === 'unit';
    const unit = isUnit ? `${name}.${rest[1] ?? ''}` : name;
    const [first = '', second = '', third = '', fourth = '', fifth = ''] = isUnit ? rest.slice(2) : rest;
    const known = this.#interfaces.get(unit);
    if (!known && this.#interfaces.size >= mostNames) return false;
    const record = known ?? newInterface(unit);
    this.#interfaces.set(unit, record);
    if (first === 'description')
      record.description = unquote((isUnit ? rest.slice(3) : rest.slice(1)).join(' '));
    else if (first === 'disable') record.isShutDown = true;
    else if (first === 'vlan-id') record.vlan = readWhole(second, 4094) ?? null;
    else if (first === 'vlan-tags') {
      const outer = second === 'outer' ? third : fifth;
      const inner = second === 'inner' ? third : fourth === 'inner' ? fifth : '';
      record.vlan = readWhole(outer.slice(outer.indexOf('.') + 1), 4094) ?? record.vlan;
      record.innerVlan = readWhole(inner.slice(inner.indexOf('.') + 1), 4094) ?? record.innerVlan;
    } else if (first === 'family' && third === 'address') return addAddress(record, fourth);
    else return ['flexible-vlan-tagging', 'vlan-tagging', 'encapsulation', 'mtu'].includes(first);
    return true;
  }

  #addOption(name: string, rest: readonly string[], vrf: string | null): boolean {
    const [value = '', ...more] = rest;
    if (name === 'autonomous-system') {
      const asn = readAsn(value);
      if (asn !== undefined) this.#asns.set(vrf ?? '', asn);
      return asn !== undefined;
    }
    if (name === 'router-id') {
      this.#routerId = readAddress(value) ?? null;
      return this.#routerId !== null;
    }
    if (name !== 'static' || value !== 'route') return false;
    const at = more.indexOf('next-hop');
    const prefix = readNetwork(more[0] ?? '').prefix;
    const hop = more[at + 1] ?? '';
    if (at < 0 || prefix === undefined || hop === '' || this.#others.length >= mostNames) return false;
    this.#others.push({ part: 'static-route', prefix, nextHop: readAddress(hop) ?? hop, vrf });
    return true;
  }

  /** `group msee neighbor 192.0.2.1 peer-as 12076`; what is said of a group holds for its neighbours. */
  #addBgp(words: readonly string[], vrf: string | null): boolean {
    const [first = '', group = '', third = '', address = ''] = words;
    if (first !== 'group') return setBgp(this.#groupAt(vrf, ''), words);
    if (third !== 'neighbor') return setBgp(this.#groupAt(vrf, group), words.slice(2));
    const neighbor = readAddress(address);
    if (neighbor === undefined || this.#neighbors.size >= mostNames) return false;
    const key = `${keyOf(vrf, group)} ${neighbor}`;
    const known = this.#neighbors.get(key) ?? { speaker: { neighbor, vrf, group }, settings: {} };
    this.#neighbors.set(key, known);
    return words.length === 4 || setBgp(known.settings, words.slice(4));
  }

  #groupAt(vrf: string | null, group: string): Settings {
    const key = keyOf(vrf, group);
    const settings = this.#groups.get(key) ?? {};
    if (this.#groups.size < mostNames) this.#groups.set(key, settings);
    return settings;
  }

  /** `ER-OUT 198.51.100.0/24` */
  #addPrefix([name = '', text = '']: readonly string[]): boolean {
    const prefix = readNetwork(text).prefix;
    if (prefix === undefined || this.#others.length >= mostNames) return false;
    const bounds = { atLeast: null, atMost: null };
    this.#others.push({ part: 'prefix-list', name, sequence: null, action: 'permit', prefix, ...bounds });
    return true;
  }

  #addPolicy(words: readonly string[]): boolean {
    const [name = '', ...rest] = words;
    const isTerm = rest[0] === 'term';
    const term = isTerm ? (rest[1] ?? '') : '';
    const [way = '', ...said] = isTerm ? rest.slice(2) : rest;
    if (way !== 'from' && way !== 'to' && way !== 'then') return false;
    const key = `${name} ${term}`;
    const record = this.#policies.get(key) ?? newRouteMap(name, 'permit', readWhole(term) ?? null);
    if (this.#policies.size >= mostNames) return false;
    this.#policies.set(key, record);
    if (way !== 'then') record.match.push(said.join(' '));
    else if (said[0] === 'accept' || said[0] === 'reject')
      record.action = said[0] === 'accept' ? 'permit' : 'deny';
    else {
      record.set.push(said.join(' '));
      if (said[0] === 'local-preference')
        record.localPreference = readWhole(said[1] ?? '', 0xffff_ffff) ?? null;
      if (said[0] === 'as-path-prepend') {
        const path = said.slice(1).map((word) => readAsn(word.replaceAll('"', '')));
        record.prepend = path.every((asn) => asn !== undefined) ? path : null;
      }
    }
    return true;
  }

  /** `NAME members 12076:51004`, or several in brackets; what is no plain value is a pattern. */
  #addCommunity([name = '', word = '', ...values]: readonly string[]): boolean {
    if (word !== 'members' || this.#others.length >= mostNames) return false;
    const members = values.filter((value) => value !== '[' && value !== ']');
    const plain = members.filter((value) => /^\d{1,10}:\d{1,10}$/.test(value));
    const isPattern = plain.length < members.length;
    this.#others.push({
      part: 'community-list',
      name,
      action: 'permit',
      communities: isPattern ? [] : plain,
      pattern: isPattern ? members.join(' ') : null,
    });
    return members.length > 0;
  }
}

function setBgp(settings: Settings, words: readonly string[]): boolean {
  const [first = '', second = ''] = words;
  if (first === 'peer-as') settings.remoteAsn = readAsn(second) ?? settings.remoteAsn ?? null;
  else if (first === 'local-as') {
    const asn = readAsn(second);
    if (asn !== undefined) settings.localAsn = asn;
  } else if (first === 'description') settings.description = unquote(words.slice(1).join(' '));
  else if (first === 'import') settings.routeMapIn = listed(words);
  else if (first === 'export') settings.routeMapOut = listed(words);
  else if (first === 'authentication-key' || first === 'authentication-key-chain')
    settings.hasPassword = true;
  else if (first === 'bfd-liveness-detection') settings.hasBfd = true;
  else if (first === 'shutdown') settings.isShutDown = true;
  else return ['type', 'hold-time', 'family', 'local-address', 'multihop', 'log-updown'].includes(first);
  return true;
}

/** `FROM-MSEE`, or the first of `[ ONE TWO ]`, which is asked first. */
function listed(words: readonly string[]): string | null {
  return words.slice(1).find((word) => word !== '[' && word !== ']') ?? null;
}

function keyOf(vrf: string | null, group: string): string {
  return `${vrf ?? ''} ${group}`;
}

function unquote(text: string): string {
  return text.replace(/^"/, '').replace(/"$/, '');
}

function addAddress(record: ConfigInterface, text: string): boolean {
  const slash = text.indexOf('/');
  const address = readAddress(slash < 0 ? text : text.slice(0, slash));
  const prefix = slash < 0 ? readMasked(text, '255.255.255.255') : readNetwork(text).prefix;
  if (address === undefined || prefix === undefined) return false;
  record.addresses.push({ address: `${address}${prefix.slice(prefix.indexOf('/'))}`, prefix });
  return true;
}
