/** 0x80 to 0x9F in Windows-1252; the five positions it leaves open stand for themselves (WHATWG Encoding, index windows-1252). */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * C1 control characters → the characters that Windows-1252 has there. No mail means a C1 control: they come from text
 * labelled ISO-8859-1, from old character references, and from Node before 24, whose TextDecoder reads Windows-1252
 * as if it were ISO-8859-1 (« l\u0092été » for « l’été »). One UTF-16 unit for one.
 */
export const withoutC1 = (text: string): string =>
  /[\u0080-\u009f]/.test(text) ? text.replace(/[\u0080-\u009f]/g, (c) => HIGH[c.charCodeAt(0) - 0x80]!) : text;
