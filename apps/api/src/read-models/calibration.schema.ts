import { type AgreementCoefficient, type BlindFinding, type Calibration, CALIBRATION_REVIEWERS, CALIBRATION_SIZE, type CalibrationFrame, type CalibrationItem, type JudgementAgreement, type ReviewerName } from '#domain';
import { z } from 'zod';
import { periodFields, periodInOrder, ref } from '../http/filters.schema.js';
import { findingView } from './finding.schema.js';
import { channel, instant } from './named.schema.js';
import { interval } from './consistency.schema.js';
import { review } from './review.schema.js';
import { day, written } from './text.schema.js';

const count = z.int().min(0);
const share = z.number().min(0).max(1);
const frameFields = { channels: z.array(channel).max(20), teams: z.array(ref).max(200), rules: z.array(ref).max(200) };

const frame = z.strictObject({ from: z.iso.date().optional(), to: z.iso.date().optional(), ...frameFields }).meta({ id: 'CalibrationFrame' }) satisfies z.ZodType<CalibrationFrame>;

const coefficient = z
  .strictObject({ value: z.number().min(-1).max(1), interval: interval.nullable().describe('Nul sous trois constats · Null below three findings') })
  .meta({ id: 'AgreementCoefficient' }) satisfies z.ZodType<AgreementCoefficient>;

const agreementFields = {
  findings: count,
  compared: count.describe('Jugés par deux personnes au moins · Judged by two or more'),
  judgements: count,
  confirmed: share.nullable().describe('Part des jugements qui confirment · Share of judgements that confirm'),
  observed: share.nullable().describe('Part des paires de jugements qui disent de même · Share of pairs of judgements that say the same'),
  alpha: coefficient.nullable().describe('α de Krippendorff ; nul où tous disent toujours de même · Krippendorff’s α; null where everybody always says the same'),
  ac1: coefficient.nullable().describe('AC1 de Gwet, stable quand un verdict est rare · Gwet’s AC1, steady when one verdict is rare'),
};
const overall = z.strictObject(agreementFields).meta({ id: 'JudgementAgreement' }) satisfies z.ZodType<JudgementAgreement>;

export const calibration = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    frame,
    seed: z.string(),
    dueOn: z.iso.date().nullable(),
    drawnBy: z.string(),
    drawnAt: instant,
    state: z.enum(['open', 'closed']),
    closedAt: instant.nullable(),
    findings: count,
    reviewers: z.array(z.strictObject({ id: z.string(), name: z.string().nullable(), judged: count, toJudge: count.describe('Sauf ce qui porte sur ses propres mots · All but what is about own words') })),
    agreement: z
      .strictObject({ overall, rules: z.array(z.strictObject({ ruleId: z.string(), ...agreementFields })) })
      .nullable()
      .describe('Nul tant qu’il est ouvert, et dans les listes · Null while open, and in lists'),
  })
  .meta({ id: 'Calibration' }) satisfies z.ZodType<Calibration>;

export const calibrationList = z.strictObject({ items: z.array(calibration) }).meta({ id: 'CalibrationList' });

const blindFinding = findingView.omit({ status: true, review: true, byHand: true, comment: true, dispute: true, agent: true, team: true, against: true, names: true }).meta({ id: 'BlindFinding' }) satisfies z.ZodType<BlindFinding>;
const said = review.omit({ by: true, at: true }).meta({ id: 'SaidJudgement' });

export const calibrationItem = z
  .strictObject({
    position: count,
    findingId: z.uuid(),
    ruleId: z.string(),
    finding: blindFinding.nullable().describe('Nul quand une révision ne l’a plus · Null when a later revision no longer has it'),
    mine: said.nullable(),
    judgements: z
      .array(review.omit({ at: true }).meta({ id: 'GivenJudgement' }))
      .nullable()
      .describe('De tous ; nul tant que le calibrage est ouvert · Everybody’s; null while open'),
    remarks: z.array(z.strictObject({ by: z.string(), at: instant, text: z.string() })),
    resolution: review.nullable().describe('Ce dont on est convenu ; aucun chiffre n’en dépend · What was agreed on; no figure depends on it'),
  })
  .meta({ id: 'CalibrationItem' }) satisfies z.ZodType<CalibrationItem>;

export const calibrationItems = z.strictObject({ items: z.array(calibrationItem) }).meta({ id: 'CalibrationItemList' });

export const calibrationBody = z
  .strictObject({
    name: written(200),
    ...periodFields,
    channels: frameFields.channels.optional().describe('Absents : tous · Absent: all'),
    teams: frameFields.teams.optional().describe('Absentes : toutes, et les relecteurs doivent les voir toutes · Absent: all, and reviewers must see all of them'),
    rules: frameFields.rules.optional().describe('Absentes : toutes · Absent: all'),
    size: z.int().min(CALIBRATION_SIZE.min).max(CALIBRATION_SIZE.max).describe('Constats à juger, répartis sur les règles · Findings to judge, spread over the rules'),
    seed: written(100).optional().describe('La même graine tire les mêmes · The same seed draws the same'),
    reviewers: z
      .array(ref)
      .min(CALIBRATION_REVIEWERS.min)
      .max(CALIBRATION_REVIEWERS.max)
      .refine((all) => new Set(all).size === all.length, 'Une personne ne juge qu’une fois. · One person judges once.')
      .describe('Identifiants de comptes · Ids of accounts'),
    dueOn: day.optional(),
  })
  .check(periodInOrder)
  .meta({ id: 'NewCalibration', examples: [{ name: 'Refus, octobre', rules: ['refus.impossible'], size: 30, reviewers: ['5e0c7f86-6a51-4c1f-9b5f-0d8a0a1f2b3c', '9a1b2c3d-4e5f-4a6b-8c7d-0e1f2a3b4c5d'] }] });
export type CalibrationBody = z.output<typeof calibrationBody>;

export const reviewerList = z
  .strictObject({ items: z.array(z.strictObject({ id: z.string(), name: z.string(), teams: z.union([z.literal('all'), z.array(z.string())]) })) })
  .meta({ id: 'ReviewerList' }) satisfies z.ZodType<{ items: ReviewerName[] }>;

export const remarkBody = z.strictObject({ text: written(2000) }).meta({ id: 'NewRemark', examples: [{ text: 'La cliente avait déjà la solution : je confirme.' }] });
