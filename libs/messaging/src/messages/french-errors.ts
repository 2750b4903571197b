import { nearest } from '#domain';
import type { z } from 'zod';

const TYPES: Readonly<Record<string, string>> = {
  string: 'un texte',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'true ou false',
  array: 'un tableau',
  object: 'un objet',
};
const SIZES: Readonly<Record<string, string>> = { string: ' caractères', array: ' éléments' };

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

/** What is wrong with a field and what is allowed there, in French (zod's own French locale does not tell the latter). */
export function frenchError(issue: RawIssue): string {
  const size = 'origin' in issue ? (SIZES[String(issue.origin)] ?? '') : '';
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `champ obligatoire ; attendu : ${TYPES[issue.expected] ?? issue.expected}`
        : `mauvais type ; attendu : ${TYPES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `valeur inconnue ; permis : ${issue.values.map(String).join(', ')}`;
    case 'unrecognized_keys':
      return `champ inconnu${didYouMean(issue.keys, allowedKeys(issue))} ; permis : ${allowedKeys(issue).join(', ')}`;
    case 'too_small':
      if (size !== '' && Number(issue.minimum) === 1) return `ne doit pas être vide ; au moins 1${size.slice(0, -1)}`;
      return `trop petit ; au moins ${String(issue.minimum)}${size}`;
    case 'too_big':
      return `trop grand ; au plus ${String(issue.maximum)}${size}`;
    case 'invalid_format':
      return issue.format === 'datetime'
        ? 'instant illisible ; attendu : RFC 3339 avec décalage, par exemple 2026-03-02T09:15:00+01:00'
        : `format inattendu : ${issue.format}`;
    default:
      return 'valeur refusée';
  }
}

function didYouMean(keys: readonly string[], known: readonly string[]): string {
  const close = new Set(keys.slice(0, 5).flatMap((key) => nearest(key, known) ?? []));
  return close.size === 0 ? '' : ` ; vouliez-vous dire ${[...close].map((key) => `« ${key} »`).join(', ')} ?`;
}

/** RFC 6901. */
export const jsonPointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function allowedKeys(issue: RawIssue): string[] {
  const definition: unknown = issue.inst && '_zod' in issue.inst ? issue.inst._zod.def : null;
  const shape = definition && typeof definition === 'object' && 'shape' in definition ? definition.shape : null;
  return shape && typeof shape === 'object' ? Object.keys(shape) : [];
}
