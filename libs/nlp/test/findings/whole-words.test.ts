import { array, assert, constantFrom, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interaction } from '#domain';
import { analyse } from '../../src/analyse.js';
import { wholeWords } from '../../src/findings/whole-words.js';
import { compileRulebook } from '../../src/rulebook/compile-rulebook.js';
import { loadRulebook } from '../../src/rulebook/load-rulebook.js';

describe('an extract is made of whole words', () => {
  it.each([
    ['je reste avec vous jusqu’au bout', 'je reste avec vous jusqu', 'je reste avec vous jusqu’au'],
    ["Bonjour Madame Dupont-Moretti,", 'Bonjour Madame Dupont', 'Bonjour Madame Dupont-Moretti'],
    ["Je crois qu'il est impossible", 'il est impossible', "qu'il est impossible"],
    ['dites-moi tout', 'moi tout', 'dites-moi tout'],
    ['c’est impossible.', 'c’est impossible', 'c’est impossible'],
    ['« impossible », dit-il', 'impossible', 'impossible'],
    ['sous 48h au plus', 'sous 48', 'sous 48h'],
    ['impossible - hélas', 'impossible', 'impossible'],
    ["les clients' ", 'clients', 'clients'],
    ['', '', ''],
  ])('%s: « %s »', (text, span, expected) => {
    const start = text.indexOf(span);
    const whole = wholeWords(text, { start, end: start + span.length });
    expect(text.slice(whole.start, whole.end)).toBe(expected);
  });

  it('does not quote a line without spaces whole', () => {
    const text = `impossible${'-impossible'.repeat(50)}`;
    expect(wholeWords(text, { start: 11, end: 21 })).toEqual({ start: 0, end: 21 });
  });

  // The words of one pack's examples in any order: every rule gets something to find, and names, elisions and hyphens at its edges.
  const loaded = loadRulebook('rulebooks/exemple');
  if (!loaded.ok) throw new Error('not read');
  const compiled = compileRulebook(loaded.rulebook);
  const examples = loaded.rulebook.rules.flatMap((rule) => rule.flags.flatMap((example) => example.turns.map(({ text }) => text.replace(/[.!?]$/, ''))));
  const tails = constantFrom('', "'au bout", '’il le faut', '-vous', '-moi', "-t-il", ' Le Goff', ' de La Tour', ' Dupont-Moretti', " d'Ormesson", 'x', ' – non', ' Client,', ' Ben Saïd');
  const heads = constantFrom('', "qu'", 'jusqu’', 'l’', 'sous-', 'x', 'Bonjour Monsieur ', 'Puis ');

  it('whatever stands beside the words of a rule', () => {
    let found = 0;
    assert(
      property(array(tuple(heads, constantFrom(...examples), tails), { minLength: 1, maxLength: 4 }), (parts) => {
        const text = parts.map((part) => part.join('')).join('. ');
        for (const channel of ['chat', 'email', 'phone'] as const) {
          const { findings } = analyse(interactionOf(text, channel), compiled, 'preuve', { language: 'fr' });
          for (const { evidence, ruleId } of findings) {
            for (const { start, end, quote } of evidence) {
              found += 1;
              expect([ruleId, quote, insideWord(text, start), insideWord(text, end)]).toEqual([ruleId, quote, false, false]);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(500);
  });
});

/** Letters on both sides, or but for an apostrophe or a hyphen. */
const insideWord = (text: string, at: number): boolean => /[\p{L}\p{N}](\|['’-]|['’-]\||\|)[\p{L}\p{N}]/u.test(`${text.slice(Math.max(0, at - 2), at)}|${text.slice(at, at + 2)}`);

function interactionOf(text: string, channel: Interaction['channel']): Interaction {
  return {
    source: 'preuve', externalId: '1', revision: 1, channel, startedAt: '2026-01-05T09:00:00+01:00',
    participants: [{ id: 'a', role: 'agent' }], turns: [{ id: '1', participantId: 'a', text }],
  };
}
