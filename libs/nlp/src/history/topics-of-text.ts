import { topicsOf } from '../pledges/topics.js';
import { TurnWords } from '../pledges/words/turn-words.js';
import { loadLexicon } from '../read/index.js';

/** Nouns of a few words, as statements have them: what a fact's object is matched by. */
export function topicsOfText(text: string): readonly string[] {
  const words = new TurnWords(text, 'email', loadLexicon());
  return topicsOf(words, { start: 0, end: words.length }, []);
}
