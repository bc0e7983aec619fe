// Reads, writes, compares and steps IPv4 and IPv6 addresses, strictly and without any dependency.

export type AddressFamily = 4 | 6;

/** An IPv4 address as an unsigned 32-bit number. */
export interface IPv4Address {
  readonly family: 4;
  readonly value: number;
}

/** An IPv6 address as an unsigned 128-bit bigint. */
export interface IPv6Address {
  readonly family: 6;
  readonly value: bigint;
}

export type Address = IPv4Address | IPv6Address;

/** Why a text is not an address; the words for each code live with the interface, not here. */
export type AddressProblem =
  | 'empty'
  | 'whitespace'
  | 'zone'
  | 'unexpected-length'
  | 'brackets'
  | 'port'
  | 'octet-count'
  | 'octet-empty'
  | 'octet-range'
  | 'leading-zero'
  | 'group-count'
  | 'group-empty'
  | 'group-length'
  | 'double-colon'
  | 'embedded-position'
  | 'not-an-address';

/** A refusal: the code, and the piece of the text it is about. */
export interface AddressFailure {
  readonly ok: false;
  readonly problem: AddressProblem;
  readonly piece: string;
}

export type AddressResult<Kind extends Address = Address> =
  | { readonly ok: true; readonly value: Kind }
  | AddressFailure;

/** How many bits an address of each family has. */
export const addressBits: Readonly<Record<AddressFamily, number>> = { 4: 32, 6: 128 };

export const maximumIPv4 = 0xffff_ffff;
export const maximumIPv6 = (1n << 128n) - 1n;

const dot = 0x2e;
const zero = 0x30;

/** Reads an address of either family; a colon anywhere makes it IPv6. */
export function parseAddress(text: string): AddressResult {
  return text.includes(':') ? parseIPv6(text) : parseIPv4(text);
}

/** Reads four decimal octets, each without leading zeros: the octal reading of `010` is a known trap. */
export function parseIPv4(text: string): AddressResult<IPv4Address> {
  const value = readIPv4(text);
  return typeof value === 'number' ? { ok: true, value: { family: 4, value } } : nameForeignPart(text, value);
}

/** Reads any form RFC 4291 section 2.2 allows, without a zone. */
export function parseIPv6(text: string): AddressResult<IPv6Address> {
  const value = readIPv6(text);
  return typeof value === 'bigint' ? { ok: true, value: { family: 6, value } } : nameForeignPart(text, value);
}

/** Writes the one canonical form: dotted decimal, or RFC 5952 (IPv4-mapped addresses in mixed notation). */
export function formatAddress(address: Address): string {
  return address.family === 4 ? formatIPv4(address.value) : formatIPv6(address.value);
}

/** Orders addresses: IPv4 before IPv6, then by value. */
export function compareAddresses(left: Address, right: Address): number {
  if (left.family !== right.family) return left.family - right.family;
  if (left.value === right.value) return 0;
  return left.value < right.value ? -1 : 1;
}

/** Steps forwards or backwards; undefined when that leaves the address space. */
export function addToAddress(address: Address, offset: number | bigint): Address | undefined {
  const sum = BigInt(address.value) + BigInt(offset);
  if (address.family === 4) {
    return sum < 0n || sum > BigInt(maximumIPv4) ? undefined : { family: 4, value: Number(sum) };
  }
  return sum < 0n || sum > maximumIPv6 ? undefined : { family: 6, value: sum };
}

function fail(problem: AddressProblem, piece: string): AddressFailure {
  return { ok: false, problem, piece };
}

/** Prefers a reason a person recognises (a zone, a port, a space) over the plain syntax error it causes. */
function nameForeignPart(text: string, failure: AddressFailure): AddressFailure {
  if (text === '') return fail('empty', '');
  if (/\s/.test(text)) return fail('whitespace', text);
  if (/[[\]]/.test(text)) return fail('brackets', text);
  const zone = text.indexOf('%');
  if (zone >= 0) return fail('zone', text.slice(zone));
  const slash = text.indexOf('/');
  if (slash >= 0) return fail('unexpected-length', text.slice(slash));
  const port = /^[\d.]+\.[\d.]+(:\d*)$/.exec(text)?.[1];
  return port === undefined ? failure : fail('port', port);
}

function readIPv4(text: string): number | AddressFailure {
  let value = 0;
  let octet = 0;
  let octets = 0;
  let start = 0;
  for (let index = 0; index <= text.length; index += 1) {
    const code = index < text.length ? text.charCodeAt(index) : dot;
    if (code === dot) {
      if (index === start) return fail('octet-empty', text);
      value = value * 256 + octet;
      octets += 1;
      octet = 0;
      start = index + 1;
    } else if (code >= zero && code <= zero + 9) {
      if (octet === 0 && index > start) return fail('leading-zero', cutOctet(text, start));
      octet = octet * 10 + code - zero;
      if (octet > 255) return fail('octet-range', cutOctet(text, start));
    } else {
      return fail('not-an-address', cutOctet(text, start));
    }
  }
  return octets === 4 ? value : fail('octet-count', text);
}

function cutOctet(text: string, start: number): string {
  const end = text.indexOf('.', start);
  return end < 0 ? text.slice(start) : text.slice(start, end);
}

function readIPv6(text: string): bigint | AddressFailure {
  const gap = text.indexOf('::');
  if (gap < 0) {
    const groups = readGroups(text, text, true);
    if (!Array.isArray(groups)) return groups;
    return groups.length === 8 ? joinGroups(groups) : fail('group-count', text);
  }
  if (text.indexOf('::', gap + 1) >= 0) return fail('double-colon', text);
  const head = readGroups(text.slice(0, gap), text, false);
  if (!Array.isArray(head)) return head;
  const tail = readGroups(text.slice(gap + 2), text, true);
  if (!Array.isArray(tail)) return tail;
  const missing = 8 - head.length - tail.length;
  // RFC 4291: "::" stands for one or more groups, so eight written groups leave no room for it.
  if (missing < 1) return fail('group-count', text);
  return joinGroups([...head, ...new Array<number>(missing).fill(0), ...tail]);
}

/** Reads the groups on one side of `::`; only the last part of an address may be dotted. */
function readGroups(side: string, text: string, isEnd: boolean): number[] | AddressFailure {
  if (side === '') return [];
  const parts = side.split(':');
  const groups: number[] = [];
  for (const [index, part] of parts.entries()) {
    if (part === '') return fail('group-empty', text);
    if (part.includes('.')) {
      if (!isEnd || index < parts.length - 1) return fail('embedded-position', part);
      const embedded = readIPv4(part);
      if (typeof embedded !== 'number') return embedded;
      groups.push(embedded >>> 16, embedded & 0xffff);
    } else {
      if (!/^[\da-f]+$/i.test(part)) return fail('not-an-address', part);
      if (part.length > 4) return fail('group-length', part);
      groups.push(Number.parseInt(part, 16));
    }
  }
  return groups;
}

function joinGroups(groups: readonly number[]): bigint {
  const join = (from: number, to: number) =>
    BigInt(groups.slice(from, to).reduce((value, group) => value * 0x1_0000 + group, 0));
  // Three groups fill 48 bits, which a number still holds exactly.
  return (join(0, 3) << 80n) | (join(3, 6) << 32n) | join(6, 8);
}

function formatIPv4(value: number): string {
  return `${value >>> 24}.${(value >>> 16) & 0xff}.${(value >>> 8) & 0xff}.${value & 0xff}`;
}

function formatIPv6(value: bigint): string {
  if (value >> 32n === 0xffffn) return `::ffff:${formatIPv4(Number(value & 0xffff_ffffn))}`;
  const digits = value.toString(16).padStart(32, '0');
  const groups = Array.from({ length: 8 }, (_, index) =>
    Number.parseInt(digits.slice(index * 4, index * 4 + 4), 16),
  );
  const gap = findLongestZeroRun(groups);
  const write = (part: readonly number[]) => part.map((group) => group.toString(16)).join(':');
  // RFC 5952 4.2.2: a single zero group is written out.
  if (gap.length < 2) return write(groups);
  return `${write(groups.slice(0, gap.start))}::${write(groups.slice(gap.start + gap.length))}`;
}

/** Finds the longest run of zero groups, the first of equals (RFC 5952 4.2.3). */
function findLongestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let longest = { start: 0, length: 0 };
  let start = 0;
  for (const [index, group] of groups.entries()) {
    if (group !== 0) start = index + 1;
    else if (index + 1 - start > longest.length) longest = { start, length: index + 1 - start };
  }
  return longest;
}
