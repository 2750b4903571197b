import type { SpeakerRole } from '#domain';
import { describe, expect, it } from 'vitest';
import { customerWords } from '../../src/customer-words/customer-words.js';

const turns = (...said: readonly (readonly [SpeakerRole, string])[]) => said.map(([role, text], position) => ({ position, role, text, private: false }));
const kinds = (text: string): string[] => customerWords(turns(['customer', text]), 'chat').sayings.map(({ kind }) => kind);

describe('what customers say in their own words', () => {
  it.each([
    ['J’ai besoin de la lampe pour samedi.', ['need']],
    ['Je préfère être appelée le soir.', ['preference']],
    ['C’est inadmissible.', ['displeased']],
    ['Merci beaucoup, c’est parfait !', ['thanks']],
    ['Je ne suis pas satisfaite.', ['displeased']],
    ['Merci de me rembourser au plus vite.', []],
    ['La lampe est arrivée hier.', []],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it('counts its sentences before and after the agent’s first words, whole and as they were said', () => {
    const { sayings, wording } = customerWords(
      turns(['customer', 'Bonjour. C’est la troisième fois que j’appelle.'], ['agent', 'Je suis navré, je vous rembourse.'], ['customer', 'Ah, merci. Bonne journée.']),
      'chat',
    );
    expect(sayings).toMatchObject([
      { kind: 'displeased', turn: 0, start: 9, quote: 'C’est la troisième fois que j’appelle.' },
      { kind: 'thanks', turn: 2, quote: 'Ah, merci.' },
    ]);
    expect(wording).toEqual({ displeasedBefore: 1, displeasedAfter: 0, thanksBefore: 0, thanksAfter: 1, sentencesBefore: 2, sentencesAfter: 2 });
  });

  it('never counts the agent, internal notes or quoted history', () => {
    const noted = [...turns(['agent', 'Merci à vous, c’est parfait.']), { position: 1, role: 'customer' as const, text: 'Merci', private: true }];
    expect(customerWords(noted, 'chat').sayings).toEqual([]);
    const quoted = 'Bonjour,\nOù en est ma commande ?\n\nLe 3 mars 2026 à 10:00, Service client <aide@example.com> a écrit :\n> Merci beaucoup, c’est parfait.';
    expect(customerWords(turns(['customer', quoted]), 'email').sayings).toEqual([]);
  });
});
