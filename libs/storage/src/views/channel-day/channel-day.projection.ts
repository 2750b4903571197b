import type { View } from '../../projector/view.js';
import { applyTally, changesOf, createTally } from '../tally.js';
import { CHANNEL_DAY } from './channel-day.table.js';

/** How each channel did per day. By rulebook version too: it is the denominator of the rules' figures. */
export const channelDay: View = {
  name: 'channel-day',
  version: 2,
  tables: [CHANNEL_DAY.table],
  create: createTally(CHANNEL_DAY, { byDay: false }),
  apply: (sql, entries) =>
    applyTally(sql, CHANNEL_DAY, changesOf(entries), (facts, organisationId) => {
      const counted = facts.findings.filter(({ status }) => status !== 'dismissed');
      const violations = counted.filter(({ polarity }) => polarity === 'violation').length;
      const merits = counted.length - violations;
      return [
        {
          key: { organisation_id: organisationId, channel: facts.channel, day: facts.day, rulebook_hash: facts.rulebook.hash },
          counts: {
            interactions: 1,
            with_violation: Math.min(1, violations),
            with_merit: Math.min(1, merits),
            violations,
            merits,
          },
        },
      ];
    }),
};
