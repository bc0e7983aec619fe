/** Holds the paths of a full BGP table in typed arrays, and finds those of the network around an address. */
import { type Address, parseAddress } from '../../network/address.ts';
import { findNetwork, formatPrefix, type Prefix } from '../../network/prefix.ts';
import { PrefixTable } from '../../network/prefix-table.ts';
import type { BgpOrigin, BgpRecord } from '../records.ts';

const origins: readonly (BgpOrigin | null)[] = [null, 'igp', 'egp', 'incomplete'];

/** What a row's flags say; a row starts with all of them unset. */
const flag = {
  metric: 1,
  localPreference: 2,
  weight: 4,
  valid: 8,
  best: 16,
  knowsValid: 32,
  knowsBest: 64,
} as const;
const originShift = 8;

export class PathTable {
  readonly #index = new PrefixTable<number>();
  /** For each run of rows of one network: where it begins, and the network. */
  readonly #runStarts = new Numbers(Uint32Array);
  readonly #networks = new Numbers(Uint32Array);
  readonly #lengths = new Numbers(Uint8Array);
  /** IPv6 networks; a run of one has its place here in `networks`. */
  readonly #wide: Prefix[] = [];
  readonly #isWide = new Numbers(Uint8Array);
  readonly #runs = new Numbers(Uint32Array);
  readonly #metrics = new Numbers(Uint32Array);
  readonly #localPreferences = new Numbers(Uint32Array);
  readonly #weights = new Numbers(Uint32Array);
  readonly #flags = new Numbers(Uint16Array);
  readonly #nextHops = new Distinct<string>((hop) => hop);
  /** The paths one behind the other, and where that of each row ends. */
  readonly #asns = new Numbers(Uint32Array);
  readonly #pathEnds = new Numbers(Uint32Array);
  readonly #communities = new Distinct<string[]>((list) => list.join(' '));
  #lastText = '';

  get size(): number {
    return this.#runs.size;
  }

  /** Bytes of the arrays and of the index, which is made now when it was not yet. */
  countBytes(): number {
    const columns = [
      this.#runStarts,
      this.#networks,
      this.#lengths,
      this.#isWide,
      this.#runs,
      this.#metrics,
      this.#localPreferences,
      this.#weights,
      this.#flags,
      this.#asns,
      this.#pathEnds,
    ];
    const lists = this.#nextHops.byteLength + this.#communities.byteLength;
    const index = this.#index.countIndexBytes() + this.#index.size * bytesPerValue;
    return columns.reduce(
      (sum, column) => sum + column.byteLength,
      lists + index + this.#wide.length * bytesPerWide,
    );
  }

  add(record: BgpRecord): void {
    if (record.prefix !== this.#lastText || this.size === 0) this.#beginRun(record.prefix);
    const { metric, localPreference, weight, valid, best } = record;
    this.#runs.push(this.#runStarts.size - 1);
    this.#metrics.push(metric ?? 0);
    this.#localPreferences.push(localPreference ?? 0);
    this.#weights.push(weight ?? 0);
    this.#nextHops.push(record.nextHop);
    for (const asn of record.path) this.#asns.push(asn);
    this.#pathEnds.push(this.#asns.size);
    this.#communities.push(record.communities);
    this.#flags.push(
      (metric === null ? 0 : flag.metric) |
        (localPreference === null ? 0 : flag.localPreference) |
        (weight === null ? 0 : flag.weight) |
        (valid ? flag.valid : 0) |
        (best ? flag.best : 0) |
        (valid === null ? 0 : flag.knowsValid) |
        (best === null ? 0 : flag.knowsBest) |
        (origins.indexOf(record.origin) << originShift),
    );
  }

  /** The record of a row, counted from 0; undefined when there are not so many. */
  at(row: number): BgpRecord | undefined {
    if (row < 0 || row >= this.size) return undefined;
    const flags = this.#flags.at(row);
    const has = (bit: number) => (flags & bit) !== 0;
    return {
      prefix: formatPrefix(this.#prefixOf(this.#runs.at(row))),
      nextHop: this.#nextHops.at(row),
      metric: has(flag.metric) ? this.#metrics.at(row) : null,
      localPreference: has(flag.localPreference) ? this.#localPreferences.at(row) : null,
      weight: has(flag.weight) ? this.#weights.at(row) : null,
      path: this.#asns.slice(row === 0 ? 0 : this.#pathEnds.at(row - 1), this.#pathEnds.at(row)),
      origin: origins[flags >> originShift] ?? null,
      valid: has(flag.knowsValid) ? has(flag.valid) : null,
      best: has(flag.knowsBest) ? has(flag.best) : null,
      communities: this.#communities.at(row)?.slice() ?? null,
    };
  }

  /** The paths of the longest network around an address; of a network that stands twice, those that stand last. */
  lookup(address: string | Address): BgpRecord[] {
    const key = typeof address === 'string' ? parseAddress(address) : { ok: true as const, value: address };
    const run = key.ok ? this.#index.lookup(key.value)?.value : undefined;
    if (run === undefined) return [];
    const end = run + 1 < this.#runStarts.size ? this.#runStarts.at(run + 1) : this.size;
    const records: BgpRecord[] = [];
    for (let row = this.#runStarts.at(run); row < end; row += 1) {
      const record = this.at(row);
      if (record) records.push(record);
    }
    return records;
  }

  #beginRun(text: string): void {
    const slash = text.indexOf('/');
    const address = parseAddress(text.slice(0, slash));
    if (!address.ok) throw new RangeError(`${text} is not a prefix`);
    const prefix = findNetwork(address.value, Number(text.slice(slash + 1)));
    const run = this.#runStarts.size;
    this.#lastText = text;
    this.#runStarts.push(this.size);
    this.#isWide.push(prefix.family === 6 ? 1 : 0);
    this.#lengths.push(prefix.length);
    this.#networks.push(prefix.family === 4 ? prefix.network : this.#wide.length);
    if (prefix.family === 6) this.#wide.push(prefix);
    this.#index.insert(prefix, run);
  }

  #prefixOf(run: number): Prefix {
    const network = this.#networks.at(run);
    const wide = this.#isWide.at(run) === 1 ? this.#wide[network] : undefined;
    return wide ?? { family: 4, network, length: this.#lengths.at(run) };
  }
}

/** An object with a number of 128 bits, about; and the value beside each network of the index. */
const bytesPerWide = 72;
const bytesPerValue = 8;

type Kind = typeof Uint8Array | typeof Uint16Array | typeof Uint32Array;

/** A list of numbers that grows by doubling. */
class Numbers {
  readonly #kind: Kind;
  #items: InstanceType<Kind>;
  size = 0;

  constructor(kind: Kind) {
    this.#kind = kind;
    this.#items = new kind(1024);
  }

  get byteLength(): number {
    return this.#items.byteLength;
  }

  push(value: number): void {
    if (this.size === this.#items.length) {
      const larger = new this.#kind(this.#items.length * 2);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[this.size] = value;
    this.size += 1;
  }

  at(index: number): number {
    return this.#items[index] ?? 0;
  }

  slice(from: number, to: number): number[] {
    return [...this.#items.subarray(from, to)];
  }
}

/** A list in which few different things stand many times; each is kept once. */
class Distinct<Item> {
  readonly #keyOf: (item: Item) => string;
  readonly #places = new Map<string, number>();
  readonly #items: (Item | null)[] = [null];
  readonly #rows = new Numbers(Uint32Array);
  #bytes = 0;

  constructor(keyOf: (item: Item) => string) {
    this.#keyOf = keyOf;
  }

  get byteLength(): number {
    return this.#rows.byteLength + this.#bytes;
  }

  push(item: Item | null): void {
    this.#rows.push(item === null ? 0 : this.#placeOf(item));
  }

  at(row: number): Item | null {
    return this.#items[this.#rows.at(row)] ?? null;
  }

  #placeOf(item: Item): number {
    const key = this.#keyOf(item);
    let place = this.#places.get(key);
    if (place === undefined) {
      place = this.#items.length;
      this.#items.push(item);
      this.#places.set(key, place);
      // The key, the item and the entries that lead to it.
      this.#bytes += key.length * 5 + 120;
    }
    return place;
  }
}
