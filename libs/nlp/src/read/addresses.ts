import { Kind } from './token.js';

const LOCAL_PART = /[\p{L}\p{N}._%+-]/u;
const DOMAIN = /[A-Za-z0-9\u00c0-\u024f](?:[A-Za-z0-9.\u00c0-\u024f-]{0,252}[A-Za-z0-9\u00c0-\u024f])?/y;
/** Everything but white space and the quotes and brackets that people put around an address. */
const URL_REST = /[^\s<>"«»“”]*/y;
const TRAILING = /[.,;:!?'’)\]}…*]$/;
/** Endings that are no French word: « merci.de rien », « oui.ca va » are sentences without their space. */
const TOP_LEVEL = 'fr|com|org|net|be|ch|lu|io|info|biz|uk|bzh';
const BARE_DOMAIN = new RegExp(`(?:[a-zA-Z0-9][a-zA-Z0-9-]{0,62}\\.){1,4}(?:${TOP_LEVEL})(?![\\p{L}\\p{N}-])(?:/[^\\s<>"«»]*)?`, 'yu');
const DOT = /\.[a-z]/g;
const LONGEST_LOCAL_PART = 64;
const LONGEST_SCHEME = 10;

/**
 * Finds the addresses of a text, each position looked at a bounded number of times: the next `@`, `://` and `.`
 * are found once and only the words that touch them are tried.
 */
export class AddressFinder {
  /** Of the address that `endAt` found last. */
  kind: number = Kind.Url;
  private at: number;
  private localStart = -1;
  private scheme: number;
  private schemeStart = -1;
  private dot: number;

  constructor(private readonly text: string) {
    this.at = text.indexOf('@');
    this.scheme = text.indexOf('://');
    this.dot = this.nextDot(0);
    if (this.at >= 0) this.localStart = this.startOf(this.at, LOCAL_PART, LONGEST_LOCAL_PART);
    if (this.scheme >= 0) this.schemeStart = this.startOf(this.scheme, /[a-zA-Z]/, LONGEST_SCHEME);
  }

  /** Cheap: false for almost every word. */
  mayStartAt(i: number): boolean {
    if (this.at < 0 && this.scheme < 0 && this.dot < 0) return false;
    this.advance(i);
    return i === this.localStart || i === this.schemeStart || (this.dot >= 0 && this.dot - i < 64);
  }

  /** The end of the address that starts at `i`, or 0. */
  endAt(i: number): number {
    if (i === this.schemeStart && this.scheme > i) return this.url(i, this.scheme + 3);
    if (i === this.localStart && this.at > i) {
      DOMAIN.lastIndex = this.at + 1;
      const domain = DOMAIN.exec(this.text);
      if (domain?.[0].includes('.')) {
        this.kind = Kind.Email;
        return this.at + 1 + domain[0].length;
      }
    }
    if (this.text.startsWith('www.', i) || this.text.startsWith('WWW.', i)) return this.url(i, i + 4);
    return this.bareDomain(i);
  }

  private url(start: number, from: number): number {
    URL_REST.lastIndex = from;
    let end = from + (URL_REST.exec(this.text)?.[0].length ?? 0);
    while (end > from && TRAILING.test(this.text.charAt(end - 1))) end--;
    this.kind = Kind.Url;
    return end > from ? end : 0;
  }

  /** « exemple.fr/aide »: lower case and a well-known ending, so that « merci.bonjour » stays two words. */
  private bareDomain(i: number): number {
    BARE_DOMAIN.lastIndex = i;
    const found = BARE_DOMAIN.exec(this.text);
    if (!found) return 0;
    let end = i + found[0].length;
    while (TRAILING.test(this.text.charAt(end - 1))) end--;
    this.kind = Kind.Url;
    return end;
  }

  private advance(i: number): void {
    if (this.at >= 0 && this.at < i) {
      this.at = this.text.indexOf('@', i);
      this.localStart = this.at < 0 ? -1 : Math.max(i, this.startOf(this.at, LOCAL_PART, LONGEST_LOCAL_PART));
    }
    if (this.scheme >= 0 && this.scheme < i) {
      this.scheme = this.text.indexOf('://', i);
      this.schemeStart = this.scheme < 0 ? -1 : this.startOf(this.scheme, /[a-zA-Z]/, LONGEST_SCHEME);
    }
    if (this.dot >= 0 && this.dot < i) this.dot = this.nextDot(i);
  }

  /** A full stop with a lower-case letter right after it: rare in prose. */
  private nextDot(from: number): number {
    DOT.lastIndex = from;
    return DOT.exec(this.text)?.index ?? -1;
  }

  private startOf(end: number, allowed: RegExp, longest: number): number {
    let start = end;
    while (start > 0 && end - start < longest && allowed.test(this.text.charAt(start - 1))) start--;
    while (start < end && '.%+-'.includes(this.text.charAt(start))) start++;
    return start;
  }
}
