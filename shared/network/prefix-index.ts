// Packs the sorted prefixes of one family into typed arrays and finds the longest one around an address.
import { maximumIPv6 } from './address.ts';
import type { IPv4Prefix, IPv6Prefix, Prefix } from './prefix.ts';

/** What the families differ in: how many 32-bit words an address has, and how it becomes such words. */
export interface AddressForm<Kind extends Prefix> {
  readonly words: number;
  readonly origin: Kind['network'];
  /** One more than the last address. */
  readonly space: Kind['network'];
  /** One more than the last address of the prefix. */
  getEnd(prefix: Kind): Kind['network'];
  /** Lays an address out, the highest word first; a RangeError when it is none. */
  write(view: DataView, address: Kind['network']): void;
  read(view: DataView, length: number): Kind;
}

export const ipv4Form: AddressForm<IPv4Prefix> = {
  words: 1,
  origin: 0,
  space: 2 ** 32,
  getEnd: ({ network, length }) => network + 2 ** (32 - length),
  write: (view, address) => {
    if (address >>> 0 !== address) throw new RangeError(`${address} is not an IPv4 address`);
    view.setUint32(0, address);
  },
  read: (view, length) => ({ family: 4, network: view.getUint32(0), length }),
};

export const ipv6Form: AddressForm<IPv6Prefix> = {
  words: 4,
  origin: 0n,
  space: 1n << 128n,
  getEnd: ({ network, length }) => network + (1n << BigInt(128 - length)),
  write: (view, address) => {
    if (address < 0n || address > maximumIPv6) throw new RangeError(`${address} is not an IPv6 address`);
    view.setBigUint64(0, address >> 64n);
    // Setting 64 bits drops the bits above them.
    view.setBigUint64(8, address);
  },
  read: (view, length) => ({
    family: 6,
    network: (view.getBigUint64(0) << 64n) | view.getBigUint64(8),
    length,
  }),
};

/**
 * The packed, searchable form of sorted, distinct prefixes; a slot is a place in their order.
 *
 * What one look-up reads together lies together: a range is the words of its start and its owner, a record is
 * the words of a prefix, its parent and its length.
 */
export class PrefixIndex<Kind extends Prefix> {
  readonly size: number;
  readonly byteLength: number;
  readonly #form: AddressForm<Kind>;
  readonly #words: number;
  readonly #ranges: Uint32Array;
  readonly #rangeStride: number;
  readonly #lastRange: number;
  readonly #records: Int32Array;
  readonly #recordStride: number;
  readonly #buckets: BucketTree;
  /** The address looked up, as words. */
  readonly #key = new DataView(new ArrayBuffer(16));
  /** The prefix read, as words. */
  readonly #prefix = new DataView(new ArrayBuffer(16));

  constructor(form: AddressForm<Kind>, prefixes: readonly Kind[]) {
    const { starts, owners, parents } = cutIntoRanges(form, prefixes);
    this.size = prefixes.length;
    this.#form = form;
    this.#words = form.words;
    this.#rangeStride = form.words + 1;
    this.#recordStride = form.words + 2;
    this.#lastRange = starts.length - 1;
    this.#ranges = new Uint32Array(starts.length * this.#rangeStride);
    for (const [range, start] of starts.entries()) {
      const place = range * this.#rangeStride;
      form.write(this.#key, start);
      for (let word = 0; word < form.words; word += 1) {
        this.#ranges[place + word] = this.#key.getUint32(word * 4);
      }
      this.#ranges[place + form.words] = owners[range] ?? -1;
    }
    this.#records = new Int32Array(prefixes.length * this.#recordStride);
    for (const [slot, { network, length }] of prefixes.entries()) {
      const place = slot * this.#recordStride;
      form.write(this.#key, network);
      for (let word = 0; word < form.words; word += 1) {
        this.#records[place + word] = this.#key.getInt32(word * 4);
      }
      this.#records[place + form.words] = parents[slot] ?? -1;
      this.#records[place + form.words + 1] = length;
    }
    this.#buckets = new BucketTree(this.#ranges, form.words, this.#rangeStride);
    this.byteLength = this.#ranges.byteLength + this.#records.byteLength + this.#buckets.byteLength;
  }

  /** The slot of the longest prefix around the address, or -1. */
  findSlot(address: Kind['network']): number {
    this.#form.write(this.#key, address);
    const place = this.#buckets.locate(this.#key);
    let range = this.#search(this.#buckets.getLow(place), this.#buckets.getLow(place + 1));
    const isHere = this.#beginsByKey(range) && !(range < this.#lastRange && this.#beginsByKey(range + 1));
    if (!isHere) range = this.#search(0, this.#lastRange);
    return (this.#ranges[range * this.#rangeStride + this.#words] as number) | 0;
  }

  /** The slot of the next shorter prefix around the one in this slot, or -1. */
  findParent(slot: number): number {
    return this.#records[slot * this.#recordStride + this.#words] ?? -1;
  }

  readPrefix(slot: number): Kind {
    const place = slot * this.#recordStride;
    for (let word = 0; word < this.#words; word += 1) {
      this.#prefix.setInt32(word * 4, this.#records[place + word] as number);
    }
    return this.#form.read(this.#prefix, this.#records[place + this.#words + 1] as number);
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
    const place = range * this.#rangeStride;
    for (let word = 0; word < this.#words; word += 1) {
      const difference = (this.#ranges[place + word] as number) - this.#key.getUint32(word * 4);
      if (difference !== 0) return difference < 0;
    }
    return true;
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

  constructor(starts: Uint32Array, wordsPerStart: number, stride: number) {
    const lows: number[] = [];
    const children: number[] = [];
    const readWord = (range: number, word: number) => starts[range * stride + word] as number;
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
      for (let word = Math.ceil(offset / 32); word < wordsPerStart; word += 1) {
        if (readWord(range, word) !== 0) return false;
      }
      return true;
    };
    const findDifference = (left: number, right: number): number => {
      let word = 0;
      while (readWord(left, word) === readWord(right, word)) word += 1;
      return word * 32 + Math.clz32(readWord(left, word) ^ readWord(right, word));
    };
    divide(0, starts.length / stride - 1, 0);
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
  { origin, space, getEnd }: AddressForm<Kind>,
  prefixes: readonly Kind[],
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
