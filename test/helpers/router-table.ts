/** Any BGP path, and tables of them as Cisco IOS prints them: fixed columns, blank repeats, lines that wrap. */
import fc from 'fast-check';
import type { BgpRecord } from '../../shared/evidence/records.ts';
import { formatAddress } from '../../shared/network/address.ts';
import { findNetwork, formatPrefix } from '../../shared/network/prefix.ts';

const number = fc.integer({ min: 0, max: 0xffff_ffff });
const perhaps = fc.option(number, { nil: null });
const address = fc
  .oneof(
    number.map((value) => ({ family: 4, value }) as const),
    fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }).map((value) => ({ family: 6, value }) as const),
  )
  // IPv4 inside IPv6 is written in another way than routers write it.
  .filter(({ value }) => typeof value === 'number' || value >> 32n !== 0xffffn);
const prefix = fc
  .tuple(address, fc.nat(128))
  .map(([start, length]) => formatPrefix(findNetwork(start, start.family === 4 ? length % 33 : length)))
  .filter((text) => !text.startsWith('::ffff:'));

export const anyPath: fc.Arbitrary<BgpRecord> = fc.record({
  prefix,
  nextHop: address.map(formatAddress),
  metric: perhaps,
  localPreference: fc.option(fc.nat(999_999), { nil: null }),
  weight: fc.nat(65_535),
  path: fc.array(fc.integer({ min: 1, max: 0xffff_ffff }), { maxLength: 8 }),
  origin: fc.constantFrom('igp', 'egp', 'incomplete'),
  valid: fc.boolean(),
  best: fc.boolean(),
  communities: fc.constant(null),
});

const title = '     Network          Next Hop            Metric LocPrf Weight Path';
const numbersAt = 42;

export function printIos(paths: readonly BgpRecord[]): string {
  let before = '';
  const rows = paths.map((path) => {
    const isSame = path.prefix === before;
    before = path.prefix;
    return rowOf(path, isSame ? '' : path.prefix);
  });
  return [title, ...rows, ''].join('\n');
}

function rowOf(path: BgpRecord, network: string): string {
  const signs = ` ${path.valid ? '*' : ' '}${path.best ? '>' : ' '}  `;
  const start =
    network.length > 16 ? `${signs}${network}\n${' '.repeat(22)}` : `${signs}${network.padEnd(17)}`;
  const hop = path.nextHop ?? '';
  const end = hop.length > 19 ? `${hop}\n${' '.repeat(numbersAt)}` : hop.padEnd(20);
  const column = (value: number | null, width: number) => String(value ?? '').padStart(width);
  // A metric of ten digits reaches into the column before its own.
  const metric = column(path.metric, 6);
  const numbers = `${metric.length > 6 ? '' : metric}${column(path.localPreference, 7)}${column(path.weight, 7)}`;
  const origin = { igp: 'i', egp: 'e', incomplete: '?' }[path.origin ?? 'igp'];
  const wide =
    metric.length > 6 ? `${`${start}${end}`.slice(0, -(metric.length - 6))}${metric}` : `${start}${end}`;
  return `${wide}${numbers} ${[...path.path, origin].join(' ')}`;
}
