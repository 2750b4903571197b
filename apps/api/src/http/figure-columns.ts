import type { CountedDays, Figures, Proportion } from '#domain';
import type { CsvRow } from './csv.js';

export const FIGURE_COLUMNS = [
  'interactions',
  ...columnsOf('withViolation'),
  ...columnsOf('withMerit'),
  'violations',
  'merits',
] as const;

/** The figures of a group, flat; all empty when they are suppressed. */
export const figureCells = (figures: Figures | null): CsvRow => ({
  interactions: figures?.interactions ?? null,
  ...proportionCells('withViolation', figures?.withViolation ?? null),
  ...proportionCells('withMerit', figures?.withMerit ?? null),
  violations: figures?.violations ?? null,
  merits: figures?.merits ?? null,
});

export const COUNTED_COLUMNS = ['countedFrom', 'countedTo'] as const;

/** The days that a row counts; empty without figures, or of an end left open. */
export const countedCells = (counted: CountedDays | null): CsvRow => ({ countedFrom: counted?.from ?? null, countedTo: counted?.to ?? null });

/** A rate never travels without its denominator and interval, in a spreadsheet either. */
export function columnsOf(name: string): readonly string[] {
  return [`${name}Numerator`, `${name}Denominator`, `${name}Rate`, `${name}Low`, `${name}High`];
}

export function proportionCells(name: string, proportion: Proportion | null): CsvRow {
  const cells = [
    proportion?.numerator,
    proportion?.denominator,
    proportion?.rate,
    proportion?.interval?.low,
    proportion?.interval?.high,
  ];
  return Object.fromEntries(columnsOf(name).map((column, index) => [column, cells[index] ?? null]));
}
