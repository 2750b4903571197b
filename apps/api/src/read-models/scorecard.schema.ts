import {
  CONTACT_REASONS, CRITICALITIES, type CriterionCondition, type CriterionSource, type FindingsCount, type ScalePoint, type Scorecard, SCORECARD_LIMITS,
  type ScorecardCriterion, type ScorecardDefinition, type ScorecardProblem, type ScorecardSection, type ScorecardSummary, type ScorecardVersion, VERSION_STATES,
} from '#domain';
import { z } from 'zod';
import { ref } from '../http/filters.schema.js';
import { channel, instant } from './named.schema.js';
import { day, keptOrNothing } from './text.schema.js';

const { sections, criteria, weight, points, scale, name, text } = SCORECARD_LIMITS;
const line = keptOrNothing(name);
const lines = keptOrNothing(text);
export const criterionId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/).describe('Minuscules, chiffres et tirets · Lower case, digits and hyphens');
const some = z.int().min(0).max(points);

/** @param as components of what is sent and of what is answered differ in what they allow beside: each has names of its own */
function definitionOf(as: '' | 'New') {
  const count = z
    .discriminatedUnion('by', [
      z.strictObject({ by: z.literal('no-violation').describe('1 sans écart, sinon 0 · 1 without a violation, else 0') }),
      z.strictObject({ by: z.literal('any-merit').describe('1 dès un point fort, sinon 0 · 1 with a merit, else 0') }),
      z.strictObject({
        by: z.literal('points').describe('Départ, moins par écart, plus par point fort, entre 0 et `outOf` · Start, less per violation, plus per merit, between 0 and `outOf`'),
        start: some,
        outOf: some,
        perViolation: some,
        perMerit: some,
      }),
    ])
    .meta({ id: `${as}FindingsCount` }) satisfies z.ZodType<FindingsCount>;

  const point = z.strictObject({ id: criterionId, label: line, points: some }).meta({ id: `${as}ScalePoint` }) satisfies z.ZodType<ScalePoint>;
  const notApplicable = z.boolean().describe('« Sans objet » peut se répondre : le poids est laissé de côté · "Not applicable" may be answered: the weight is left out');

  const source = z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('findings'), rules: z.array(ref).max(100), commitments: z.array(ref).max(50), counts: count }),
      z.strictObject({ kind: z.literal('yes-no'), notApplicable }),
      z.strictObject({ kind: z.literal('scale'), scale: z.array(point).max(scale), notApplicable }),
    ])
    .meta({ id: `${as}CriterionSource` }) satisfies z.ZodType<CriterionSource>;

  const condition = z
    .strictObject({
      when: z
        .strictObject({ criterion: criterionId, is: z.array(z.string().max(40)).max(scale + 1) })
        .nullable()
        .describe('Un autre critère du même côté a l’une de ces réponses (`pass`, `partial`, `fail` pour des constats ; `na`) · Another criterion of the same side came out as one of these'),
      channels: z.array(channel).max(10).describe('Vide : tous · Empty: all'),
      reasons: z.array(z.enum(CONTACT_REASONS)).max(20).describe('Motifs de contact ; vide : tous · Contact reasons; empty: all'),
    })
    .meta({ id: `${as}CriterionCondition` }) satisfies z.ZodType<CriterionCondition>;

  const criterion = z
    .strictObject({
      id: criterionId,
      question: line,
      help: lines.nullable(),
      weight: z.int().min(0).max(weight),
      critical: z.enum(CRITICALITIES).nullable().describe('Un résultat de 0 met à 0 la section, ou toute la note · A result of 0 makes the section, or the whole score, 0'),
      source,
      condition: condition.nullable(),
    })
    .meta({ id: `${as}ScorecardCriterion` }) satisfies z.ZodType<ScorecardCriterion>;

  const section = z.strictObject({ id: criterionId, title: line, criteria: z.array(criterion).max(criteria) }).meta({ id: `${as}ScorecardSection` }) satisfies z.ZodType<ScorecardSection>;

  return z
    .strictObject({ name: line, purpose: lines.nullable(), sections: z.array(section).max(sections) })
    .refine((whole) => whole.sections.reduce((sum, one) => sum + one.criteria.length, 0) <= criteria, { path: ['sections'], error: `Au plus ${criteria} critères en tout · At most ${criteria} criteria in all` })
    .meta({ id: `${as}ScorecardDefinition` }) satisfies z.ZodType<ScorecardDefinition>;
}

/** As it is answered, and as it is sent. */
export const scorecardDefinition = definitionOf('');
export const scorecardBody = definitionOf('New');

export const scorecardProblem = z
  .strictObject({
    path: z.array(z.union([z.string(), z.int()])).describe('Membres et positions, depuis la grille · Members and positions, from the scorecard down'),
    fr: z.string(),
    en: z.string(),
  })
  .meta({ id: 'ScorecardProblem' }) satisfies z.ZodType<ScorecardProblem>;

export const scorecardProblems = z.strictObject({ problems: z.array(scorecardProblem) }).meta({ id: 'ScorecardProblems' });

const versionFields = {
  version: z.int().min(1),
  state: z.enum(VERSION_STATES).describe('Brouillon, publiée (ne change plus), retirée · Draft, published (never changes), retired'),
  effectiveOn: z.iso.date().nullable().describe('Premier jour dont les interactions comptent · First day whose interactions count'),
  publishedAt: instant.nullable(),
  publishedBy: z.string().nullable(),
  retiredFrom: z.iso.date().nullable().describe('Premier jour dont les interactions ne comptent plus · First day whose interactions count no more'),
};
const version = z
  .strictObject({ ...versionFields, definition: scorecardDefinition, problems: z.array(scorecardProblem).describe('D’un brouillon : ce qui empêche de le publier · Of a draft: what keeps it from being published') })
  .meta({ id: 'ScorecardVersion' }) satisfies z.ZodType<ScorecardVersion>;

const fields = {
  id: z.uuid(),
  name: z.string(),
  createdAt: instant,
  createdBy: z.string(),
  current: z.int().min(1).nullable().describe('Version qui compte pour les interactions d’aujourd’hui · Version that counts for interactions of today'),
  revision: z.int().min(1),
};
export const scorecard = z.strictObject({ ...fields, versions: z.array(version) }).meta({ id: 'Scorecard' }) satisfies z.ZodType<Scorecard>;

const summary = z
  .strictObject({ ...fields, versions: z.array(z.strictObject(versionFields).meta({ id: 'ScorecardVersionSummary' })) })
  .meta({ id: 'ScorecardSummary' }) satisfies z.ZodType<ScorecardSummary>;
export const scorecardList = z.strictObject({ items: z.array(summary) }).meta({ id: 'ScorecardList' });

export const publicationBody = z.strictObject({ effectiveOn: day.describe('Aujourd’hui ou plus tard · Today or later') }).meta({ id: 'ScorecardPublication', examples: [{ effectiveOn: '2026-12-01' }] });
export const retirementBody = z.strictObject({ from: day.describe('Aujourd’hui ou plus tard · Today or later') }).meta({ id: 'ScorecardRetirement', examples: [{ from: '2027-01-01' }] });

export const versionNumber = z.coerce.number().int().min(1).max(1_000_000);
