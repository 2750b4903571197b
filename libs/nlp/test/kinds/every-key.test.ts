import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { compileRulebook, proveRulebook, rulebookJsonSchemas } from '../../src/rulebook/index.js';
import { HEAD, loadFrom } from '../rulebook/rulebook-of.js';
import { EVERY_KIND } from './every-kind.js';

const anyRule = z.record(z.string(), z.unknown());
type AnyRule = z.infer<typeof anyRule>;
const read = (text: string): AnyRule[] => z.object({ rules: z.array(anyRule).default([]) }).parse(parse(text)).rules;
const { policy } = z.object({ policy: z.unknown() }).parse(parse(EVERY_KIND['rulebook.yaml']!));
const RULES = Object.values(EVERY_KIND).flatMap(read);

/** Property names and words of a fixed choice, wherever they stand in a JSON Schema. */
function wordsOf(schema: unknown, ofProperties = false): string[] {
  if (Array.isArray(schema)) return schema.flatMap((item) => wordsOf(item));
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(ofProperties ? [key] : []),
    ...(!ofProperties && (key === 'enum' || key === 'const') ? [value].flat().map(String) : wordsOf(value, !ofProperties && key === 'properties')),
  ]);
}

/** Every key and every text in a value. */
function shownIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(shownIn);
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, item]) => [key, ...shownIn(item)]) : [];
}

it('every key that a rule may have and every word that it may choose is shown by a rule here', () => {
  const { properties, definitions } = z.object({ properties: z.object({ rules: z.unknown() }), definitions: z.unknown() }).parse(rulebookJsonSchemas('').rulebook);
  const words = wordsOf([properties.rules, definitions]);
  expect(words).toEqual(expect.arrayContaining(['not-near', '100-words', 'announced-wait', 'empathy', 'never-before']));
  expect(words.filter((word) => !RULES.flatMap(shownIn).includes(word))).toEqual([]);
});

/** What a rule is, rather than what narrows it. `polarity` says how words count, `yields-to` is about other rules, and `channels` also says in which one an example stands. */
const IDENTITY = new Set(['id', 'kind', 'serves', 'why', 'severity', 'polarity', 'channels', 'instead', 'yields-to', 'flags', 'passes']);

/** The rule without one of its keys, or of the keys inside them, for each. */
function without(value: unknown, where = ''): { where: string; value: unknown }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => without(item, `${where}/${index}`).map((less) => ({ ...less, value: value.with(index, less.value) })));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    if (where === '' && IDENTITY.has(key)) return [];
    const { [key]: _, ...others } = Object.fromEntries(Object.entries(value));
    return [{ where: `${where}/${key}`, value: others }, ...without(item, `${where}/${key}`).map((less) => ({ ...less, value: { ...others, [key]: less.value } }))];
  });
}

/** Whether a rule is still read and holds all its examples. */
function holds(rule: unknown): boolean {
  const loaded = loadFrom({ 'rulebook.yaml': HEAD + stringify({ lists: { congé: ['au revoir', 'bonne (journée | soirée)'] }, policy, rules: [rule] }) });
  return loaded.ok && proveRulebook(compileRulebook(loaded.rulebook)).every(({ check }) => check !== 'flags' && check !== 'passes');
}

describe('every key bites: without it, the rule is refused or one of its examples no longer holds', () => {
  it.each(RULES.map((rule) => [String(rule['id']), rule] as const))('%s', (_, rule) => {
    expect(holds(rule)).toBe(true);
    const idle = without(rule).filter(({ value }) => holds(value)).map(({ where }) => where);
    expect(idle).toEqual([]);
  });
});
