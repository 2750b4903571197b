import { describe, expect, it } from 'vitest';
import { Matcher } from '../../src/engine/matcher.js';
import { expandPattern } from '../../src/pattern/expand-pattern.js';
import { parsePattern } from '../../src/pattern/parse-pattern.js';
import { loadLexicon } from '../../src/read/index.js';
import { nameTest } from '../../src/reading/name-test.js';

function found(pattern: string, text: string): string[] {
  const parsed = parsePattern(pattern);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  const matcher: Matcher = new Matcher(nameTest(loadLexicon(), (token) => matcher.wordAt(token)));
  const id = matcher.add(expandPattern(parsed.pattern, { lexicon: loadLexicon(), list: () => undefined }));
  matcher.freeze();
  matcher.addTurn(text);
  matcher.run();
  return matcher.matches(id).map(({ start, end }) => text.slice(matcher.stream.starts[start], matcher.stream.ends[end - 1]));
}

describe('<nom> takes a whole name', () => {
  it.each([
    ['Le Goff'], ['Dupont-Moretti'], ['de La Tour'], ["d'Ormesson"], ['d’Ormesson'], ['Ben Saïd'], ['El Amrani'], ['van den Berg'], ["O'Brien"], ['Saint-Exupéry'], ['Le Bihan'], ['de la Villardière'],
    ['du Guesclin'], ['LE GOFF'], ['DUPONT'], ['Jean-Baptiste de La Salle'], ['da Silva'], ['Petit'], ['Rose Martin'], ["L'Hermite"], ['Mac Gregor'], ['Nguyen Van Thanh'], ['Des Forêts'],
  ])('%s', (name) => {
    expect(found('(madame | monsieur) <nom>', `Bonjour Monsieur ${name}, votre colis est parti.`)).toEqual([`Monsieur ${name}`]);
    expect(found('<nom> à votre écoute', `Bonjour, ici Madame ${name} à votre écoute`)).toEqual([`${name} à votre écoute`]);
  });

  it.each([
    ['bonjour madame lenoir votre colis est parti', 'madame lenoir'],
    ['bonjour madame le goff je vous écoute', 'madame le goff'],
    ['Bonjour Madame Lenoir, Inès Marchal à votre écoute', 'Madame Lenoir'],
    ['Bonjour Madame Lenoir Je vous écris au sujet de la lampe', 'Madame Lenoir'],
    ['Bonjour Madame Lenoir merci de votre message', 'Madame Lenoir'],
    ['BONJOUR MADAME LENOIR VOTRE COLIS EST PARTI', 'MADAME LENOIR'],
    ['Bonjour Madame Lenoir\nVotre colis est parti', 'Madame Lenoir'],
  ])('and nothing after it: %s', (text, expected) => {
    expect(found('(madame | monsieur) <nom>', text)).toEqual([expected]);
  });
});

describe('<nom> is a person', () => {
  it.each([
    ['Bonjour Monsieur, votre colis est parti.'], ['Bonjour Madame'], ['Bonjour Messieurs'], ['Cher Client, merci.'], ['Chère Cliente'], ['Bonjour Service Client'], ['Bonjour Équipe'], ['Bonjour Tous'], ['Bonjour À Tous'],
    ['Bonjour Madame, Monsieur'], ['Bonjour MADAME'], ['Bonjour Le Service Client'], ['Bonjour Docteur'], ['Bonjour Je vous écris'], ['Bonjour Merci de votre appel'], ['bonjour svp'], ['Bonjour Mme, Mr'],
    ['bonjour madame de la commande'], ['BONJOUR VOTRE COLIS EST PARTI'], ["Bonjour L'Équipe"], ['Bonjour Adhérent'],
  ])('not in « %s »', (text) => {
    expect(found('(bonjour | cher | chère) <nom>', text)).toEqual([]);
    expect(found('(madame | monsieur) <nom>', text)).toEqual([]);
  });
});
