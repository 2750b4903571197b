import type { Contradiction, HistoryVerdict, Pledge, Settlement } from '#domain';
import { columns, insertRows, type Sql } from '../database/sql.js';
import { textOrNull } from '../write/interaction-rows.js';
import { storableText } from '../write/storable.js';
import type { LoadedHistory } from './load-histories.js';
import { STRETCHES, stretchesOf } from './stretches.js';
import type { TouchedHistory } from './touched-histories.js';

/** A touched history with what is known of it and how it was judged. */
export interface JudgedHistory {
  readonly touched: TouchedHistory;
  readonly reachMs: number;
  readonly history: LoadedHistory;
  readonly relations: HistoryVerdict;
}

const PLEDGE = {
  organisation_id: 'text',
  pledge_id: 'uuid',
  interaction_id: 'uuid',
  customer_key: 'text',
  agent_ref: 'text',
  channel: 'text',
  act: 'text',
  said_at: 'timestamptz',
  due_at: 'timestamptz',
  breakable: 'boolean',
  status: 'text',
  settled_by: 'uuid',
  settled_at: 'timestamptz',
} as const;

const CONTRADICTION = {
  organisation_id: 'text',
  contradiction_id: 'uuid',
  customer_key: 'text',
  kind: 'text',
  earlier_id: 'uuid',
  later_id: 'uuid',
  agent_ref: 'text',
  channel: 'text',
  said_at: 'timestamptz',
  detail: 'text',
} as const;

/** Writes what became of pledges and which statements contradict each other, and takes back what no longer holds. Rows that stay are not touched. */
export async function writeRelations(sql: Sql, judged: readonly JudgedHistory[]): Promise<void> {
  const pledges = judged.flatMap(({ touched, history, relations }) => {
    const given = new Map(history.statements.flatMap((one) => (one.kind === 'pledge' ? [[one.id, one]] : [])));
    return relations.settlements.map((settlement) => pledgeRow(touched, history.keyOf, given.get(settlement.pledgeId)!, settlement));
  });
  // Most are as they were: those are left out before they are locked.
  const names = Object.keys(PLEDGE);
  await sql(
    `INSERT INTO pledge AS old (${names.join(', ')})
     SELECT ${names.map((name) => `r.${name}`).join(', ')} FROM unnest(${Object.values(PLEDGE).map((type, n) => `$${n + 1}::${type}[]`).join(', ')}) AS r (${names.join(', ')})
     LEFT JOIN pledge AS p ON p.organisation_id = r.organisation_id AND p.pledge_id = r.pledge_id
     WHERE p.pledge_id IS NULL OR (p.status, p.settled_by, p.settled_at) IS DISTINCT FROM (r.status, r.settled_by, r.settled_at)
     ORDER BY r.organisation_id, r.pledge_id
     ON CONFLICT ON CONSTRAINT pledge_pk DO UPDATE SET status = excluded.status, settled_by = excluded.settled_by, settled_at = excluded.settled_at`,
    columns<Readonly<Record<string, unknown>>>(pledges, names),
  );
  await sql(
    `DELETE FROM contradiction AS old USING ${STRETCHES}
     WHERE old.organisation_id = w.organisation_id AND old.customer_key = w.customer_key AND old.said_at BETWEEN w.since AND w.until
       AND NOT old.contradiction_id = ANY($5::uuid[])`,
    [...stretchesOf(judged, 'after'), judged.flatMap(({ relations }) => relations.contradictions.map(({ id }) => id))],
  );
  await insertRows(sql, 'contradiction', CONTRADICTION, judged.flatMap(({ touched, history, relations }) => relations.contradictions.map((one) => contradictionRow(touched, history.keyOf, one))), {
    orderBy: ['organisation_id', 'contradiction_id'],
    tail: 'ON CONFLICT ON CONSTRAINT contradiction_pk DO NOTHING',
  });
}

function pledgeRow({ organisationId }: TouchedHistory, keyOf: LoadedHistory['keyOf'], pledge: Pledge, settlement: Settlement): Record<keyof typeof PLEDGE, unknown> {
  const due = pledge.deadline?.by?.instant ?? null;
  return {
    organisation_id: organisationId,
    pledge_id: pledge.id,
    interaction_id: pledge.interactionId,
    customer_key: keyOf.get(pledge.interactionId),
    agent_ref: textOrNull(pledge.agentRef),
    channel: pledge.channel,
    act: pledge.act,
    said_at: pledge.at,
    due_at: due,
    breakable: due !== null && pledge.condition === null,
    status: settlement.status,
    settled_by: settlement.factId,
    settled_at: settlement.at,
  };
}

const contradictionRow = ({ organisationId }: TouchedHistory, keyOf: LoadedHistory['keyOf'], { id, kind, earlier, later, detail }: Contradiction): Record<keyof typeof CONTRADICTION, unknown> => ({
  organisation_id: organisationId,
  contradiction_id: id,
  customer_key: keyOf.get(later.interactionId),
  kind,
  earlier_id: earlier.id,
  later_id: later.id,
  agent_ref: textOrNull(later.agentRef),
  channel: later.channel,
  said_at: later.at,
  detail: storableText(detail),
});
