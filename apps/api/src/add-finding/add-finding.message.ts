import { z } from 'zod';
import { ref } from '../http/filters.schema.js';
import { written } from '../read-models/text.schema.js';

const offset = z.int().min(0).max(2_147_483_647);

export const newFinding = z
  .strictObject({
    turn: offset.describe('Position du tour de parole, depuis 0 · Position of the turn, from 0'),
    start: offset.describe('UTF-16, inclus · inclusive'),
    end: offset.describe('UTF-16, exclu · exclusive'),
    rule: ref.describe('Règle en vigueur que ces mots touchent · Rule in force that these words touch'),
    note: written(2000).nullish().describe('Pour qui relira · For whoever reads it later'),
  })
  .refine(({ start, end }) => start < end, { path: ['end'], error: '« end » doit suivre « start » · "end" must be after "start"' })
  .meta({ id: 'NewFinding', examples: [{ turn: 1, start: 0, end: 12, rule: 'refus.impossible', note: 'Refus sans issue, dit autrement.' }] });
export type NewFinding = z.output<typeof newFinding>;
