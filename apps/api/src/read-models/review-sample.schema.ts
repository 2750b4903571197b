import { type ReviewSample, SAMPLE_SIZE, type SampleFrame } from '#domain';
import { z } from 'zod';
import { periodFields, periodInOrder, ref } from '../http/filters.schema.js';
import { channel, instant } from './named.schema.js';
import { day, kept, written } from './text.schema.js';

const count = z.int().min(0);
const frameFields = {
  channels: z.array(channel).max(20),
  teams: z.array(ref).max(200),
  rules: z.array(ref).max(200),
};

const frame = z.strictObject({ from: z.iso.date().optional(), to: z.iso.date().optional(), ...frameFields }).meta({ id: 'SampleFrame' }) satisfies z.ZodType<SampleFrame>;

const stratum = z
  .strictObject({
    channel: channel.nullable().describe('Nul : canaux réunis · Null: channels together'),
    team: z.string().nullable().describe('Nul : équipes réunies, ou aucune · Null: teams together, or none'),
    flagged: z.boolean().describe('Une des règles y a relevé quelque chose · One of the rules found something'),
    population: count.describe('Interactions au moment du tirage · Interactions when drawn'),
    drawn: count,
    completed: count,
  })
  .meta({ id: 'SampleStratum' });

export const reviewSample = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    frame,
    seed: z.string(),
    dueOn: z.iso.date().nullable(),
    drawnBy: z.string(),
    drawnAt: instant,
    strata: z.array(stratum),
    drawn: count,
    completed: count,
  })
  .meta({ id: 'ReviewSample' }) satisfies z.ZodType<ReviewSample>;

export const sampleList = z.strictObject({ items: z.array(reviewSample) }).meta({ id: 'ReviewSampleList' });

const name = written(200);

export const sampleBody = z
  .strictObject({
    name,
    ...periodFields,
    channels: frameFields.channels.optional().describe('Absents : tous · Absent: all'),
    teams: frameFields.teams.optional().describe('Absentes : toutes · Absent: all'),
    rules: frameFields.rules.optional().describe('Règles à mesurer ; absentes : toutes · Rules to measure; absent: all'),
    size: z.int().min(SAMPLE_SIZE.min).max(SAMPLE_SIZE.max).describe('Interactions à relire · Interactions to review'),
    seed: kept(100).optional().describe('La même graine tire les mêmes · The same seed draws the same'),
    reviewers: z.array(ref).max(50).optional().describe('À qui, à tour de rôle · To whom, in turn'),
    dueOn: day.optional(),
  })
  .check(periodInOrder)
  .meta({ id: 'NewSample', examples: [{ name: 'Septembre, mots qui tuent', from: '2026-09-01', to: '2026-09-30', rules: ['refus.impossible'], size: 200, dueOn: '2026-10-15' }] });
export type SampleBody = z.output<typeof sampleBody>;

export const exampleSample: ReviewSample = {
  id: '5b1f0c77-2a64-5d0e-9c3e-1f5c2a7d9b10',
  name: 'Septembre, mots qui tuent',
  frame: { from: '2026-09-01', to: '2026-09-30', channels: [], teams: [], rules: ['refus.impossible'] },
  seed: 'c2e7…',
  dueOn: '2026-10-15',
  drawnBy: 'local',
  drawnAt: '2026-10-01T08:00:00.000Z',
  strata: [
    { channel: 'email', team: 'equipe-nord', flagged: true, population: 310, drawn: 100, completed: 40 },
    { channel: 'email', team: 'equipe-nord', flagged: false, population: 4120, drawn: 100, completed: 41 },
  ],
  drawn: 200,
  completed: 81,
};
