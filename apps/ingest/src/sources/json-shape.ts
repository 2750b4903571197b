/** How deep keys are looked at: enough to tell formats that begin alike. */
const DEPTH = 3;

const STARTS = /^\ufeff?\s*[[{]/;

/** Key paths of a JSON text: see jsonShapeOf. */
export interface JsonShape {
  has(path: string): boolean;
  /** The first value at a path, when it is a string; escapes are left as written. */
  text(path: string): string | undefined;
}

interface Frame {
  readonly path: string;
  readonly array: boolean;
  key: string | undefined;
}

const seen = new WeakMap<Buffer, JsonShape>();

/**
 * The keys of a JSON text with their place, `results.channels`, found without parsing it: the text may be cut anywhere
 * (it is the head of a file). An array stands for its elements: `segments.speaker` is the member of any segment.
 * Three levels; linear in the text's length; done once for the same head.
 */
export function jsonShapeOf(head: Buffer): JsonShape {
  const known = seen.get(head);
  if (known !== undefined) return known;
  const paths = STARTS.test(head.toString('utf8', 0, 256)) ? pathsOf(head.toString('utf8')) : new Map<string, string | null>();
  const shape: JsonShape = { has: (path) => paths.has(path), text: (path) => paths.get(path) ?? undefined };
  seen.set(head, shape);
  return shape;
}

function pathsOf(text: string): Map<string, string | null> {
  const paths = new Map<string, string | null>();
  /** Null: deeper than what is looked at. */
  const stack: (Frame | null)[] = [];
  let last = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    const frame = stack.at(-1);
    if (c === '"') {
      const end = endOfString(text, i);
      if (frame !== null && frame !== undefined) {
        last = text.slice(i + 1, end);
        if (frame.key !== undefined && paths.get(pathOf(frame)) === null) paths.set(pathOf(frame), last);
      }
      i = end;
    } else if (c === '{' || c === '[') stack.push(opened(frame, c === '['));
    else if (c === '}' || c === ']') {
      stack.pop();
      if (stack.length === 0) break;
    } else if (frame !== null && frame !== undefined && !frame.array) {
      if (c === ':') {
        frame.key = last;
        if (!paths.has(pathOf(frame))) paths.set(pathOf(frame), null);
      } else if (c === ',') frame.key = undefined;
    }
  }
  return paths;
}

function opened(parent: Frame | null | undefined, array: boolean): Frame | null {
  if (parent === null) return null;
  if (parent === undefined) return { path: '', array, key: undefined };
  // `{{` is no JSON: what stands where a key should be has no place.
  if (!parent.array && parent.key === undefined) return null;
  const path = parent.array ? parent.path : pathOf(parent);
  return path.split('.').length < DEPTH || path === '' || array ? { path, array, key: undefined } : null;
}

const pathOf = ({ path, key }: Frame): string => (path === '' ? key! : `${path}.${key}`);

/** Position of the closing quote, or the text's length. */
function endOfString(text: string, open: number): number {
  let i = open + 1;
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1;
  return Math.min(i, text.length);
}
