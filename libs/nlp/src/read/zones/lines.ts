export interface Line {
  /** UTF-16 offset of the line's first unit. */
  readonly start: number;
  /** Exclusive; without the line break. */
  readonly end: number;
  /** The first units of the line, trimmed: what the patterns of this folder look at, so that each looks at a bounded text. */
  readonly head: string;
  readonly blank: boolean;
  /** Starts with a quote mark. */
  readonly quoted: boolean;
}

const HEAD = 240;

/** Lines of a mail; `\r\n`, `\n` and `\r` end them. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const breaks = /\r\n|\n|\r/g;
  let start = 0;
  for (;;) {
    const found = breaks.exec(text);
    const end = found?.index ?? text.length;
    const head = text.slice(start, Math.min(end, start + HEAD)).trim();
    const blank = head === '' && (end - start <= HEAD || text.slice(start, end).trim() === '');
    lines.push({ start, end, head, blank, quoted: /^(?:>|&gt;)/.test(head) });
    if (!found) return lines;
    start = end + found[0].length;
  }
}
