import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences, tokenise } from '../../src/read/index.js';
import { hostileTexts } from './hostile-texts.js';

const read = (text: string, channel?: 'email' | 'chat' | 'phone'): string[] => splitSentences(text, tokenise(text), { channel }).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it.each<[string, string[]]>([
    ['Bonjour. Je regarde. Merci !', ['Bonjour.', 'Je regarde.', 'Merci !']],
    ['M. Durand habite au 3 av. Foch, etc. Il attend.', ['M. Durand habite au 3 av. Foch, etc.', 'Il attend.']],
    ['Le total est de 3.50 €. Voir exemple.fr. Merci.', ['Le total est de 3.50 €.', 'Voir exemple.fr.', 'Merci.']],
    ['Il a dit : « Non. » Puis il est parti.', ['Il a dit : « Non. »', 'Puis il est parti.']],
    ['Vous avez écrit "Je pars." Est-ce sûr ?', ['Vous avez écrit "Je pars."', 'Est-ce sûr ?']],
    ['ok. je vois... merci. a demain', ['ok.', 'je vois...', 'merci.', 'a demain']],
    ['Attendez... je regarde. Voilà.', ['Attendez... je regarde.', 'Voilà.']],
    ['Le colis est parti Nous vous écrirons', ['Le colis est parti', 'Nous vous écrirons']],
    ['bonjour\nmon colis est perdu\nque faire', ['bonjour', 'mon colis est perdu', 'que faire']],
    ['Les étapes :\n- éteindre la box\n- la rallumer', ['Les étapes :', '- éteindre la box', '- la rallumer']],
    ['', []],
  ])('%j', (text, sentences) => expect(read(text)).toEqual(sentences));

  it('puts a mail’s wrapped lines together', () => {
    const text = 'Nous avons bien reçu votre demande du 3 mars et nous la traitons dans\nles meilleurs délais possibles, sous 48 h en général. Nous reviendrons\nvers vous.';
    expect(read(text, 'email')).toHaveLength(2);
  });

  it('cuts speech without punctuation where it begins anew', () => {
    const text = "je regarde votre dossier oui alors je vois que le colis est parti hier d'accord merci beaucoup donc il devrait arriver demain dans la journée je pense que vous l'aurez avant midi";
    expect(read(text, 'phone').length).toBeGreaterThan(2);
  });

  const parts = fc.constantFrom('Oui.', 'non', '"', '«', '»', '\n', '...', ' ! ', 'M.', 'Le', 'alors', 'euh', ') ', '\ud800');
  it('covers every token once, in order, on any string', () => {
    fc.assert(fc.property(fc.array(fc.oneof(parts, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 60 }), (pieces) => {
      const text = pieces.join(' ');
      const tokens = tokenise(text);
      const sentences = splitSentences(text, tokens);
      const starts = new Set(tokens.map(({ start }) => start));
      const ends = new Set(tokens.map(({ end }) => end));
      let covered = 0;
      let before = 0;
      for (const { start, end } of sentences) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(starts.has(start) && ends.has(end)).toBe(true);
        covered += tokens.filter((token) => token.start >= start && token.end <= end).length;
        before = end;
      }
      expect(covered).toBe(tokens.length);
      expect(splitSentences(text, tokens)).toEqual(sentences);
    }));
  });

  it.each(hostileTexts())('reads a hostile text to its end: %s', (_, text) => {
    const tokens = tokenise(text);
    expect(splitSentences(text, tokens).at(-1)!.end).toBe(tokens.at(-1)!.end);
  });
});
