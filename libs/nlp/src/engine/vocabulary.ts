/** Ids that every vocabulary shares. */
export const UNKNOWN = 0;
/** Any run of digits that no pattern names. */
export const DIGITS = 1;

/**
 * The words that patterns name, folded, each with an id; closed once frozen. Looked up by the scanner with its rolling
 * hash and verified character by character, so that two words never share an id.
 */
export class Vocabulary {
  private readonly ids = new Map<string, number>();
  private readonly words: string[] = ['', ''];
  private slots = new Int32Array(0);
  private mask = 0;
  private chars = new Uint16Array(0);
  private starts = new Int32Array(0);

  /** Ids start at 2 and follow the order of first use. */
  add(word: string): number {
    const known = this.ids.get(word);
    if (known !== undefined) return known;
    const id = this.words.length;
    this.ids.set(word, id);
    this.words.push(word);
    return id;
  }

  get size(): number {
    return this.words.length;
  }

  word(id: number): string {
    return this.words[id] ?? '';
  }

  id(word: string): number {
    return this.ids.get(word) ?? UNKNOWN;
  }

  /** Ids of words made of digits only. */
  digitIds(): number[] {
    const found: number[] = [DIGITS];
    for (let id = 2; id < this.words.length; id += 1) if (isDigits(this.words[id]!)) found.push(id);
    return found;
  }

  /** Lays the words out for `find`; add nothing afterwards. */
  freeze(): void {
    let capacity = 64;
    while (capacity < this.words.length * 3) capacity *= 2;
    this.mask = capacity - 1;
    this.slots = new Int32Array(capacity);
    this.starts = new Int32Array(this.words.length + 1);
    let total = 0;
    for (const word of this.words) total += word.length;
    this.chars = new Uint16Array(total);
    let at = 0;
    for (let id = 0; id < this.words.length; id += 1) {
      const word = this.words[id]!;
      this.starts[id] = at;
      let hash = HASH_SEED;
      for (let index = 0; index < word.length; index += 1) {
        const code = word.charCodeAt(index);
        this.chars[at] = code;
        at += 1;
        hash = Math.imul(hash ^ code, HASH_PRIME);
      }
      if (id < 2) continue;
      let slot = finishHash(hash) & this.mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = id;
    }
    this.starts[this.words.length] = at;
  }

  /** The id of the folded word in `buffer[0, length)`, given its unfinished rolling hash. */
  find(buffer: Uint16Array, length: number, hash: number): number {
    const { slots, starts, chars, mask } = this;
    let slot = finishHash(hash) & mask;
    for (;;) {
      const id = slots[slot]!;
      if (id === 0) return UNKNOWN;
      const start = starts[id]!;
      if (starts[id + 1]! - start === length) {
        let index = 0;
        while (index < length && chars[start + index] === buffer[index]) index += 1;
        if (index === length) return id;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** Bytes of the tables that `find` reads. */
  get bytes(): number {
    return this.slots.byteLength + this.chars.byteLength + this.starts.byteLength;
  }
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo), with a final mix so that the low bits depend on every character. */
export const HASH_SEED = 0x811c9dc5 | 0;
export const HASH_PRIME = 0x01000193;
export const finishHash = (hash: number): number => hash ^ (hash >>> 15);

const isDigits = (word: string): boolean => word !== '' && word.charCodeAt(0) >= 0x30 && word.charCodeAt(0) <= 0x39;
