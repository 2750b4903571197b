import type { HistoryPass } from '#domain';
import type { Sql } from '../database/sql.js';
import type { KeptState } from '../write/decide.js';
import type { InteractionKey } from '../write/lock-interactions.js';
import { keyOf, type PreparedItem } from '../write/prepare.js';
import { keyOfCustomer } from './customer-key.js';
import { type CustomerKey, lockCustomers } from './lock-customers.js';
import { type Rejudged, rejudge } from './rejudge.js';
import { insertStatements } from './statement-rows.js';
import { instantsOf, type People, TouchedHistories } from './touched-histories.js';

/** The histories that a batch changes, from before anything is locked to the verdict. */
export class TrackedHistories {
  readonly #touched = new TouchedHistories();

  private constructor(
    private readonly sql: Sql,
    private readonly pass: HistoryPass,
    private readonly people: People,
  ) {}

  /**
   * Locks the customers to whose histories something comes, and those of interactions that are kept and change. The first lock on data:
   * interactions are locked after it.
   */
  static async hold(sql: Sql, pass: HistoryPass, interactions: readonly InteractionKey[], coming: readonly CustomerKey[]): Promise<TrackedHistories> {
    const before = await sql<{ organisation_id: string; interaction_id: string; customer_ref: string | null }>(
      `SELECT organisation_id, interaction_id, customer_ref FROM interaction
       WHERE (organisation_id, interaction_id) IN (SELECT * FROM unnest($1::text[], $2::uuid[]))`,
      [interactions.map(({ organisationId }) => organisationId), interactions.map(({ interactionId }) => interactionId)],
    );
    const people = await lockCustomers(sql, [
      ...coming,
      ...before.map((row) => ({ organisationId: row.organisation_id, customerKey: keyOfCustomer(row.customer_ref, row.interaction_id) })),
    ]);
    return new TrackedHistories(sql, pass, people);
  }

  /** Notes what is about to be taken away, while it still stands. */
  async takeBack(items: readonly InteractionKey[], states: ReadonlyMap<string, KeptState>): Promise<void> {
    for (const item of items) {
      const { customerKey, startedAt } = states.get(keyOf(item))!;
      this.#touched.touch(item.organisationId, customerKey, [startedAt.getTime()]);
    }
    const said = await this.sql<{ organisation_id: string; customer_key: string; said_at: Date }>(
      `DELETE FROM statement USING unnest($1::text[], $2::uuid[]) AS r (organisation_id, interaction_id)
       WHERE statement.organisation_id = r.organisation_id AND statement.interaction_id = r.interaction_id
       RETURNING statement.organisation_id, statement.customer_key, said_at`,
      [items.map(({ organisationId }) => organisationId), items.map(({ interactionId }) => interactionId)],
    );
    for (const row of said) this.#touched.touch(row.organisation_id, row.customer_key, [row.said_at.getTime()]);
  }

  /** Keeps what was said in interactions of which nothing is kept yet. */
  async add(items: readonly PreparedItem[]): Promise<void> {
    await insertStatements(this.sql, items);
    for (const { source, customerKey, startedAt } of items) {
      this.#touched.touch(source.organisationId, customerKey, instantsOf(startedAt, source.analysis.statements ?? []));
    }
  }

  /** Judges every history that was touched, and says how it changes figures and findings. */
  judge(): Promise<Rejudged> {
    return rejudge(this.sql, this.#touched.byPerson(this.people), this.pass);
  }
}
