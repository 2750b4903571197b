import type { Organisation } from '#domain';
import { z } from 'zod';

export const organisation = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    timeZone: z.string().describe('IANA').meta({ examples: ['Europe/Paris'] }),
    settings: z
      .strictObject({
        personFigures: z
          .enum(['confirmed', 'detected'])
          .describe('Constats comptés dans les chiffres d’une personne · Findings counted in a person’s figures'),
        groupMinAgents: z.int().min(1),
        groupMinInteractions: z.int().min(1),
        ruleMinPrecision: z.number().min(0).max(1).describe('Une règle dont la précision peut être plus basse passe en observation · A rule whose precision may be lower goes under observation'),
        ruleMinJudged: z.int().min(1),
        disputeDays: z.int().min(1).describe('Jours pour contester un constat confirmé · Days to dispute a confirmed finding'),
      })
      .meta({ id: 'OrganisationSettings' }),
  })
  .meta({ id: 'Organisation' }) satisfies z.ZodType<Organisation>;
