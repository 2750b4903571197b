import type { CountedDays, PeriodFilter } from '#domain';

/** A row of a report, and the days that it counts. */
export type WithDays<Row> = Row & { readonly counted: CountedDays | null };

export interface RowsOf<Row> {
  readonly asked: PeriodFilter;
  /** Counted days by key of a row; null: none. Keys that are not there count what most others do. */
  readonly periods: ReadonlyMap<string, PeriodFilter | null>;
  readonly keyOf: (row: Row) => string;
  readonly read: (period: PeriodFilter) => Promise<readonly Row[]>;
  /** The row without its figures. */
  readonly hide: (row: Row) => Row;
  readonly isHidden: (row: Row) => boolean;
}

/** Rows, each over the days that it may count: those with the same days are read together. In order of key, '' last. */
export async function readCountedRows<Row>({ asked, periods, keyOf, read, hide, isHidden }: RowsOf<Row>): Promise<WithDays<Row>[]> {
  const most = mostOften([...periods.values()].filter((period) => period !== null));
  const rows = new Map<string, WithDays<Row>>();
  for (const row of await read(most ?? asked)) {
    const key = keyOf(row);
    const period = periods.get(key);
    const counts = most !== undefined && (period === undefined || (period !== null && nameOf(period) === nameOf(most)));
    rows.set(key, counts ? shown(row, most) : { ...hide(row), counted: null });
  }
  const others = new Map([...periods.values()].flatMap((period) => (period === null || most === undefined || nameOf(period) === nameOf(most) ? [] : [[nameOf(period), period] as const])));
  for (const [name, period] of others) {
    for (const row of await read(period)) {
      const own = periods.get(keyOf(row));
      if (own !== undefined && own !== null && nameOf(own) === name) rows.set(keyOf(row), shown(row, period));
    }
  }
  return [...rows].sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1)).map(([, row]) => row);

  function shown(row: Row, { from = null, to = null }: { readonly from?: string | null; readonly to?: string | null }): WithDays<Row> {
    return { ...row, counted: isHidden(row) ? null : { from, to } };
  }
}

const nameOf = ({ from, to }: PeriodFilter): string => `${from ?? ''} ${to ?? ''}`;

function mostOften(periods: readonly PeriodFilter[]): PeriodFilter | undefined {
  const counts = new Map<string, { readonly period: PeriodFilter; n: number }>();
  for (const period of periods) {
    const name = nameOf(period);
    counts.set(name, { period, n: (counts.get(name)?.n ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.n - a.n)[0]?.period;
}
