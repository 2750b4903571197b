const SPACES = /^\ufeff?\s*(?:\[\s*)?\{/;

/** A member of an object, as far as it can be told without parsing. */
interface Member {
  /** Its value when that is a string, escapes left as written; else null. */
  readonly text: string | null;
  /** Where its value begins. */
  readonly at: number;
}

/** Members of the first object of a JSON text that may be cut anywhere. Linear in its length. */
function membersOf(head: string): Map<string, Member> {
  const keys = new Map<string, Member>();
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
        if (key !== undefined) keys.set(key, { text: last, at: i });
      }
      i = end;
    } else if (c === '{' || c === '[') depth++;
    else if (c === '}' || c === ']') depth--;
    else if (depth === 1 && c === ':') keys.set((key = last), { text: null, at: i + 1 });
    else if (depth === 1 && c === ',') key = undefined;
  }
  return keys;
}

/**
 * Keys of the first object of a JSON text, found without parsing it: the text may be cut anywhere (it is the head
 * of a file). An array of objects gives the keys of its first object. Linear in the text's length.
 * @returns key → its value when that is a string, else null; empty when the text is not such JSON
 */
export const topLevelKeys = (head: string): ReadonlyMap<string, string | null> => new Map([...membersOf(head)].map(([key, { text }]) => [key, text]));

/** Position of the closing quote, or the text's length. */
function endOfString(text: string, open: number): number {
  let i = open + 1;
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1;
  return Math.min(i, text.length);
}

/** The same for bytes; UTF-8 only, which is what JSON is exchanged in. */
export function topLevelKeysOf(head: Buffer): ReadonlyMap<string, string | null> {
  return topLevelKeys(jsonIn(head));
}

/** The keys of the object that a member of the first object is, or of the first object in it when it is an array. */
export function keysInside(head: Buffer, member: string): ReadonlyMap<string, string | null> {
  const text = jsonIn(head);
  const at = membersOf(text).get(member)?.at;
  return topLevelKeys(at === undefined ? '' : text.slice(at));
}

const jsonIn = (head: Buffer): string => (SPACES.test(head.toString('utf8', 0, 256)) ? head.toString('utf8') : '');
