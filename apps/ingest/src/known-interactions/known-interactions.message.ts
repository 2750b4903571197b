import { z } from 'zod';

const MAX_QUESTIONS = 1_000;

const version = {
  revision: z.int().min(1).max(2_147_483_647),
  contentHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('SHA-256 du JSON aux clés triées, sans espaces · SHA-256 of the JSON with sorted keys and without spaces'),
};
const questionSchema = z.union([
  z.strictObject({ source: z.string().min(1).max(100), externalId: z.string().min(1).max(256), ...version }),
  z.strictObject({ id: z.uuid().describe('Rendu à l’envoi · As answered when it was sent'), ...version }),
]);
export type KnownQuestion = z.output<typeof questionSchema>;

export const knownRequestSchema = z.strictObject({
  items: z
    .array(questionSchema)
    .min(1)
    .max(MAX_QUESTIONS)
    .meta({ examples: [[{ source: 'chatwoot', externalId: 'conversation-1842', revision: 1, contentHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' }]] }),
});
export type KnownRequest = z.output<typeof knownRequestSchema>;

export const knownSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        status: z.enum(['new', 'duplicate', 'superseded', 'conflict', 'erased']).describe('Ce que deviendrait l’interaction si elle était envoyée · What would become of it if it were sent'),
      }),
    ),
  })
  .meta({ id: 'KnownInteractions' });
export type KnownInteractions = z.infer<typeof knownSchema>;

export const exampleKnown: KnownInteractions = { items: [{ id: '0c6d5f2e-3c1a-5b7e-9d41-8f2a6b0c1d2e', status: 'duplicate' }] };
