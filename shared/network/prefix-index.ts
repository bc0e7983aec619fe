/** Packs the sorted prefixes of one family into typed arrays and finds the longest one around an address. */
import { splitIPv6 } from './address.ts';
import { containsPrefix, getLastAddress, type Prefix } from './prefix.ts';

/** A bucket in which at most so many ranges begin is walked through, not divided further. */
const leafSize = 8;
/** A node chooses by at most so many bits, which bounds the memory it may take. */
const widestWindow = 16;

/**
 * The packed, searchable form of sorted, distinct prefixes of one family; a slot is a place in their order.
 *
 * Nested prefixes cut the space into ranges, each of which belongs to the longest prefix around it: at most two for each
 * prefix. To find the range of an address, a tree divides the space into buckets by leading bits, further where ranges are
 * crowded. All of it is 32-bit numbers: a look-up allocates nothing and touches little memory. Words of an IPv6 address
 * that are zero in every range are not kept, which are half of them where no prefix is longer than /64.
 */
export class PrefixIndex {
  readonly byteLength: number;
  /** The highest words of the ranges' first addresses, and the words below them, as far as any is not zero. */
  readonly #highWords: Uint32Array;
  readonly #lowWords: readonly Uint32Array[];
  /** The slot each range belongs to, or -1, one place on: in front stands what lies before all ranges. */
  readonly #owners: Int32Array;
  readonly #parents: Int32Array;
  readonly #tree: Int32Array;

  constructor(prefixes: readonly Prefix[]) {
    this.#parents = findParents(prefixes);
    const { starts, owners } = cutRanges(prefixes, this.#parents);
    [this.#highWords = new Uint32Array(0), ...this.#lowWords] = starts;
    this.#owners = owners;
    this.#tree = growTree(starts, owners.length - 1);
    const arrays = [...starts, owners, this.#parents, this.#tree];
    this.byteLength = arrays.reduce((sum, array) => sum + array.byteLength, 0);
  }

  /** The slot of the longest prefix around the address, given as words, or -1. */
  findSlot(address: Uint32Array): number {
    const tree = this.#tree;
    // No place can be missing: every node has a bucket for each value of its window.
    let next = tree[0] as number;
    while (next < 0) {
      const node = ~next;
      const window = tree[node] as number;
      const offset = window >>> 5;
      const bucket = cutWindow(address[offset >>> 5] as number, offset, window & 31);
      next = tree[node + 1 + bucket] as number;
    }
    const highWords = this.#highWords;
    const high = address[0] as number;
    while (next < highWords.length && (highWords[next] as number) < high) next += 1;
    while (next < highWords.length && highWords[next] === high && this.#beginsBy(next, address)) next += 1;
    return this.#owners[next] as number;
  }

  /** The slot of the next shorter prefix around the one in this slot, or -1. */
  findParent(slot: number): number {
    return this.#parents[slot] ?? -1;
  }

  /** Tells whether a range with the same highest word begins at or before the address. */
  #beginsBy(range: number, address: Uint32Array): boolean {
    const lowWords = this.#lowWords;
    for (let word = 0; word < lowWords.length; word += 1) {
      const difference = ((lowWords[word] as Uint32Array)[range] as number) - (address[word + 1] as number);
      if (difference !== 0) return difference < 0;
    }
    return true;
  }
}

/** Cuts the space where prefixes begin and end; the last word of every range's start that is not zero is the last kept. */
function cutRanges(
  prefixes: readonly Prefix[],
  parents: Int32Array,
): { starts: Uint32Array[]; owners: Int32Array } {
  const size = prefixes[0]?.family === 6 ? 4 : 1;
  const starts = Array.from({ length: size }, () => new Uint32Array(prefixes.length * 2));
  const owners = new Int32Array(prefixes.length * 2 + 1).fill(-1);
  const words = new Uint32Array(4);
  let count = 0;
  /** From here on the space belongs to the slot. A second range that begins at the same address replaces the first. */
  const begin = (owner: number) => {
    if (count === 0 || starts.some((column, word) => column[count - 1] !== words[word])) count += 1;
    for (const [word, column] of starts.entries()) column[count - 1] = words[word] as number;
    owners[count] = owner;
  };
  /** The space behind a prefix belongs to the one around it. */
  const end = (slot: number) => {
    if (readBehind(prefixes[slot] as Prefix, words)) begin(parents[slot] as number);
  };
  let open = -1;
  for (const [slot, prefix] of prefixes.entries()) {
    for (; open !== parents[slot]; open = parents[open] as number) end(open);
    readWords(prefix.network, words);
    begin(slot);
    open = slot;
  }
  for (; open >= 0; open = parents[open] as number) end(open);
  const kept = starts.map((column) => column.slice(0, count));
  while (kept.length > 1 && kept.at(-1)?.every((word) => word === 0)) kept.pop();
  return { starts: kept, owners: owners.slice(0, count + 1) };
}

function readWords(value: number | bigint, target: Uint32Array): void {
  if (typeof value === 'bigint') splitIPv6(value, target);
  else target[0] = value;
}

/** Reads the first address behind a prefix; false when the address space ends with it. */
function readBehind(prefix: Prefix, target: Uint32Array): boolean {
  readWords(getLastAddress(prefix).value, target);
  for (let word = prefix.family === 6 ? 3 : 0; word >= 0; word -= 1) {
    const sum = ((target[word] as number) + 1) >>> 0;
    target[word] = sum;
    if (sum !== 0) return true;
  }
  return false;
}

/** Gives for each slot the slot of the next shorter prefix around it, or -1. */
function findParents(prefixes: readonly Prefix[]): Int32Array {
  const parents = new Int32Array(prefixes.length);
  for (const [slot, prefix] of prefixes.entries()) {
    let parent = slot - 1;
    // The prefix before this one holds it, or what holds both does.
    while (parent >= 0 && !containsPrefix(prefixes[parent] as Prefix, prefix))
      parent = parents[parent] as number;
    parents[slot] = parent;
  }
  return parents;
}

/**
 * Divides the ranges by windows of the bits they begin with, into nodes one behind the other. A node is its window
 * (offset times 32, plus its bits) and then its buckets. A bucket holds how many ranges begin at or before its first
 * address, which is the place of the next one, or the inverse of the place of its own node. In front of them, as if it were
 * a bucket, stands the whole space.
 */
function growTree(starts: readonly Uint32Array[], size: number): Int32Array {
  const tree: number[] = [0];
  const isZeroFrom = (range: number, offset: number): boolean =>
    (offset % 32 === 0 || readWord(starts, offset >>> 5, range) << (offset % 32) === 0) &&
    starts.every((column, word) => word * 32 < offset || column[range] === 0);
  /** The ranges from the first on, up to the last but not with it, begin in the bucket. */
  const divide = (place: number, first: number, last: number, offset: number): void => {
    if (last - first <= leafSize) {
      tree[place] = first;
      return;
    }
    const node = tree.length;
    const bits = Math.min(32 - Math.clz32(last - first), widestWindow, 32 - (offset % 32));
    tree[place] = ~node;
    tree.push(offset * 32 + bits);
    for (let bucket = 0; bucket < 2 ** bits; bucket += 1) tree.push(0);
    let next = first;
    for (let bucket = 0; bucket < 2 ** bits; bucket += 1) {
      let end = next;
      while (end < last && cutWindow(readWord(starts, offset >>> 5, end), offset, bits) === bucket) end += 1;
      while (next < end && isZeroFrom(next, offset + bits)) next += 1;
      divide(node + 1 + bucket, next, end, offset + bits);
      next = end;
    }
  };
  divide(0, 0, size, 0);
  return Int32Array.from(tree);
}

function readWord(starts: readonly Uint32Array[], word: number, range: number): number {
  return (starts[word] as Uint32Array)[range] as number;
}

/** Cuts out of a word the bits from the offset (counted over all words) on. */
function cutWindow(word: number, offset: number, bits: number): number {
  return (word << (offset & 31)) >>> (32 - bits);
}
