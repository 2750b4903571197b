/** Rows take no more numbers than this, 4 MB. */
const MOST_NUMBERS = 1 << 20;

/** Rows of bits, one per class of tokens. Row 0 says yes to all, and is what a set gets once there is no more room. */
export class BitRows {
  words: Int32Array;
  private readonly width: number;
  private used: number;

  constructor(classes: number) {
    this.width = (classes >>> 5) + 1;
    this.used = this.width;
    this.words = new Int32Array(this.width * 4).fill(-1, 0, this.width);
  }

  /** Where the row of these classes begins. */
  add(classes: Iterable<number>): number {
    const row = this.used;
    if (row + this.width > MOST_NUMBERS) return 0;
    if (row + this.width > this.words.length) {
      const grown = new Int32Array(this.words.length * 2);
      grown.set(this.words);
      this.words = grown;
    }
    for (const tokenClass of classes) setBit(this.words, row * 32 + tokenClass);
    this.used += this.width;
    return row;
  }
}

export function setBit(words: Int32Array, bit: number): void {
  words[bit >>> 5]! |= 1 << bit;
}
