import type { z } from 'zod';
import { type Language, say, type Words } from './language.js';

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

const TYPES: Readonly<Record<string, Words>> = {
  string: { fr: 'un texte', en: 'a text' },
  number: { fr: 'un nombre', en: 'a number' },
  int: { fr: 'un nombre entier', en: 'an integer' },
  boolean: { fr: 'true ou false', en: 'true or false' },
  array: { fr: 'un tableau', en: 'an array' },
  object: { fr: 'un objet', en: 'an object' },
};
const FORMATS: Readonly<Record<string, Words>> = {
  datetime: { fr: 'un instant avec décalage, par exemple 2026-11-02T10:15:00+01:00', en: 'an instant with offset, for example 2026-11-02T10:15:00+01:00' },
  date: { fr: 'une date, par exemple 2026-11-02', en: 'a date, for example 2026-11-02' },
  uuid: { fr: 'un UUID', en: 'a UUID' },
};
const UNITS: Readonly<Record<string, Words>> = {
  string: { fr: ' caractères', en: ' characters' },
  array: { fr: ' éléments', en: ' items' },
};

/** What is wrong with a field and what is expected there, for somebody who has never heard of zod; undefined: zod's own words. */
export function fieldError(issue: RawIssue): Words | undefined {
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined) return { fr: 'obligatoire', en: 'required' };
    return expected(issue.expected === 'number' ? numberOf(issue.inst) : TYPES[issue.expected]);
  }
  if (issue.code === 'invalid_value' && issue.input === undefined) return { fr: 'obligatoire', en: 'required' };
  if (issue.code === 'invalid_format') return expected(FORMATS[issue.format]);
  if (issue.code !== 'too_small' && issue.code !== 'too_big') return undefined;
  const unit = UNITS[issue.origin] ?? '';
  if (issue.code === 'too_big') return { fr: `au plus ${issue.maximum}${say(unit, 'fr')}`, en: `at most ${issue.maximum}${say(unit, 'en')}` };
  if (unit !== '' && Number(issue.minimum) === 1) return { fr: 'ne doit pas être vide', en: 'must not be empty' };
  return { fr: `au moins ${issue.minimum}${say(unit, 'fr')}`, en: `at least ${issue.minimum}${say(unit, 'en')}` };
}

/** As zod takes it. */
export const fieldErrorIn =
  (language: Language, otherwise: z.core.$ZodErrorMap): z.core.$ZodErrorMap =>
  (issue) => {
    const words = fieldError(issue);
    return words === undefined ? otherwise(issue) : say(words, language);
  };

const expected = (what: Words | undefined): Words | undefined =>
  what === undefined ? undefined : { fr: `${say(what, 'fr')} attendu${say(what, 'fr').startsWith('une ') ? 'e' : ''}`, en: `expected ${say(what, 'en')}` };

/** A number with the bounds of its schema. */
function numberOf(schema: RawIssue['inst']): Words {
  const given: unknown = schema !== undefined && 'def' in schema._zod ? Reflect.get(schema._zod.def, 'checks') : undefined;
  const checks = Array.isArray(given) ? given.filter((check): check is z.core.$ZodCheck => check instanceof Object && '_zod' in check).map(({ _zod }) => _zod.def) : [];
  const bound = (kind: string): number | undefined =>
    checks.flatMap((check) => (check.check === kind && 'value' in check && typeof check.value === 'number' ? [check.value] : [])).at(-1);
  const isWhole = checks.some(({ check }) => check === 'number_format');
  const [least, most] = [bound('greater_than'), bound('less_than')];
  const isBounded = least !== undefined && most !== undefined;
  return {
    fr: `un nombre${isWhole ? ' entier' : ''}${isBounded ? ` de ${least} à ${most}` : ''}`,
    en: `${isWhole ? 'an integer' : 'a number'}${isBounded ? ` from ${least} to ${most}` : ''}`,
  };
}
