import { type Organisation, RETENTION, type RetentionClass, type RetentionDays } from '#domain';
import { z } from 'zod';

const days = (name: RetentionClass): z.ZodInt => z.int().min(1).max(RETENTION[name].max);
export const retentionDays = z
  .strictObject({
    phone: days('phone'),
    written: days('written'),
    findings: days('findings'),
    evaluations: days('evaluations'),
    coaching: days('coaching'),
    calibrations: days('calibrations'),
    journal: days('journal'),
    deadLetters: days('deadLetters'),
    deliveries: days('deliveries'),
    gathered: days('gathered'),
  })
  .meta({ id: 'RetentionDays', description: 'Jours de conservation par classe (docs/retention.md) · Days for which each class is kept' }) satisfies z.ZodType<RetentionDays>;

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
        retention: retentionDays,
      })
      .meta({ id: 'OrganisationSettings' }),
  })
  .meta({ id: 'Organisation' }) satisfies z.ZodType<Organisation>;
