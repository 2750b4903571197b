import { z } from 'zod';
import { parsePattern } from '../pattern/parse-pattern.js';

/** Marks, in an issue's message, the keys an object allows: zod itself does not tell. */
export const ALLOWED_KEYS = 'allowed-keys:';

/** An object that refuses keys it does not know, and says which it knows. */
export function closed<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? `${ALLOWED_KEYS}${Object.keys(shape).join(',')}` : undefined),
  });
}

/** What a custom issue tells of the text it is about. */
export interface TextTrouble {
  /** UTF-16 offset in the text; absent: the whole of it. */
  readonly at?: number;
  readonly found?: string;
  readonly allowed?: readonly string[];
}

/** A custom issue that points into a text; `path` leads to it from the checked value. */
export const textIssue = (message: string, trouble: TextTrouble, path: PropertyKey[] = []): { code: 'custom'; message: string; path: PropertyKey[]; params: { trouble: TextTrouble } } =>
  ({ code: 'custom', message, path, params: { trouble } });

/** The trouble that an issue made by `textIssue` carries. */
export function troubleOf(issue: z.core.$ZodIssue): TextTrouble {
  // Nothing else puts this key there.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return issue.code === 'custom' ? ((issue.params?.['trouble'] as TextTrouble | undefined) ?? {}) : {};
}

/** A pattern of the rulebook language, parsed. */
export const patternText = z.string().transform((text, context) => {
  const parsed = parsePattern(text);
  if (parsed.ok) return parsed.pattern;
  const { message, ...trouble } = parsed.problem;
  context.addIssue(textIssue(`motif « ${excerpt(text, trouble.at)} » : ${message}`, trouble));
  return z.NEVER;
});

const AROUND = 30;

/** The part of a text around a place. */
function excerpt(text: string, at: number): string {
  const from = Math.max(0, at - AROUND);
  return `${from > 0 ? '…' : ''}${text.slice(from, at + AROUND)}${at + AROUND < text.length ? '…' : ''}`;
}

/** Patterns of which any will do. `id`: its name in the published JSON Schema. */
export const patternList = z.array(patternText).min(1).max(1000).meta({ id: 'patterns', description: "motifs : mots, {lemme}, (a | b), [facultatif], … (trou), <montant> <durée> <date> <nombre> <nom>, @liste, ^ et $" });

export const slug = z.string().regex(/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/, 'minuscules, chiffres, points et tirets : « refus.impossible »');
