import { type FindingEvent, type FindingEventType, type InteractionFacts, type JournalPayloads, type OrganisationSettings, type Sight, toldUnder } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ALL_ORGANISATIONS } from '../database/scope.js';
import { sqlOn, type Sql } from '../database/sql.js';
import { isSeen, seenRefs } from '../sight/sight.js';
import { type EventPlace, placeText, WHOLE } from './event-place.js';

const TOLD = ['interaction.analysed', 'interaction.superseded', 'finding.reviewed', 'finding.disputed', 'finding.added', 'finding.removed'] as const;
type Entry = { [T in (typeof TOLD)[number]]: { readonly type: T; readonly payload: JournalPayloads[T] } }[(typeof TOLD)[number]];
type EntryRow = Entry & { readonly xid: string; readonly position: string; readonly occurred_at: Date };

/** Entries that tell of findings, as a list of SQL. */
export const TYPES = TOLD.map((type) => `'${type}'`).join(', ');

/** Reads from the journal what happened to findings, in commit order: nothing is skipped, whatever commits late. */
@Injectable()
export class FindingEventReader {
  constructor(private readonly dataSource: DataSource) {}

  /** The place after all that has happened so far. */
  async now(): Promise<EventPlace> {
    const [row] = await sqlOn(this.dataSource, ALL_ORGANISATIONS)<{ xid: string }>('SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xid');
    // Positions begin at 1: what transactions from here on write comes after.
    return { xid: row!.xid, position: '0', part: -1 };
  }

  /** As `readEvents`, on a pooled connection. */
  readAfter(organisationId: string, after: EventPlace, limit: number, settings: OrganisationSettings, sight: Sight = 'all'): Promise<EventPage> {
    return readEvents(sqlOn(this.dataSource, organisationId), organisationId, after, limit, settings, sight);
  }
}

export interface EventPage {
  readonly events: readonly FindingEvent[];
  /** Behind them. */
  readonly place: EventPlace;
}

/**
 * What came after a place, from at most `limit` journal entries, and the place behind it.
 * @param settings under the strict ones a finding that nobody confirmed is no person's
 */
export async function readEvents(sql: Sql, organisationId: string, after: EventPlace, limit: number, settings: OrganisationSettings, sight: Sight): Promise<EventPage> {
  // A quiet listener asks twice a second: an entry that it has whole is not read again.
  const beyond = after.part === WHOLE ? '>' : '>=';
  const rows = await sql<EntryRow>(
    `SELECT j.xid::text AS xid, j.position, j.type, j.payload, j.occurred_at FROM journal AS j
     WHERE (j.xid, j.position) ${beyond} ($2::xid8, $3::bigint) AND j.xid < pg_snapshot_xmin(pg_current_snapshot())
       AND j.organisation_id = $1 AND j.type IN (${TYPES})
     ORDER BY j.xid, j.position LIMIT $4`,
    [organisationId, after.xid, after.position, limit],
  );
  const refs = rows.length === 0 ? null : await seenRefs(sql, organisationId, sight);
  const events = rows.flatMap((row) =>
    happened(row).flatMap(({ type, facts, finding }, part): FindingEvent[] => {
      if (row.xid === after.xid && row.position === after.position && part <= after.part) return [];
      if (!isSeen(refs, finding.agentRef)) return [];
      const event: FindingEvent = {
        id: placeText({ xid: row.xid, position: row.position, part }),
        type,
        at: row.occurred_at.toISOString(),
        interactionId: facts.interactionId,
        channel: facts.channel,
        day: facts.day,
        rulebookHash: facts.rulebook.hash,
        finding: plain(finding),
      };
      return [toldUnder(settings, event)];
    }),
  );
  const last = rows.at(-1);
  return { events, place: last === undefined ? after : { xid: last.xid, position: last.position, part: WHOLE } };
}

/** Of a rule under observation a finding is nobody's. */
function plain({ observed, ...finding }: InteractionFacts['findings'][number]): FindingEvent['finding'] {
  return observed === true ? { ...finding, agentRef: null } : finding;
}

interface Happened {
  readonly type: FindingEventType;
  readonly facts: InteractionFacts;
  readonly finding: InteractionFacts['findings'][number];
}

function happened({ type, payload }: Entry): Happened[] {
  if (type === 'finding.reviewed' || type === 'finding.disputed') {
    const finding = payload.after.findings.find(({ id }) => id === payload.findingId);
    return finding === undefined ? [] : [{ type, facts: payload.after, finding }];
  }
  if (type === 'finding.added' || type === 'finding.removed') {
    const [kind, facts] = type === 'finding.added' ? (['finding.detected', payload.after] as const) : (['finding.withdrawn', payload.before] as const);
    return facts.findings.filter(({ id }) => id === payload.findingId).map((finding) => ({ type: kind, facts, finding }));
  }
  const kind = type === 'interaction.analysed' ? 'finding.detected' : 'finding.withdrawn';
  return payload.findings.map((finding) => ({ type: kind, facts: payload, finding }));
}
