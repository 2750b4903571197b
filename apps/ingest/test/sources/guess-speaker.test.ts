import { describe, expect, it } from 'vitest';
import type { SpeakerRole } from '#domain';
import { guessSpeakers } from '../../src/sources/guess-speaker.js';

/** `a: …` and `b: …`, one turn a line; the roles that come out, a guess marked by `?`. */
function roles(lines: readonly string[], known: Partial<Record<string, SpeakerRole>> = {}, greetings: readonly string[] = []): string {
  const turns = lines.map((line, i) => ({ id: String(i), participantId: line[0]!, text: line.slice(3) }));
  const participants = [...new Set(turns.map(({ participantId }) => participantId))].map((id) => ({ id, role: known[id] ?? 'unknown' }));
  return guessSpeakers(participants, turns, greetings)
    .map(({ id, role, roleGuessed }) => `${id}=${role}${roleGuessed === true ? '?' : ''}`)
    .join(' ');
}

describe('guessing who is who by what is said', () => {
  it.each([
    ['formula and offer to help', ['a: Maison Exemple, bonjour, que puis-je faire pour vous ?', 'b: Bonjour, je vous appelle parce que ma commande est en retard.'], 'a=agent? b=customer?'],
    ['without punctuation', ['a: service client bonjour je vous écoute', "b: oui bonjour j'ai un problème avec ma facture"], 'a=agent? b=customer?'],
    ['the customer speaks first', ['b: Allô ?', 'a: Atelier Garance, bonjour. Merci de votre appel.', "b: J'ai toujours pas mon colis."], 'b=customer? a=agent?'],
    ['telephony words', ['a: Je consulte votre dossier, ne quittez pas.', 'b: Je voudrais savoir où en est ma livraison.'], 'a=agent? b=customer?'],
    ['English', ['a: Thank you for calling, how can I help?', 'b: I’m calling about my order.'], 'a=agent? b=customer?'],
    ['an agent for sure, and words of no customer', ['a: Maison Exemple, bonjour, que puis-je faire pour vous ?', 'b: Bonjour, je suis le livreur.'], 'a=agent? b=unknown'],
    ['one phrase alone is thin', ['a: Je vous écoute.', 'b: Ma commande est en retard.'], 'a=unknown b=unknown'],
    ['two who both talk like agents', ['a: Maison Exemple, bonjour, je vous écoute.', 'b: Oui, ne quittez pas, je vous transfère.'], 'a=unknown b=unknown'],
    ['an agent who is a customer elsewhere', ['a: Maison Exemple, bonjour, je vous écoute, ma commande est partie.', 'b: Oui.'], 'a=unknown b=unknown'],
    ['nothing said', ['a: Oui.', 'b: Non.'], 'a=unknown b=unknown'],
    ['three people', ['a: Maison Exemple, bonjour, je vous écoute.', 'b: Ma commande est en retard.', 'c: Oui.'], 'a=unknown b=unknown c=unknown'],
    ['one voice for both', ['a: Maison Exemple, bonjour, je vous écoute.', 'a: Ma commande est en retard.'], 'a=unknown'],
  ])('%s', (_, lines, expected) => {
    expect(roles(lines)).toBe(expected);
  });

  it('does not touch what is known, and uses it', () => {
    const lines = ['v: Tapez 1.', 'a: Bonjour.', 'b: Bonjour, ma commande est en retard.'];
    expect(roles(lines, { v: 'bot', a: 'agent' })).toBe('v=bot a=agent b=customer?');
    expect(roles(['a: Oui.', 'b: Ma commande est en retard.'], { a: 'third-party' })).toBe('a=third-party b=unknown');
    expect(roles(['a: Maison Exemple, bonjour, je vous écoute.', 'b: Oui.'], { b: 'customer' })).toBe('a=agent? b=customer');
  });

  it('takes the brand’s own formula for evidence', () => {
    const lines = ['a: Allô, Garance, enchantée !', 'b: Je voudrais annuler.'];
    expect(roles(lines)).toBe('a=unknown b=unknown');
    expect(roles(lines, {}, ['Garance, enchantée'])).toBe('a=agent? b=customer?');
  });

  it('takes bounded time on a long monologue', () => {
    expect(roles([`a: ${'je peux avoir '.repeat(100_000)}`, 'b: oui'])).toBe('a=unknown b=unknown');
  });
});
