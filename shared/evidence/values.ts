/** Reads the small things every format is made of: prefixes, communities, AS numbers and paths. */
import { formatAddress, parseAddress } from '../network/address.ts';
import { formatPrefix, parsePrefixText } from '../network/prefix.ts';
import type { BgpOrigin } from './records.ts';

export type PrefixReading =
  | { prefix: string; problem?: 'host-bits' }
  | { prefix?: never; problem: 'not-a-prefix' };

/** In canonical form; with host bits set it is still read, as the block it lies in, and the problem says so. */
export function readPrefix(text: string): PrefixReading {
  if (isPlainPrefix(text)) return { prefix: text };
  if (text.length > longestAddress) return { problem: 'not-a-prefix' };
  const result = parsePrefixText(text.trim());
  if (result.ok) return { prefix: formatPrefix(result.value) };
  if (result.problem === 'dotted-mask') return { prefix: formatPrefix(result.suggestion) };
  if (result.problem === 'host-bits')
    return { prefix: formatPrefix(result.suggestion), problem: 'host-bits' };
  return { problem: 'not-a-prefix' };
}

/** With a mask and spaces around it; finding out why something longer is none could take long. */
const longestAddress = 200;

/**
 * Tells of most prefixes that they are written just as we would write them. Files of a hundred thousand prefixes have
 * hardly any others, and looking takes a tenth of the time that reading and writing takes.
 */
function isPlainPrefix(text: string): boolean {
  return isPlainIPv4(text) || isPlainIPv6(text);
}

function isPlainIPv4(text: string): boolean {
  let network = 0;
  let number = -1;
  let dots = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x2e || code === 0x2f) {
      if (number < 0 || number > 255 || (code === 0x2f) !== (dots === 3)) return false;
      network = network * 256 + number;
      number = -1;
      dots += 1;
    } else {
      const digit = code - 0x30;
      if (digit < 0 || digit > 9 || number === 0 || number > 255) return false;
      number = number < 0 ? digit : number * 10 + digit;
    }
  }
  return dots === 4 && number >= 0 && number <= 32 && network % 2 ** (32 - number) === 0;
}

/** Groups without leading zeros, then one gap of at least two groups, then a length behind the last group. */
function isPlainIPv6(text: string): boolean {
  const gap = text.indexOf('::/');
  if (gap < 1 || gap > 29) return false;
  let groups = 1;
  let digits = 0;
  for (let index = 0; index < gap; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x3a) {
      if (digits === 0) return false;
      groups += 1;
      digits = 0;
    } else {
      const isDigit =
        code > 0x30 ? code <= 0x39 || (code >= 0x61 && code <= 0x66) : code === 0x30 && digits > 0;
      digits += 1;
      if (!isDigit || digits > 4) return false;
    }
  }
  if (digits === 0 || groups > 6 || text[gap + 3] === '0') return false;
  const length = readWhole(text.slice(gap + 3), 128);
  return length !== undefined && length >= groups * 16;
}

/** In canonical form. */
export function readAddress(text: string): string | undefined {
  if (text.length > longestAddress) return undefined;
  const result = parseAddress(text.trim());
  return result.ok ? formatAddress(result.value) : undefined;
}

const greatestAsn = 0xffff_ffff;

/** Plain, or in the dotted form of four-byte numbers (`1.10`). */
export function readAsn(text: string): number | undefined {
  const dot = text.indexOf('.');
  if (dot < 0) return readWhole(text, greatestAsn);
  const high = readWhole(text.slice(0, dot), 0xffff);
  const low = readWhole(text.slice(dot + 1), 0xffff);
  return high === undefined || low === undefined ? undefined : high * 65_536 + low;
}

/** `12076:51004`, or the same as one number (791463740), as routers print it without the new format. */
export function readCommunity(text: string): string | undefined {
  const colon = text.indexOf(':');
  if (colon < 0) {
    const value = readWhole(text, greatestAsn);
    return value === undefined ? undefined : `${Math.floor(value / 65_536)}:${value % 65_536}`;
  }
  const high = readWhole(text.slice(0, colon), 0xffff);
  const low = readWhole(text.slice(colon + 1), 0xffff);
  return high === undefined || low === undefined ? undefined : `${high}:${low}`;
}

/** Decimal digits only, up to a bound; nothing else is a number here. */
export function readWhole(text: string, greatest = Number.MAX_SAFE_INTEGER): number | undefined {
  if (text === '' || text.length > 16) return undefined;
  let value = 0;
  for (let index = 0; index < text.length; index += 1) {
    const digit = text.charCodeAt(index) - 0x30;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value <= greatest ? value : undefined;
}

const origins: Readonly<Record<string, BgpOrigin>> = {
  i: 'igp',
  I: 'igp',
  e: 'egp',
  E: 'egp',
  '?': 'incomplete',
};

/** `65020 65030 i`; the members of a set or a confederation stand in the path like any other. */
export function readPath(text: string): { path: number[]; origin: BgpOrigin | null } | undefined {
  const path: number[] = [];
  let origin: BgpOrigin | null = null;
  for (const word of text.split(/[\s,{}()[\]]+/)) {
    if (word === '') continue;
    const asn = readAsn(word);
    // Nothing stands behind the origin.
    if (origin !== null) return undefined;
    if (asn !== undefined) path.push(asn);
    else if (Object.hasOwn(origins, word)) origin = origins[word] ?? null;
    else return undefined;
  }
  return { path, origin };
}
