/** Makes the random addresses and prefixes the network tests share, and a reference that only compares bits. */
import fc from 'fast-check';
import type { Address } from '../../../shared/network/address.ts';
import { findNetwork, type Prefix } from '../../../shared/network/prefix.ts';

export const anyIPv4: fc.Arbitrary<Address> = fc
  .integer({ min: 0, max: 0xffff_ffff })
  .map((value) => ({ family: 4, value }));

/** Groups are often zero, so that runs of zeros of every length and place turn up. */
export const anyIPv6: fc.Arbitrary<Address> = fc
  .oneof(
    fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }),
    fc
      .array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff })), { minLength: 8, maxLength: 8 })
      .map((groups) => groups.reduce((value, group) => (value << 16n) | BigInt(group), 0n)),
    fc.integer({ min: 0, max: 0xffff_ffff }).map((value) => 0xffff_0000_0000n | BigInt(value)),
  )
  .map((value) => ({ family: 6, value }));

export const anyAddress: fc.Arbitrary<Address> = fc.oneof(anyIPv4, anyIPv6);

export const anyPrefix: fc.Arbitrary<Prefix> = fc.oneof(
  fc.tuple(anyIPv4, fc.integer({ min: 0, max: 32 })).map(([address, length]) => findNetwork(address, length)),
  fc
    .tuple(anyIPv6, fc.integer({ min: 0, max: 128 }))
    .map(([address, length]) => findNetwork(address, length)),
);

/** A corner of the address space of 64 addresses, small enough to ask about every one. */
export interface Corner {
  readonly name: string;
  readonly first: Address;
  /** The distance between neighbouring addresses of the corner. */
  readonly step: bigint;
  /** The length of the prefix that holds the whole corner. */
  readonly length: number;
}

export const corners: readonly Corner[] = [
  { name: 'the start of IPv4', first: { family: 4, value: 0 }, step: 1n, length: 26 },
  { name: 'the middle of IPv4', first: { family: 4, value: 0x7fff_ffc0 }, step: 1n, length: 26 },
  { name: 'the end of IPv4', first: { family: 4, value: 0xffff_ffc0 }, step: 1n, length: 26 },
  { name: 'all of IPv4', first: { family: 4, value: 0 }, step: 1n << 26n, length: 0 },
  { name: 'the end of IPv6', first: { family: 6, value: (1n << 128n) - 64n }, step: 1n, length: 122 },
  { name: 'IPv6 across words', first: { family: 6, value: 0x2001n << 112n }, step: 1n << 61n, length: 61 },
  { name: 'all of IPv6', first: { family: 6, value: 0n }, step: 1n << 122n, length: 0 },
];

export function listCorner({ first, step }: Corner): Address[] {
  return Array.from({ length: 64 }, (_, index): Address => {
    const value = BigInt(first.value) + step * BigInt(index);
    return first.family === 4 ? { family: 4, value: Number(value) } : { family: 6, value };
  });
}

/** Prefixes that begin in the corner and are made of whole steps of it, or hold all of it. */
export function anyPrefixIn(corner: Corner): fc.Arbitrary<Prefix> {
  return fc
    .tuple(fc.constantFrom(...listCorner(corner)), fc.integer({ min: corner.length, max: corner.length + 6 }))
    .map(([address, length]) => findNetwork(address, length));
}

/** The reference for membership: the written-out bits of the prefix begin those of the address. */
export function holdsByBits(prefix: Prefix, address: Address): boolean {
  return (
    prefix.family === address.family &&
    writeBits(address.family, address.value).startsWith(
      writeBits(prefix.family, prefix.network).slice(0, prefix.length),
    )
  );
}

function writeBits(family: 4 | 6, value: number | bigint): string {
  return value.toString(2).padStart(family === 4 ? 32 : 128, '0');
}
