import type { PersonKind, ReportFilter } from '#domain';
import { refsOfPerson, refsOfTeam } from '../directory/resolve.js';

/** Collects the conditions of a WHERE clause and the values they bind. */
export class Conditions {
  readonly values: unknown[] = [];
  private readonly parts: string[] = [];

  /** Binds a value and returns its placeholder. */
  bind(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** Adds a condition on values bound already. */
  also(condition: string): this {
    this.parts.push(condition);
    return this;
  }

  /** Adds a condition unless the value is absent. */
  when(value: unknown, condition: (placeholder: string) => string): this {
    if (value !== undefined) this.parts.push(condition(this.bind(value)));
    return this;
  }

  /** Adds that a column is one of some values. Of one alone its index also gives the order, of several it does not. */
  oneOf(column: string, values: readonly string[] | undefined): this {
    if (values === undefined) return this;
    return values.length === 1 ? this.when(values[0], (value) => `${column} = ${value}`) : this.when(values, (all) => `${column} = ANY(${all}::text[])`);
  }

  clause(): string {
    return this.parts.join(' AND ');
  }
}

/**
 * Days are the organisation's, as they were when the interaction was kept; the range of instants only serves the index. An
 * instant with an instant: behind row-level security PostgreSQL goes by an index for leakproof operators alone, and that
 * of an instant with a day is not.
 */
export function inPeriod(where: Conditions, { from, to }: ReportFilter, table: string): Conditions {
  return where
    .when(from, (day) => `${table}.day >= ${day}::date AND ${table}.started_at >= (${day}::date - 2)::timestamptz`)
    .when(to, (day) => `${table}.day <= ${day}::date AND ${table}.started_at < (${day}::date + 3)::timestamptz`);
}

/** Agents whose present team is the named one. */
export const inTeam = (column: string, organisation: string, team: string): string => `${column} IN (${refsOfTeam(organisation, team)})`;

/** The person behind a ref, under any of the person's refs. */
export const isPerson = (kind: PersonKind, column: string, organisation: string, ref: string): string =>
  `${column} IN (${refsOfPerson(kind, organisation, ref)})`;
