export type CsvRow = Readonly<Record<string, string | number | null>>;

export interface CsvOptions {
  /** For a French Excel, which reads neither UTF-8 without BOM, nor `,` between cells, nor `.` in numbers. */
  readonly excel: boolean;
}

/** RFC 4180: header line, CRLF, cells quoted where needed. Null is an empty cell. */
export function toCsv(columns: readonly string[], rows: readonly CsvRow[], { excel }: CsvOptions): string {
  const separator = excel ? ';' : ',';
  const cell = (value: string | number | null | undefined): string => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'number') return excel ? String(value).replace('.', ',') : String(value);
    return quoted(defused(value));
  };
  const lines = [columns.map(cell), ...rows.map((row) => columns.map((column) => cell(row[column])))];
  return `${excel ? '\uFEFF' : ''}${lines.map((line) => `${line.join(separator)}\r\n`).join('')}`;
}

/** A spreadsheet runs a cell that starts like a formula; an apostrophe makes it text (CWE-1236). */
const defused = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
