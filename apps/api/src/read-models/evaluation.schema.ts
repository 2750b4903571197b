import {
  type AutomaticEvaluation, type AutomaticState, type CountedFigures, CRITICALITIES, type Evaluation, EVALUATION_STATES, type EvaluationAnswer, type EvaluationSummary, type Fraction,
  type InteractionEvaluations, LEFT_OUT, SCORE_BANDS, SCORE_PARTS, SCORE_SIDES, SCORE_STATES, type ScoreReport, type ScoreReportRow, type ScoreView,
} from '#domain';
import { z } from 'zod';
import { ref } from '../http/filters.schema.js';
import { interval } from './consistency.schema.js';
import { proportion, reportOf } from './figures.schema.js';
import { channel, instant, named, pageOf } from './named.schema.js';
import { words } from './said-of-finding.schema.js';
import { criterionId, scorecardDefinition } from './scorecard.schema.js';

const count = z.int().min(0);
const fraction = z.strictObject({ numerator: count, denominator: z.int().min(1) }).meta({ id: 'Fraction' }) satisfies z.ZodType<Fraction>;

const scoreFields = {
  state: z.enum(SCORE_STATES).describe('`open` : quelque chose n’est pas encore su · `nothing` : rien ne s’applique, ce qui n’est pas 0 · something is not known yet; nothing applies, which is not 0'),
  score: z
    .strictObject({ numerator: count, denominator: z.int().min(1), percent: z.number().min(0).max(100) })
    .nullable()
    .describe('Exacte, et en pour cent arrondie une fois · Exact, and in percent rounded once'),
  failures: z.array(z.strictObject({ criterion: z.string(), fails: z.enum(CRITICALITIES) })).describe('Critères critiques manqués · Critical criteria that failed'),
  sections: z.array(z.strictObject({ id: z.string(), score: fraction.nullable() })),
  criteria: z.array(
    z.strictObject({
      id: z.string(),
      state: z.enum(['counted', 'left-out', 'open']),
      result: fraction.nullable(),
      why: z.enum(LEFT_OUT).nullable().describe('Pourquoi il est laissé de côté · Why it is left out'),
    }).meta({ id: 'ScoredCriterion' }),
  ),
};
const score = z.strictObject(scoreFields).meta({ id: 'Score' }) satisfies z.ZodType<ScoreView>;

const automaticState = z
  .strictObject({ ...scoreFields, version: z.int().min(1), basis: z.enum(['confirmed', 'detected']).describe('Constats comptés · Findings counted'), computedAt: instant })
  .meta({ id: 'AutomaticState' }) satisfies z.ZodType<AutomaticState>;

const automatic = z
  .strictObject({
    scorecard: z.strictObject({ id: z.uuid(), name: z.string() }),
    agent: named,
    now: automaticState,
    before: z.array(automaticState).describe('Ce qu’elle était, la dernière d’abord · What it was, the latest first'),
  })
  .meta({ id: 'AutomaticEvaluation' }) satisfies z.ZodType<AutomaticEvaluation>;

const place = { turn: count, start: count, end: z.int().min(1) };
const answer = z
  .strictObject({
    criterion: z.string(),
    answer: z.string().describe('`yes`, `no`, un échelon, ou `na` : sans objet · a point of the scale, or `na`: not applicable'),
    comment: z.string().nullable(),
    evidence: z.array(z.strictObject({ ...place, quote: z.string() })).describe('Mots de l’interaction · Words of the interaction'),
  })
  .meta({ id: 'EvaluationAnswer' }) satisfies z.ZodType<EvaluationAnswer>;

const summaryFields = {
  id: z.uuid(),
  scorecard: z.strictObject({ id: z.uuid(), name: z.string(), version: z.int().min(1) }),
  interactionId: z.uuid(),
  channel,
  startedAt: instant,
  agent: named,
  team: named.nullable(),
  state: z.enum(EVALUATION_STATES).describe('`draft` : à son auteur seul · `submitted` : ne change plus · `replaced` : une autre compte à sa place'),
  by: z.strictObject({ id: z.string(), name: z.string().nullable() }),
  draftedAt: instant,
  submittedAt: instant.nullable(),
  result: score,
  replaces: z.uuid().nullable(),
  replacedBy: z.uuid().nullable(),
  acknowledgedAt: instant.nullable().describe('Quand le conseiller en a pris connaissance · When the agent took note of it'),
};
export const evaluationSummary = z.strictObject(summaryFields).meta({ id: 'EvaluationSummary' }) satisfies z.ZodType<EvaluationSummary>;
export const evaluationPage = pageOf('EvaluationPage', evaluationSummary);

export const evaluation = z
  .strictObject({
    ...summaryFields,
    definition: scorecardDefinition,
    answers: z.array(answer),
    comment: z.strictObject({ text: z.string(), at: instant }).nullable().describe('Ce qu’en dit le conseiller · What the agent says of it'),
    revision: z.int().min(1),
  })
  .meta({ id: 'Evaluation' }) satisfies z.ZodType<Evaluation>;

export const interactionEvaluations = z
  .strictObject({
    automatic: z.array(automatic),
    human: z.array(evaluationSummary),
    fillable: z.array(z.strictObject({ id: z.uuid(), name: z.string(), version: z.int().min(1) })).describe('Grilles à remplir, en vigueur ce jour-là · Scorecards to fill in, in force that day'),
    agents: z.array(named),
  })
  .meta({ id: 'InteractionEvaluations' }) satisfies z.ZodType<InteractionEvaluations>;

export const beginBody = z
  .strictObject({
    scorecard: z.uuid(),
    agent: ref.describe('`ref` de qui est évalué · of who is evaluated'),
    replaces: z.uuid().optional().describe('L’évaluation remise que celle-ci corrige · The submitted evaluation that this one corrects'),
  })
  .meta({ id: 'NewEvaluation', examples: [{ scorecard: '7b2d1c0e-9f8a-5b6c-8d7e-1a2b3c4d5e6f', agent: 'agent-07' }] });

export const answersBody = z
  .strictObject({
    answers: z
      .array(z.strictObject({ criterion: criterionId, answer: z.string().min(1).max(40), comment: words.nullable().optional(), evidence: z.array(z.strictObject(place).refine(({ start, end }) => start < end)).max(20).optional() }))
      .max(60),
  })
  .meta({ id: 'EvaluationAnswers', examples: [{ answers: [{ criterion: 'salue', answer: 'yes', evidence: [{ turn: 0, start: 0, end: 7 }] }] }] });

const figures = z
  .strictObject({
    n: count,
    mean: z.number().min(0).max(1).nullable(),
    interval: interval.nullable().describe('De la moyenne, t de Student, 95 % ; nul sous dix notes · Of the mean, Student’s t, 95 %; null below ten scores'),
    distribution: z.array(count).length(SCORE_BANDS).describe('Notes par cinquième, de 0 à 100 % · Scores per fifth, from 0 to 100 %'),
    criticalFailures: proportion.describe('Notes où un critère critique est manqué · Scores in which a critical criterion failed'),
    open: count.describe('Sans note encore : des constats attendent d’être relus · Without a score yet: findings await review'),
    counted: z.strictObject({ from: z.iso.date(), to: z.iso.date() }).nullable().describe('Jours comptés d’un groupe · Days counted of a group'),
  })
  .meta({ id: 'ScoreFigures' }) satisfies z.ZodType<CountedFigures>;

const row = z
  .strictObject({
    agent: named.nullable(),
    team: named.nullable(),
    channel: channel.nullable(),
    automatic: figures.nullable().describe('D’après les constats · By findings'),
    human: figures.nullable().describe('Par des personnes ; jamais mêlé à l’autre · By people; never mixed with the other'),
    suppressed: z.array(z.enum(SCORE_SIDES)).describe('Groupe trop petit de ce côté · Group too small on this side'),
  })
  .meta({ id: 'ScoreReportRow' }) satisfies z.ZodType<ScoreReportRow>;

export const scoreReport = reportOf('ScoreReportRows', row)
  .extend({ scorecard: z.strictObject({ id: z.uuid(), name: z.string() }), by: z.enum(SCORE_PARTS) })
  .meta({ id: 'ScoreReport' }) satisfies z.ZodType<ScoreReport>;
