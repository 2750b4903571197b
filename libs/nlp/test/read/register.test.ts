import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLexicon, registerMarkers, tokenise } from '../../src/read/index.js';
import { hostileTexts } from './hostile-texts.js';

const lexicon = loadLexicon();
const read = (text: string): string => {
  const { value, markers } = registerMarkers(text, tokenise(text), lexicon);
  return [value, ...markers.map(({ start, end }) => text.slice(start, end))].join(' ');
};

describe('registerMarkers', () => {
  it.each([
    ['Vous pouvez nous joindre, votre dossier est prêt.', 'formal Vous pouvez votre'],
    ['Tu peux nous joindre, ton dossier est prêt.', 'informal Tu peux ton'],
    ['Avez-vous reçu vos colis ?', 'formal Avez -vous vos'],
    ['As-tu reçu tes colis ?', 'informal As -tu tes'],
    ['Veuillez patienter.', 'formal Veuillez'],
    ['Regarde ta facture.', 'informal Regarde ta'],
    ["N'oublie pas de signer.", 'informal oublie'],
    ["Dis-moi ce que t'en penses", "informal Dis t' penses"],
    ['Je te l’envoie, dites-moi si cela vous va.', 'mixed te dites vous'],
    ['Le colis est arrivé chez le voisin.', 'neutral'],
    ['Le rendez-vous a été déplacé, le ton était sec.', 'neutral'],
    ['Il regarde la facture et passe à la suite.', 'neutral'],
    ['Les choses sont faites, il s’est tu.', 'neutral'],
  ])('%s → %s', (text, expected) => expect(read(text)).toBe(expected));

  it('keeps its promises on any string', () => {
    const words = fc.constantFrom('tu', 'vous', 'as', 'avez', '-tu', ',', '.', "n'", 'passe', 'toi', 'qui', '\ud800', 'é');
    fc.assert(fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 40 }), (parts) => {
      const text = parts.join(' ');
      const tokens = tokenise(text);
      const found = registerMarkers(text, tokens, lexicon);
      const starts = new Set(tokens.map((token) => token.start));
      for (const { start, end } of found.markers) {
        expect(starts.has(start)).toBe(true);
        expect(end).toBeLessThanOrEqual(text.length);
      }
      expect(registerMarkers(text, tokens, lexicon)).toEqual(found);
    }));
  });

  it.each(hostileTexts().filter(([, text]) => /[a-z]/i.test(text)))('reads a hostile text to its end: %s', (_, text) => {
    const tokens = tokenise(text);
    expect(registerMarkers(text, tokens, lexicon).markers.length).toBeLessThanOrEqual(tokens.length);
  });
});
