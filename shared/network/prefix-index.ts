// Packs the sorted prefixes of one family into typed arrays and finds the longest one around an address.
import { maximumIPv6 } from './address.ts';
import type { IPv4Prefix, IPv6Prefix, Prefix } from './prefix.ts';

/** The packed, searchable form of sorted, distinct prefixes; a slot is a place in their order. */
export interface PrefixIndex<Kind extends Prefix> {
  readonly size: number;
  readonly byteLength: number;
  /** The slot of the longest prefix around the address, or -1; a RangeError when it is no address. */
  findSlot(address: Kind['network']): number;
  /** The slot of the next shorter prefix around the one in this slot, or -1. */
  findParent(slot: number): number;
  readPrefix(slot: number): Kind;
}

/** IPv4: the leading bits of the address choose a stretch of range starts, a binary search does the rest. */
export class IPv4Index implements PrefixIndex<IPv4Prefix> {
  readonly size: number;
  readonly byteLength: number;
  readonly #networks: Uint32Array;
  readonly #lengths: Uint8Array;
  readonly #parents: Int32Array;
  readonly #starts: Uint32Array;
  readonly #owners: Int32Array;
  readonly #buckets: Uint32Array;
  readonly #bucketShift: number;

  constructor(prefixes: readonly IPv4Prefix[]) {
    const ranges = cutIntoRanges(prefixes, ({ network, length }) => network + 2 ** (32 - length), 0, 2 ** 32);
    this.size = prefixes.length;
    this.#networks = Uint32Array.from(prefixes, (prefix) => prefix.network);
    this.#lengths = Uint8Array.from(prefixes, (prefix) => prefix.length);
    this.#parents = ranges.parents;
    this.#starts = Uint32Array.from(ranges.starts);
    this.#owners = Int32Array.from(ranges.owners);
    // About one bucket for each range, and never more than 65,536.
    const bucketBits = Math.min(16, 32 - Math.clz32(this.#starts.length));
    this.#bucketShift = 32 - bucketBits;
    this.#buckets = findBuckets(this.#starts, bucketBits);
    const routes = this.#networks.byteLength + this.#lengths.byteLength + this.#parents.byteLength;
    this.byteLength = routes + this.#starts.byteLength + this.#owners.byteLength + this.#buckets.byteLength;
  }

  findSlot(address: number): number {
    if (address >>> 0 !== address) throw new RangeError(`${address} is not an IPv4 address`);
    const bucket = address >>> this.#bucketShift;
    const starts = this.#starts;
    // Neither place can be missing: the buckets and the starts cover the whole space.
    let low = this.#buckets[bucket] as number;
    let high = this.#buckets[bucket + 1] as number;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] as number) <= address) low = middle;
      else high = middle - 1;
    }
    return this.#owners[low] as number;
  }

  findParent(slot: number): number {
    return this.#parents[slot] ?? -1;
  }

  readPrefix(slot: number): IPv4Prefix {
    return { family: 4, network: this.#networks[slot] as number, length: this.#lengths[slot] as number };
  }
}

/** How many 32-bit words an IPv6 address has. */
const wordCount = 4;
/** A range is the words of its start, then its owner. */
const rangeStride = wordCount + 1;
/** A record is the words of a prefix, then its parent and its length. */
const recordStride = wordCount + 2;

/**
 * IPv6: a tree of buckets guesses the stretch of range starts, a binary search finds the range. Addresses are
 * kept as words because reading a bigint from an array allocates it, and what one look-up reads together lies
 * together because memory is what it waits for.
 */
export class IPv6Index implements PrefixIndex<IPv6Prefix> {
  readonly size: number;
  readonly byteLength: number;
  readonly #ranges: Uint32Array;
  readonly #lastRange: number;
  readonly #records: Int32Array;
  readonly #buckets: BucketTree;
  /** The address looked up, as words, the highest first. */
  readonly #key = new DataView(new ArrayBuffer(16));
  /** The prefix read, as words. */
  readonly #prefix = new DataView(new ArrayBuffer(16));

  constructor(prefixes: readonly IPv6Prefix[]) {
    const { starts, owners, parents } = cutIntoRanges(
      prefixes,
      ({ network, length }) => network + (1n << BigInt(128 - length)),
      0n,
      1n << 128n,
    );
    this.size = prefixes.length;
    this.#lastRange = starts.length - 1;
    this.#ranges = new Uint32Array(starts.length * rangeStride);
    for (const [range, start] of starts.entries()) {
      this.#writeKey(start, this.#ranges, range * rangeStride);
      this.#ranges[range * rangeStride + wordCount] = owners[range] ?? -1;
    }
    this.#records = new Int32Array(prefixes.length * recordStride);
    for (const [slot, { network, length }] of prefixes.entries()) {
      const place = slot * recordStride;
      this.#writeKey(network, this.#records, place);
      this.#records[place + wordCount] = parents[slot] ?? -1;
      this.#records[place + wordCount + 1] = length;
    }
    this.#buckets = new BucketTree(this.#ranges);
    this.byteLength = this.#ranges.byteLength + this.#records.byteLength + this.#buckets.byteLength;
  }

  findSlot(address: bigint): number {
    if (address < 0n || address > maximumIPv6) throw new RangeError(`${address} is not an IPv6 address`);
    this.#loadKey(address);
    const place = this.#buckets.locate(this.#key);
    let range = this.#search(this.#buckets.getLow(place), this.#buckets.getLow(place + 1));
    const isHere = this.#beginsByKey(range) && !(range < this.#lastRange && this.#beginsByKey(range + 1));
    if (!isHere) range = this.#search(0, this.#lastRange);
    return (this.#ranges[range * rangeStride + wordCount] as number) | 0;
  }

  findParent(slot: number): number {
    return this.#records[slot * recordStride + wordCount] ?? -1;
  }

  readPrefix(slot: number): IPv6Prefix {
    const place = slot * recordStride;
    for (let word = 0; word < wordCount; word += 1) {
      this.#prefix.setInt32(word * 4, this.#records[place + word] as number);
    }
    const network = (this.#prefix.getBigUint64(0) << 64n) | this.#prefix.getBigUint64(8);
    return { family: 6, network, length: this.#records[place + wordCount + 1] as number };
  }

  /** The last range of the stretch that begins at or before the key; the first one when none does. */
  #search(from: number, to: number): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#beginsByKey(middle)) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Tells whether the range begins at or before the key. */
  #beginsByKey(range: number): boolean {
    const place = range * rangeStride;
    for (let word = 0; word < wordCount; word += 1) {
      const difference = (this.#ranges[place + word] as number) - this.#key.getUint32(word * 4);
      if (difference !== 0) return difference < 0;
    }
    return true;
  }

  #loadKey(address: bigint): void {
    this.#key.setBigUint64(0, address >> 64n);
    // Setting 64 bits drops the bits above them.
    this.#key.setBigUint64(8, address);
  }

  #writeKey(address: bigint, target: Uint32Array | Int32Array, place: number): void {
    this.#loadKey(address);
    for (let word = 0; word < wordCount; word += 1) target[place + word] = this.#key.getUint32(word * 4);
  }
}

/** A stretch of at most this many ranges is searched, not divided further. */
const leafSize = 8;

/**
 * Guesses the short stretch of range starts around a key, so that hardly any searching is left.
 *
 * A node chooses one of its buckets by a window of the key's bits; a bucket with many range starts has a node
 * of its own. The window of that node begins where its starts begin to differ, so that crowded corners of the
 * space cost neither depth nor memory. The bits skipped are not compared: a key that differs in them gets a
 * wrong stretch. Whoever asks must check the range found, and search all starts when it is not the one.
 */
class BucketTree {
  readonly byteLength: number;
  /** At a node its window; behind it, for each bucket and once more, the range its first address lies in. */
  readonly #lows: Uint32Array;
  /** At a bucket the node that divides it further, or 0. */
  readonly #children: Uint32Array;

  constructor(ranges: Uint32Array) {
    const lows: number[] = [];
    const children: number[] = [];
    const readWord = (range: number, word: number) => ranges[range * rangeStride + word] as number;
    const divide = (low: number, high: number, offset: number): number => {
      const node = lows.length;
      const bits = Math.max(1, Math.min(16, 31 - Math.clz32(high - low), 32 - (offset % 32)));
      const readWindow = (range: number) => cutWindow(readWord(range, offset >>> 5), offset, bits);
      lows.push(offset * 32 + bits);
      let range = low;
      for (let bucket = 0; bucket < 2 ** bits; bucket += 1) {
        while (range < high && readWindow(range + 1) < bucket) range += 1;
        if (range < high && readWindow(range + 1) === bucket && isZeroFrom(range + 1, offset + bits))
          range += 1;
        lows.push(range);
      }
      lows.push(high);
      for (let place = node; place < lows.length; place += 1) children.push(0);
      for (let bucket = 0; bucket < 2 ** bits; bucket += 1) {
        const place = node + 1 + bucket;
        const first = lows[place] as number;
        let last = lows[place + 1] as number;
        if (last > first && readWindow(last) > bucket) last -= 1;
        if (last - first > leafSize) children[place] = divide(first, last, findDifference(first + 1, last));
      }
      return node;
    };
    const isZeroFrom = (range: number, offset: number): boolean => {
      if (offset % 32 !== 0 && readWord(range, offset >>> 5) << (offset % 32) !== 0) return false;
      for (let word = Math.ceil(offset / 32); word < wordCount; word += 1) {
        if (readWord(range, word) !== 0) return false;
      }
      return true;
    };
    const findDifference = (left: number, right: number): number => {
      let word = 0;
      while (readWord(left, word) === readWord(right, word)) word += 1;
      return word * 32 + Math.clz32(readWord(left, word) ^ readWord(right, word));
    };
    divide(0, ranges.length / rangeStride - 1, 0);
    this.#lows = Uint32Array.from(lows);
    this.#children = Uint32Array.from(children);
    this.byteLength = this.#lows.byteLength + this.#children.byteLength;
  }

  /** Finds the bucket of the key; its stretch runs from the low of that place to the low of the next. */
  locate(key: DataView): number {
    let node = 0;
    for (;;) {
      const window = this.#lows[node] as number;
      const offset = window >>> 5;
      const place = node + 1 + cutWindow(key.getUint32((offset >>> 5) * 4), offset, window & 31);
      node = this.#children[place] as number;
      if (node === 0) return place;
    }
  }

  getLow(place: number): number {
    return this.#lows[place] as number;
  }
}

/** Cuts out of a word the bits from the offset (counted over all words) on. */
function cutWindow(word: number, offset: number, bits: number): number {
  return (word << (offset & 31)) >>> (32 - bits);
}

/** The address space cut where any prefix begins or ends; the first range begins at the origin. */
interface Ranges<Key> {
  readonly starts: Key[];
  /** For each range the slot of its longest prefix, or -1. */
  readonly owners: number[];
  /** For each slot the slot of the next shorter prefix around it, or -1. */
  readonly parents: Int32Array;
}

/** Sweeps over sorted prefixes once, with the prefixes around the current place on a stack. */
function cutIntoRanges<Kind extends Prefix>(
  prefixes: readonly Kind[],
  getEnd: (prefix: Kind) => Kind['network'],
  origin: Kind['network'],
  space: Kind['network'],
): Ranges<Kind['network']> {
  type Key = Kind['network'];
  const ends = prefixes.map(getEnd);
  const starts: Key[] = [origin];
  const owners: number[] = [-1];
  const parents = new Int32Array(prefixes.length);
  const open: number[] = [];
  const begin = (start: Key, owner: number) => {
    // A range that would be empty gives way to the one that begins at the same place.
    if (starts.at(-1) === start) {
      starts.pop();
      owners.pop();
    }
    starts.push(start);
    owners.push(owner);
  };
  const closeUntil = (place: Key) => {
    for (let slot = open.at(-1); slot !== undefined; slot = open.at(-1)) {
      const end = ends[slot];
      if (end === undefined || end > place) return;
      open.pop();
      if (end < space) begin(end, open.at(-1) ?? -1);
    }
  };
  for (const [slot, { network }] of prefixes.entries()) {
    closeUntil(network);
    parents[slot] = open.at(-1) ?? -1;
    begin(network, slot);
    open.push(slot);
  }
  closeUntil(space);
  return { starts, owners, parents };
}

/** For each value of the leading bits, and once more at the end, the range its first address lies in. */
function findBuckets(starts: Uint32Array, bucketBits: number): Uint32Array {
  const buckets = new Uint32Array(2 ** bucketBits + 1);
  const width = 2 ** (32 - bucketBits);
  let range = 0;
  for (let bucket = 0; bucket < buckets.length; bucket += 1) {
    while (range + 1 < starts.length && (starts[range + 1] as number) <= bucket * width) range += 1;
    buckets[bucket] = range;
  }
  return buckets;
}
