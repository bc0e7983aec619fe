/** Reads the parts of a Cisco IOS, NX-OS or Arista EOS configuration that routing to Microsoft depends on. */
import type { Keep } from '../evidence.ts';
import { type Findings, type LineWork, lineFormat } from '../lines.ts';
import { readAddress, readAsn, readWhole } from '../values.ts';
import { readCommunities } from './communities.ts';
import { BgpBlock } from './config-bgp.ts';
import {
  type ConfigInterface,
  type ConfigPrefixList,
  type ConfigRecord,
  type ConfigRouteMap,
  newInterface,
  newRouteMap,
} from './config-records.ts';
import { isTerminalLine, readMasked, readNetwork, wordsOf } from './scan.ts';

export const runningConfig = lineFormat<'router-config'>(
  {
    kind: 'router-config',
    recognise: ({ head }) => {
      const lines = head.map((line) => line.trimEnd());
      if (lines.some((line) => /^router bgp \d[\d.]*$/.test(line))) return 0.9;
      if (lines.some((line) => strong.some((start) => line.startsWith(start)))) return 0.85;
      return lines.some((line) => weak.some((start) => line.startsWith(start))) ? 0.6 : 0;
    },
  },
  (findings) => new ConfigLines(findings),
);

const strong = [
  'Building configuration...',
  'Current configuration :',
  '!Command: show running-config',
  '! Command: show running-config',
  'ip prefix-list ',
  'ipv6 prefix-list ',
  'ip community-list ',
  'ip nat pool ',
];
const weak = ['interface ', 'route-map ', 'ip nat ', 'ip route ', 'hostname ', ' neighbor ', 'neighbor '];

/** What the lines below a heading add to. */
type Block = {
  /** False when the line is not one this part has. */
  add(words: readonly string[], text: string): boolean;
  end(): void;
};

class ConfigLines implements LineWork {
  readonly #findings: Findings<'router-config'>;
  #block: Block | undefined;
  /** What is typed in comes back to BGP again and again: it is one process all the same. */
  readonly #bgp = new Map<number, BgpBlock>();
  #hasIndents = false;

  constructor(findings: Findings<'router-config'>) {
    this.#findings = findings;
  }

  line(line: string): void {
    const text = line.trim();
    if (text.startsWith('!') || isTerminalLine(text) || boilerplate.some((start) => text.startsWith(start)))
      return;
    const isIndented = line.startsWith(' ') || line.startsWith('\t');
    this.#hasIndents ||= isIndented;
    const words = wordsOf(text);
    // A text pasted without its indents still says by its words what belongs to what.
    if ((isIndented || !this.#hasIndents) && this.#block?.add(words, text)) return;
    if (isIndented && this.#block === undefined) {
      this.#findings.skip(line, 'not-used');
      return;
    }
    if (this.#begin(words, text)) return;
    if (!isIndented && this.#hasIndents) this.#close();
    this.#findings.skip(line, 'not-used');
  }

  end(): void {
    this.#close();
    for (const bgp of this.#bgp.values()) bgp.end();
  }

  #close(): void {
    this.#block?.end();
    this.#block = undefined;
  }

  /** A line of its own, or the heading of a part. */
  #begin(words: readonly string[], text: string): boolean {
    const [first = '', second = '', third = ''] = words;
    if (first === 'router' && second === 'bgp') return this.#open(this.#beginBgp(third));
    if (first === 'interface') return this.#open(beginInterface(words.slice(1).join(' '), this.#keep));
    if (first === 'prefix-set') return this.#open(beginPrefixSet(second, this.#keep));
    if (first === 'route-policy') return this.#open(beginRoutePolicy(second, this.#keep));
    if (first === 'route-map') return this.#open(beginRouteMap(words, this.#keep));
    const isIp = first === 'ip' || first === 'ipv6';
    if (isIp && second === 'prefix-list') {
      // Arista writes the entries of a list below its name.
      if (words.length === 3) return this.#open(beginPrefixList(third, this.#keep));
      return this.#single(readPrefixEntry(third, words.slice(3)));
    }
    if (isIp && second === 'community-list') return this.#single(readCommunityList(words.slice(2)));
    if (isIp && second === 'route') return this.#single(readStaticRoute(words.slice(2)));
    if (first === 'ip' && second === 'nat' && third === 'pool')
      return this.#single(readNatPool(words.slice(3)));
    if (text.startsWith('ip nat inside source ')) return this.#single(readNatRule(words.slice(4)));
    return false;
  }

  #beginBgp(word: string): Block | undefined {
    const asn = readAsn(word);
    if (asn === undefined) return undefined;
    const bgp = this.#bgp.get(asn) ?? new BgpBlock(asn, this.#keep);
    this.#bgp.set(asn, bgp);
    bgp.enter();
    return { add: (words, text) => bgp.add(words, text), end: () => {} };
  }

  readonly #keep = (record: ConfigRecord) => this.#findings.keep(record);

  #open(block: Block | undefined): boolean {
    if (block) this.#close();
    this.#block = block ?? this.#block;
    return block !== undefined;
  }

  #single(record: ConfigRecord | undefined): boolean {
    if (record) {
      this.#close();
      this.#findings.keep(record);
    }
    return record !== undefined;
  }
}

function beginInterface(name: string, keep: Keep<'router-config'>): Block | undefined {
  if (name === '') return undefined;
  const record = newInterface(name, readWhole(/^vlan *(\d+)$/i.exec(name)?.[1] ?? '', 4094) ?? null);
  return { add: (words, text) => addToInterface(record, words, text), end: () => keep(record) };
}

function addToInterface(record: ConfigInterface, words: readonly string[], text: string): boolean {
  const [first = '', second = '', third = '', fourth = ''] = words;
  const last = words.at(-1) ?? '';
  if (first === 'description') record.description = text.slice(first.length).trim();
  else if (first === 'encapsulation' && second.toLowerCase() === 'dot1q') {
    const numbers = words
      .slice(2)
      .map((word) => readWhole(word, 4094))
      .filter((number) => number !== undefined);
    if (numbers.length === 0) return false;
    [record.vlan = null, record.innerVlan = null] = numbers;
  } else if (['ip', 'ipv4', 'ipv6'].includes(first) && second === 'address')
    return addAddress(record, third, fourth);
  else if (first === 'ip' && second === 'nat' && (third === 'inside' || third === 'outside'))
    record.nat = third;
  else if (text === 'shutdown') record.isShutDown = true;
  else if (text === 'no shutdown') record.isShutDown = false;
  else if (first === 'bfd' && second === 'interval') {
    record.bfdInterval = readWhole(third) ?? null;
    record.bfdMultiplier = readWhole(words[words.indexOf('multiplier') + 1] ?? '') ?? null;
  } else if (first === 'vrf' || (first === 'ip' && second === 'vrf' && third === 'forwarding'))
    record.vrf = last;
  else return false;
  return true;
}

/** `10.1.1.1 255.255.255.252`, `10.1.1.1/30`, `2001:db8::1/126`. */
function addAddress(record: ConfigInterface, text: string, mask: string): boolean {
  const slash = text.indexOf('/');
  const address = readAddress(slash < 0 ? text : text.slice(0, slash));
  const prefix = slash < 0 ? readMasked(text, mask) : readNetwork(text).prefix;
  if (address === undefined || prefix === undefined) return false;
  record.addresses.push({ address: `${address}${prefix.slice(prefix.indexOf('/'))}`, prefix });
  return true;
}

function beginRouteMap(words: readonly string[], keep: Keep<'router-config'>): Block | undefined {
  const [, name = '', action = 'permit', sequence = ''] = words;
  if (name === '' || (action !== 'permit' && action !== 'deny')) return undefined;
  const record = newRouteMap(name, action, readWhole(sequence) ?? null);
  return { add: (inner, text) => addToRouteMap(record, inner, text), end: () => keep(record) };
}

function addToRouteMap(record: ConfigRouteMap, words: readonly string[], text: string): boolean {
  const [first = '', second = '', third = ''] = words;
  const rest = text.slice(first.length).trim();
  if (first === 'match') record.match.push(rest);
  else if (first === 'set') {
    record.set.push(rest);
    if (second === 'local-preference') record.localPreference = readWhole(third, 0xffff_ffff) ?? null;
    if (second === 'as-path' && third === 'prepend') {
      const path = words.slice(3).map(readAsn);
      record.prepend = path.every((asn) => asn !== undefined) ? path : null;
    }
  } else return first === 'description';
  return true;
}

function beginPrefixList(name: string, keep: Keep<'router-config'>): Block {
  return {
    add: (words) => {
      const record = readPrefixEntry(name, words);
      if (record) keep(record);
      return record !== undefined;
    },
    end: () => {},
  };
}

/** IOS XR: `198.51.100.0/24 le 32,` for each, up to `end-set`. */
function beginPrefixSet(name: string, keep: Keep<'router-config'>): Block {
  return {
    add: (words) => {
      const plain = words.map((word) => word.replace(/,$/, '')).filter((word) => word !== '');
      const record = readPrefixEntry(name, ['permit', ...plain]);
      if (record) keep(record);
      return record !== undefined;
    },
    end: () => {},
  };
}

/** IOS XR's route map, a small program: what it sets is taken, under what conditions is kept as it is written. */
function beginRoutePolicy(name: string, keep: Keep<'router-config'>): Block {
  const record = newRouteMap(name, 'permit', null);
  const isEnd = (word: string) => ['pass', 'done', 'else', 'endif'].includes(word);
  let lets = false;
  return {
    add: (words, text) => {
      const [first = ''] = words;
      lets ||= first === 'pass' || first === 'done' || first === 'set';
      // It turns everything away only where nothing in it lets anything through.
      record.action = lets || (first !== 'drop' && record.action === 'permit') ? 'permit' : 'deny';
      if (first === 'if' || first === 'elseif') record.match.push(text);
      else if (first === 'prepend' && words[1] === 'as-path')
        return addToRouteMap(record, ['set', 'as-path', 'prepend', ...prepended(words)], `set ${text}`);
      else if (first === 'set') return addToRouteMap(record, words, text);
      else return first === 'drop' || isEnd(first);
      return true;
    },
    end: () => keep(record),
  };
}

/** `prepend as-path 65020 3`: the AS, and how often. */
function prepended([, , asn = '', times = '1']: readonly string[]): string[] {
  return new Array<string>(Math.min(readWhole(times, 63) ?? 1, 63)).fill(asn);
}

/** `seq 5 permit 10.0.0.0/8 ge 24 le 32` */
function readPrefixEntry(name: string, words: readonly string[]): ConfigPrefixList | undefined {
  const at = words[0] === 'seq' ? 2 : 0;
  const [action = '', network = ''] = words.slice(at);
  const prefix = readNetwork(network).prefix;
  if (prefix === undefined || (action !== 'permit' && action !== 'deny')) return undefined;
  const bound = (word: string) => readWhole(words[words.indexOf(word, at) + 1] ?? '', 128) ?? null;
  const exact = words.includes('eq', at) ? bound('eq') : null;
  return {
    part: 'prefix-list',
    name,
    sequence: at === 0 ? null : (readWhole(words[1] ?? '') ?? null),
    action,
    prefix,
    atLeast: words.includes('ge', at) ? bound('ge') : exact,
    atMost: words.includes('le', at) ? bound('le') : exact,
  };
}

/** `standard NAME permit 12076:51004`, `1 permit 791463740`, `expanded NAME seq 10 permit 12076:.*`. */
function readCommunityList(words: readonly string[]): ConfigRecord | undefined {
  const at = words.findIndex((word) => word === 'permit' || word === 'deny');
  if (at < 1) return undefined;
  const action = words[at] === 'deny' ? 'deny' : 'permit';
  const sequence = words[at - 2] === 'seq' ? at - 2 : at;
  const name = words[sequence - 1] ?? '';
  const rest = words.slice(at + 1).join(' ');
  const isPattern = words[0] === 'expanded' || words[0] === 'regexp' || (readWhole(name) ?? 0) >= 100;
  const communities = isPattern ? [] : readCommunities(rest);
  if (communities === undefined || rest === '') return undefined;
  return { part: 'community-list', name, action, communities, pattern: isPattern ? rest : null };
}

/** `10.0.0.0 255.0.0.0 192.0.2.1`, `vrf X 10.0.0.0/8 192.0.2.1`; also to an interface. */
function readStaticRoute(words: readonly string[]): ConfigRecord | undefined {
  const vrf = words[0] === 'vrf' ? (words[1] ?? null) : null;
  const [network = '', ...rest] = words.slice(vrf === null ? 0 : 2);
  const isShort = network.includes('/');
  const prefix = isShort ? readNetwork(network).prefix : readMasked(network, rest.shift() ?? '');
  const [first = '', second = ''] = rest;
  // Behind an interface the address of the next router may follow, which says more.
  const nextHop = readAddress(first) ?? readAddress(second) ?? first;
  return prefix === undefined || nextHop === '' ? undefined : { part: 'static-route', prefix, nextHop, vrf };
}

/** `NAME 203.0.113.1 203.0.113.30 prefix-length 27`, `… netmask 255.255.255.224`. */
function readNatPool(words: readonly string[]): ConfigRecord | undefined {
  const [name = '', from = '', to = '', kind = '', size = ''] = words;
  const first = readAddress(from);
  const last = readAddress(to);
  if (first === undefined || last === undefined) return undefined;
  const prefix =
    kind === 'prefix-length'
      ? readNetwork(`${first}/${size}`).prefix
      : kind === 'netmask'
        ? readMasked(first, size)
        : null;
  return { part: 'nat-pool', name, first, last, prefix: prefix ?? null };
}

function readNatRule(words: readonly string[]): ConfigRecord | undefined {
  const after = (word: string) => {
    const at = words.indexOf(word);
    return at < 0 ? null : (words[at + 1] ?? null);
  };
  const addresses =
    words[0] === 'static'
      ? words
          .slice(1)
          .map(readAddress)
          .filter((one) => one !== undefined)
      : [];
  const [inside = null, outside = null] = addresses;
  const rule = {
    part: 'nat-rule',
    list: after('list'),
    routeMap: after('route-map'),
    pool: after('pool'),
    interface: after('interface'),
    inside,
    outside,
  } as const;
  return rule.pool === null && rule.interface === null && outside === null ? undefined : rule;
}

const boilerplate = [
  'Building configuration',
  'Current configuration',
  'Configuration of Partition',
  'exit',
  'end-set',
  'end-policy',
];
