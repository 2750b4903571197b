/** Flags of a token. */
export const FIRST_OF_SENTENCE = 1;
export const CAPITALISED = 2;
/** Every letter is a capital. */
export const ALL_CAPITALS = 4;
/** Nothing but an apostrophe or a hyphen stands between this token and the next. */
export const JOINED_TO_NEXT = 8;
/** A run of digits. */
export const NUMERIC = 16;
/** `?` or `!`. */
export const MARK = 32;
/** A slash stands between this token and the next: 12/03. */
export const SLASH_TO_NEXT = 64;
/** First token of a turn. */
export const FIRST_OF_TURN = 128;

/** What is told of each token. */
export interface TokenArrays {
  /** The class of each token (`TokenSets`). */
  readonly classes: Int32Array;
  /** UTF-16 offsets into the turn's text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly flags: Uint8Array;
}

/** Tokens of one or more turns, in order; the arrays are reused and longer than `count`. */
export class TokenStream implements TokenArrays {
  count = 0;
  classes = new Int32Array(4096);
  starts = new Int32Array(4096);
  ends = new Int32Array(4096);
  flags = new Uint8Array(4096);
  /** For turn k, its tokens are [turns[k], turns[k + 1]). */
  turns: number[] = [0];

  clear(): void {
    this.count = 0;
    this.turns = [0];
  }

  /** Makes room for `more` tokens, so that tokens are written without asking. */
  reserve(more: number): void {
    const needed = this.count + more + 1;
    if (needed <= this.classes.length) return;
    let size = this.classes.length * 2;
    while (size < needed) size *= 2;
    this.classes = grown(this.classes, new Int32Array(size));
    this.starts = grown(this.starts, new Int32Array(size));
    this.ends = grown(this.ends, new Int32Array(size));
    this.flags = grown(this.flags, new Uint8Array(size));
  }

  /** Appends the first `count` tokens of `from`. */
  append(from: TokenArrays, count: number): void {
    this.reserve(count);
    this.classes.set(from.classes.subarray(0, count), this.count);
    this.starts.set(from.starts.subarray(0, count), this.count);
    this.ends.set(from.ends.subarray(0, count), this.count);
    this.flags.set(from.flags.subarray(0, count), this.count);
    this.count += count;
  }

  /** Ends a turn before the token `end`. */
  closeTurn(end: number): void {
    this.turns.push(end);
  }

  /** The first token of the sentence that holds `token`. */
  sentenceStart(token: number): number {
    let at = token;
    while (at > 0 && (this.flags[at]! & FIRST_OF_SENTENCE) === 0) at -= 1;
    return at;
  }

  /** The token after the last of the sentence that holds `token`. */
  sentenceEnd(token: number): number {
    let at = token + 1;
    while (at < this.count && (this.flags[at]! & FIRST_OF_SENTENCE) === 0) at += 1;
    return at;
  }
}

function grown<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
