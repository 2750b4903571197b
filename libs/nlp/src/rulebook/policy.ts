import { z } from 'zod';
import { PLEDGE_ACTS } from '#domain';
import type { Amount, PledgeAct } from '#domain';
import { writtenDurationMs } from '../kinds/timing/duration.js';
import type { Pattern } from '../pattern/pattern-node.js';
import { closed, patternList, slug } from './closed-schema.js';

/** What the brand lets its agents promise about one act, for some products and for some time. */
export interface PolicyFact {
  readonly id: string;
  readonly act: PledgeAct;
  /** Nouns as they are written; empty: whatever it is about. */
  readonly about: readonly string[];
  /** YYYY-MM-DD, inclusive: the days on which a pledge is given. */
  readonly from?: string;
  readonly until?: string;
  /** Latest and earliest due time, in milliseconds from the pledge. */
  readonly within?: number;
  readonly notBefore?: number;
  readonly atMost?: Amount;
  /** One of these has to be said in the same turn. */
  readonly condition?: readonly Pattern[];
  /** The policy in words. */
  readonly says: string;
}

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'une date : 2026-01-31')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'une date qui existe');

const delay = z
  .string()
  .refine((text) => writtenDurationMs(text) !== null, '« 48 h » ou « 14 j »')
  .transform((text) => writtenDurationMs(text)!);

const AMOUNT = /^(\d{1,7}(?:[.,]\d{1,2})?)\s*(€|%)$/u;

const amount = z
  .string()
  .regex(AMOUNT, '« 50 € » ou « 10 % »')
  .transform((text): Amount => {
    const [, digits = '', unit] = AMOUNT.exec(text)!;
    const value = Number(digits.replace(',', '.'));
    return unit === '€' ? { value, currency: 'EUR' } : { value, unit: '%' };
  });

/** One entry of `policy:`, as it is written and as it is read. */
export const policyEntry = closed({
  id: slug.describe('nom unique : remboursement.retour'),
  act: z.enum(PLEDGE_ACTS).describe('l’acte promis'),
  about: z.array(z.string().min(1)).min(1).optional().describe('noms des produits ou objets concernés ; tous sinon'),
  from: day.optional().describe('premier jour où elle vaut'),
  until: day.optional().describe('dernier jour où elle vaut'),
  within: delay.optional().describe('délai au plus : « 48 h », « 14 j »'),
  'not-before': delay.optional().describe('délai au moins : rien ne se promet plus tôt'),
  'at-most': amount.optional().describe('montant au plus : « 50 € », « 10 % »'),
  condition: patternList.optional().describe('conditions dont l’une doit être dite dans le même tour de parole'),
  says: z.string().min(1).max(500).describe('la règle de la maison, en une phrase'),
})
  .refine((entry) => entry.within !== undefined || entry['not-before'] !== undefined || entry['at-most'] !== undefined || entry.condition !== undefined, {
    message: 'il faut au moins l’un de « within », « not-before », « at-most », « condition »',
  })
  .refine((entry) => entry.from === undefined || entry.until === undefined || entry.from <= entry.until, { message: '« until » précède « from »', path: ['until'] })
  .transform((entry): PolicyFact => ({
    id: entry.id,
    act: entry.act,
    about: entry.about ?? [],
    ...(entry.from === undefined ? {} : { from: entry.from }),
    ...(entry.until === undefined ? {} : { until: entry.until }),
    ...(entry.within === undefined ? {} : { within: entry.within }),
    ...(entry['not-before'] === undefined ? {} : { notBefore: entry['not-before'] }),
    ...(entry['at-most'] === undefined ? {} : { atMost: entry['at-most'] }),
    ...(entry.condition === undefined ? {} : { condition: entry.condition }),
    says: entry.says,
  }));
