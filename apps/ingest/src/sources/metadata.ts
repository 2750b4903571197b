import { z } from 'zod';
import { CHANNELS } from '#domain';
import { channelFields } from './call-settings.js';
import { parseJsonBytes, checkJson } from './json-text.js';
import type { Read } from './refusal.js';
import { speakerSchema, type SpeakerMetadata } from './speaker.schema.js';
import { DAY_ORDERS } from './whatsapp/day-orders.js';
import { isTimeZone } from './thread/local-time.js';

export { teamSchema } from './speaker.schema.js';
export type { SpeakerMetadata } from './speaker.schema.js';

const name = z.string().min(1).max(200);
/** RFC 3339 with offset, as `Interaction.startedAt` wants it. */
export const instant = z.iso.datetime({ offset: true });

const metadataSchema = z.strictObject({
  externalId: name.optional(),
  revision: z.int().min(1).optional(),
  source: name.optional(),
  /** Where the format may hold calls as well as chats. */
  channel: z.enum(CHANNELS).optional(),
  startedAt: instant.optional(),
  endedAt: instant.optional(),
  direction: z.enum(['inbound', 'outbound']).optional(),
  subject: z.string().max(1000).optional(),
  caseRef: name.optional(),
  queue: name.optional(),
  tags: z.array(name).max(50).optional(),
  /** Where the clock hung, for files whose times have no zone: `Europe/Paris`. */
  timeZone: z.string().max(64).refine(isTimeZone, 'fuseau inconnu ; attendu un nom IANA, par exemple Europe/Paris').optional(),
  /** How a file writes its days, where the file itself does not tell (WhatsApp exports). */
  dateOrder: z.enum(DAY_ORDERS).optional(),
  /** By label of the voice (`Agent`, `SPEAKER_00`) or mail address; case does not matter. */
  speakers: z.record(z.string(), speakerSchema).optional(),
  ...channelFields,
});

/** What a sidecar `<file>.meta.json` may say; where it speaks, it wins over the file. */
export type SourceMetadata = z.infer<typeof metadataSchema>;

export function readMetadata(bytes: Buffer): Read<SourceMetadata> {
  const json = parseJsonBytes(bytes);
  if (json.kind === 'refused') return { ...json, reason: 'invalid_metadata', detail: `Métadonnées : ${json.detail}` };
  return checkJson(metadataSchema, json.value, 'invalid_metadata', 'Métadonnées');
}

/** Metadata with more said on top, which wins: member by member, and speaker by speaker. */
export function metadataWith(metadata: SourceMetadata | undefined, more: SourceMetadata | undefined): SourceMetadata | undefined {
  if (metadata === undefined || more === undefined) return more ?? metadata;
  const speakers = { ...metadata.speakers, ...more.speakers };
  return { ...metadata, ...more, ...(Object.keys(speakers).length > 0 && { speakers }) };
}

/** The sidecar's word on a speaker, by any of the labels it may go by. */
export function speakerMetadata(metadata: SourceMetadata | undefined, labels: readonly string[]): SpeakerMetadata | undefined {
  const speakers = Object.entries(metadata?.speakers ?? {});
  for (const label of labels) {
    const wanted = label.trim().toLowerCase();
    const found = speakers.find(([key]) => key.trim().toLowerCase() === wanted);
    if (found !== undefined) return found[1];
  }
  return undefined;
}
