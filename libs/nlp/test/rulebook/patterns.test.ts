import { describe, expect, it } from 'vitest';
import { Matcher } from '../../src/engine/matcher.js';
import { expandPattern } from '../../src/pattern/expand-pattern.js';
import { parsePattern } from '../../src/pattern/parse-pattern.js';
import { loadLexicon } from '../../src/read/index.js';
import { nameTest } from '../../src/reading/name-test.js';

const context = { lexicon: loadLexicon(), list: () => undefined };

function found(pattern: string, text: string): string[] {
  const parsed = parsePattern(pattern);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  const matcher: Matcher = new Matcher(nameTest(loadLexicon(), (token) => matcher.wordAt(token)));
  const id = matcher.add(expandPattern(parsed.pattern, context));
  matcher.freeze();
  matcher.addTurn(text);
  matcher.run();
  return matcher.matches(id).map(({ start, end }) => text.slice(matcher.stream.starts[start], matcher.stream.ends[end - 1]));
}

describe('patterns', () => {
  it.each([
    ["c'est impossible", "C’EST  impossible", ['C’EST  impossible']],
    ["c'est impossible", 'cest impossible', ['cest impossible']],
    ["c'est impossible", 'c est impossible', ['c est impossible']],
    ["c'est impossible", "C'est. Impossible", []],
    ['désolé', 'desole, DÉSOLÉ, de\u0301sole\u0301', ['desole', 'DÉSOLÉ', 'de\u0301sole\u0301']],
    ['rendez-vous', 'un rendez vous, un rdv, un rendezvous', ['rendez vous', 'rdv', 'rendezvous']],
    ['je ai', "j'ai et jai", ["j'ai", 'jai']],
    ["s'il vous plaît", 'svp', ['svp']],
    ['svp', "s'il vous plait", ["s'il vous plait"]],
    ['problème', 'un pb', ['pb']],
    ['nous ne {pouvoir} rien faire', 'Nous ne pouvons rien faire. nous pourrons rien faire', ['Nous ne pouvons rien faire', 'nous pourrons rien faire']],
    ["c'est pas possible", "ce n'est pas possible", ["ce n'est pas possible"]],
    ["c'est (impossible | pas possible)", "ce n'est pas possible, c'est impossible", ["ce n'est pas possible", "c'est impossible"]],
    ['ne … pas', "je ne sais vraiment pas. c'est pas ça", ['ne sais vraiment pas', "c'est pas"]],
    ['je … reviens [vers vous]', 'je dis : je reviens vers vous', ['je reviens vers vous']],
    ['je … reviens', 'je vous promets que demain je vous reviens', ['je vous reviens']],
    ['nous … rappelons', "nous l'avons dit. Nous vous rappelons", ['Nous vous rappelons']],
    ['^ bonjour', 'Bonjour, bonjour', ['Bonjour']],
    ['au revoir $', 'au revoir, merci, au revoir !', ['au revoir']],
    ["c'est pour quoi ?", "c'est pour quoi ? c'est pour quoi donc", ["c'est pour quoi ?"]],
    ['sous <durée>', 'sous 48h, sous deux jours ouvrés, sous une semaine, sous peu', ['sous 48h', 'sous deux jours ouvrés', 'sous une semaine']],
    ['<montant>', '12,50 € puis 1 250 euros, vingt-cinq euros, 3 pommes', ['12,50 €', '1 250 euros', 'vingt-cinq euros']],
    ['<date>', 'le 12 mars 2026, mardi prochain, 12/03, demain matin, à 14h30', ['le 12 mars 2026', 'mardi prochain', '12/03', 'demain matin', 'à 14h30']],
    ['je suis <nom>', 'Je suis Camille. je suis là', ['Je suis Camille']],
    ['le cœur', 'le coeur', ['le coeur']],
  ])('%s on « %s »', (pattern, text, expected) => {
    expect(found(pattern, text)).toEqual(expected);
  });

  it.each([
    ['', 0, 'motif vide'],
    ['(a | b', 0, '« ( » jamais fermé'],
    ['a.*b', 2, "« * » n'a pas de sens dans un motif (ce n'est pas une expression régulière)"],
    ['<durrée>', 0, 'classe de mots inconnue'],
    ['bonjour …', 8, 'un trou « … » ne peut ni ouvrir ni fermer un motif'],
    ['a …90 b', 3, 'trou de 90 mots'],
    ['[peut-être]', 0, 'motif trop large : il faut au moins un mot obligatoire'],
    ['a | b', 2, '« | » hors de parenthèses : écrivez (a | b)'],
    ['a ^ b', 2, '« ^ » doit être le premier signe du motif'],
    ['{deux mots}', 1, "« deux mots » n'est pas un mot seul"],
  ])('refuses %s at %i', (pattern, at, message) => {
    expect(parsePattern(pattern)).toMatchObject({ ok: false, problem: { at, message } });
  });
});
