import type { View } from '../../projector/view.js';
import { applyTally, changesOf, createTally } from '../tally.js';
import { DAY_LOAD, PARTS } from './day-load.table.js';

/** Who handled how much on which day: how long days have to wait until figures that count them show nobody. */
export const dayLoad: View = {
  name: 'day-load',
  version: 1,
  tables: [DAY_LOAD.table],
  create: createTally(DAY_LOAD, { byDay: false }),
  apply: (sql, entries) =>
    applyTally(sql, DAY_LOAD, changesOf(entries), (facts, organisationId) =>
      facts.agentRefs.map((agentRef) => ({
        key: { organisation_id: organisationId, day: facts.day, channel: facts.channel, rulebook_hash: facts.rulebook.hash, agent_ref: agentRef },
        counts: { parts: Math.floor(PARTS / facts.agentRefs.length) },
      })),
    ),
};
