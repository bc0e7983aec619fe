/** Reads, writes, compares and divides address prefixes (CIDR blocks) of both families. */
import {
  type Address,
  type AddressProblem,
  addressBits,
  addToAddress,
  compareAddresses,
  formatAddress,
  type IPv4Address,
  type IPv6Address,
  maximumIPv4,
  maximumIPv6,
  parseAddress,
} from './address.ts';

/** An IPv4 block: its first address as an unsigned 32-bit number, and how many leading bits are fixed. */
export interface IPv4Prefix {
  readonly family: 4;
  readonly network: number;
  readonly length: number;
}

/** An IPv6 block: its first address as an unsigned 128-bit bigint, and how many leading bits are fixed. */
export interface IPv6Prefix {
  readonly family: 6;
  readonly network: bigint;
  readonly length: number;
}

/** A block of addresses; its host bits are always zero. */
export type Prefix = IPv4Prefix | IPv6Prefix;

/** Problems that come with the prefix the writer most likely meant. */
export type CorrectableProblem = 'host-bits' | 'dotted-mask';

export type PrefixProblem =
  | AddressProblem
  | CorrectableProblem
  | 'length-missing'
  | 'length-not-a-number'
  | 'length-leading-zero'
  | 'length-range';

/** A refusal: the code, the piece of the text it is about and, where one is plain, a suggestion. */
export type PrefixFailure =
  | {
      readonly ok: false;
      readonly problem: CorrectableProblem;
      readonly piece: string;
      readonly suggestion: Prefix;
    }
  | {
      readonly ok: false;
      readonly problem: Exclude<PrefixProblem, CorrectableProblem>;
      readonly piece: string;
    };

export type PrefixResult = { readonly ok: true; readonly value: Prefix } | PrefixFailure;

/** One item of a typed list, where it stood (both counted from 1) and what it was read as. */
export type PrefixListEntry = {
  readonly text: string;
  readonly line: number;
  readonly column: number;
} & PrefixResult;

/** Reads `address/length` and refuses everything else, host bits included. */
export function parsePrefix(text: string): PrefixResult {
  return readPrefix(text, false);
}

/** Reads `address/length`, or a bare address as the block that holds it alone. */
export function parsePrefixText(text: string): PrefixResult {
  return readPrefix(text, true);
}

/**
 * Reads a list as people type and paste it: separated by line ends, commas, semicolons, tabs or spaces.
 * Every item comes back with its place, in the order written. `10.0.0.0 255.0.0.0` is one item with the
 * problem `dotted-mask`: read as two bare addresses it would be wrong without anybody noticing.
 */
export function parsePrefixList(text: string): PrefixListEntry[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => readListLine(line, index + 1));
}

/** Writes the canonical form, such as `10.0.0.0/8` or `2001:db8::/32`. */
export function formatPrefix(prefix: Prefix): string {
  return `${formatAddress(getFirstAddress(prefix))}/${prefix.length}`;
}

/** Finds the block of that length the address lies in; a length outside the family is a RangeError. */
export function findNetwork(address: IPv4Address, length: number): IPv4Prefix;
export function findNetwork(address: IPv6Address, length: number): IPv6Prefix;
export function findNetwork(address: Address, length: number): Prefix;
export function findNetwork(address: Address, length: number): Prefix {
  checkLength(length, 0, addressBits[address.family]);
  if (address.family === 4) return { family: 4, network: maskIPv4(address.value, length), length };
  return { family: 6, network: maskIPv6(address.value, length), length };
}

/** Tells whether the address could begin a block of that length, that is, has no host bits set. */
export function isAligned(address: Address, length: number): boolean {
  return findNetwork(address, length).network === address.value;
}

/** Orders prefixes: IPv4 before IPv6, then by first address, then the wider block first. */
export function comparePrefixes(left: Prefix, right: Prefix): number {
  if (left.family !== right.family) return left.family - right.family;
  if (left.network === right.network) return left.length - right.length;
  return left.network < right.network ? -1 : 1;
}

export function prefixesEqual(left: Prefix, right: Prefix): boolean {
  return left.network === right.network && left.length === right.length && left.family === right.family;
}

/** Two blocks overlap exactly when one holds the other. */
export function prefixesOverlap(left: Prefix, right: Prefix): boolean {
  return left.length <= right.length ? containsPrefix(left, right) : containsPrefix(right, left);
}

/** Tells whether every address of the inner block lies in the outer one; a block contains itself. */
export function containsPrefix(outer: Prefix, inner: Prefix): boolean {
  if (outer.length > inner.length) return false;
  // Not through containsAddress: lists are compared pair by pair, and each pair would make an object.
  if (outer.family === 4)
    return inner.family === 4 && maskIPv4(inner.network, outer.length) === outer.network;
  return inner.family === 6 && maskIPv6(inner.network, outer.length) === outer.network;
}

export function containsAddress(prefix: Prefix, address: Address): boolean {
  if (prefix.family === 4) {
    return address.family === 4 && maskIPv4(address.value, prefix.length) === prefix.network;
  }
  return address.family === 6 && maskIPv6(address.value, prefix.length) === prefix.network;
}

export function getFirstAddress(prefix: Prefix): Address {
  if (prefix.family === 4) return { family: 4, value: prefix.network };
  return { family: 6, value: prefix.network };
}

export function getLastAddress(prefix: Prefix): Address {
  if (prefix.family === 4) {
    return { family: 4, value: (prefix.network | ~maskIPv4(maximumIPv4, prefix.length)) >>> 0 };
  }
  return { family: 6, value: prefix.network | (maximumIPv6 >> BigInt(prefix.length)) };
}

/** Counts every address of the block, usable or not; a bigint for both families, so that sums are safe. */
export function countAddresses(prefix: Prefix): bigint {
  return 1n << BigInt(addressBits[prefix.family] - prefix.length);
}

/** Counts the addresses a device may carry, see getHost. */
export function countHosts(prefix: Prefix): bigint {
  const { first, last } = findHostOffsets(prefix);
  return last - first + 1n;
}

/**
 * Gives the nth usable address, counted from 1, or undefined beyond the last. Not usable are the network
 * and broadcast address of an IPv4 block and the subnet-router anycast address of an IPv6 block, except in
 * point-to-point blocks (/31: RFC 3021, /127: RFC 6164) and single addresses, which are usable whole.
 */
export function getHost(prefix: Prefix, position: number | bigint): Address | undefined {
  const { first, last } = findHostOffsets(prefix);
  const offset = first + BigInt(position) - 1n;
  return offset < first || offset > last ? undefined : addToAddress(getFirstAddress(prefix), offset);
}

export function getFirstHost(prefix: Prefix): Address {
  return getHost(prefix, 1) ?? getFirstAddress(prefix);
}

export function getLastHost(prefix: Prefix): Address {
  return getHost(prefix, countHosts(prefix)) ?? getLastAddress(prefix);
}

/** Gives the block twice as wide around this one; undefined around the whole space. */
export function getParent(prefix: Prefix): Prefix | undefined {
  return prefix.length === 0 ? undefined : getSupernet(prefix, prefix.length - 1);
}

/** Gives the block of that length around this one; a length longer than its own is a RangeError. */
export function getSupernet(prefix: Prefix, length: number): Prefix {
  checkLength(length, 0, prefix.length);
  return findNetwork(getFirstAddress(prefix), length);
}

/**
 * Divides the block into blocks of that length, in order, one at a time: a /8 holds 16 million /32. A length
 * shorter than the block's own, or outside the family, is a RangeError.
 */
export function splitPrefix(prefix: Prefix, length: number): Iterable<Prefix> {
  checkLength(length, prefix.length, addressBits[prefix.family]);
  return generateSubnets(prefix, length);
}

/** Divides the block into its two halves; undefined for a single address. */
export function halvePrefix(prefix: Prefix): readonly [lower: Prefix, upper: Prefix] | undefined {
  const length = prefix.length + 1;
  if (length > addressBits[prefix.family]) return undefined;
  if (prefix.family === 4) {
    const { network } = prefix;
    return [
      { family: 4, network, length },
      { family: 4, network: network + 2 ** (32 - length), length },
    ];
  }
  const { network } = prefix;
  return [
    { family: 6, network, length },
    { family: 6, network: network + (1n << BigInt(128 - length)), length },
  ];
}

function* generateSubnets(prefix: Prefix, length: number): Generator<Prefix, void, undefined> {
  const step = 1n << BigInt(addressBits[prefix.family] - length);
  const last = getLastAddress(prefix);
  let next: Address | undefined = getFirstAddress(prefix);
  while (next !== undefined && compareAddresses(next, last) <= 0) {
    yield findNetwork(next, length);
    next = addToAddress(next, step);
  }
}

function findHostOffsets(prefix: Prefix): { first: bigint; last: bigint } {
  const last = countAddresses(prefix) - 1n;
  if (last <= 1n) return { first: 0n, last };
  return { first: 1n, last: prefix.family === 4 ? last - 1n : last };
}

function maskIPv4(value: number, length: number): number {
  // A shift by 32 is a shift by 0 in JavaScript, so the empty mask is a case of its own.
  return length === 0 ? 0 : (value & (maximumIPv4 << (32 - length))) >>> 0;
}

function maskIPv6(value: bigint, length: number): bigint {
  const hostBits = BigInt(128 - length);
  return (value >> hostBits) << hostBits;
}

function checkLength(length: number, least: number, most: number): void {
  if (!Number.isInteger(length) || length < least || length > most) {
    throw new RangeError(`Prefix length ${length} is not between ${least} and ${most}`);
  }
}

function readPrefix(text: string, isBareAllowed: boolean): PrefixResult {
  const slash = text.indexOf('/');
  const address = parseAddress(slash < 0 ? text : text.slice(0, slash));
  if (!address.ok) return address;
  const bits = addressBits[address.value.family];
  if (slash < 0) {
    if (!isBareAllowed) return { ok: false, problem: 'length-missing', piece: text };
    return { ok: true, value: findNetwork(address.value, bits) };
  }
  const piece = text.slice(slash + 1);
  const problem = findLengthProblem(piece, bits);
  if (problem !== undefined) {
    const mask = readMask(piece);
    return mask !== undefined && address.value.family === 4
      ? { ok: false, problem: 'dotted-mask', piece, suggestion: findNetwork(address.value, mask) }
      : { ok: false, problem, piece };
  }
  const prefix = findNetwork(address.value, Number(piece));
  if (prefix.network === address.value.value) return { ok: true, value: prefix };
  return { ok: false, problem: 'host-bits', piece: text, suggestion: prefix };
}

function findLengthProblem(
  piece: string,
  bits: number,
): Exclude<PrefixProblem, CorrectableProblem> | undefined {
  if (piece === '') return 'length-missing';
  if (/\s/.test(piece)) return 'whitespace';
  if (!/^\d+$/.test(piece)) return 'length-not-a-number';
  if (/^0\d/.test(piece)) return 'length-leading-zero';
  return Number(piece) > bits ? 'length-range' : undefined;
}

/** Reads a dotted netmask, or a wildcard mask as access lists have it, as a length. */
function readMask(text: string): number | undefined {
  const mask = parseAddress(text);
  if (!mask.ok || mask.value.family !== 4) return undefined;
  const { value } = mask.value;
  const inverse = ~value >>> 0;
  if (isWildcard(inverse)) return Math.clz32(inverse);
  return isWildcard(value) ? Math.clz32(value) : undefined;
}

/** Zeros, then ones: adding one to such a number leaves no bit in common with it. */
function isWildcard(value: number): boolean {
  return (value & (value + 1)) === 0;
}

function readListLine(line: string, lineNumber: number): PrefixListEntry[] {
  const entries: PrefixListEntry[] = [];
  let end = 0;
  // A zero-width space, common in text pasted from web pages, separates like any other space.
  for (const match of line.matchAll(/[^\s,;\u200b]+/g)) {
    const [text] = match;
    const previous = entries.at(-1);
    const isBehindBlank = !/[,;]/.test(line.slice(end, match.index));
    end = match.index + text.length;
    const masked = previous !== undefined && isBehindBlank ? readMaskedPair(previous, text) : undefined;
    if (previous !== undefined && masked !== undefined) {
      const whole = line.slice(previous.column - 1, end);
      entries[entries.length - 1] = { text: whole, line: lineNumber, column: previous.column, ...masked };
    } else {
      entries.push({ text, line: lineNumber, column: match.index + 1, ...parsePrefixText(text) });
    }
  }
  return entries;
}

/** Recognises `address mask` as routers print it, from the entry before a blank and the text behind it. */
function readMaskedPair(previous: PrefixListEntry, text: string): PrefixFailure | undefined {
  if (!previous.ok || previous.value.family !== 4 || previous.text.includes('/')) return undefined;
  const length = readMask(text);
  // Masks of fewer than eight bits could be addresses of their own (192.0.0.0), the others never are.
  if (length === undefined || !/^(0|255)\./.test(text)) return undefined;
  // "0.0.0.0" is a netmask behind the default route and a wildcard mask behind anything else.
  const isHost = text === '0.0.0.0' && previous.value.network !== 0;
  const suggestion = findNetwork({ family: 4, value: previous.value.network }, isHost ? 32 : length);
  return { ok: false, problem: 'dotted-mask', piece: text, suggestion };
}
