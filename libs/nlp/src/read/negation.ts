import { foldWord } from './fold.js';
import type { Lexicon } from './lexicon.js';
import { WordFlag } from './lexicon.js';
import type { Span } from './sentences.js';
import type { Token } from './token.js';

export interface Negation {
  /** Positions in the tokens: « ne » (when said) and the word that completes it (« pas », « jamais », « rien », « aucun » …). */
  readonly cues: readonly number[];
  /** « ne » was left out, as in speech: « c'est pas possible ». */
  readonly dropped: boolean;
  /** First and last (exclusive) token position of what is denied: from the verb to the end of the clause. */
  readonly from: number;
  readonly to: number;
}

const PARTS = new Set(['pas', 'plus', 'jamais', 'rien', 'personne', 'guere', 'aucun', 'aucune', 'aucunement', 'nullement', 'point', 'ni', 'nulle', 'nul']);
/** These deny by themselves; « plus », « point », « personne » need their « ne ». */
const BARE_PARTS = new Set(['pas', 'jamais', 'rien', 'aucun', 'aucune', 'aucunement', 'nullement', 'ni', 'sans']);
/** Literary: « je ne saurais », « je ne peux », « nous n'osons ». */
const ALONE = new Set(['pouvoir', 'savoir', 'oser', 'cesser']);
const CLAUSE_WORDS = new Set(['mais', 'car', 'donc', 'parce', 'puisque', "puisqu'", 'alors', 'sinon', 'lorsque', "lorsqu'", 'si', 'quand', 'cependant', 'toutefois', 'pourtant']);
const CLITICS = new Set(['me', "m'", 'te', "t'", 'se', "s'", 'le', 'la', "l'", 'les', 'lui', 'leur', 'nous', 'vous', 'y', 'en']);
const REACH = 9;

/**
 * What each sentence denies. « ne … que » restricts and is left out; a « ne » without its second word denies only with
 * « pouvoir », « savoir », « oser », « cesser ». Linear: each « ne » looks nine words ahead.
 */
export function negations(text: string, tokens: readonly Token[], sentences: readonly Span[], lexicon: Lexicon): Negation[] {
  const words = tokens.map((token) => (token.kind === 'word' ? foldWord(text.slice(token.start, Math.min(token.end, token.start + 40))) : ''));
  const found: Negation[] = [];
  let first = 0;
  for (const sentence of sentences) {
    let end = first;
    while (end < tokens.length && tokens[end]!.start < sentence.end) end++;
    readSentence(text, tokens, words, first, end, lexicon, found);
    first = end;
  }
  return found;
}

function readSentence(text: string, tokens: readonly Token[], words: readonly string[], first: number, end: number, lexicon: Lexicon, found: Negation[]): void {
  const used = new Set<number>();
  for (let i = first; i < end; i++) {
    const word = words[i]!;
    if (word === 'ne' || word === "n'") {
      const part = secondPart(words, i, end);
      if (part >= 0) {
        used.add(part);
        found.push({ cues: [i, part], dropped: false, from: i + 1, to: clauseEnd(words, Math.max(part, i) + 1, end) });
      } else if (isAlone(text, tokens, words, i, end, lexicon)) found.push({ cues: [i], dropped: false, from: i + 1, to: clauseEnd(words, i + 1, end) });
    } else if (BARE_PARTS.has(word) && !used.has(i) && !isPositive(words, i)) {
      const verb = verbBefore(text, tokens, words, i, first, lexicon);
      found.push({ cues: [i], dropped: verb >= 0 && word !== 'sans' && word !== 'ni', from: verb >= 0 ? verb : i + 1, to: clauseEnd(words, i + 1, end) });
    }
  }
}

/** « pas » and its like after a « ne »; -1 when a « que » comes first or nothing does. « Personne ne », « rien ne », « aucun … ne » stand before. */
function secondPart(words: readonly string[], ne: number, end: number): number {
  for (let i = ne + 1; i < end && i <= ne + REACH; i++) {
    if (PARTS.has(words[i]!)) return i;
    if (words[i] === 'que' || words[i] === "qu'" || words[i] === '') break;
  }
  for (let i = ne - 1; i >= 0 && i >= ne - 4; i--) if (/^(?:personne|rien|aucune?|nul|nulle|jamais)$/.test(words[i]!)) return i;
  return -1;
}

function isAlone(text: string, tokens: readonly Token[], words: readonly string[], ne: number, end: number, lexicon: Lexicon): boolean {
  let verb = ne + 1;
  while (verb < end && CLITICS.has(words[verb]!)) verb++;
  return verb < end && words[verb] !== '' && !words.slice(verb + 1, verb + 6).some((word) => word === 'que' || word === "qu'") && lexicon.lemmas(text.slice(tokens[verb]!.start, tokens[verb]!.end)).some((lemma) => ALONE.has(lemma));
}

/** « pas mal », « un pas », « pas à pas », « rien que », « jamais » after « si » or « plus que ». */
function isPositive(words: readonly string[], i: number): boolean {
  const before = words[i - 1] ?? '';
  const after = words[i + 1] ?? '';
  if (words[i] === 'pas') return /^(?:un|le|les|des|premier|quelques|mes|vos|ses|au)$/.test(before) || after === 'mal' || after === 'seulement' || (after === 'a' && words[i + 2] === 'pas');
  if (words[i] === 'jamais') return before === 'si' || before === 'que' || before === "qu'";
  return words[i] === 'rien' && (before === 'de' || after === 'que' || after === "qu'");
}

const FINITE = WordFlag.first | WordFlag.tu | WordFlag.third | WordFlag.nous | WordFlag.vous;

/** The finite verb just before the negative word (« c'est pas », « j'ai vraiment rien », « est-ce pas »), or -1. */
function verbBefore(text: string, tokens: readonly Token[], words: readonly string[], i: number, first: number, lexicon: Lexicon): number {
  for (let j = i - 1; j >= first && j >= i - 3; j--) {
    const word = words[j]!;
    if (word === '') return -1;
    if (word.startsWith('-') || /^(?:donc|meme|vraiment|surement|toujours|franchement|du|tout)$/.test(word)) continue;
    const flags = lexicon.analyses(text.slice(tokens[j]!.start, tokens[j]!.end)).reduce((all, found) => all | found.flags, 0);
    return (flags & FINITE) !== 0 ? j : -1;
  }
  return -1;
}

function clauseEnd(words: readonly string[], from: number, end: number): number {
  for (let i = from; i < end; i++) if (words[i] === '' || CLAUSE_WORDS.has(words[i]!)) return i;
  return end;
}
