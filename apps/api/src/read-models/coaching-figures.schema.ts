import { type CoachedRuleEffect, type CoachingEffectReport, type CoachingPreparation, type CoachingProposal, EFFECT_SHORTAGES, type EffectShort, type MeasuredEffect } from '#domain';
import { z } from 'zod';
import { interval } from './consistency.schema.js';
import { findingView } from './finding.schema.js';
import { proportion } from './figures.schema.js';
import { named, polarity } from './named.schema.js';

const count = z.int().min(0);
const days = z.strictObject({ from: z.iso.date(), to: z.iso.date() });
const basis = z.enum(['confirmed', 'detected']);

const proposal = z
  .strictObject({
    ruleId: z.string(),
    why: z.string().nullable(),
    polarity,
    direction: z.enum(['strength', 'to-work-on']).describe('`strength` : moins d’écarts ou plus de points forts que le hasard n’explique · fewer violations or more merits than chance explains'),
    counted: days.describe('Jours comptés : voir le rapport de cohérence · Days counted: see the report of consistency'),
    flagged: proportion,
    expected: z.number().min(0).max(1).describe('Ce que donnent les taux de l’équipe sur ses canaux et motifs · What the team’s rates give on the same channels and reasons'),
    limits: z.array(z.strictObject({ level: z.union([z.literal(0.95), z.literal(0.998)]), low: count, high: count })),
    position: z.enum(['within', 'above-95', 'above-99.8', 'below-95', 'below-99.8', 'not-enough-data']),
    peers: count.describe('Collègues comparés · Agents compared with'),
    excerpts: z.array(findingView).describe('Cinq au plus, confirmés d’abord · Five at most, confirmed first'),
  })
  .meta({ id: 'CoachingProposal' }) satisfies z.ZodType<CoachingProposal>;

export const coachingPreparation = z
  .strictObject({
    agent: named,
    team: named.nullable(),
    basis,
    period: z.strictObject({ from: z.iso.date(), to: z.iso.date(), timeZone: z.string() }),
    suppressed: z.enum(['no-team', 'group-too-small']).nullable().describe('Pas assez de données : sans équipe, ou trop peu de collègues · Not enough data: no team, or too few peers'),
    proposals: z.array(proposal).describe('Points forts et points à travailler, ce que le hasard explique le moins d’abord · Strengths and what to work on, what chance explains least first'),
    examined: count.describe('Règles comparées : de celles-ci, le hasard seul en met 5 sur 100 au plus hors des limites · Rules compared: of these, 5 in 100 at most are outside by chance alone'),
    notEnough: z.array(z.string()).describe('Règles sans assez de données · Rules without enough data'),
    observed: z.array(z.string()).describe('Règles en observation : elles ne comptent pour personne · Rules under observation: they count for no one'),
  })
  .meta({ id: 'CoachingPreparation' }) satisfies z.ZodType<CoachingPreparation>;

const short = z
  .strictObject({
    reason: z.enum(EFFECT_SHORTAGES).describe(
      'Pas encore tenue ; période après pas encore écoulée ; sans équipe ; règle en observation ; autre séance sur la même règle dans les mêmes jours ; trop peu de collègues, d’interactions des collègues, du conseiller, ou de constats · ' +
        'Not held yet; period after not over yet; no team; rule under observation; another session on the same rule within these days; too few peers, interactions of peers, of the agent, or findings',
    ),
    found: count.nullable(),
    needed: count.nullable(),
  })
  .meta({ id: 'EffectShort' }) satisfies z.ZodType<EffectShort>;

const pair = z.strictObject({ before: proportion, after: proportion });

const measured = z
  .strictObject({
    coached: pair,
    peers: z.strictObject({ agents: count, flagged: pair.nullable().describe('Nul pour le conseiller : seul le nombre de collègues lui est dit · Null for the agent, who is told how many they are') }),
    estimate: z.number().describe('Changement au-delà de celui des collègues, en part des interactions ; négatif : moins · Change beyond that of peers, as a share of interactions; negative: fewer'),
    interval,
    regressionToMean: z.strictObject({
      expected: z.number().describe('Ce qui aurait changé sans rien faire, si le chiffre d’avant était en partie du hasard · What would have changed anyway, part of the figure before being chance'),
      warns: z.boolean(),
    }),
    undecided: z.strictObject({ coached: count, peers: count.nullable() }).describe('Interactions dont un constat attend la revue · Interactions with a finding that awaits review'),
  })
  .meta({ id: 'MeasuredEffect' }) satisfies z.ZodType<MeasuredEffect>;

const ruleEffect = z
  .strictObject({
    ruleId: z.string(),
    polarity,
    better: z.enum(['fewer', 'more']),
    verdict: z.enum(['better', 'worse', 'nothing-certain', 'not-enough-data']).describe('De la règle, jamais de la personne · Of the rule, never of the person'),
    short: short.nullable(),
    measured: measured.nullable(),
  })
  .meta({ id: 'CoachedRuleEffect' }) satisfies z.ZodType<CoachedRuleEffect>;

export const coachingEffectReport = z
  .strictObject({
    sessionId: z.uuid(),
    agent: named,
    team: named.nullable(),
    basis,
    timeZone: z.string(),
    windows: z.strictObject({ before: days, after: days }).nullable(),
    rules: z.array(ruleEffect),
  })
  .meta({ id: 'CoachingEffectReport' }) satisfies z.ZodType<CoachingEffectReport>;
