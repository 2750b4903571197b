/** A field of a row and where it begins, both from 1. */
export interface CsvField {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** What is wrong with a file, and where. */
export interface FileError {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

const DELIMITERS = [',', ';', '\t'] as const;

/** The one that the first line has most of: `;` in a French Excel, `,` elsewhere. */
const delimiterOf = (text: string): string => {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  return [...DELIMITERS].sort((a, b) => head.split(b).length - head.split(a).length)[0]!;
};

/**
 * Rows of a CSV text (RFC 4180; separator `,`, `;` or tab), each field with its place, which the CSV libraries looked at do
 * not tell. Empty lines are left out; the first mistake ends the reading.
 */
export function parseCsv(text: string): { readonly rows: readonly (readonly CsvField[])[] } | { readonly error: FileError } {
  const delimiter = delimiterOf(text);
  const rows: CsvField[][] = [];
  let row: CsvField[] = [];
  let [at, line, lineStart] = [0, 1, 0];
  const place = () => ({ line, column: at - lineStart + 1 });
  const endOfLine = (): number => (text.startsWith('\r\n', at) ? 2 : text[at] === '\n' || text[at] === '\r' ? 1 : 0);
  const nextLine = (length: number): void => {
    at += length;
    line++;
    lineStart = at;
  };
  while (at < text.length) {
    const start = place();
    let field = '';
    if (text[at] === '"') {
      at++;
      for (; text[at] !== '"' || text[at + 1] === '"'; ) {
        if (at >= text.length) return { error: { ...start, message: 'guillemet jamais refermé' } };
        const breaks = endOfLine();
        field += breaks > 0 ? text.slice(at, at + breaks) : text[at]!;
        if (breaks > 0) nextLine(breaks);
        else at += text[at] === '"' ? 2 : 1;
      }
      at++;
      if (at < text.length && text[at] !== delimiter && endOfLine() === 0) return { error: { ...place(), message: 'texte après un guillemet fermant ; un guillemet dans un champ s’écrit ""' } };
    } else {
      for (; at < text.length && text[at] !== delimiter && endOfLine() === 0; at++) field += text[at]!;
    }
    row.push({ text: field.trim(), ...start });
    if (text[at] === delimiter) {
      at++;
      // A separator that ends the file stands before one more field, an empty one.
      if (at === text.length || endOfLine() > 0) row.push({ text: '', ...place() });
    }
    const breaks = endOfLine();
    if (breaks === 0 && at < text.length) continue;
    if (breaks > 0) nextLine(breaks);
    if (row.some((one) => one.text !== '')) rows.push(row);
    row = [];
  }
  return { rows };
}
