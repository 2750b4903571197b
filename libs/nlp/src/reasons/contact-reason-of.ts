import type { ContactReason } from '#domain';
import type { Reading } from '../reading/reading.js';
import { isForeign } from '../reading/zones.js';
import { readReasons } from './read-reasons.js';

/** Later turns answer questions: what the customer came for is said in the first ones. */
const TURNS = 5;

/** What the customer came for: the best supported reason of the first turn that says one, in the writer's own words; null for none, or not in French. */
export function contactReasonOf(reading: Reading): ContactReason | null {
  if (reading.language !== 'fr') return null;
  for (const { text, zones } of reading.turnsOf('customer').slice(0, TURNS)) {
    let own = text;
    for (const zone of zones) if (isForeign(zone)) own = own.slice(0, zone.start) + '\n'.repeat(zone.end - zone.start) + own.slice(zone.end);
    const [best] = readReasons(own);
    if (best !== undefined) return best.reason;
  }
  return null;
}
