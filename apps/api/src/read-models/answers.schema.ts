import {
  ANSWER_SLOTS, ANSWER_TOPICS, type AgreementView, type AnsweredQuestion, type AnsweredSlot, type AnswerSample, type AnswerTest, type AnswerValue, type Delay, type SaidValue, type ValueShare,
} from '#domain';
import { z } from 'zod';
import { interval, verdict } from './consistency.schema.js';
import { proportion } from './figures.schema.js';
import { amount } from './history.schema.js';
import { channel, instant, named } from './named.schema.js';

const count = z.int().min(0);

const delay = z
  .strictObject({
    days: count.describe('Jours calendaires : « 48 h » en vaut 2, « 5 jours ouvrés » 7, « aujourd’hui » 0 · Calendar days: "48 h" is 2, five working days 7, today 0'),
    workingDays: count.describe('Dont du lundi au vendredi · Of those, Monday to Friday'),
    minutes: count.nullable().describe('Quand il se dit en heures ou minutes qui ne font pas des jours entiers · When told in hours or minutes that are no whole days'),
    afterEvent: z.boolean().describe('Compté d’un événement à venir, comme la réception d’un colis · Counted from something still to happen'),
  })
  .meta({ id: 'AnswerDelay' }) satisfies z.ZodType<Delay>;

const valueFields = {
  key: z.string().describe('Le même pour les réponses qui disent la même chose · The same for answers that say the same').meta({ examples: ['P2D', '15 EUR', 'yes'] }),
  share: proportion,
};
const valueShare = z.strictObject(valueFields).meta({ id: 'ValueShare' }) satisfies z.ZodType<ValueShare>;

const sample = z
  .strictObject({
    interactionId: z.uuid(),
    channel,
    at: instant,
    agent: named.nullable().describe('Nul tant que les chiffres d’une personne ne comptent que du confirmé · Null while only what is confirmed counts for a person'),
    evidence: z.strictObject({ turn: count, start: count, end: count, quote: z.string() }),
  })
  .meta({ id: 'AnswerSample' }) satisfies z.ZodType<AnswerSample>;

const saidValue = z
  .strictObject({
    ...valueFields,
    delay: delay.nullable(),
    amount: amount.nullable(),
    written: z.array(z.string()).describe('Comment cela se dit le plus souvent · The commonest ways of putting it'),
    samples: z.array(sample).describe('Les plus récents, avec `topic` seulement · The latest, with `topic` only'),
  })
  .meta({ id: 'SaidValue' }) satisfies z.ZodType<SaidValue & AnswerValue>;

const agreement = z
  .strictObject({ rate: z.number().min(0).max(1), interval, answers: count })
  .meta({ id: 'Agreement', description: 'Chance que deux réponses prises au hasard disent la même chose · How likely two answers picked at random are to say the same' }) satisfies z.ZodType<AgreementView>;

const test = z
  .strictObject({
    verdict,
    groups: count,
    leftOut: count,
    p: z.number().min(0).max(1).nullable().describe('Probabilité, au hasard seul, de réponses au moins aussi différentes · Probability of answers at least this different by chance alone'),
    q: z.number().min(0).max(1).nullable().describe('`p` corrigé du nombre de lignes comparées (Benjamini-Hochberg) ; verdict à 5 % · `p` adjusted for how many lines are compared; verdict at 5 %'),
  })
  .meta({ id: 'AnswerTest' }) satisfies z.ZodType<AnswerTest>;

const saidBy = { stated: proportion.describe('Réponses qui en disent quelque chose · Answers that say something on it'), values: z.array(valueShare) };

const slot = z
  .strictObject({
    slot: z.enum(ANSWER_SLOTS).describe('Fait ou refusé, délai, montant, condition, version d’un fait · Done or refused, delay, amount, condition, version of a fact'),
    stated: saidBy.stated,
    values: z.array(saidValue),
    agreement: agreement.nullable(),
    betweenAgents: test,
    betweenChannels: test,
    channels: z.array(z.strictObject({ channel, ...saidBy, agreement: agreement.nullable() })),
    people: z
      .array(z.strictObject({ agent: named, team: named.nullable(), ...saidBy }))
      .nullable()
      .describe('Avec `topic`, si l’organisation montre des chiffres non confirmés ; par identifiant : ce n’est pas un classement · With `topic`, where unconfirmed figures are shown; by ref: not a ranking'),
  })
  .meta({ id: 'AnsweredSlot' }) satisfies z.ZodType<AnsweredSlot>;

export const answeredQuestion = z
  .strictObject({
    reason: z.string().nullable().describe('Motif de contact, ou file ; nul quand rien ne le dit · Contact reason, or queue; null when nothing tells'),
    topic: z.enum(ANSWER_TOPICS).meta({ id: 'AnswerTopic', description: 'Sur quoi porte la réponse · What is answered about' }),
    counted: z.strictObject({ from: z.iso.date(), to: z.iso.date() }).nullable().describe('Jours comptés · Days counted'),
    agents: count.nullable(),
    answers: count.nullable().describe('Une par échange et par agent · One per interaction and agent'),
    slots: z.array(slot),
    policy: z.array(z.string()).describe('Ce que la maison permet de promettre · What the house lets its agents promise'),
    suppressed: z.literal('group-too-small').nullable(),
  })
  .meta({ id: 'AnsweredQuestion' }) satisfies z.ZodType<AnsweredQuestion>;
