/** Finds the longest matching prefix of an address, as a router does, among any number of prefixes. */
import { type Address, type AddressFamily, readAddressWords, splitIPv6 } from './address.ts';
import {
  comparePrefixes,
  formatPrefix,
  getFirstAddress,
  isAligned,
  type Prefix,
  prefixesEqual,
} from './prefix.ts';
import { PrefixIndex } from './prefix-index.ts';

/** A prefix of the table and the value stored with it. */
export interface PrefixEntry<Value> {
  readonly prefix: Prefix;
  readonly value: Value;
}

/**
 * An address to look up: a text is read strictly, a bare number is an IPv4 address, a bare bigint an IPv6
 * address. What is no address is a RangeError.
 */
export type AddressKey = Address | number | bigint | string;

/**
 * A longest-prefix-match table for both families.
 *
 * Each family's entries are kept sorted beside a packed index (prefix-index.ts). Inserting and removing only
 * note the change: the next question rebuilds that family in one pass over all its prefixes, so make changes
 * in batches.
 */
export class PrefixTable<Value> {
  readonly #ipv4 = new FamilyTable<Value>();
  readonly #ipv6 = new FamilyTable<Value>();
  /** The address asked about, as words. */
  readonly #words = new Uint32Array(4);

  /** Builds the table; of equal prefixes the last one counts, as with a Map. */
  constructor(entries: Iterable<PrefixEntry<Value>> = []) {
    for (const { prefix, value } of entries) this.insert(prefix, value);
  }

  get size(): number {
    return this.#ipv4.countEntries() + this.#ipv6.countEntries();
  }

  /** Adds a prefix, or gives one that is there a new value. */
  insert(prefix: Prefix, value: Value): void {
    this.#note(prefix, { prefix, value });
  }

  /** Takes a prefix out; nothing happens when it is not there. */
  remove(prefix: Prefix): void {
    this.#note(prefix, undefined);
  }

  /** Finds the longest prefix around the address. */
  lookup(address: AddressKey): PrefixEntry<Value> | undefined {
    return this.#read(address).lookup(this.#words);
  }

  /** Finds every prefix around the address, from the shortest to the longest. */
  lookupAll(address: AddressKey): PrefixEntry<Value>[] {
    return this.#read(address).lookupAll(this.#words);
  }

  /** Tells whether any prefix lies around the address. */
  covers(address: AddressKey): boolean {
    return this.lookup(address) !== undefined;
  }

  /** Lists the entries in prefix order, IPv4 first. */
  listEntries(): PrefixEntry<Value>[] {
    return [...this.#ipv4.listEntries(), ...this.#ipv6.listEntries()];
  }

  /** Counts the bytes of the packed indexes; the entries are not in it. */
  countIndexBytes(): number {
    return this.#ipv4.countIndexBytes() + this.#ipv6.countIndexBytes();
  }

  #note(prefix: Prefix, entry: PrefixEntry<Value> | undefined): void {
    if (!isAligned(getFirstAddress(prefix), prefix.length)) {
      throw new RangeError(`${formatPrefix(prefix)} has host bits set`);
    }
    const family = prefix.family === 4 ? this.#ipv4 : this.#ipv6;
    family.note({ prefix, entry });
  }

  /** Reads the address into the words, and gives the table of its family. */
  #read(address: AddressKey): FamilyTable<Value> {
    const key = typeof address === 'object' ? address.value : address;
    const family =
      typeof key === 'string' ? readAddressWords(key, this.#words) : readValueWords(key, this.#words);
    if (family === undefined) throw new RangeError(`${key} is not an address`);
    return family === 4 ? this.#ipv4 : this.#ipv6;
  }
}

function readValueWords(value: number | bigint, target: Uint32Array): AddressFamily | undefined {
  if (typeof value === 'bigint') return splitIPv6(value, target) ? 6 : undefined;
  target[0] = value;
  return target[0] === value ? 4 : undefined;
}

/** What a prefix shall hold from now on; no entry takes it out. */
interface Change<Value> {
  readonly prefix: Prefix;
  readonly entry: PrefixEntry<Value> | undefined;
}

/** One family's entries in prefix order, the index over them, and the changes not yet in either. */
class FamilyTable<Value> {
  #index = new PrefixIndex([]);
  #entries: PrefixEntry<Value>[] = [];
  #changes: Change<Value>[] = [];

  note(change: Change<Value>): void {
    this.#changes.push(change);
  }

  lookup(address: Uint32Array): PrefixEntry<Value> | undefined {
    this.#applyChanges();
    const slot = this.#index.findSlot(address);
    return slot < 0 ? undefined : this.#entries[slot];
  }

  lookupAll(address: Uint32Array): PrefixEntry<Value>[] {
    this.#applyChanges();
    const entries: PrefixEntry<Value>[] = [];
    for (let slot = this.#index.findSlot(address); slot >= 0; slot = this.#index.findParent(slot)) {
      entries.push(this.#entries[slot] as PrefixEntry<Value>);
    }
    return entries.reverse();
  }

  listEntries(): PrefixEntry<Value>[] {
    this.#applyChanges();
    return [...this.#entries];
  }

  countEntries(): number {
    this.#applyChanges();
    return this.#entries.length;
  }

  countIndexBytes(): number {
    this.#applyChanges();
    return this.#index.byteLength;
  }

  #applyChanges(): void {
    if (this.#changes.length > 0) this.#rebuild();
  }

  #rebuild(): void {
    // The sort keeps the order of equal prefixes, so the last change to a prefix is the last of its run.
    const changes = this.#changes.sort((left, right) => comparePrefixes(left.prefix, right.prefix));
    const old = this.#entries;
    const entries: PrefixEntry<Value>[] = [];
    let slot = 0;
    for (const [position, { prefix, entry }] of changes.entries()) {
      const next = changes[position + 1];
      if (next !== undefined && prefixesEqual(next.prefix, prefix)) continue;
      for (let kept = old[slot]; kept !== undefined; kept = old[slot]) {
        const order = comparePrefixes(kept.prefix, prefix);
        if (order < 0) entries.push(kept);
        if (order <= 0) slot += 1;
        if (order >= 0) break;
      }
      if (entry !== undefined) entries.push(entry);
    }
    for (; slot < old.length; slot += 1) entries.push(old[slot] as PrefixEntry<Value>);
    this.#index = new PrefixIndex(entries.map((entry) => entry.prefix));
    this.#entries = entries;
    this.#changes = [];
  }
}
