import { jsonErrorAt, lineAndColumnOf } from '#domain';
import { frenchError } from '#messaging/messages';
import type { z } from 'zod';
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
  } catch {
    const { line, column } = lineAndColumnOf(text, jsonErrorAt(text) ?? text.length);
    const place = `ligne ${line}, colonne ${column}`;
    return refuse('not_json', `Ce n'est pas du JSON valable (${place}).`, place);
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

/** RFC 6901. */
export const jsonPointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** At most this many problems are told at once. */
const TOLD = 5;

/** Checks a JSON value against a schema; a refusal names each wrong field by its JSON pointer. */
export function checkJson<T>(schema: z.ZodType<T>, value: unknown, reason: RefusalReason, what: string): Read<T> {
  const checked = schema.safeParse(value, { error: frenchError });
  return checked.success ? ok(checked.data) : located(checked.error.issues, reason, what);
}

function located(issues: readonly z.core.$ZodIssue[], reason: RefusalReason, what: string): Refused {
  const told = issues.slice(0, TOLD).map((issue) => `${pointerTo(issue)} : ${issue.message}`);
  const more = issues.length > TOLD ? ` ; et ${issues.length - TOLD} autres` : '';
  return refuse(reason, `${what} : ${told.join(' ; ')}${more}`, issues[0] === undefined ? '/' : pointerTo(issues[0]));
}

/** The very member that is unknown, not the object that has it. */
const pointerTo = (issue: z.core.$ZodIssue): string =>
  jsonPointer(issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path) || '/';
