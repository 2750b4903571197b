import { ok, refuse, type Read } from './refusal.js';

/**
 * Bytes → text: UTF-8, or UTF-16 when a byte order mark says so; the mark itself is dropped. Text in another
 * encoding is refused rather than read as something it does not say.
 */
export function decodeText(bytes: Buffer): Read<string> {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return ok(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return refuse('bad_encoding', `Le texte n'est pas du ${encoding.toUpperCase()} valable : enregistrez le fichier en UTF-8.`);
  }
}

/**
 * PostgreSQL keeps neither NUL nor half a surrogate pair. Each becomes U+FFFD, one UTF-16 unit for one, so that
 * no offset moves.
 */
export const storable = (text: string): string => text.replaceAll('\0', '\ufffd').replace(/\p{Surrogate}/gu, '\ufffd');
