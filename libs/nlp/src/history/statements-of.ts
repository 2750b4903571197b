import type { Statement } from '#domain';
import { extractStatements } from '../pledges/index.js';
import type { Reading } from '../reading/reading.js';

/** What agents said in an interaction that matters over time. */
export const statementsOf = (reading: Reading, interactionId: string, timeZone: string): readonly Statement[] =>
  extractStatements(reading.interaction, { interactionId, timeZone, zones: reading.turns.flatMap((turn) => turn.zones) });
