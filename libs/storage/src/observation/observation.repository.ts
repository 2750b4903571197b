import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction } from '../database/sql.js';
import { appendToJournal } from '../write/journal.js';
import { storableText } from '../write/storable.js';
import { lockObservation } from './observed-rules.js';
import { recountRule } from './recount.js';

/** Rules come back by decision too, with the reason in the journal. */
@Injectable()
export class ObservationRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Ends the observation of a rule; what was judged before counts no more against it. False when it is not under observation. */
  async end(organisationId: string, ruleId: string, reason: string, by: string): Promise<boolean> {
    const ended = await inTransaction(this.dataSource, organisationId, async (sql) => {
      await lockObservation(sql, organisationId);
      const [row] = await sql<{ confirmed: number; judged: number; low: number; threshold: number }>(
        `UPDATE rule_observation SET observed = false, since = clock_timestamp(), counted_from = clock_timestamp(), reason = $3, decided_by = $4
         WHERE organisation_id = $1 AND rule_id = $2 AND observed RETURNING confirmed, judged, low, threshold`,
        [organisationId, ruleId, storableText(reason), by],
      );
      if (row === undefined) return false;
      await appendToJournal(sql, [{ organisationId, type: 'rule.observed', payload: { ruleId, observed: false, ...row, reason: storableText(reason), by } }]);
      return true;
    });
    // Also after a recount that was broken off.
    await recountRule(this.dataSource, organisationId, ruleId);
    return ended;
  }
}
