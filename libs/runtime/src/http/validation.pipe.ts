import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { nearest } from '#domain';
import { fieldErrorIn } from './field-errors.js';
import type { Words } from './language.js';
import { pointerOf, type ProblemError, ProblemException } from './problem.js';
import type { ProblemCode } from './problem-catalogue.js';

const FR = fieldErrorIn('fr', z.locales.fr().localeError);
const EN = fieldErrorIn('en', z.locales.en().localeError);

const PLACES = {
  body: { code: 'invalid_body', detail: { fr: 'Le corps de la requête n’est pas valable.', en: 'The request body is not valid.' } },
  query: {
    code: 'invalid_query',
    detail: { fr: 'La requête a des paramètres non valables.', en: 'The request has parameters that are not valid.' },
  },
  param: { code: 'invalid_path', detail: { fr: 'L’adresse n’est pas valable.', en: 'The address is not valid.' } },
} as const satisfies Record<string, { code: ProblemCode; detail: Words }>;

/** At most this many errors are told: a hostile body must not make a huge answer. */
const MAX_ERRORS = 50;

/**
 * Validates `@Body({ schema })`, `@Query({ schema })` and `@Param(…, { schema })` by the zod schema given there
 * (Nest 12's Standard Schema metadata). Ours instead of Nest's StandardSchemaValidationPipe because that one's
 * exception factory is not told whether body, query or path failed.
 */
@Injectable()
export class SchemaPipe implements PipeTransform {
  transform(value: unknown, { schema, type, data }: ArgumentMetadata): unknown {
    if (!(schema instanceof z.core.$ZodType) || type === 'custom') return value;
    const place = PLACES[type];
    const checked = checkBySchema(schema, value, data === undefined ? [] : [data]);
    if (checked.ok) return checked.value;
    throw checked.isBeyondSchema ? new ProblemException(422, 'unprocessable', place.detail, checked.errors) : new ProblemException(400, place.code, place.detail, checked.errors);
  }
}

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly errors: readonly ProblemError[];
      /** All that is wrong breaks rules that the published JSON Schema cannot say, such as « to » before « from ». */
      readonly isBeyondSchema: boolean;
    };

/** A value held against a zod schema: what it gives, or where it fails, in both languages. `at` is the place of the value. */
export function checkBySchema<S extends z.core.$ZodType>(
  schema: S,
  value: unknown,
  at: readonly PropertyKey[] = [],
): Checked<z.core.output<S>> {
  const french = z.safeParse(schema, value, { error: FR });
  if (french.success) return { ok: true, value: french.data };
  const english = z.safeParse(schema, value, { error: EN });
  const errors = french.error.issues.flatMap((issue, index) => errorsOf(issue, english.error?.issues[index], schema, at));
  return { ok: false, errors: errors.slice(0, MAX_ERRORS), isBeyondSchema: french.error.issues.every(({ code }) => code === 'custom') };
}

function errorsOf(
  fr: z.core.$ZodIssue,
  en: z.core.$ZodIssue | undefined,
  schema: z.core.$ZodType,
  at: readonly PropertyKey[],
): ProblemError[] {
  const path = [...at, ...fr.path];
  if (fr.code !== 'unrecognized_keys') {
    return [{ pointer: pointerOf(path), detail: inBoth(fr.message, en?.message) }];
  }
  const known = knownKeys(schema, fr.path);
  return fr.keys.map((key) => ({ pointer: pointerOf([...path, key]), detail: unknownKey(key, known) }));
}

/** A schema's own words do not know the language: `français · English`. */
function inBoth(fr: string, en: string = fr): Words {
  const [french, english, ...more] = fr === en ? fr.split(' · ') : [];
  return french === undefined || english === undefined || more.length > 0 ? { fr, en } : { fr: french, en: english };
}

function unknownKey(key: string, known: readonly string[]): Words {
  const close = nearest(key, known);
  const list = known.join(', ');
  return {
    fr: `« ${key} » est inconnu.${close === undefined ? '' : ` Vouliez-vous dire « ${close} » ?`}${list === '' ? '' : ` Connus : ${list}.`}`,
    en: `"${key}" is unknown.${close === undefined ? '' : ` Did you mean "${close}"?`}${list === '' ? '' : ` Known: ${list}.`}`,
  };
}

/** Keys of the object schema at a path, as far as it can be followed through optionals, defaults and arrays. */
function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  const [step, ...rest] = path;
  if (schema instanceof z.ZodObject) {
    if (step === undefined) return Object.keys(schema.shape);
    const member: unknown = Reflect.get(schema.shape, step);
    return member instanceof z.core.$ZodType ? knownKeys(member, rest) : [];
  }
  if (schema instanceof z.ZodArray) return step === undefined ? [] : knownKeys(schema.element, rest);
  if (schema instanceof z.ZodUnion) {
    return [...new Set(schema.options.flatMap((option) => knownKeys(option, path)))];
  }
  if (schema instanceof z.ZodPipe) return knownKeys(schema.in, path);
  const inner: unknown = 'innerType' in schema._zod.def ? schema._zod.def.innerType : undefined;
  return inner instanceof z.core.$ZodType ? knownKeys(inner, path) : [];
}
