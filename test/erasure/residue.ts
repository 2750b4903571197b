import type { DataSource } from 'typeorm';

/** Every row of every table of the schema as text, bytes read as UTF-8 and packed headers unpacked: whatever lies in it can be searched. */
export async function dumpEverything(source: DataSource): Promise<ReadonlyMap<string, string>> {
  const tables: { table_name: string }[] = await source.query(`SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`);
  const dump = new Map<string, string>();
  for (const { table_name } of tables) {
    const rows: Record<string, unknown>[] = await source.query(`SELECT * FROM "${table_name}"`);
    dump.set(table_name, rows.map((row) => Object.values(row).map(textOf).join(' ')).join('\n'));
  }
  return dump;
}

function textOf(value: unknown): string {
  if (!Buffer.isBuffer(value)) return typeof value === 'string' ? value : JSON.stringify(value);
  const text = value.toString('utf8');
  try {
    const headers: Record<string, unknown> = JSON.parse(text);
    return `${text} ${Object.values(headers).map((one) => Buffer.from(String(one), 'base64').toString('utf8')).join(' ')}`;
  } catch {
    return text;
  }
}

/** Tables in which one of these words is found, as `table: word`. */
export const residues = (dump: ReadonlyMap<string, string>, words: readonly string[]): string[] =>
  [...dump].flatMap(([table, text]) => words.filter((word) => text.toLowerCase().includes(word.toLowerCase())).map((word) => `${table}: ${word}`));
