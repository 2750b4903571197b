const SPACE = /[ \t\n\r]*/y;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

type Awaited = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'comma';

/**
 * Where a text stops being JSON (RFC 8259): an offset in UTF-16 units, the text's length when it ends too early,
 * null when it is JSON. V8 tells the place of some mistakes only, and in no stable way. Linear, without recursion.
 */
export function jsonErrorAt(text: string): number | null {
  const open: ('{' | '[')[] = [];
  let awaited: Awaited = 'value';
  for (let at = after(SPACE, text, 0)!; ; at = after(SPACE, text, at)!) {
    const c = text[at];
    if (awaited === 'comma' && open.length === 0) return c === undefined ? null : at;
    const inside = open.at(-1);
    if (c === (inside === '{' ? '}' : ']') && inside !== undefined && ['comma', 'first key', 'first value'].includes(awaited)) {
      open.pop();
      awaited = 'comma';
      at++;
    } else if (awaited === 'comma' || awaited === 'colon') {
      if (c !== (awaited === 'comma' ? ',' : ':')) return at;
      awaited = awaited === 'comma' && inside === '{' ? 'key' : 'value';
      at++;
    } else if (c === '"') {
      const end = endOfString(text, at);
      if (end < 0) return -end;
      awaited = awaited.endsWith('key') ? 'colon' : 'comma';
      at = end;
    } else if (awaited.endsWith('key')) return at;
    else if (c === '{' || c === '[') {
      open.push(c);
      awaited = c === '{' ? 'first key' : 'first value';
      at++;
    } else {
      const end = after(SCALAR, text, at);
      if (end === undefined) return at;
      awaited = 'comma';
      at = end;
    }
  }
}

/** Line and column of an offset, both from 1. */
export function lineAndColumnOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}

function after(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** Just after the closing quote, or the place of what is wrong, negated. */
function endOfString(text: string, quote: number): number {
  let at = quote + 1;
  for (; at < text.length && text[at] !== '"'; ) {
    const next = text[at] === '\\' ? after(ESCAPE, text, at) : text[at]! < ' ' ? undefined : at + 1;
    if (next === undefined) return -at;
    at = next;
  }
  return at < text.length ? at + 1 : -at;
}
