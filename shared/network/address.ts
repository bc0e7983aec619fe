/** Reads, writes, compares and steps IPv4 and IPv6 addresses, strictly and without any dependency. */

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
const colon = 0x3a;

// Filled and read within one call; nothing stays in them from one call to the next.
const groups = new Uint16Array(8);
const words = new Uint32Array(4);
const bytes = new DataView(new ArrayBuffer(16));

/** The value of each hexadecimal digit, and -1 of any other character: one for every code, so none is checked. */
const hexDigits = new Int8Array(0x1_0000).fill(-1);
for (const [value, digit] of [...'0123456789abcdef'].entries()) {
  hexDigits[digit.charCodeAt(0)] = value;
  hexDigits[digit.toUpperCase().charCodeAt(0)] = value;
}

/** Reads an address of either family; a colon anywhere makes a refused text IPv6. */
export function parseAddress(text: string): AddressResult {
  const value = readIPv4(text);
  if (value >= 0) return { ok: true, value: { family: 4, value } };
  return text.includes(':') ? parseIPv6(text) : (nameForeignPart(text) ?? diagnoseIPv4(text));
}

/** Reads four decimal octets, each without leading zeros: the octal reading of `010` is a known trap. */
export function parseIPv4(text: string): AddressResult<IPv4Address> {
  const value = readIPv4(text);
  return value >= 0
    ? { ok: true, value: { family: 4, value } }
    : (nameForeignPart(text) ?? diagnoseIPv4(text));
}

/** Reads any form RFC 4291 section 2.2 allows, without a zone. */
export function parseIPv6(text: string): AddressResult<IPv6Address> {
  if (readIPv6(text, words)) return { ok: true, value: { family: 6, value: joinWords(words) } };
  return nameForeignPart(text) ?? diagnoseIPv6(text);
}

/**
 * Reads an address of either family into four 32-bit words, the highest first, of which IPv4 fills the first;
 * undefined when the text is none. For many look-ups: unlike parseAddress it creates nothing.
 */
export function readAddressWords(text: string, target: Uint32Array): AddressFamily | undefined {
  // No IPv4 address is written longer than 255.255.255.255.
  const value = text.length > 15 ? -1 : readIPv4(text);
  if (value < 0) return readIPv6(text, target) ? 6 : undefined;
  target[0] = value;
  return 4;
}

/** Cuts the value of an IPv6 address into four 32-bit words; false when it is below 0 or above 128 bits. */
export function splitIPv6(value: bigint, target: Uint32Array): boolean {
  const high = value >> 64n;
  // Only what lies between 0 and 128 bits keeps its upper half when that is cut to 64 bits.
  if (BigInt.asUintN(64, high) !== high) return false;
  bytes.setBigUint64(0, high);
  // Setting 64 bits drops the bits above them.
  bytes.setBigUint64(8, value);
  for (let word = 0; word < 4; word += 1) target[word] = bytes.getUint32(word * 4);
  return true;
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

/** The reasons a person recognises (a zone, a port, a space), before the syntax error they cause. */
function nameForeignPart(text: string): AddressFailure | undefined {
  if (text === '') return fail('empty', '');
  if (/\s/.test(text)) return fail('whitespace', text);
  if (/[[\]]/.test(text)) return fail('brackets', text);
  const zone = text.indexOf('%');
  if (zone >= 0) return fail('zone', text.slice(zone));
  const slash = text.indexOf('/');
  if (slash >= 0) return fail('unexpected-length', text.slice(slash));
  const [, host = '', port = ''] = /^([\d.]+)(:\d*)$/.exec(text) ?? [];
  return host.slice(1, -1).includes('.') ? fail('port', port) : undefined;
}

/** Reads a whole text, or gives -1; why it is refused is found separately, so that reading stays quick. */
function readIPv4(text: string, start = 0): number {
  let value = 0;
  let octet = -1;
  let dots = 0;
  for (let index = start; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === dot) {
      if (octet < 0 || dots === 3) return -1;
      value = value * 256 + octet;
      octet = -1;
      dots += 1;
    } else {
      const digit = code - zero;
      // An octet of 0 followed by a digit is a leading zero.
      if (digit < 0 || digit > 9 || octet === 0) return -1;
      octet = octet < 0 ? digit : octet * 10 + digit;
      if (octet > 255) return -1;
    }
  }
  return octet < 0 || dots < 3 ? -1 : value * 256 + octet;
}

function diagnoseIPv4(text: string): AddressFailure {
  const octets = text.split('.');
  for (const octet of octets) {
    if (octet === '') return fail('octet-empty', text);
    if (!/^\d+$/.test(octet)) return fail('not-an-address', octet);
    if (/^0\d/.test(octet)) return fail('leading-zero', octet);
    if (Number(octet) > 255) return fail('octet-range', octet);
  }
  return fail('octet-count', text);
}

/** Reads a whole text into four 32-bit words, or gives false; it looks at hardly any character twice. */
function readIPv6(text: string, target: Uint32Array): boolean {
  const end = text.length;
  const beginsWithGap = end > 1 && text.charCodeAt(0) === colon && text.charCodeAt(1) === colon;
  let gap = beginsWithGap ? 0 : -1;
  let index = beginsWithGap ? 2 : 0;
  let count = 0;
  while (index < end) {
    if (count === 8) return false;
    const start = index;
    let group = readHexDigit(text, index);
    if (group < 0) {
      // Behind a colon, a second one is the gap.
      if (text.charCodeAt(index) !== colon || index === 0 || gap >= 0) return false;
      gap = count;
      index += 1;
      continue;
    }
    index += 1;
    // Up to three more digits, written out: a loop over them takes a quarter longer for the whole address.
    let digit = index < end ? readHexDigit(text, index) : -1;
    if (digit >= 0) {
      group = (group << 4) | digit;
      index += 1;
      digit = index < end ? readHexDigit(text, index) : -1;
      if (digit >= 0) {
        group = (group << 4) | digit;
        index += 1;
        digit = index < end ? readHexDigit(text, index) : -1;
        if (digit >= 0) {
          group = (group << 4) | digit;
          index += 1;
        }
      }
    }
    groups[count] = group;
    count += 1;
    if (index === end) break;
    if (text.charCodeAt(index) !== colon) {
      const embedded = readIPv4(text, start);
      if (embedded < 0 || count === 8) return false;
      groups[count - 1] = embedded >>> 16;
      groups[count] = embedded;
      count += 1;
      break;
    }
    index += 1;
    // A colon must lead to something.
    if (index === end) return false;
  }
  return joinGroups(gap, count, target);
}

/** Puts the groups read into words, zeros where the gap was; false when they do not make an address. */
function joinGroups(gap: number, count: number, target: Uint32Array): boolean {
  // RFC 4291: "::" stands for one or more groups, so eight written groups leave no room for it.
  if (gap < 0 ? count !== 8 : count === 8) return false;
  if (gap >= 0) {
    groups.copyWithin(8 - count + gap, gap, count);
    groups.fill(0, gap, 8 - count + gap);
  }
  for (let word = 0; word < 4; word += 1) {
    target[word] = ((groups[word * 2] as number) << 16) | (groups[word * 2 + 1] as number);
  }
  return true;
}

/** The value of the digit at that place of the text, or -1. */
function readHexDigit(text: string, index: number): number {
  return hexDigits[text.charCodeAt(index)] as number;
}

function joinWords(source: Uint32Array): bigint {
  for (let word = 0; word < 4; word += 1) bytes.setUint32(word * 4, source[word] as number);
  return (bytes.getBigUint64(0) << 64n) | bytes.getBigUint64(8);
}

function diagnoseIPv6(text: string): AddressFailure {
  const gap = text.indexOf('::');
  if (gap >= 0 && text.indexOf('::', gap + 1) >= 0) return fail('double-colon', text);
  const parts =
    gap < 0 ? text.split(':') : text.split('::').flatMap((side) => (side === '' ? [] : side.split(':')));
  for (const [index, part] of parts.entries()) {
    if (part === '') return fail('group-empty', text);
    if (part.includes('.')) {
      if (index < parts.length - 1 || text.endsWith(':')) return fail('embedded-position', part);
      if (readIPv4(part) < 0) return diagnoseIPv4(part);
    } else {
      if (!/^[\da-f]+$/i.test(part)) return fail('not-an-address', part);
      if (part.length > 4) return fail('group-length', part);
    }
  }
  return fail('group-count', text);
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
