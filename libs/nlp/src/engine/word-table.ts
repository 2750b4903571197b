/** Words of at most this many letters, all of a to z once folded, are looked up by their letters packed into three numbers. */
export const LONGEST_PACKED = 12;
/** Numbers in a slot: three of letters, one of the value. */
const SLOT = 4;
const MOST_TRIES = 1 << 14;
const MOST_SEEDS = 16;

export interface PackedWord {
  readonly word: string;
  readonly value: number;
}

/**
 * A perfect hash over packed words (hash and displace: Belazzougui, Botelho, Dietzfelbinger, 2009): a word has one slot it can be in,
 * and the slot holds all its letters. A look-up reads that slot, compares, and never probes.
 */
export class WordTable {
  slots = new Int32Array(2 * SLOT);
  /** Per bucket, what the hashes of its words are multiplied by so that none meets another. */
  factors = new Int32Array(2);
  seed = 0;
  /** The bucket of a hash is its `bucketBits` highest bits; its slot the `slotBits` highest of it times the bucket's factor. At least 1. */
  slotBits = 1;
  bucketBits = 1;

  /** False when the words could not be parted, which takes a contrived vocabulary: they are then looked up the slow way. */
  complete = false;

  build(words: readonly PackedWord[]): void {
    this.complete = false;
    this.slotBits = bitsFor(words.length * 1.3);
    this.bucketBits = bitsFor(words.length / 3);
    const keys = words.map(({ word }) => packed(word));
    for (this.seed = 0; this.seed < MOST_SEEDS && !this.complete; this.seed += 1) this.complete = this.place(words, keys);
    this.seed -= 1;
  }

  get bytes(): number {
    return this.slots.byteLength + this.factors.byteLength;
  }

  private place(words: readonly PackedWord[], keys: readonly Packed[]): boolean {
    this.slots = new Int32Array((1 << this.slotBits) * SLOT);
    this.factors = new Int32Array(1 << this.bucketBits);
    const taken = new Uint8Array(1 << this.slotBits);
    const buckets: number[][] = Array.from({ length: 1 << this.bucketBits }, () => []);
    const hashes = keys.map(([first, second, third]) => packedHash(first, second, third, this.seed));
    hashes.forEach((hash, index) => buckets[top(hash, this.bucketBits)]!.push(index));
    const order = buckets.map((_, bucket) => bucket).filter((bucket) => buckets[bucket]!.length > 0);
    order.sort((a, b) => buckets[b]!.length - buckets[a]!.length || a - b);
    for (const bucket of order) {
      const factor = this.freeFactor(buckets[bucket]!.map((index) => hashes[index]!), taken);
      if (factor === 0) return false;
      this.factors[bucket] = factor;
      for (const index of buckets[bucket]!) {
        const slot = top(Math.imul(hashes[index]!, factor), this.slotBits);
        taken[slot] = 1;
        this.slots.set([...keys[index]!, words[index]!.value], slot * SLOT);
      }
    }
    return true;
  }

  /** An odd factor under which all these hashes fall into free slots of their own; 0 when there is none. */
  private freeFactor(hashes: readonly number[], taken: Uint8Array): number {
    for (let tries = 1; tries < MOST_TRIES; tries += 1) {
      const factor = Math.imul(tries, 0x9e3779b1) | 1;
      const slots = hashes.map((hash) => top(Math.imul(hash, factor), this.slotBits));
      if (slots.every((slot, index) => taken[slot] === 0 && slots.indexOf(slot) === index)) return factor;
    }
    return 0;
  }
}

type Packed = readonly [first: number, second: number, third: number];

/** Whether the word, folded, can be packed. */
export const isPackable = (word: string): boolean => /^[a-z]{1,12}$/.test(word);

/** The letters as the scanner reads them: 1 for a to 26 for z, a byte each, the first in the lowest. */
function packed(word: string): Packed {
  const key: [number, number, number] = [0, 0, 0];
  for (let index = 0; index < word.length; index += 1) key[index >> 2]! |= (word.charCodeAt(index) - 0x60) << ((index & 3) * 8);
  return key;
}

export function packedHash(first: number, second: number, third: number, seed: number): number {
  const hash = Math.imul(first, 0x9e3779b1 | 0) ^ Math.imul(second ^ seed, 0x85ebca6b | 0) ^ Math.imul(third, 0xc2b2ae35 | 0);
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
}

/** The `bits` highest bits. */
const top = (hash: number, bits: number): number => hash >>> (32 - bits);
const bitsFor = (count: number): number => Math.max(1, Math.ceil(Math.log2(Math.max(1, count))));
