export interface Line {
  /** UTF-16 offset of the line's first unit. */
  readonly start: number;
  /** Exclusive; without the line break. */
  readonly end: number;
  /** The first units of the line, trimmed: what the patterns of this folder look at, so that each looks at a bounded text. */
  readonly head: string;
  /** `head` without quote marks, marks of emphasis and bullets at its start. */
  readonly bare: string;
  readonly blank: boolean;
  /** Starts with a quote mark. */
  readonly quoted: boolean;
  /** Nothing but quote marks. */
  readonly empty: boolean;
}

/** Of a line, what is looked at: the longest sentence that introduces a quote fits. */
const HEAD = 300;

/** `>`, the same as a character reference, and initials before it (« AP> »), as some programs and people write. */
const QUOTE_MARKS = /^(?:(?:\p{Lu}{1,3})?(?:>|&gt;)\s{0,3})+/u;
const EMPHASIS = /\*\*?|__/g;

/** Lines of a mail; `\r\n`, `\n` and `\r` end them. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const breaks = /\r\n|\n|\r/g;
  let start = 0;
  for (;;) {
    const found = breaks.exec(text);
    const end = found?.index ?? text.length;
    const head = text.slice(start, end).trimStart().slice(0, HEAD).trimEnd();
    const marks = QUOTE_MARKS.exec(head)?.[0] ?? '';
    const rest = marks === '' ? head : head.slice(marks.length);
    lines.push({ start, end, head, bare: withoutEmphasis(rest), blank: head === '', quoted: marks !== '', empty: rest === '' });
    if (!found) return lines;
    start = end + found[0].length;
  }
}

/** A row of stars or underscores is a rule, not emphasis. */
const withoutEmphasis = (text: string): string => (/^[*_]{3,}|[*_]{3,}$/.test(text) || !/[*_]/.test(text) ? text : text.replace(EMPHASIS, '').trim());

/** The next line from `from` on that says something, quote marks aside; -1 when there is none. */
export function nextWritten(lines: readonly Line[], from: number): number {
  for (let i = from; i < lines.length; i++) if (!lines[i]!.blank && !lines[i]!.empty) return i;
  return -1;
}
