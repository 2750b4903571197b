import path from 'node:path';
import { expect, it } from 'vitest';
import { explainRule } from '#nlp';
import { explanationText } from '../src/rulebook/explanation-text.js';
import { readRulebook } from '../src/rulebook/open-rulebook.js';
import { ROOT } from './run-diapason.js';

const rulebook = readRulebook(path.join(ROOT, 'rulebooks/exemple'));
const told = (text: string, all = false): string[] => explanationText(explainRule(rulebook, 'issue.impossible', text)!, all).split('\n');

it('says first what it was, and gives what did not match a line each, the nearest first', () => {
  const [verdict, found, , , understood, , ...patterns] = told("Désolé, c'est impossible pour l'instant.");
  expect([verdict, found]).toEqual(['La règle se déclenche.', expect.stringMatching(/^→ sur « .*impossible »$/)]);
  expect(understood!.length).toBeLessThan(340);
  const firstOther = patterns.findIndex((line) => line.startsWith('·'));
  expect(patterns.slice(0, firstOther).some((line) => line.startsWith('✓ match : '))).toBe(true);
  const others = patterns.slice(firstOther, patterns.indexOf('', firstOther));
  expect(others.length).toBeGreaterThan(5);
  expect(others.every((line) => line.startsWith('· '))).toBe(true);
  const reached = others.map((line) => line.includes('suivi jusqu'));
  expect(reached).toEqual(reached.toSorted((a, b) => Number(b) - Number(a)));
  expect(patterns.at(-1)).toMatch(/^\d+ motifs sans correspondance ; tout dire : --all$/);
});

it('names the condition that held it back, and its words', () => {
  const [verdict, because] = told('Impossible de vous joindre hier.');
  expect(verdict).toBe('La règle ne se déclenche pas : retenue par unless.');
  expect(because).toMatch(/^→ unless : « Impossible de vous joindre » \[0–26\] — motif impossible de /);
});

it('tells everything with --all', () => {
  const all = told('Bonjour.', true);
  expect(all.length).toBeGreaterThan(2 * told('Bonjour.').length);
  expect(all.some((line) => line.startsWith('    compris : '))).toBe(true);
  expect(all.join('\n')).not.toContain('--all');
});
