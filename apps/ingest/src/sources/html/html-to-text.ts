import { LineWriter } from './line-writer.js';

/** Elements whose content is no text of the mail. */
const UNSEEN = new Set(['head', 'style', 'script', 'title', 'template', 'noscript', 'object', 'svg']);

/** No tag that a person or a program wrote is longer. */
const LONGEST_TAG = 20_000;

/**
 * HTML of a mail or a message → text as its reader sees it. Nothing is fetched, no script or style is looked at; time is linear in
 * the length. A quotation (`blockquote`) keeps its `> `, so that what was quoted can still be told from what was written.
 */
export function htmlToText(html: string): string {
  const writer = new LineWriter();
  const markup = new Markup(html);
  const open = /<(?=[a-z/!?])/gi;
  let at = 0;
  for (let match = open.exec(html); match !== null; match = open.exec(html)) {
    writer.text(html.slice(at, match.index));
    at = markup.element(match.index, writer);
    open.lastIndex = at;
  }
  writer.text(html.slice(at));
  return writer.toString();
}

/** Finds where markup ends. It is asked for ascending places only, and never searches the same stretch in vain twice. */
class Markup {
  /** Elements known not to be closed any more. */
  private readonly unclosed = new Set<string>();
  private readonly nextQuote = { '"': -1, "'": -1 };

  constructor(private readonly html: string) {}

  /** Handles the markup at `open` and says where text goes on. */
  element(open: number, writer: LineWriter): number {
    const { html } = this;
    if (html.startsWith('<!--', open)) return this.after('-->', open + 4);
    const name = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 32));
    if (name === null) return this.after('>', open + 1);
    const tag = name[2]!.toLowerCase();
    const end = this.endOfTag(open);
    const closing = name[1] === '/';
    if (!closing && UNSEEN.has(tag) && html[end - 2] !== '/') return this.skipUnseen(tag, end);
    writer.tag(tag, closing);
    return end;
  }

  private after(mark: string, from: number): number {
    const at = this.html.indexOf(mark, from);
    return at < 0 ? this.html.length : at + mark.length;
  }

  /** A `>` inside a quoted attribute does not end a tag; an unclosed quote does not swallow the rest of the mail. */
  private endOfTag(open: number): number {
    const { html } = this;
    const limit = Math.min(html.length, open + LONGEST_TAG);
    for (let i = open + 1; i < limit; i++) {
      const c = html[i]!;
      if (c === '>') return i + 1;
      if ((c === '"' || c === "'") && /[=\s]/.test(html[i - 1]!)) {
        const closed = this.quoteAfter(c, i);
        if (closed >= limit) return this.after('>', i);
        i = closed;
      }
    }
    return this.after('>', open + 1);
  }

  private quoteAfter(quote: '"' | "'", at: number): number {
    if (this.nextQuote[quote] <= at) {
      const found = this.html.indexOf(quote, at + 1);
      this.nextQuote[quote] = found < 0 ? this.html.length : found;
    }
    return this.nextQuote[quote];
  }

  /** Past the closing tag; an element that is never closed ends at `<body>`, or hides nothing. */
  private skipUnseen(tag: string, from: number): number {
    if (this.unclosed.has(tag)) return from;
    const closing = new RegExp(`</${tag}\\b[^>]{0,200}>${tag === 'head' ? '|<body\\b' : ''}`, 'gi');
    closing.lastIndex = from;
    const match = closing.exec(this.html);
    if (match === null) {
      this.unclosed.add(tag);
      return from;
    }
    return match[0].startsWith('</') ? closing.lastIndex : match.index;
  }
}
