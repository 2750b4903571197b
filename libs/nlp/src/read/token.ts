export const TOKEN_KINDS = ['word', 'number', 'punctuation', 'symbol', 'emoji', 'url', 'email'] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

export interface Token {
  /** UTF-16 offset into the ORIGINAL text, inclusive. */
  readonly start: number;
  /** Exclusive; always greater than `start`. */
  readonly end: number;
  readonly kind: TokenKind;
}

/** Tokens without objects, for hot scans: `bounds[2i]` and `bounds[2i + 1]` are the i-th token's start and end. */
export class TokenSpans {
  count = 0;
  bounds = new Int32Array(512);
  /** Positions in `TOKEN_KINDS`. */
  kinds = new Uint8Array(256);

  push(start: number, end: number, kind: number): void {
    if (this.count === this.kinds.length) this.grow();
    this.bounds[2 * this.count] = start;
    this.bounds[2 * this.count + 1] = end;
    this.kinds[this.count++] = kind;
  }

  private grow(): void {
    const bounds = new Int32Array(this.bounds.length * 2);
    const kinds = new Uint8Array(this.kinds.length * 2);
    bounds.set(this.bounds);
    kinds.set(this.kinds);
    this.bounds = bounds;
    this.kinds = kinds;
  }
}

/** Positions in `TOKEN_KINDS`, by name. */
export const Kind = { Word: 0, Number: 1, Punctuation: 2, Symbol: 3, Emoji: 4, Url: 5, Email: 6 } as const;
