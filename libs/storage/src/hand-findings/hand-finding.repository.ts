import { stableId, type Evidence, type InteractionFacts, type Participant, type Sight } from '#domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, type Sql } from '../database/sql.js';
import { isUuid } from '../read/cursor.js';
import { type HeldByOther, holdOfAnother } from '../review-queues/hold-of-another.js';
import { RulebookRepository } from '../rulebooks/rulebook.repository.js';
import { isOwn } from '../reviews/own-work.js';
import { isInteractionSeen } from '../sight/sight.js';
import { appendToJournal } from '../write/journal.js';
import { lockInteractions } from '../write/lock-interactions.js';
import { storableJson, storableText } from '../write/storable.js';
import { insertHandFindings } from './hand-finding.rows.js';

export interface AddRequest {
  readonly organisationId: string;
  readonly interactionId: string;
  /** Position of the turn and UTF-16 offsets into its original text. */
  readonly place: Pick<Evidence, 'turn' | 'start' | 'end'>;
  readonly ruleId: string;
  readonly note: string | null;
  readonly by: string;
  /** Whose interactions `by` sees; everybody's unless told. */
  readonly sight?: Sight;
}

/** `found`: the rule has found these words, or some of them · `own`: they are the words of whoever adds it · the others name what does not fit. */
export type Added =
  | { readonly kind: 'done'; readonly findingId: string; readonly created: boolean }
  | { readonly kind: 'missing' | 'no-rule' | 'no-turn' | 'no-words' | 'other-speaker' | 'other-channel' | 'own' }
  | { readonly kind: 'found'; readonly findingId: string }
  | { readonly kind: 'held'; readonly hold: HeldByOther };

/** `by-rule`: a rule found it; it is judged, not removed · `own`: it is about whoever asks · `disputed`: it stands or falls with the dispute. */
export type Removed = { readonly kind: 'done' | 'missing' | 'by-rule' | 'own' | 'disputed' } | { readonly kind: 'held'; readonly hold: HeldByOther };

interface TurnRow {
  readonly text: string;
  readonly channel: string;
  readonly speaker: Participant | null;
}

/** What reviewers find that no rule did. It counts like a confirmed finding, and in no rule's precision: what the rule missed. */
@Injectable()
export class HandFindingRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rulebooks: RulebookRepository,
  ) {}

  /** Adds a finding on words of an interaction. The same words and rule twice is one. */
  async add(request: AddRequest): Promise<Added> {
    const { organisationId, interactionId, place, ruleId } = request;
    const rule = (await this.rulebooks.currentRulebook(organisationId))?.rules.find(({ id }) => id === ruleId);
    if (!isUuid(interactionId)) return { kind: 'missing' };
    if (rule === undefined) return { kind: 'no-rule' };
    const findingId = stableId('by-hand', organisationId, interactionId.toLowerCase(), ruleId, place.turn, place.start, place.end);
    return inTransaction(this.dataSource, organisationId, async (sql): Promise<Added> => {
      if (!(await isInteractionSeen(sql, organisationId, interactionId, request.sight ?? 'all'))) return { kind: 'missing' };
      const before = [...(await lockInteractions(sql, [{ organisationId, interactionId }])).values()][0]?.facts;
      if (before === undefined) return { kind: 'missing' };
      const hold = await holdOfAnother(sql, organisationId, interactionId, request.by);
      if (hold !== null) return { kind: 'held', hold };
      if (before.findings.some(({ id }) => id === findingId)) return { kind: 'done', findingId, created: false };
      const turn = await turnAt(sql, request);
      if (turn === undefined) return { kind: 'no-turn' };
      if (await isOwn(sql, organisationId, agentIn(turn), request.by)) return { kind: 'own' };
      const quote = turn.text.slice(place.start, place.end);
      if (place.end > turn.text.length || quote.trim() === '') return { kind: 'no-words' };
      if ((turn.speaker?.role ?? 'unknown') !== rule.speaker) return { kind: 'other-speaker' };
      if (!rule.channels.includes(before.channel)) return { kind: 'other-channel' };
      const found = await overlapping(sql, request);
      if (found !== undefined) return { kind: 'found', findingId: found };
      await sql(
        `INSERT INTO hand_finding (organisation_id, finding_id, interaction_id, rule_id, polarity, severity, commitment, agent_ref, evidence, explanation, instead, note, added_by, added_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, clock_timestamp()) ON CONFLICT ON CONSTRAINT hand_finding_pk DO NOTHING`,
        [
          organisationId,
          findingId,
          interactionId,
          ruleId,
          rule.polarity,
          rule.severity,
          rule.serves,
          agentIn(turn),
          storableJson([{ ...place, quote, sense: 'said' }]),
          storableText(rule.why),
          rule.instead === undefined ? null : storableText(rule.instead),
          request.note === null ? null : storableText(request.note),
          request.by,
        ],
      );
      await insertHandFindings(sql, [{ organisationId, findingId }]);
      await journalChange(sql, 'finding.added', { ...request, findingId, before });
      return { kind: 'done', findingId, created: true };
    });
  }

  /** Takes back what was found by hand. */
  async remove(organisationId: string, findingId: string, by: string, sight: Sight = 'all'): Promise<Removed> {
    if (!isUuid(findingId)) return { kind: 'missing' };
    const key = [organisationId, findingId];
    return inTransaction(this.dataSource, organisationId, async (sql): Promise<Removed> => {
      const [seen] = await sql<{ interaction_id: string }>('SELECT interaction_id FROM finding WHERE organisation_id = $1 AND finding_id = $2', key);
      if (seen === undefined || !(await isInteractionSeen(sql, organisationId, seen.interaction_id, sight))) return { kind: 'missing' };
      const interactionId = seen.interaction_id;
      const before = [...(await lockInteractions(sql, [{ organisationId, interactionId }])).values()][0]?.facts;
      const [finding] = await sql<{ rule_id: string; by_hand: boolean; agent_ref: string | null }>('SELECT rule_id, by_hand, agent_ref FROM finding WHERE organisation_id = $1 AND finding_id = $2', key);
      if (before === undefined || finding === undefined) return { kind: 'missing' };
      if (!finding.by_hand) return { kind: 'by-rule' };
      if (await isOwn(sql, organisationId, finding.agent_ref, by)) return { kind: 'own' };
      if ((await sql('SELECT FROM dispute WHERE organisation_id = $1 AND added_as = $2', key)).length > 0) return { kind: 'disputed' };
      const hold = await holdOfAnother(sql, organisationId, interactionId, by);
      if (hold !== null) return { kind: 'held', hold };
      await sql('DELETE FROM finding WHERE organisation_id = $1 AND finding_id = $2', key);
      await sql('DELETE FROM hand_finding WHERE organisation_id = $1 AND finding_id = $2', key);
      await journalChange(sql, 'finding.removed', { organisationId, interactionId, findingId, ruleId: finding.rule_id, by, before });
      return { kind: 'done' };
    });
  }
}

const agentIn = ({ speaker }: TurnRow): string | null => (speaker?.role === 'agent' && speaker.ref ? storableText(speaker.ref) : null);

async function turnAt(sql: Sql, { organisationId, interactionId, place }: AddRequest): Promise<TurnRow | undefined> {
  const [row] = await sql<TurnRow>(
    `SELECT t.text, i.channel, (SELECT p FROM jsonb_array_elements(i.participants) AS p WHERE p->>'id' = t.participant_id LIMIT 1) AS speaker
     FROM turn AS t JOIN interaction AS i ON i.organisation_id = t.organisation_id AND i.interaction_id = t.interaction_id
     WHERE t.organisation_id = $1 AND t.interaction_id = $2 AND t.position = $3 AND NOT t.private`,
    [organisationId, interactionId, place.turn],
  );
  return row;
}

/** A finding of the same rule on some of the same words. */
async function overlapping(sql: Sql, { organisationId, interactionId, ruleId, place }: AddRequest): Promise<string | undefined> {
  const [row] = await sql<{ finding_id: string }>(
    `SELECT f.finding_id FROM finding AS f, jsonb_array_elements(f.evidence) AS e
     WHERE f.organisation_id = $1 AND f.interaction_id = $2 AND f.rule_id = $3
       AND (e->>'turn')::int = $4 AND (e->>'start')::int < $6 AND (e->>'end')::int > $5 ORDER BY 1 LIMIT 1`,
    [organisationId, interactionId, ruleId, place.turn, place.start, place.end],
  );
  return row?.finding_id;
}

interface Change {
  readonly organisationId: string;
  readonly interactionId: string;
  readonly findingId: string;
  readonly ruleId: string;
  readonly by: string;
  readonly before: InteractionFacts;
}

async function journalChange(sql: Sql, type: 'finding.added' | 'finding.removed', { organisationId, interactionId, findingId, ruleId, by, before }: Change): Promise<void> {
  const after = [...(await lockInteractions(sql, [{ organisationId, interactionId }])).values()][0]!.facts;
  await appendToJournal(sql, [{ organisationId, type, payload: { findingId, ruleId, by, before, after } }]);
}
