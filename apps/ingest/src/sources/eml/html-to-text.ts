import { decodeEntities } from '../html-entities.js';

/** Elements whose content is no text of the mail. */
const UNSEEN = new Set(['head', 'style', 'script', 'title', 'template', 'noscript', 'object', 'svg']);
const BLOCK = new Set([
  'address', 'article', 'aside', 'body', 'center', 'dd', 'div', 'dl', 'dt', 'fieldset', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6',
  'header', 'hr', 'li', 'main', 'nav', 'ol', 'pre', 'section', 'table', 'tbody', 'tr', 'ul', 'blockquote',
]);

/**
 * HTML of a mail → text as its reader sees it. Nothing is fetched, no script or style is looked at; time is linear in
 * the length. A quotation (`blockquote`) keeps its `> `, so that what was quoted can still be told from what was written.
 */
export function htmlToText(html: string): string {
  const writer = new LineWriter();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      writer.text(html.slice(at));
      break;
    }
    writer.text(html.slice(at, open));
    at = element(html, open, writer);
  }
  return writer.toString();
}

/** Handles the markup at `open` and says where text goes on. */
function element(html: string, open: number, writer: LineWriter): number {
  if (html.startsWith('<!--', open)) return after(html, '-->', open + 4);
  const name = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html.slice(open, open + 32));
  if (name === null) {
    const markup = html[open + 1] === '!' || html[open + 1] === '?' || html[open + 1] === '/' || html.startsWith('<o:', open);
    if (markup) return after(html, '>', open + 1);
    writer.text('<');
    return open + 1;
  }
  const tag = name[2]!.toLowerCase();
  const end = endOfTag(html, open);
  const closing = name[1] === '/';
  if (!closing && UNSEEN.has(tag) && html[end - 2] !== '/') return skipUnseen(html, tag, end);
  writer.tag(tag, closing);
  return end;
}

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

/** A `>` inside a quoted attribute does not end a tag; an unclosed quote does not swallow the rest of the mail. */
function endOfTag(html: string, open: number): number {
  const limit = Math.min(html.length, open + 20_000);
  let quote = '';
  for (let i = open + 1; i < limit; i++) {
    const c = html[i]!;
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === '>') return i + 1;
    else if ((c === '"' || c === "'") && /[=\s]/.test(html[i - 1]!)) quote = c;
  }
  return after(html, '>', open + 1);
}

/** Past the closing tag; an element that is never closed ends at `<body>`, or hides nothing. */
function skipUnseen(html: string, tag: string, from: number): number {
  const closing = new RegExp(`</${tag}\\b[^>]{0,200}>${tag === 'head' ? '|<body\\b' : ''}`, 'gi');
  closing.lastIndex = from;
  const match = closing.exec(html);
  if (match === null) return from;
  return match[0].startsWith('</') ? closing.lastIndex : match.index;
}

/** Collects text into lines: white space collapses outside `pre`, blocks begin lines, paragraphs leave one blank line. */
class LineWriter {
  private readonly lines: string[] = [];
  private parts: string[] = [];
  private blank = true;
  private spaceDue = false;
  private quotes = 0;
  private lastQuotes = 0;
  private lastIsText = false;
  /** A paragraph begins or ended: one empty line before the next text, if there is one. */
  private emptyLineDue = false;
  private pre = 0;

  text(raw: string): void {
    if (raw === '') return;
    const text = decodeEntities(raw);
    if (this.pre > 0) {
      const [first = '', ...rest] = text.split(/\r\n|\r|\n/);
      this.append(first);
      for (const line of rest) {
        this.endLine();
        this.append(line);
      }
      return;
    }
    // Not \s: a no-break space is meant to be seen.
    const words = text.split(/[ \t\r\n\f]+/);
    words.forEach((word, i) => {
      if (i > 0) this.spaceDue = true;
      if (word === '') return;
      this.append(this.spaceDue && !this.blank ? ` ${word}` : word);
      this.spaceDue = false;
    });
  }

  tag(tag: string, closing: boolean): void {
    if (tag === 'br') this.endLine();
    else if (tag === 'p') {
      this.freshLine();
      this.emptyLineDue = true;
    }
    else if ((tag === 'td' || tag === 'th') && !closing) this.spaceDue = true;
    else if (BLOCK.has(tag)) this.freshLine();
    if (tag === 'blockquote') this.quotes = Math.max(0, Math.min(20, this.quotes + (closing ? -1 : 1)));
    if (tag === 'pre') this.pre = Math.max(0, this.pre + (closing ? -1 : 1));
    if (tag === 'li' && !closing) this.append('- ');
  }

  toString(): string {
    this.freshLine();
    return this.lines.join('\n').replace(/^\n+/, '').trimEnd();
  }

  private append(text: string): void {
    if (text === '') return;
    if (this.blank && this.emptyLineDue && this.lastIsText) this.lines.push('> '.repeat(Math.min(this.lastQuotes, this.quotes)).trimEnd());
    this.emptyLineDue = false;
    this.parts.push(text);
    this.blank = false;
  }

  private freshLine(): void {
    if (!this.blank) this.endLine();
    this.spaceDue = false;
  }

  private endLine(): void {
    this.lines.push(`${'> '.repeat(this.quotes)}${this.parts.join('')}`.trimEnd());
    this.lastQuotes = this.quotes;
    this.lastIsText = !this.blank;
    this.parts = [];
    this.blank = true;
    this.spaceDue = false;
  }
}
