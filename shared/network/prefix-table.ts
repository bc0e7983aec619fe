// Finds the longest matching prefix of an address, as a router does, among any number of prefixes.
import type { Address } from './address.ts';
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
import { IPv4Index, IPv6Index, type PrefixIndex } from './prefix-index.ts';

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
 * next shorter one around it, all in typed arrays (prefix-index.ts). Inserting and removing only note the
 * change: the next question rebuilds that family in one pass over all its prefixes, so make changes in
 * batches.
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

  /** Tells whether any prefix lies around the address; quicker than reading which. */
  covers(address: AddressKey): boolean {
    const key = typeof address === 'object' ? address.value : address;
    return typeof key === 'number' ? this.#ipv4.covers(key) : this.#ipv6.covers(key);
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

  covers(key: Kind['network']): boolean {
    this.#applyChanges();
    return this.#index.findSlot(key) >= 0;
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
