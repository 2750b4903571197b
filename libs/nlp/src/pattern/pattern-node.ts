/** A pattern as written; `at` is the offset in the pattern's text. */
export type PatternNode =
  | { readonly type: 'sequence'; readonly items: readonly PatternNode[] }
  | { readonly type: 'choice'; readonly options: readonly PatternNode[] }
  | { readonly type: 'optional'; readonly item: PatternNode }
  /** `joined`: no space stood before it in the pattern, only an apostrophe or a hyphen. */
  | { readonly type: 'word'; readonly word: string; readonly joined: boolean; readonly at: number }
  | { readonly type: 'lemma'; readonly lemma: string; readonly joined: boolean; readonly at: number }
  | { readonly type: 'gap'; readonly most: number; readonly at: number }
  | { readonly type: 'entity'; readonly name: string; readonly at: number }
  | { readonly type: 'list'; readonly name: string; readonly at: number };

export interface Pattern {
  readonly text: string;
  readonly root: PatternNode;
  /** `^`: at the start of the turn's own words. */
  readonly atStart: boolean;
  /** `$`: at the end of them. */
  readonly atEnd: boolean;
}

/** Why a pattern cannot be read. */
export interface PatternProblem {
  /** Offset in the pattern's text. */
  readonly at: number;
  readonly message: string;
  /** The words or signs that cannot be read. */
  readonly found: string;
  readonly allowed?: readonly string[];
}

/**
 * What is left once words are expanded: sets of folded words in a row. The automaton, the verifier and the brute-force oracle
 * all start from here.
 */
export type CoreNode =
  | { readonly type: 'sequence'; readonly items: readonly CoreNode[] }
  | { readonly type: 'choice'; readonly options: readonly CoreNode[] }
  | { readonly type: 'optional'; readonly item: CoreNode }
  /** One token among these; `key` names the set, equal keys being equal sets. */
  | { readonly type: 'words'; readonly key: string; readonly words: readonly string[] }
  /** Any run of digits; `slash` when a slash must stand between it and the next token. */
  | { readonly type: 'digits'; readonly slash?: boolean }
  /** One token that looks like a name; `continued`: like more of the name that the token before belongs to. */
  | { readonly type: 'name'; readonly continued?: boolean }
  /** Between `least` and `most` words, whatever they are, each at `price` (default GAP_PRICE). */
  | { readonly type: 'gap'; readonly least: number; readonly most: number; readonly price?: number };

/** What a gap word costs when none is said; the way that costs least is the match. */
export const GAP_PRICE = 1;

export interface CorePattern {
  readonly text: string;
  readonly root: CoreNode;
  readonly atStart: boolean;
  readonly atEnd: boolean;
}
