import { describe, expect, it } from 'vitest';
import { loadLexicon, WordFlag } from '../../src/read/index.js';

const lexicon = loadLexicon();
const flags = (form: string): number => lexicon.analyses(form).reduce((all, found) => all | found.flags, 0);

describe('lexicon', () => {
  it.each([
    ['sommes', ['être', 'somme']], ['peux', ['pouvoir']], ['tenu', ['tenir']], ['chevaux', ['cheval']], ['directrice', ['directeur']],
    ['dû', ['devoir']], ['Êtes', ['être']], ['impossibles', ['impossible']], ["l'", ['le']], ['remboursées', ['rembourser']],
  ])('%s may be a form of %j', (form, lemmas) => expect(lexicon.lemmas(form)).toEqual(expect.arrayContaining(lemmas)));

  it.each([
    ['spoilez', 'spoiler'], ['téléassistées', 'téléassister'], ['débuggé', 'débugger'], ['omnicanales', 'omnicanal'], ['chatbots', 'chatbot'],
  ])('guesses that %s, which it does not know, may be a form of %s', (form, lemma) => expect(lexicon.lemmas(form)).toEqual(expect.arrayContaining([lemma, form])));

  it('takes no stem off what is written as a name', () => {
    expect(lexicon.lemmas('Wexforder')).toEqual(['wexforder', 'Wexforder']);
  });

  it('is exact on accents where it can be, blind to them where it must', () => {
    expect(lexicon.lemmas('pêche')).not.toContain('pécher');
    expect(lexicon.lemmas('PECHE')).toEqual(expect.arrayContaining(['pêcher', 'pécher']));
    expect(lexicon.lemmas('etes')).toContain('être');
  });

  it('gives every form of a lemma', () => {
    expect(lexicon.forms('pouvoir')).toEqual(expect.arrayContaining(['pouvoir', 'peux', 'peut', 'pouvons', 'pourrez', 'puisse', 'pu', 'pouvant']));
    expect(lexicon.forms('grand')).toEqual(expect.arrayContaining(['grand', 'grande', 'grands', 'grandes']));
    expect(lexicon.forms('pouvoir')).not.toContain('pouvoirs');
    expect(lexicon.forms('xyzzy')).toEqual([]);
  });

  it('gives back each lemma among the lemmas of each of its forms', () => {
    for (const lemma of ['aller', 'faire', 'prendre', 'beau', 'œil', 'rembourser', 'client', 'impossible', 'finir', 'voir']) {
      for (const form of lexicon.forms(lemma)) expect(lexicon.lemmas(form)).toContain(lemma);
    }
  });

  it('tells persons apart', () => {
    expect(flags('voulez') & WordFlag.vous).toBeTruthy();
    expect(flags('verras')).toBe(WordFlag.tu);
    expect(flags('regarde') & WordFlag.imperative).toBeTruthy();
    expect(flags('allés')).toBe(WordFlag.pastParticiple | WordFlag.nominal);
    expect(flags('allant')).toBe(WordFlag.presentParticiple | (flags('allant') & WordFlag.nominal));
  });
});
