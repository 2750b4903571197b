import { describe, expect, it } from 'vitest';
import { loadLexicon, negations, splitSentences, tokenise } from '../../src/read/index.js';

const lexicon = loadLexicon();
const read = (text: string): string[] => {
  const tokens = tokenise(text);
  const word = (i: number): string => text.slice(tokens[i]!.start, tokens[i]!.end);
  return negations(text, tokens, splitSentences(text, tokens), lexicon).map(({ cues, dropped, from, to }) =>
    `${cues.map(word).join('…')}${dropped ? '*' : ''}: ${text.slice(tokens[from]?.start ?? text.length, tokens[to - 1]!.end)}`);
};

describe('negations', () => {
  it.each<[string, string[]]>([
    ["Ce n'est pas possible, mais je regarde.", ["n'…pas: est pas possible"]],
    ["C'est pas possible", ['pas*: est pas possible']],
    ["J'ai rien reçu", ['rien*: ai rien reçu']],
    ['Personne ne répond.', ['ne…Personne: répond']],
    ["Je ne saurais vous répondre.", ['ne: saurais vous répondre']],
    ["Il n'y a que deux solutions.", []],
    ['Pas de problème.', ['Pas: de problème']],
    ["C'est pas mal, il a fait un pas.", []],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});
