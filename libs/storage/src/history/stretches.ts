import { columns } from '../database/sql.js';
import type { JudgedHistory } from './write-relations.js';

/** Where relations may have changed, a row for each key of each customer. Binds $1 to $4. */
export const STRETCHES = 'unnest($1::text[], $2::text[], $3::timestamptz[], $4::timestamptz[]) AS w (organisation_id, customer_key, since, until)';

/**
 * Values for STRETCHES: from the change on as far as it reaches, where contradictions may have changed; or up to the change as far as it
 * reaches back, where pledges may be settled otherwise.
 */
export const stretchesOf = (judged: readonly JudgedHistory[], side: 'after' | 'before'): unknown[][] =>
  columns(
    judged.flatMap(({ touched: { organisationId, customerKeys, change }, reachMs }) =>
      customerKeys.map((customerKey) => ({
        organisationId,
        customerKey,
        since: new Date(change.from - (side === 'before' ? reachMs : 0)).toISOString(),
        until: new Date(change.to + (side === 'after' ? reachMs : 0)).toISOString(),
      })),
    ),
    ['organisationId', 'customerKey', 'since', 'until'],
  );
