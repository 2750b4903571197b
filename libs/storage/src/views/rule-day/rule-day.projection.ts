import type { View } from '../../projector/view.js';
import { applyTally, createTally } from '../tally.js';
import { RULE_DAY } from './rule-day.table.js';

/** What each rule found per day; a rule that found something on an interaction did run on it. */
export const ruleDay: View = {
  name: 'rule-day',
  version: 1,
  table: RULE_DAY.table,
  create: [createTally(RULE_DAY), 'CREATE INDEX view_rule_day_by_day ON view_rule_day (organisation_id, day)'],
  apply: (sql, entries) =>
    applyTally(sql, RULE_DAY, entries, (facts, organisationId) => {
      const found = new Map<string, number>();
      for (const { ruleId, status } of facts.findings) {
        if (status !== 'dismissed') found.set(ruleId, (found.get(ruleId) ?? 0) + 1);
      }
      const ruleIds = [...new Set([...found.keys(), ...facts.notChecked])];
      return ruleIds.map((ruleId) => {
        const findings = found.get(ruleId) ?? 0;
        const flagged = Math.min(1, findings);
        return {
          key: {
            organisation_id: organisationId,
            rule_id: ruleId,
            day: facts.day,
            channel: facts.channel,
            rulebook_hash: facts.rulebook.hash,
          },
          counts: { flagged, findings, not_checked: 1 - flagged },
        };
      });
    }),
};
