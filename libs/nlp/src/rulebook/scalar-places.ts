/** A YAML text as it is written; `style` is the `type` of the yaml package's scalars. */
export interface WrittenScalar {
  readonly style: string;
  /** UTF-16 offsets in the file: [its quote, its `|` or `>`, or its first letter; its end). */
  readonly start: number;
  readonly end: number;
  /** The text it stands for. */
  readonly value: string;
}

/** A place in the file and how many UTF-16 units of the value are written there. */
type Piece = readonly [at: number, units: number];

/**
 * Where a character of a YAML text is written: the UTF-16 offset in `source` of unit `offset` of the value. Escapes, doubled
 * quotes, folded lines and the indentation of blocks (YAML 1.2, chapters 7 and 8) are gone through side by side with the value.
 * From the value's length on: where its last character is written.
 */
export function placeInScalar(source: string, scalar: WrittenScalar, offset: number): number {
  let unit = 0;
  let last = scalar.start;
  for (const [at, units] of scalar.style.startsWith('BLOCK') ? blockPieces(source, scalar) : flowPieces(source, scalar)) {
    if (units === 0) continue;
    last = at;
    unit += units;
    if (offset < unit) return at;
  }
  return last;
}

const LINE_ENDS = /[ \t]*(?:\r?\n[ \t]*)+/y;
const ESCAPED_LINE_END = /\\\r?\n[ \t]*((?:\r?\n[ \t]*)*)/y;
const ESCAPE = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[\s\S])/y;

/** Plain and quoted texts: one line end is a space, n of them are n - 1 line ends. */
function* flowPieces(source: string, { style, start, end }: WrittenScalar): Generator<Piece> {
  let at = style === 'PLAIN' ? start : start + 1;
  const close = style === 'PLAIN' ? end : end - 1;
  while (at < close) {
    const escapedLine = style === 'QUOTE_DOUBLE' ? matchAt(ESCAPED_LINE_END, source, at) : null;
    const lines = matchAt(LINE_ENDS, source, at);
    const escape = style === 'QUOTE_DOUBLE' ? matchAt(ESCAPE, source, at) : null;
    if (escapedLine !== null) yield [at, countLines(escapedLine[1]!)];
    else if (lines !== null) yield [at, Math.max(1, countLines(lines[0]) - 1)];
    else if (escape !== null) yield [at, /^\\U(?:000[1-9a-fA-F]|0010)/.test(escape[0]) ? 2 : 1];
    else yield [at, 1];
    at += (escapedLine ?? lines ?? escape)?.[0].length ?? (style === 'QUOTE_SINGLE' && source.startsWith("''", at) ? 2 : 1);
  }
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

const countLines = (text: string): number => text.split('\n').length - 1;

/** `|` and `>` blocks: whether a line end was kept, folded into a space or dropped is read off the value. */
function* blockPieces(source: string, { start, end, value }: WrittenScalar): Generator<Piece> {
  const lines = source.slice(start, end).split('\n');
  const first = lines.slice(1).find((line) => line.trim() !== '') ?? '';
  const firstInValue = value.split('\n').find((line) => line.trim() !== '') ?? '';
  const indent = leadingSpaces(first) - leadingSpaces(firstInValue);
  let at = start + lines[0]!.length + 1;
  let unit = 0;
  let folded = false;
  for (const line of lines.slice(1)) {
    const written = line.endsWith('\r') ? line.slice(0, -1) : line;
    for (let index = indent; index < written.length; index += 1) {
      yield [at + index, 1];
      unit += 1;
      folded = false;
    }
    if (value[unit] === '\n' || (value[unit] === ' ' && !folded)) {
      yield [at + written.length, 1];
      unit += 1;
      folded = true;
    }
    at += line.length + 1;
  }
}

const leadingSpaces = (line: string): number => line.length - line.trimStart().length;
