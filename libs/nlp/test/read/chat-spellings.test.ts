import { describe, expect, it } from 'vitest';
import { CHAT_SPELLINGS, foldWord, loadLexicon, standardSpelling } from '../../src/read/index.js';

const lexicon = loadLexicon();

describe('standardSpelling', () => {
  it.each([
    ['bjr', 'bonjour'], ['svp', "s' il vous plaît"], ['pb', 'problème'], ['c', "c' est"], ['g', "j' ai"], ['jpeux', 'je peux'], ['jattends', "j' attends"],
    ['merciiii', 'merci'], ['nooon', 'non'], ['cdlt', 'cordialement'], ['pcq', 'parce que'], ['chui', 'je suis'],
  ])('%s → %s', (key, words) => expect(standardSpelling(key, lexicon)?.join(' ')).toBe(words));

  it.each(['bonjour', 'jour', 'jamais', 'ok', 'xyzzy', 'colis', 'jeter'])('leaves %s alone', (key) => expect(standardSpelling(key, lexicon)).toBeUndefined());

  it('is keyed by folded words and says something else', () => {
    for (const [key, words] of CHAT_SPELLINGS) {
      expect(foldWord(key)).toBe(key);
      expect(foldWord(words.join(' '))).not.toBe(key);
    }
  });
});
