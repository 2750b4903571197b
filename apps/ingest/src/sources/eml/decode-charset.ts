import { decodeUtf7 } from './utf-7.js';

/** Names under which mails say UTF-8 when it is not, or say nothing. */
const UNSURE_UTF8 = new Set(['', 'utf-8', 'utf8', 'us-ascii', 'ascii']);

/** Names under which mails go that are UTF-8: the default of an old program, or a charset that does not exist. */
const WESTERN = /^(?:(?:us-)?ascii|iso[-_]?8859[-_]?15?|latin-?[19]|(?:windows|cp)-?1252|ansi.*|x-.*|unknown.*|default.*|)$/;

/**
 * Text of a part whose charset is what it says, or what its bytes say better: bytes that are UTF-8 beyond doubt are UTF-8,
 * whatever Western charset they go by; those that say UTF-8 (or nothing) and are not are Windows-1252, as old mailers wrote.
 * @param charset as the part says; '' where it says nothing
 * @param fallback decodes by a name that TextDecoder does not know
 */
export function decodeCharset(bytes: Buffer, charset: string, fallback: () => string): string {
  const name = charset.trim().toLowerCase();
  if (/^(?:unicode-1-1-)?utf-?7$/.test(name)) return decodeUtf7(bytes.toString('latin1'));
  const utf8 = bytes.toString('utf8').replace(/^\ufeff/, '');
  if (UNSURE_UTF8.has(name)) return isMostlyUtf8(utf8) ? utf8 : new TextDecoder('windows-1252').decode(bytes);
  if (WESTERN.test(name) && !utf8.includes('\ufffd')) return utf8;
  try {
    return new TextDecoder(name).decode(bytes);
  } catch {
    return fallback();
  }
}

/** A text cut in mid-character is UTF-8 all the same; one with more broken characters than whole ones never was. */
function isMostlyUtf8(text: string): boolean {
  const broken = text.split('\ufffd').length - 1;
  if (broken === 0) return true;
  const beyondAscii = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  return beyondAscii - broken > broken;
}

/** The charset that an HTML page names in its head. */
export const charsetOfHtml = (bytes: Buffer): string => /<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?([\w.:-]{1,40})/i.exec(bytes.toString('latin1', 0, 4096))?.[1] ?? '';
