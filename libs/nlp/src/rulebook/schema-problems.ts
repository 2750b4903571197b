import type { z } from 'zod';
import { ALLOWED_KEYS, troubleOf } from './closed-schema.js';
import { nearestOf } from './nearest-word.js';
import type { RulebookProblem } from './rulebook.js';
import type { YamlSource } from './yaml-source.js';

type Issue = z.core.$ZodIssue;

const FRENCH_TYPES: Readonly<Record<string, string>> = {
  string: 'un texte',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'true ou false',
  array: 'une liste',
  object: 'des clés et des valeurs',
  record: 'des clés et des valeurs',
};

const typeName = (expected: string): string => FRENCH_TYPES[expected] ?? expected;

/** What zod says, told in French at its place in the file. `base` is the path of the checked value. */
export function schemaProblems(issues: readonly Issue[], source: YamlSource, base: readonly PropertyKey[]): RulebookProblem[] {
  return issues.flatMap((issue) => problemsOf(issue, source, [...base, ...issue.path]));
}

function problemsOf(issue: Issue, source: YamlSource, path: readonly PropertyKey[]): RulebookProblem[] {
  const value = source.valueAt(path);
  const found = value === undefined ? undefined : brief(value);
  const here = source.place(path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const allowed = issue.message.startsWith(ALLOWED_KEYS) ? issue.message.slice(ALLOWED_KEYS.length).split(',') : [];
      return issue.keys.map((key) => ({
        ...source.place(path, key),
        message: 'clé inconnue',
        found: key,
        allowed,
        ...nearestOf(key, allowed),
      }));
    }
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      if (value === undefined) return [missing(source, path, allowed)];
      return [{ ...here, message: 'valeur inconnue', found: brief(value), allowed, ...nearestOf(brief(value), allowed) }];
    }
    case 'invalid_type':
      if (value === undefined) return [missing(source, path)];
      return [{ ...here, message: `il faut ${typeName(issue.expected)}`, found }];
    case 'invalid_union': {
      if (value === undefined) return [missing(source, path)];
      // The branch that went furthest says most: an unknown key inside an object rather than « not a text ».
      const typed = issue.errors.filter((errors) => !isOf('invalid_type', errors));
      const branches = typed.length > 1 ? typed.filter((errors) => !isOf('invalid_value', errors)) : typed;
      if (branches.length === 1) return branches[0]!.flatMap((inner) => problemsOf(inner, source, [...path, ...inner.path]));
      const types = issue.errors.flatMap(([error]) => (error?.code === 'invalid_type' ? [typeName(error.expected)] : []));
      return [{ ...here, message: issue.message === 'Invalid input' ? `il faut ${types.join(' ou ')}` : issue.message, found }];
    }
    case 'too_small':
      return [{ ...here, message: issue.origin === 'array' ? `il en faut au moins ${issue.minimum}` : issue.origin === 'string' ? 'texte vide' : `au moins ${issue.minimum}`, found }];
    case 'too_big':
      return [{ ...here, message: `au plus ${issue.maximum}`, found }];
    case 'custom': {
      const { at, found: part = found, allowed } = troubleOf(issue);
      const place = at === undefined ? here : source.placeInText(path, at);
      return [{ ...place, message: issue.message, ...(part === '' ? {} : { found: part }), ...(allowed ? { allowed, ...nearestOf(part ?? '', allowed) } : {}) }];
    }
    case 'invalid_key':
      return [{ ...source.place(path.slice(0, -1), String(path.at(-1))), message: 'nom de clé mal formé', found: String(path.at(-1)) }];
    default:
      return [{ ...here, message: issue.message, found }];
  }
}

/** Whether a branch of a union was refused for what the value itself is, nothing inside it. */
const isOf = (code: Issue['code'], errors: readonly Issue[]): boolean => errors.some((error) => error.code === code && error.path.length === 0);

function missing(source: YamlSource, path: readonly PropertyKey[], allowed: readonly string[] = []): RulebookProblem {
  return { ...source.place(path.slice(0, -1)), message: `clé obligatoire « ${String(path.at(-1))} » absente`, ...(allowed.length > 0 ? { allowed } : {}) };
}

function brief(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
