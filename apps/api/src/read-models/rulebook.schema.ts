import { type RulebookDescription, SPEAKER_ROLES } from '#domain';
import { z } from 'zod';
import { pledgeAct } from './history.schema.js';
import { channel, polarity, severity } from './named.schema.js';

export const rulebook = z
  .strictObject({
    name: z.string(),
    version: z.string(),
    hash: z.string(),
    language: z.string(),
    promise: z.string().describe('La promesse de la marque · The brand’s promise'),
    commitments: z.record(z.string(), z.string()).describe('Engagement → ce que la marque promet · Commitment → what is promised'),
    rules: z.array(
      z
        .strictObject({
          id: z.string(),
          kind: z.string().meta({ examples: ['wording'] }),
          polarity,
          severity,
          serves: z.string().describe('Engagement servi · Commitment served'),
          why: z.string(),
          instead: z.string().optional(),
          speaker: z.enum(SPEAKER_ROLES),
          channels: z.array(channel),
        })
        .meta({ id: 'Rule' }),
    ),
    policy: z
      .array(z.strictObject({ id: z.string(), act: pledgeAct, says: z.string() }))
      .optional()
      .describe('Ce que la maison permet de promettre · What the house lets its agents promise'),
  })
  .meta({ id: 'Rulebook' }) satisfies z.ZodType<RulebookDescription>;
