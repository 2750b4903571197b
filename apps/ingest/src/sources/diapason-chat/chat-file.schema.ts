import { z } from 'zod';
import { SPEAKER_ROLES } from '#domain';
import { instant, teamSchema } from '../metadata.js';

const text = z.string().min(1).max(200);

/** The documented plain JSON of a chat: what a system without a format of its own here can write. */
export const chatFileSchema = z.object({
  format: z.literal('diapason-chat'),
  id: text,
  revision: z.int().min(1).optional(),
  source: text.optional(),
  startedAt: instant,
  endedAt: instant.optional(),
  direction: z.enum(['inbound', 'outbound']).optional(),
  subject: z.string().max(1000).optional(),
  caseRef: text.optional(),
  queue: text.optional(),
  tags: z.array(text).max(50).optional(),
  participants: z
    .array(z.object({ id: text, role: z.enum(SPEAKER_ROLES), ref: text.optional(), name: text.optional(), team: teamSchema.optional() }))
    .min(1)
    .max(200),
  messages: z.array(z.object({ id: text.optional(), from: text, at: instant.optional(), text: z.string(), private: z.boolean().optional() })),
});
export type ChatFile = z.infer<typeof chatFileSchema>;
