// Finds the longest matching prefix of an address, as a router does, among any number of prefixes.
import { type Address, maximumIPv6 } from './address.ts';
import {
  comparePrefixes,
  formatPrefix,
  getFirstAddress,
  type IPv4Prefix,
  type IPv6Prefix,
  isAligned,
  type Prefix,
  prefixesEqual,
} from './prefix.ts';

/** A prefix of the table and the value stored with it. */
export interface PrefixEntry<Value> {
  readonly prefix: Prefix;
  readonly value: Value;
}

/** An address to look up: a bare number is an IPv4 address, a bare bigint an IPv6 address. */
export type AddressKey = Address | number | bigint;

/**
 * A longest-prefix-match table for both families.
 *
 * The prefixes cut the address space into ranges; each range knows its longest prefix, and each prefix the
 * next shorter one around it. A look-up is a binary search over range starts in typed arrays. Inserting and
 * removing only note the change: the next question rebuilds that family in one pass over all its prefixes,
 * so make changes in batches.
 */
export class PrefixTable<Value> {
  readonly #ipv4 = new FamilyTable<IPv4Prefix, Value>((prefixes) => new IPv4Index(prefixes));
  readonly #ipv6 = new FamilyTable<IPv6Prefix, Value>((prefixes) => new IPv6Index(prefixes));

  /** Builds the table; of equal prefixes the last one counts, as with a Map. */
  constructor(entries: Iterable<PrefixEntry<Value>> = []) {
    for (const { prefix, value } of entries) this.insert(prefix, value);
  }

  get size(): number {
    return this.#ipv4.countEntries() + this.#ipv6.countEntries();
  }

  /** Adds a prefix, or gives one that is there a new value. */
  insert(prefix: Prefix, value: Value): void {
    this.#note(prefix, { value });
  }

  /** Takes a prefix out; nothing happens when it is not there. */
  remove(prefix: Prefix): void {
    this.#note(prefix, undefined);
  }

  /** Finds the longest prefix around the address. */
  lookup(address: AddressKey): PrefixEntry<Value> | undefined {
    const key = typeof address === 'object' ? address.value : address;
    return typeof key === 'number' ? this.#ipv4.lookup(key) : this.#ipv6.lookup(key);
  }

  /** Finds every prefix around the address, from the shortest to the longest. */
  lookupAll(address: AddressKey): PrefixEntry<Value>[] {
    const key = typeof address === 'object' ? address.value : address;
    return typeof key === 'number' ? this.#ipv4.lookupAll(key) : this.#ipv6.lookupAll(key);
  }

  /** Lists the entries in prefix order, IPv4 first. */
  listEntries(): PrefixEntry<Value>[] {
    return [...this.#ipv4.listEntries(), ...this.#ipv6.listEntries()];
  }

  /** Counts the bytes of the typed arrays; the values, one reference each, are not in it. */
  countIndexBytes(): number {
    return this.#ipv4.countIndexBytes() + this.#ipv6.countIndexBytes();
  }

  #note(prefix: Prefix, content: Content<Value> | undefined): void {
    if (!isAligned(getFirstAddress(prefix), prefix.length)) {
      throw new RangeError(`${formatPrefix(prefix)} has host bits set`);
    }
    if (prefix.family === 4) this.#ipv4.note({ prefix, content });
    else this.#ipv6.note({ prefix, content });
  }
}

/** Wraps a value, so that a stored `undefined` differs from nothing stored. */
interface Content<Value> {
  readonly value: Value;
}

/** What a prefix shall hold from now on; no content takes it out. */
interface Change<Kind extends Prefix, Value> {
  readonly prefix: Kind;
  readonly content: Content<Value> | undefined;
}

/** The packed, searchable form of the sorted prefixes of one family; a slot is a place in that order. */
interface PrefixIndex<Kind extends Prefix> {
  readonly size: number;
  readonly byteLength: number;
  /** The slot of the longest prefix around the key, or -1. */
  findSlot(key: Kind['network']): number;
  /** The slot of the next shorter prefix around the one in this slot, or -1. */
  findParent(slot: number): number;
  readPrefix(slot: number): Kind;
}

/** One family's entries: a packed index, the values beside it, and the changes not yet packed. */
class FamilyTable<Kind extends Prefix, Value> {
  readonly #buildIndex: (prefixes: readonly Kind[]) => PrefixIndex<Kind>;
  #index: PrefixIndex<Kind>;
  #values: Value[] = [];
  #changes: Change<Kind, Value>[] = [];

  constructor(buildIndex: (prefixes: readonly Kind[]) => PrefixIndex<Kind>) {
    this.#buildIndex = buildIndex;
    this.#index = buildIndex([]);
  }

  note(change: Change<Kind, Value>): void {
    this.#changes.push(change);
  }

  lookup(key: Kind['network']): PrefixEntry<Value> | undefined {
    this.#applyChanges();
    const slot = this.#index.findSlot(key);
    return slot < 0 ? undefined : this.#readEntry(slot);
  }

  lookupAll(key: Kind['network']): PrefixEntry<Value>[] {
    this.#applyChanges();
    const entries: PrefixEntry<Value>[] = [];
    for (let slot = this.#index.findSlot(key); slot >= 0; slot = this.#index.findParent(slot)) {
      entries.push(this.#readEntry(slot));
    }
    return entries.reverse();
  }

  listEntries(): PrefixEntry<Value>[] {
    this.#applyChanges();
    return this.#values.map((_, slot) => this.#readEntry(slot));
  }

  countEntries(): number {
    this.#applyChanges();
    return this.#index.size;
  }

  countIndexBytes(): number {
    this.#applyChanges();
    return this.#index.byteLength;
  }

  #readEntry(slot: number): PrefixEntry<Value> {
    return { prefix: this.#index.readPrefix(slot), value: this.#values[slot] as Value };
  }

  #applyChanges(): void {
    if (this.#changes.length === 0) return;
    // The sort keeps the order of equal prefixes, so the last change to a prefix is the last of its run.
    const changes = this.#changes.sort((left, right) => comparePrefixes(left.prefix, right.prefix));
    const prefixes: Kind[] = [];
    const values: Value[] = [];
    let slot = 0;
    const keepSlotsBefore = (limit: Kind | undefined) => {
      for (; slot < this.#index.size; slot += 1) {
        const prefix = this.#index.readPrefix(slot);
        if (limit !== undefined && comparePrefixes(prefix, limit) >= 0) break;
        prefixes.push(prefix);
        values.push(this.#values[slot] as Value);
      }
    };
    for (const [position, { prefix, content }] of changes.entries()) {
      const next = changes[position + 1];
      if (next !== undefined && prefixesEqual(next.prefix, prefix)) continue;
      keepSlotsBefore(prefix);
      if (slot < this.#index.size && prefixesEqual(this.#index.readPrefix(slot), prefix)) slot += 1;
      if (content === undefined) continue;
      prefixes.push(prefix);
      values.push(content.value);
    }
    keepSlotsBefore(undefined);
    this.#index = this.#buildIndex(prefixes);
    this.#values = values;
    this.#changes = [];
  }
}

/** IPv4: the leading bits of the address choose a stretch of the range starts, a binary search does the rest. */
class IPv4Index implements PrefixIndex<IPv4Prefix> {
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
    const space = 2 ** 32;
    this.size = prefixes.length;
    this.#networks = Uint32Array.from(prefixes, (prefix) => prefix.network);
    this.#lengths = Uint8Array.from(prefixes, (prefix) => prefix.length);
    const ends = prefixes.map(({ network, length }) => network + 2 ** (32 - length));
    const ranges = cutIntoRanges(this.#networks, ends, 0, space);
    this.#parents = ranges.parents;
    this.#starts = Uint32Array.from(ranges.starts);
    this.#owners = Int32Array.from(ranges.owners);
    // About one bucket for each range, and never more than 65,536.
    const bucketBits = Math.min(16, 32 - Math.clz32(this.#starts.length));
    this.#bucketShift = 32 - bucketBits;
    this.#buckets = findBuckets(this.#starts, bucketBits);
    this.byteLength =
      this.#networks.byteLength +
      this.#lengths.byteLength +
      this.#parents.byteLength +
      this.#starts.byteLength +
      this.#owners.byteLength +
      this.#buckets.byteLength;
  }

  findSlot(key: number): number {
    if (key >>> 0 !== key) throw new RangeError(`${key} is not an IPv4 address`);
    const bucket = key >>> this.#bucketShift;
    const starts = this.#starts;
    // Neither place can be missing: the buckets and the starts cover the whole space.
    let low = this.#buckets[bucket] as number;
    let high = this.#buckets[bucket + 1] as number;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] as number) <= key) low = middle;
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

/** IPv6: a binary search over range starts, each kept as four words because reading a bigint allocates. */
class IPv6Index implements PrefixIndex<IPv6Prefix> {
  readonly size: number;
  readonly byteLength: number;
  readonly #networks: BigUint64Array;
  readonly #lengths: Uint8Array;
  readonly #parents: Int32Array;
  readonly #starts: Uint32Array;
  readonly #owners: Int32Array;
  readonly #key = new DataView(new ArrayBuffer(16));

  constructor(prefixes: readonly IPv6Prefix[]) {
    const networks = prefixes.map((prefix) => prefix.network);
    const ends = prefixes.map(({ network, length }) => network + (1n << BigInt(128 - length)));
    const ranges = cutIntoRanges(networks, ends, 0n, 1n << 128n);
    this.size = prefixes.length;
    this.#networks = BigUint64Array.from(networks.flatMap((network) => [network >> 64n, network]));
    this.#lengths = Uint8Array.from(prefixes, (prefix) => prefix.length);
    this.#parents = ranges.parents;
    this.#starts = new Uint32Array(ranges.starts.length * 4);
    for (const [range, start] of ranges.starts.entries()) {
      this.#loadKey(start);
      for (let word = 0; word < 4; word += 1) {
        this.#starts[range * 4 + word] = this.#key.getUint32(word * 4);
      }
    }
    this.#owners = Int32Array.from(ranges.owners);
    this.byteLength =
      this.#networks.byteLength +
      this.#lengths.byteLength +
      this.#parents.byteLength +
      this.#starts.byteLength +
      this.#owners.byteLength +
      this.#key.byteLength;
  }

  findSlot(key: bigint): number {
    if (key < 0n || key > maximumIPv6) throw new RangeError(`${key} is not an IPv6 address`);
    this.#loadKey(key);
    const first = this.#key.getUint32(0);
    const second = this.#key.getUint32(4);
    const third = this.#key.getUint32(8);
    const fourth = this.#key.getUint32(12);
    const starts = this.#starts;
    let low = 0;
    let high = this.#owners.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      const place = middle * 4;
      let difference = (starts[place] as number) - first;
      if (difference === 0) difference = (starts[place + 1] as number) - second;
      if (difference === 0) difference = (starts[place + 2] as number) - third;
      if (difference === 0) difference = (starts[place + 3] as number) - fourth;
      if (difference <= 0) low = middle;
      else high = middle - 1;
    }
    return this.#owners[low] as number;
  }

  findParent(slot: number): number {
    return this.#parents[slot] ?? -1;
  }

  readPrefix(slot: number): IPv6Prefix {
    const high = this.#networks[slot * 2] as bigint;
    const low = this.#networks[slot * 2 + 1] as bigint;
    return { family: 6, network: (high << 64n) | low, length: this.#lengths[slot] as number };
  }

  /** Lays the key out as four big-endian words; setting 64 bits drops the bits above them. */
  #loadKey(key: bigint): void {
    this.#key.setBigUint64(0, key >> 64n);
    this.#key.setBigUint64(8, key);
  }
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
function cutIntoRanges<Key extends number | bigint>(
  networks: ArrayLike<Key>,
  ends: readonly Key[],
  origin: Key,
  space: Key,
): Ranges<Key> {
  const starts: Key[] = [origin];
  const owners: number[] = [-1];
  const parents = new Int32Array(ends.length);
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
  for (let slot = 0; slot < ends.length; slot += 1) {
    const network = networks[slot] as Key;
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
