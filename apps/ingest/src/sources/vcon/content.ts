import { decodeText } from '../decode-text.js';
import { parseJsonText } from '../json-text.js';
import { ok, refuse, type Read } from '../refusal.js';
import type { VconContent } from './vcon-file.schema.js';

/** Lower case, without parameters. */
export const mediaTypeOf = ({ mediatype, mimetype }: VconContent): string => (mediatype ?? mimetype ?? '').split(';')[0]!.trim().toLowerCase();

/**
 * The content that stands in the file itself: a text, or the value of a JSON; undefined where there is none. A missing
 * encoding is taken for `none`, as the draft asks. Nothing is fetched.
 * @param place where it stands, for a refusal
 */
export function contentOf({ body, encoding }: VconContent, place: string): Read<unknown> {
  if (body === undefined || body === null) return ok(undefined);
  switch (encoding?.toLowerCase() ?? 'none') {
    case 'none':
      return ok(body);
    case 'json':
      // Early tools wrote the JSON as a text.
      return ok(typeof body === 'string' ? parsedOr(body) : body);
    case 'base64url':
    case 'base64':
      return typeof body === 'string' ? decodeText(Buffer.from(body, 'base64url')) : refuse('invalid_file', 'vCon : un contenu en base64url doit être un texte.', `${place}/body`);
    default:
      return refuse('invalid_file', `vCon : encodage « ${encoding?.slice(0, 40)} » inconnu ; attendu « none », « json » ou « base64url ».`, `${place}/encoding`);
  }
}

/** The JSON that a text is, else the text. */
export function parsedOr(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text;
  const json = parseJsonText(text);
  return json.kind === 'ok' ? json.value : text;
}
