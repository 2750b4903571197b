import type { SpeakerRole } from '#domain';
import { fromTheStart, type DatedUtterance } from '../absolute-times.js';
import { jsonTranscriptReader } from '../json-transcript.reader.js';
import { ok, type Read } from '../refusal.js';
import { NOBODY, type Transcript, type Voice } from '../transcript.js';
import { ccaiInsightsFileSchema, type CcaiEntry, type CcaiInsightsFile } from './ccai-insights-file.schema.js';

/** A conversation in the JSON of Google's Conversational Insights (CCAI). */
export const ccaiInsightsReader = jsonTranscriptReader({
  format: 'ccai-insights',
  title: 'Conversation Google CCAI Insights (JSON)',
  detect: (shape) => shape.has('entries.text') && shape.has('entries.start_timestamp_usec'),
  schema: ccaiInsightsFileSchema,
  transcriptOf,
});

const ROLES: ReadonlyMap<string, SpeakerRole> = new Map<string, SpeakerRole>([
  ['AGENT', 'agent'],
  ['HUMAN_AGENT', 'agent'],
  ['CUSTOMER', 'customer'],
  ['END_USER', 'customer'],
  ['AUTOMATED_AGENT', 'bot'],
]);

function transcriptOf({ entries }: CcaiInsightsFile): Read<Transcript> {
  const said = entries.map((entry): DatedUtterance => ({
    voice: voiceOf(entry),
    text: entry.text,
    ...(typeof entry.start_timestamp_usec === 'number' && { at: entry.start_timestamp_usec / 1000 }),
  }));
  const dated = fromTheStart(said);
  return dated.kind === 'refused' ? dated : ok(dated.value);
}

/** Several agents are told apart by `user_id`. */
function voiceOf({ role, user_id: user }: CcaiEntry): Voice {
  const known = ROLES.get((role ?? '').toUpperCase());
  const id = [role, user].filter(Boolean).join('/');
  return id === '' ? NOBODY : { id, ...(known !== undefined && { role: known }), ...(role && user && { aliases: [role, user] }) };
}
