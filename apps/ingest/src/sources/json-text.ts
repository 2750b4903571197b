import { z } from 'zod';
import { decodeText } from './decode-text.js';
import { LIMITS } from './limits.js';
import { ok, refuse, type Read, type RefusalReason, type Refused } from './refusal.js';

/** Bytes → JSON value. Depth is checked before parsing, so that nothing downstream recurses too far. */
export function parseJsonBytes(bytes: Buffer): Read<unknown> {
  const text = decodeText(bytes);
  return text.kind === 'ok' ? parseJsonText(text.value) : text;
}

export function parseJsonText(text: string): Read<unknown> {
  const depth = depthOf(text);
  if (depth > LIMITS.jsonDepth) {
    return refuse('too_deep', `Le JSON est imbriqué sur plus de ${LIMITS.jsonDepth} niveaux : aucune conversation n'en demande autant.`);
  }
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = /position (\d+)/.exec(message)?.[1];
    const place = position === undefined ? undefined : lineAndColumn(text, Number(position));
    return refuse('not_json', `Ce n'est pas du JSON valable${place === undefined ? '' : ` (${place})`} : ${message}`, place);
  }
}

const OPEN = new Set([0x5b, 0x7b]);
const CLOSE = new Set([0x5d, 0x7d]);
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Deepest nesting of arrays and objects, brackets inside strings not counted; stops early once over the limit. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code === BACKSLASH) i++;
      else if (code === QUOTE) quoted = false;
    } else if (code === QUOTE) quoted = true;
    else if (OPEN.has(code)) deepest = Math.max(deepest, ++depth);
    else if (CLOSE.has(code)) depth--;
    if (deepest > LIMITS.jsonDepth) return deepest;
  }
  return deepest;
}

function lineAndColumn(text: string, position: number): string {
  const before = text.slice(0, position);
  const line = before.split('\n').length;
  return `ligne ${line}, colonne ${position - before.lastIndexOf('\n')}`;
}

/** RFC 6901. */
export const jsonPointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** At most this many problems are told at once. */
const TOLD = 5;

/** Checks a JSON value against a schema; a refusal names each wrong field by its JSON pointer. */
export function checkJson<T>(schema: z.ZodType<T>, value: unknown, reason: RefusalReason, what: string): Read<T> {
  const checked = schema.safeParse(value, { error: z.locales.fr().localeError });
  return checked.success ? ok(checked.data) : located(checked.error.issues, reason, what);
}

function located(issues: readonly z.core.$ZodIssue[], reason: RefusalReason, what: string): Refused {
  const told = issues.slice(0, TOLD).map((issue) => `${jsonPointer(issue.path) || '/'} : ${issue.message}`);
  const more = issues.length > TOLD ? ` ; et ${issues.length - TOLD} autres` : '';
  return refuse(reason, `${what} : ${told.join(' ; ')}${more}`, jsonPointer(issues[0]?.path ?? []) || '/');
}
