/** Packs the sorted prefixes of one family into typed arrays and finds the longest one around an address. */
import { splitIPv6 } from './address.ts';
import { containsPrefix, type Prefix } from './prefix.ts';

/** A bucket in which at most so many prefixes begin is walked through, not divided further. */
const leafSize = 8;
/** A node chooses by at most so many bits, which bounds the memory it may take. */
const widestWindow = 18;
/** Leading bits that nearly all prefixes of a node share, from so many on, get a small node of their own. */
const fewestSharedBits = 3;
const widestSharedWindow = 8;

/**
 * The packed, searchable form of sorted, distinct prefixes of one family; a slot is a place in their order.
 *
 * The last prefix that begins at or before an address is the longest one around it, or has that one among the
 * shorter prefixes around itself. To find it, a tree divides the space into buckets by leading bits, further
 * where prefixes are crowded. All of it is 32-bit numbers: a look-up allocates nothing, touches little memory
 * and hardly ever needs the lower words of an IPv6 address.
 */
export class PrefixIndex {
  readonly byteLength: number;
  /** The words of the networks: one array for each word of an address, the highest first. */
  readonly #networks: readonly Uint32Array[];
  readonly #highWords: Uint32Array;
  readonly #lengths: Uint8Array;
  readonly #parents: Int32Array;
  readonly #tree: Int32Array;

  constructor(prefixes: readonly Prefix[]) {
    this.#highWords = new Uint32Array(prefixes.length);
    this.#networks = splitNetworks(prefixes, this.#highWords);
    this.#lengths = Uint8Array.from(prefixes, (prefix) => prefix.length);
    this.#parents = findParents(prefixes);
    this.#tree = growTree(this.#networks, prefixes.length);
    const arrays = [...this.#networks, this.#lengths, this.#parents, this.#tree];
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
    // Most are told apart by the first word, which is therefore compared here, without a call.
    const highWords = this.#highWords;
    const high = address[0] as number;
    while (next < highWords.length) {
      const begin = highWords[next] as number;
      if (begin > high || (begin === high && !this.#beginsBy(next, address))) break;
      next += 1;
    }
    let slot = next - 1;
    while (slot >= 0) {
      const difference = (highWords[slot] as number) ^ high;
      const length = this.#lengths[slot] as number;
      if (length === 0) break;
      if (length <= 32 ? difference >>> (32 - length) === 0 : difference === 0 && this.#holds(slot, address))
        break;
      slot = this.#parents[slot] as number;
    }
    return slot;
  }

  /** The slot of the next shorter prefix around the one in this slot, or -1. */
  findParent(slot: number): number {
    return this.#parents[slot] ?? -1;
  }

  /** Tells whether a prefix with the first word of the address begins at or before it. */
  #beginsBy(slot: number, address: Uint32Array): boolean {
    for (let word = 1; word < this.#networks.length; word += 1) {
      const difference = readWord(this.#networks, word, slot) - (address[word] as number);
      if (difference !== 0) return difference < 0;
    }
    return true;
  }

  /** Tells whether a prefix longer than a word, with the first word of the address, holds it. */
  #holds(slot: number, address: Uint32Array): boolean {
    let bits = (this.#lengths[slot] as number) - 32;
    for (let word = 1; bits > 0; word += 1) {
      const difference = readWord(this.#networks, word, slot) ^ (address[word] as number);
      if (bits < 32) return difference >>> (32 - bits) === 0;
      if (difference !== 0) return false;
      bits -= 32;
    }
    return true;
  }
}

function splitNetworks(prefixes: readonly Prefix[], highWords: Uint32Array): Uint32Array[] {
  const makeWords = () => new Uint32Array(prefixes.length);
  const networks =
    prefixes[0]?.family === 6 ? [highWords, makeWords(), makeWords(), makeWords()] : [highWords];
  const address = new Uint32Array(4);
  for (const [slot, prefix] of prefixes.entries()) {
    if (prefix.family === 4) address[0] = prefix.network;
    else splitIPv6(prefix.network, address);
    for (const [word, column] of networks.entries()) column[slot] = address[word] as number;
  }
  return networks;
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
 * Divides the slots by windows of their network bits, into nodes one behind the other. A node is its window
 * (offset times 32, plus its bits) and then its buckets. A bucket holds how many prefixes begin at or before
 * its first address, which is the slot of the next one, or the inverse of the place of its own node. In front
 * of them, as if it were a bucket, stands the whole space.
 */
function growTree(networks: readonly Uint32Array[], size: number): Int32Array {
  const tree: number[] = [0];
  const isZeroFrom = (slot: number, offset: number): boolean =>
    (offset % 32 === 0 || readWord(networks, offset >>> 5, slot) << (offset % 32) === 0) &&
    networks.every((column, word) => word * 32 < offset || column[slot] === 0);
  /** The prefixes from the first on, up to the last but not with it, begin in the bucket. */
  const divide = (place: number, first: number, last: number, offset: number): void => {
    if (last - first <= leafSize) {
      tree[place] = first;
      return;
    }
    const node = tree.length;
    const widest = Math.min(32 - Math.clz32(last - first), widestWindow, 32 - (offset % 32));
    const shared = countSharedBits(networks[offset >>> 5] as Uint32Array, first, last, offset);
    const bits = shared < fewestSharedBits ? widest : Math.min(shared, widest, widestSharedWindow);
    tree[place] = ~node;
    tree.push(offset * 32 + bits);
    for (let bucket = 0; bucket < 2 ** bits; bucket += 1) tree.push(0);
    let next = first;
    for (let bucket = 0; bucket < 2 ** bits; bucket += 1) {
      let end = next;
      while (end < last && cutWindow(readWord(networks, offset >>> 5, end), offset, bits) === bucket)
        end += 1;
      while (next < end && isZeroFrom(next, offset + bits)) next += 1;
      divide(node + 1 + bucket, next, end, offset + bits);
      next = end;
    }
  };
  divide(0, 0, size, 0);
  return Int32Array.from(tree);
}

/**
 * Counts the bits from the offset on that all but the outermost prefixes share, as all of 2000::/3 do: a wide
 * window over them would be nearly empty. A default route, being outermost, is no hindrance.
 */
function countSharedBits(column: Uint32Array, first: number, last: number, offset: number): number {
  const margin = Math.floor((last - first) / 16);
  const lowest = column[first + margin] as number;
  const highest = column[last - 1 - margin] as number;
  return Math.clz32((lowest ^ highest) << (offset & 31));
}

function readWord(networks: readonly Uint32Array[], word: number, slot: number): number {
  return (networks[word] as Uint32Array)[slot] as number;
}

/** Cuts out of a word the bits from the offset (counted over all words) on. */
function cutWindow(word: number, offset: number, bits: number): number {
  return (word << (offset & 31)) >>> (32 - bits);
}
