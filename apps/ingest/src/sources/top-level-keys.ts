const SPACES = /^\ufeff?\s*(?:\[\s*)?\{/;

/**
 * Keys of the first object of a JSON text, found without parsing it: the text may be cut anywhere (it is the head
 * of a file). An array of objects gives the keys of its first object. Linear in the text's length.
 * @returns key → its value when that is a string, else null; escapes are left as written; empty when the text is
 * not such JSON
 */
export function topLevelKeys(head: string): ReadonlyMap<string, string | null> {
  const keys = new Map<string, string | null>();
  const start = SPACES.exec(head)?.[0].length;
  if (start === undefined) return keys;
  let depth = 1;
  let key: string | undefined;
  let last = '';
  for (let i = start; i < head.length && depth > 0; i++) {
    const c = head[i];
    if (c === '"') {
      const end = endOfString(head, i);
      if (depth === 1) {
        last = head.slice(i + 1, end);
        if (key !== undefined) keys.set(key, last);
      }
      i = end;
    } else if (c === '{' || c === '[') depth++;
    else if (c === '}' || c === ']') depth--;
    else if (depth === 1 && c === ':') keys.set((key = last), null);
    else if (depth === 1 && c === ',') key = undefined;
  }
  return keys;
}

/** Position of the closing quote, or the text's length. */
function endOfString(text: string, open: number): number {
  let i = open + 1;
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1;
  return Math.min(i, text.length);
}

/** The same for bytes; UTF-8 only, which is what JSON is exchanged in. */
export function topLevelKeysOf(head: Buffer): ReadonlyMap<string, string | null> {
  return SPACES.test(head.toString('utf8', 0, 256)) ? topLevelKeys(head.toString('utf8')) : new Map<string, string | null>();
}
