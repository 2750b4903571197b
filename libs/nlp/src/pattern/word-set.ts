import { foldText } from '../engine/fold-table.js';
import type { CoreNode, PatternNode } from './pattern-node.js';
import { CHAT_SPELLINGS, ELIDED, ELISIONS } from './spellings.js';

export type WordSet = Extract<CoreNode, { type: 'words' }>;

const wordsOf = (text: string): string[] => text.split(/[\s'’-]+/).map(foldText);

/** Full word → chat spellings of that one word. */
const SHORT_FOR = new Map<string, string[]>();
/** Two words or more, joined by spaces → chat spellings of the whole. */
const SHORT_FOR_PHRASE = new Map<string, string[]>();
let longestPhrase = 0;
for (const [short, full] of Object.entries(CHAT_SPELLINGS)) {
  const words = wordsOf(full);
  const into = words.length === 1 ? SHORT_FOR : SHORT_FOR_PHRASE;
  const key = words.join(' ');
  // A missing apostrophe is seen through wherever it stands; no need of a shortcut.
  if (words.length === 2 && words.join('') === short) continue;
  longestPhrase = Math.max(longestPhrase, words.length);
  into.set(key, [...(into.get(key) ?? []), short]);
}

const memory = new Map<string, WordSet>();

/** The set of tokens a folded word stands for: itself, its elided or full forms, its chat spellings. */
export function wordSet(word: string): WordSet {
  const known = memory.get(word);
  if (known !== undefined) return known;
  const words = new Set([word, ...(ELISIONS[word] ?? []), ...(ELIDED.get(word) ?? []), ...(SHORT_FOR.get(word) ?? [])]);
  const set: WordSet = { type: 'words', key: word, words: [...words] };
  // Rulebooks are data from outside: their words must not grow this for ever.
  if (memory.size > 50_000) memory.clear();
  memory.set(word, set);
  return set;
}

/** A run of written items; `shorts` are the chat spellings that may stand for the whole of it. */
export interface ChatPhrase {
  readonly items: readonly PatternNode[];
  readonly shorts: readonly string[];
}

/** Parts a row of written items so that « svp » may stand for the words « s'il vous plaît ». */
export function chatPhrases(written: readonly PatternNode[]): ChatPhrase[] {
  const phrases: ChatPhrase[] = [];
  let plainFrom = 0;
  let at = 0;
  const closePlain = (): void => {
    if (at > plainFrom) phrases.push({ items: written.slice(plainFrom, at), shorts: [] });
  };
  while (at < written.length) {
    const found = phraseAt(written, at);
    if (found === null) {
      at += 1;
      continue;
    }
    closePlain();
    phrases.push({ items: written.slice(at, at + found.length), shorts: found.shorts });
    at += found.length;
    plainFrom = at;
  }
  closePlain();
  return phrases;
}

function phraseAt(written: readonly PatternNode[], from: number): { length: number; shorts: string[] } | null {
  let phrase = '';
  let best: { length: number; shorts: string[] } | null = null;
  for (let length = 1; length <= longestPhrase && from + length <= written.length; length += 1) {
    const node = written[from + length - 1]!;
    if (node.type !== 'word') break;
    phrase += length === 1 ? node.word : ` ${node.word}`;
    const shorts = SHORT_FOR_PHRASE.get(phrase);
    if (shorts !== undefined) best = { length, shorts };
  }
  return best;
}
