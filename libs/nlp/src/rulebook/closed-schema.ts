import { z } from 'zod';
import { parsePattern } from '../pattern/parse-pattern.js';
import type { PatternProblem } from '../pattern/pattern-node.js';

/** Marks, in an issue's message, the keys an object allows: zod itself does not tell. */
export const ALLOWED_KEYS = 'allowed-keys:';

/** An object that refuses keys it does not know, and says which it knows. */
export function closed<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? `${ALLOWED_KEYS}${Object.keys(shape).join(',')}` : undefined),
  });
}

/** A pattern of the rulebook language, parsed. */
export const patternText = z.string().transform((text, context) => {
  const parsed = parsePattern(text);
  if (parsed.ok) return parsed.pattern;
  context.addIssue({ code: 'custom', message: parsed.problem.message, params: { pattern: parsed.problem } });
  return z.NEVER;
});

export const patternList = z.array(patternText).min(1).max(1000);

/** The pattern problem an issue carries, if it does. */
export function patternProblem(issue: z.core.$ZodIssue): PatternProblem | undefined {
  // Nothing else puts this key there.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return issue.code === 'custom' ? (issue.params?.['pattern'] as PatternProblem | undefined) : undefined;
}

export const slug = z.string().regex(/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/, 'minuscules, chiffres, points et tirets : « refus.impossible »');
