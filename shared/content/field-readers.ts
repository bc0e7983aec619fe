/** Readers of single typed values: numbers with units, dates, AS numbers, VLANs, communities, hosts. */
import type { Json } from '../json.ts';
import type { Language } from '../words/catalogue.ts';
import { plainDigits } from './typed-number.ts';

type Read = { value: Json } | { code: string; suggestion?: string };

const bandwidthUnits: Record<string, number> = {
  k: 0.001,
  kbps: 0.001,
  'kbit/s': 0.001,
  m: 1,
  mbps: 1,
  mbit: 1,
  'mbit/s': 1,
  g: 1000,
  gbps: 1000,
  gbit: 1000,
  'gbit/s': 1000,
};

/** "2 Gbps" in a field of Mbps is 2000: units that differ by a known factor are understood, others refused. */
export function readNumber(
  text: string,
  spec: {
    unit?: string | undefined;
    min?: number | undefined;
    max?: number | undefined;
    integer?: boolean | undefined;
  },
  language: Language,
): Read {
  const match = /^(-?)(\d[\d.,]*)\s*([A-Za-z%/]*)$/.exec(text);
  const digits = match && plainDigits(match[2] ?? '', language, spec.integer === true);
  if (digits === null && match) {
    const [whole = '', decimals = ''] = (match[2] ?? '').split('.');
    return { code: 'two-numbers', suggestion: `${match[1]}${whole}${decimals}` };
  }
  // More digits than a number holds would be kept as another number.
  if (!match || !digits || !/^\d{1,15}(?:\.\d{1,9})?$/.test(digits)) return { code: 'not-a-number' };
  const unit = (match[3] ?? '').toLowerCase();
  const own = (spec.unit ?? '').toLowerCase();
  let factor = 1;
  if (unit !== '' && unit !== own) {
    const known = own === 'mbps' ? bandwidthUnits[unit] : undefined;
    if (known === undefined) return { code: 'wrong-unit', suggestion: spec.unit ?? '' };
    factor = known;
  }
  const value = Number(`${match[1]}${digits}`) * factor;
  if (spec.integer && !Number.isInteger(value)) return { code: 'not-whole' };
  if (spec.min !== undefined && value < spec.min) return { code: 'too-small', suggestion: String(spec.min) };
  if (spec.max !== undefined && value > spec.max) return { code: 'too-big', suggestion: String(spec.max) };
  return { value };
}

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function readDate(text: string): Read {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return { code: 'not-a-date' };
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && leap ? 29 : (daysInMonth[month - 1] ?? 0);
  return day >= 1 && day <= days && year >= 1970 ? { value: text } : { code: 'no-such-day' };
}

/** Plain ("64512"), with prefix ("AS64512") and dotted ("1.10") notation all mean a number. */
export function readAsn(text: string): Read {
  const dotted = /^(?:AS)?(\d{1,5})\.(\d{1,5})$/i.exec(text);
  if (dotted) {
    const [high, low] = [Number(dotted[1]), Number(dotted[2])];
    return high <= 65535 && low <= 65535 ? { value: high * 65536 + low } : { code: 'asn-range' };
  }
  const plain = /^(?:AS)?\s*(\d{1,10})$/i.exec(text);
  if (!plain) return { code: 'not-an-asn' };
  const value = Number(plain[1]);
  return value <= 4_294_967_295 ? { value } : { code: 'asn-range' };
}

export function readVlan(text: string): Read {
  if (!/^\d{1,5}$/.test(text)) return { code: 'not-a-vlan' };
  const value = Number(text);
  return value >= 1 && value <= 4094 ? { value } : { code: 'vlan-range' };
}

/** "12076:51002", or the decimal form that routers print without the new format (791463738). */
export function readCommunity(text: string): Read {
  const pair = /^(\d{1,5}):(\d{1,5})$/.exec(text);
  if (pair) {
    const [high, low] = [Number(pair[1]), Number(pair[2])];
    return high <= 65535 && low <= 65535 ? { value: `${high}:${low}` } : { code: 'community-range' };
  }
  if (/^\d{6,10}$/.test(text)) {
    const value = Number(text);
    return value <= 4_294_967_295
      ? { value: `${Math.floor(value / 65536)}:${value % 65536}` }
      : { code: 'community-range' };
  }
  return { code: 'not-a-community' };
}

const hostLabel = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

/** A host name, a wildcard ("*.dynamics.com") or a web address; the host part is lower-cased, a path is kept. */
export function readHost(text: string): Read {
  if (text.length > 500) return { code: 'not-a-host' };
  const match = /^([a-z][a-z0-9+.-]*:\/\/)?([^/:?#@]+)(:\d{1,5})?([/?#].*)?$/i.exec(text);
  if (!match) return { code: 'not-a-host' };
  const host = (match[2] ?? '').toLowerCase().replace(/\.$/, '');
  const labels = (host.startsWith('*.') ? host.slice(2) : host).split('.');
  if (host.length > 253 || labels.length < 2 || !labels.every((label) => hostLabel.test(label)))
    return { code: 'not-a-host' };
  return { value: `${(match[1] ?? '').toLowerCase()}${host}${match[3] ?? ''}${match[4] ?? ''}` };
}
