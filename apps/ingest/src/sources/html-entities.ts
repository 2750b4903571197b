import { createRequire } from 'node:module';
import { withoutC1 } from './windows-1252.js';

/** HTML's own table of character references (`&eacute;` and, where HTML allows it, `&eacute`), packaged beside the WebVTT parser. */
export const HTML_ENTITIES: Readonly<Record<string, string>> = createRequire(import.meta.url)('webvtt-parser/html-entities.json');

/** `&eacute;` `&#233;` `&#xE9;` → `é`; what is no character reference stays as it is. */
export const decodeEntities = (text: string): string =>
  text.includes('&') ? text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|[a-z][a-z0-9]{1,31});?/gi, decode) : text;

function decode(whole: string, decimal: string | undefined, hex: string | undefined): string {
  if (decimal !== undefined) return character(Number(decimal));
  if (hex !== undefined) return character(Number.parseInt(hex, 16));
  return HTML_ENTITIES[whole] ?? whole;
}

/** Old mailers mean Windows-1252 by the numbers 0x80–0x9F (HTML standard, §13.2.5.80). */
function character(code: number): string {
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : withoutC1(String.fromCodePoint(code));
}
