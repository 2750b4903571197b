import {
  COACHED_RULES, type CoachedRule, COACHING_ACTIONS, COACHING_EXCERPTS, COACHING_STATES, COACHING_STEPS, COACHING_WINDOW, type CoachingAction, type CoachingExcerpt, type CoachingNote, type CoachingSession, type CoachingSessionSummary,
} from '#domain';
import { z } from 'zod';
import { periodInOrder, ref } from '../http/filters.schema.js';
import { findingView } from './finding.schema.js';
import { instant, named, pageOf, polarity } from './named.schema.js';
import { words } from './said-of-finding.schema.js';
import { day } from './text.schema.js';

export const coachingState = z.enum(COACHING_STATES).meta({
  id: 'CoachingState',
  description: 'Préparée, planifiée, tenue, lue par le conseiller, suivie · Draft, planned, held, acknowledged by the agent, followed up',
});

const coachedRule = z.strictObject({ ruleId: z.string(), polarity }).meta({ id: 'CoachedRule' }) satisfies z.ZodType<CoachedRule>;

const excerpt = z
  .strictObject({
    findingId: z.uuid(),
    ruleId: z.string(),
    finding: findingView.nullable().describe('Nul quand une révision ne l’a plus · Null when a later revision no longer has it'),
  })
  .meta({ id: 'CoachingExcerpt' }) satisfies z.ZodType<CoachingExcerpt>;

const action = z
  .strictObject({ text: z.string(), dueOn: z.iso.date().nullable(), done: z.boolean() })
  .meta({ id: 'CoachingAction' }) satisfies z.ZodType<CoachingAction>;

const note = z
  .strictObject({
    side: z.enum(['coach', 'agent']),
    by: z.string(),
    name: z.string().nullable(),
    text: z.string(),
    shared: z.boolean().describe('Faux : seul son auteur la lit · False: its writer alone reads it'),
    at: instant,
  })
  .meta({ id: 'CoachingNote' }) satisfies z.ZodType<CoachingNote>;

const summaryFields = {
  id: z.uuid(),
  agent: named,
  team: named.nullable(),
  coach: z.strictObject({ id: z.string(), name: z.string().nullable() }),
  state: coachingState,
  plannedOn: z.iso.date().nullable(),
  heldOn: z.iso.date().nullable(),
  followUpOn: z.iso.date().nullable().describe('Jour dont on est convenu pour en reparler · Day agreed on to talk about it again'),
  followedUpOn: z.iso.date().nullable(),
  acknowledgedAt: instant.nullable(),
  rules: z.array(coachedRule).describe('Ce qui est mesuré, et rien d’autre · What is measured, and nothing else'),
  measure: z.strictObject({
    windowDays: z.int().describe('Jours comparés, avant et après · Days compared, before and after'),
    until: z.iso.date().nullable().describe('Dernier jour mesuré · Last day measured'),
  }),
  createdAt: instant,
  version: z.int().min(1),
};

export const coachingSummary = z.strictObject(summaryFields).meta({ id: 'CoachingSessionSummary' }) satisfies z.ZodType<CoachingSessionSummary>;
export const coachingPage = pageOf('CoachingSessionPage', coachingSummary);

export const coachingSession = z
  .strictObject({
    ...summaryFields,
    agenda: z.array(excerpt),
    actions: z.array(action),
    notes: z.array(note).describe('La vôtre, et celles qui sont partagées · Your own, and those that are shared'),
  })
  .meta({ id: 'CoachingSession' }) satisfies z.ZodType<CoachingSession>;

const once = <Item extends z.ZodType<string>>(item: Item, most: number) =>
  z.array(item).max(most).refine((all) => new Set(all).size === all.length, 'Chacun une fois. · Each once.');

const rules = once(ref, COACHED_RULES.max).min(COACHED_RULES.min).describe('Une à cinq règles en vigueur : elles seules sont mesurées · One to five rules in force: they alone are measured');
const agenda = once(z.uuid(), COACHING_EXCERPTS.max).describe('Constats du conseiller, écarts et points forts · Findings of the agent, violations and merits');
const windowDays = z.int().min(COACHING_WINDOW.min).max(COACHING_WINDOW.max);

export const newCoachingBody = z
  .strictObject({ agent: ref, rules, agenda: agenda.default([]), windowDays: windowDays.default(COACHING_WINDOW.default) })
  .meta({ id: 'NewCoachingSession', examples: [{ agent: 'agent-07', rules: ['refus.impossible'], agenda: ['6f0e1d2c-4b3a-5998-8776-5a4b3c2d1e0f'], windowDays: 28 }] });
export type NewCoachingBody = z.output<typeof newCoachingBody>;

export const coachingChangeBody = z
  .strictObject({
    rules: rules.optional(),
    agenda: agenda.optional(),
    actions: z
      .array(z.strictObject({ text: words, dueOn: day.nullable().default(null), done: z.boolean().default(false) }))
      .max(COACHING_ACTIONS.max)
      .optional()
      .describe('Toutes, dans leur ordre · All of them, in their order'),
    windowDays: windowDays.optional(),
    followUpOn: day.nullable().optional(),
  })
  .meta({ id: 'CoachingChange', examples: [{ actions: [{ text: 'Dire ce que l’on peut faire avant ce que l’on ne peut pas', dueOn: '2026-10-15', done: false }], followUpOn: '2026-10-30' }] });
export type CoachingChangeBody = z.output<typeof coachingChangeBody>;

export const coachingStepBody = z
  .strictObject({ state: z.enum(COACHING_STEPS), on: day.describe('Jour pour lequel elle est planifiée, où elle est tenue (aujourd’hui) ou a été suivie · Day that it is planned for, is held (today) or was followed up') })
  .meta({ id: 'CoachingStep', examples: [{ state: 'planned', on: '2026-10-05' }] });

export const coachingNoteBody = z
  .strictObject({ text: words.nullable().describe('Nul : la retirer · Null: take it away'), shared: z.boolean().default(false) })
  .meta({ id: 'CoachingNoteText', examples: [{ text: 'Nous avons relu trois échanges ensemble.', shared: true }] });

export const preparationRequest = z
  .strictObject({
    agent: ref.describe('`ref` d’un conseiller · of an agent'),
    from: day.describe('Premier jour, inclus · First day, inclusive'),
    to: day.describe('Dernier jour, inclus · Last day, inclusive'),
  })
  .check(periodInOrder);
