import { CHAT_SPELLINGS, type Lexicon, standardSpelling } from '../../read/index.js';
import { type Word, wordOf } from './word.js';

/** What a chat means by it whatever else is spelt so: « c validé », « je vs envoie ». */
const LETTERS = new Set(['c', 'g', 't', 'vs', 'pr', 'ns', 'ds', 'tt', 'tel', 'dc', 'qd']);
/** « jvous envoie », « jle rappelle ». */
const FUSED_PRONOUNS = /^j(vous|te|le|la|les|lui|leur|ne|y|en)$/;

/** The words that a word as it is written stands for in a chat; itself where it is no abbreviation. */
export function chatWords(written: Word, lexicon: Lexicon): readonly Word[] {
  return (written.inChat ??= spelling(written.text, written.form, lexicon)?.map((word) => wordOf(word, lexicon)) ?? [written]);
}

function spelling(folded: string, form: string, lexicon: Lexicon): readonly string[] | undefined {
  if (LETTERS.has(folded)) return CHAT_SPELLINGS.get(folded);
  const pronoun = FUSED_PRONOUNS.exec(folded)?.[1];
  if (pronoun !== undefined) return ['je', pronoun];
  const analyses = lexicon.analyses(form);
  const spelt = CHAT_SPELLINGS.get(folded);
  // « ds » is also an acronym, « Je » is « je » where a sentence begins, whatever « jé » stands for.
  const lower = form.toLowerCase();
  if (spelt !== undefined && !analyses.some((found) => found.form === form || found.form === lower)) return spelt;
  return analyses.length > 0 || lexicon.knows(form) ? undefined : standardSpelling(folded, lexicon);
}
