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
 * where prefixes are crowded; from the last prefix that begins in or before a bucket, the way leads back. All
 * of it is 32-bit numbers: a look-up allocates nothing, touches little memory and hardly ever needs the lower
 * words of an IPv6 address.
 */
export class PrefixIndex {
  readonly byteLength: number;
  /** The words of the networks: one array for each word of an address, the highest first. */
  readonly #networks: readonly Uint32Array[];
  readonly #highWords: Uint32Array;
  readonly #lengths: Uint8Array;
  readonly #parents: Int32Array;
  readonly #tree: Int32Array;
  readonly #main: MainNode;

  constructor(prefixes: readonly Prefix[]) {
    this.#highWords = new Uint32Array(prefixes.length);
    this.#networks = splitNetworks(prefixes, this.#highWords);
    this.#lengths = Uint8Array.from(prefixes, (prefix) => prefix.length);
    this.#parents = findParents(prefixes);
    const { tree, main } = growTree(this.#networks, prefixes.length);
    this.#tree = tree;
    this.#main = main;
    const arrays = [...this.#networks, this.#lengths, this.#parents, this.#tree];
    this.byteLength = arrays.reduce((sum, array) => sum + array.byteLength, 0);
  }

  /** The slot of the longest prefix around the address, given as words, or -1. */
  findSlot(address: Uint32Array): number {
    const high = address[0] as number;
    const tree = this.#tree;
    const { mask, stem, buckets, left, right } = this.#main;
    // No place can be missing: every node has a bucket for each value of its window.
    let next = ((high & mask) === stem ? tree[buckets + ((high << left) >>> right)] : ~0) as number;
    while (next < 0) {
      const node = ~next;
      const window = tree[node] as number;
      const offset = window >>> 5;
      const bucket = cutWindow(address[offset >>> 5] as number, offset, window & 31);
      next = tree[node + 1 + bucket] as number;
    }
    let slot = next - 1;
    while (slot >= 0) {
      const begin = this.#highWords[slot] as number;
      const length = this.#lengths[slot] as number;
      if (begin === high && length > 32) {
        const order = this.#compareLowWords(slot, length, address);
        if (order === 0) break;
        slot = order > 0 ? slot - 1 : (this.#parents[slot] as number);
      } else {
        if (length === 0 || (length <= 32 && (begin ^ high) >>> (32 - length) === 0)) break;
        slot = begin > high ? slot - 1 : (this.#parents[slot] as number);
      }
    }
    return slot;
  }

  /** The slot of the next shorter prefix around the one in this slot, or -1. */
  findParent(slot: number): number {
    return this.#parents[slot] ?? -1;
  }

  /**
   * Compares a prefix longer than a word with an address that has the same first word: 0 when it holds the
   * address, 1 when it begins behind it, -1 when it ends before it.
   */
  #compareLowWords(slot: number, length: number, address: Uint32Array): -1 | 0 | 1 {
    for (let word = 1, bits = length - 32; ; word += 1, bits -= 32) {
      const begin = readWord(this.#networks, word, slot);
      const part = address[word] as number;
      if (bits <= 32 && (begin ^ part) >>> (32 - bits) === 0) return 0;
      if (begin !== part) return begin > part ? 1 : -1;
    }
  }
}

/**
 * The node that most prefixes begin in, cut from the first word: an address with its leading bits is looked up
 * in it at once, any other from the root on.
 */
interface MainNode {
  /** The leading bits an address has to have in the first word. */
  readonly mask: number;
  readonly stem: number;
  /** Where in the tree its buckets begin. */
  readonly buckets: number;
  /** Shifted left and then right by so many bits, the first word gives the bucket. */
  readonly left: number;
  readonly right: number;
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
 * Divides the slots by windows of their network bits, into nodes one behind the other, the root first. A node
 * is its window (offset times 32, plus its bits) and then its buckets. A bucket holds how many prefixes begin
 * in or before it, which is one more than the slot of the last of them, or the inverse of the place of its own
 * node.
 */
function growTree(networks: readonly Uint32Array[], size: number): { tree: Int32Array; main: MainNode } {
  const tree: number[] = [];
  let main: MainNode = { mask: 0, stem: 0, buckets: 1, left: 0, right: 31 };
  /** The prefixes from the first on, up to the last but not with it, begin in the node. */
  const addNode = (first: number, last: number, offset: number): number => {
    const node = tree.length;
    const column = networks[offset >>> 5] as Uint32Array;
    const widest = Math.min(32 - Math.clz32((last - first) | 1), widestWindow, 32 - (offset % 32));
    const shared = countSharedBits(column, first, last, offset);
    const bits = shared < fewestSharedBits ? widest : Math.min(shared, widest, widestSharedWindow);
    if (offset < 32 && last - first > size / 2) {
      const mask = offset === 0 ? 0 : -1 << (32 - offset);
      const stem = (column[first] as number) & mask;
      main = { mask, stem, buckets: node + 1, left: offset, right: 32 - bits };
    }
    tree.push(offset * 32 + bits);
    for (let bucket = 0; bucket < 2 ** bits; bucket += 1) tree.push(0);
    let next = first;
    for (let bucket = 0; bucket < 2 ** bits; bucket += 1) {
      const begin = next;
      while (next < last && cutWindow(column[next] as number, offset, bits) === bucket) next += 1;
      const isLeaf = next - begin <= leafSize || offset + bits === networks.length * 32;
      tree[node + 1 + bucket] = isLeaf ? next : ~addNode(begin, next, offset + bits);
    }
    return node;
  };
  addNode(0, size, 0);
  return { tree: Int32Array.from(tree), main };
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
