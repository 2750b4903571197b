import type { Erasure, ErasureCounts } from '#domain';
import { z } from 'zod';
import { instant } from './named.schema.js';

const count = z.int().min(0);

export const erasureCounts = z
  .strictObject({
    refs: count.describe('Références de la personne, réunies dans l’annuaire · Refs of the person, merged in the directory'),
    interactions: count,
    shared: count.describe('Dont celles où parle aussi un autre client : elles partent entières · Of these, those in which another customer takes part: they go as a whole'),
    turns: count,
    findings: count,
    reviews: count,
    statements: count.describe('Ce que des agents lui ont dit et qui engage · What agents said that binds'),
    pledges: count,
    contradictions: count,
    facts: count,
    messages: count.describe('Messages pas encore partis · Messages that have not left yet'),
    deadLetters: count,
    conversations: count.describe('Conversations en cours de réception · Conversations being gathered'),
  })
  .meta({ id: 'ErasureCounts' }) satisfies z.ZodType<ErasureCounts>;

export const erasure = z
  .strictObject({
    id: z.uuid(),
    at: instant,
    by: z.string().describe('Qui l’a demandé ici · Who asked for it here'),
    reason: z.string(),
    counts: erasureCounts,
  })
  .meta({ id: 'Erasure', description: 'Ce qui reste d’un effacement : ni parole ni référence · What is left of an erasure: no words, no refs' }) satisfies z.ZodType<Erasure>;

export const exampleCounts: ErasureCounts = {
  refs: 2,
  interactions: 4,
  shared: 0,
  turns: 31,
  findings: 6,
  reviews: 1,
  statements: 9,
  pledges: 3,
  contradictions: 1,
  facts: 1,
  messages: 0,
  deadLetters: 0,
  conversations: 0,
};

export const exampleErasure: Erasure = { id: '0b9f7a52-3d6e-5c1f-8a44-6f1f2f0c9d11', at: '2026-11-03T09:00:00.000Z', by: 'local', reason: 'Demande d’effacement n° 118', counts: exampleCounts };
