/** Repeatable chance: the same figures at every call and on every machine. Marsaglia's 32-bit xorshift (J. Stat. Softw. 8 (2003) 14). */
export class Shuffler {
  #state: number;

  /** @param seed any integer but 0. */
  constructor(seed = 0x2545f491) {
    this.#state = seed | 0 || 1;
  }

  /** Puts the items of a range in random order, in place (Fisher–Yates). */
  shuffle(items: Int32Array, start = 0, end = items.length): void {
    for (let i = end - 1; i > start; i--) {
      const j = start + Math.floor(this.#next() * (i - start + 1));
      [items[i], items[j]] = [items[j]!, items[i]!];
    }
  }

  /** Uniform on [0, 1). */
  #next(): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) / 4294967296;
  }
}
