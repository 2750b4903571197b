import { decodeEntities } from '../html-entities.js';

const BLOCK = new Set([
  'address', 'article', 'aside', 'body', 'center', 'dd', 'div', 'dl', 'dt', 'fieldset', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6',
  'header', 'hr', 'li', 'main', 'nav', 'ol', 'pre', 'section', 'table', 'tbody', 'tr', 'ul', 'blockquote',
]);

/** Collects text into lines: white space collapses outside `pre`, blocks begin lines, paragraphs leave one blank line. */
export class LineWriter {
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
