import { CHANNELS, SPEAKER_ROLES, VCON_EXTENSION, VCON_PLACES, type VconExtension } from '#domain';
import { z } from 'zod';
import { interactionOf } from '../interaction-of.js';
import type { ReadContext, ReadItem } from '../source-reader.js';
import type { VconFile } from './vcon-file.schema.js';

const index = z.int().min(0);

/** Only its form: what the members may be is for the interaction's own schema to say. */
const extensionSchema = z.object({
  version: z.literal(1),
  source: z.string(),
  externalId: z.string(),
  revision: z.number(),
  channel: z.enum(CHANNELS),
  startedAt: z.string(),
  endedAt: z.string().optional(),
  direction: z.enum(['inbound', 'outbound']).optional(),
  caseRef: z.string().optional(),
  queue: z.string().optional(),
  tags: z.array(z.string()).optional(),
  participants: z.array(
    z.object({
      id: z.string(),
      role: z.enum(SPEAKER_ROLES),
      roleGuessed: z.boolean().optional(),
      ref: z.string().optional(),
      team: z.object({ ref: z.string(), name: z.string().optional() }).optional(),
    }),
  ),
  turns: z.array(
    z.object({
      id: z.string(),
      party: index,
      in: z.enum(VCON_PLACES),
      at: index,
      offsetMs: z.number().optional(),
      durationMs: z.number().optional(),
      words: z.array(z.object({ start: z.number(), end: z.number(), confidence: z.number() })).optional(),
    }),
  ),
}) satisfies z.ZodType<VconExtension>;

/** The lines of the transcript that we write. */
const linesSchema = z.array(z.looseObject({ text: z.string() }));

/**
 * The interaction that went out as this vCon, with the words as they now stand in its dialogs; undefined where it is not
 * one of ours, or has been changed since (a dialog more or less, an amended copy): it is then read like any other.
 */
export function asItWent(vcon: VconFile, bytes: Buffer, context: ReadContext): ReadItem | undefined {
  if (vcon[VCON_EXTENSION] === undefined || vcon.amended?.uuid !== undefined || vcon.redacted?.uuid !== undefined) return undefined;
  const extension = extensionSchema.safeParse(vcon[VCON_EXTENSION]);
  if (!extension.success) return undefined;
  const { participants, turns, version: _version, ...rest } = extension.data;
  const texts = textsOf(vcon);
  const parties = vcon.parties ?? [];
  const whole = participants.length === parties.length && turns.length === texts.size && turns.every((turn) => texts.has(`${turn.in}/${turn.at}`) && turn.party < parties.length);
  if (!whole) return undefined;
  return interactionOf(
    {
      ...rest,
      ...(typeof vcon.subject === 'string' && { subject: vcon.subject }),
      participants: participants.map((who, at) => ({ ...who, ...(typeof parties[at]?.name === 'string' && { name: parties[at].name }) })),
      turns: turns.map(({ party, in: place, at, ...turn }) => ({ ...turn, participantId: participants[party]!.id, text: texts.get(`${place}/${at}`)!, ...(place === 'attachment' && { private: true }) })),
    },
    bytes,
    'vcon',
    context,
  );
}

/** Every text of a turn by its place, `dialog/3`. */
function textsOf({ dialog, analysis, attachments }: VconFile): Map<string, string> {
  const texts = new Map<string, string>();
  const keep = (place: string, at: number, body: unknown): unknown => (typeof body === 'string' ? texts.set(`${place}/${at}`, body) : undefined);
  dialog?.forEach(({ type, body }, at) => type === 'text' && keep('dialog', at, body));
  attachments?.forEach(({ body }, at) => keep('attachment', at, body));
  const transcript = linesSchema.safeParse(analysis?.find(({ type }) => type === 'transcript')?.body);
  if (transcript.success) transcript.data.forEach(({ text }, at) => keep('transcript', at, text));
  return texts;
}
