import { DETERMINERS } from '../clauses/noun-phrase.js';
import { Phrases } from '../clauses/phrases.js';
import { WordFlag } from '../../read/index.js';
import type { Clause } from '../clauses/clause.js';
import { GENERAL, HEDGES, HYPOTHETICAL, QUESTION_OPENERS, TAGS } from '../lexicon/reserve-phrases.js';
import { SAYING } from '../lexicon/verb-classes.js';
import { isVerb } from '../verbs/verb-group.js';
import type { TurnWords } from '../words/turn-words.js';
import type { NotPledge } from './verdict.js';

type Range = { readonly start: number; readonly end: number };

/** What stands around a clause and takes its firmness away: a question, quotation marks, a hedge, an admitted case; null when nothing does. */
export function reserveAround(words: TurnWords, clause: Clause, quotes: readonly Range[]): NotPledge | null {
  const at = clause.group?.finite ?? clause.start;
  if (quotes.some(({ start, end }) => start < at && at < end)) return 'quoted';
  if (isAsked(words, clause)) return 'question';
  const from = Math.max(clause.front, clause.start - REACH);
  if (HYPOTHETICAL.isIn(words, from, at)) return 'hypothetical';
  if (clause.group === null && SOURCES.isIn(words, Math.max(clause.sentence.start, clause.start - REACH), clause.start)) return 'quoted';
  if (isHedged(words, from, clause.end) || isHedged(words, clause.end, Math.min(clause.tail, clause.end + AFTER))) return 'hedged';
  // « il est en préfecture normalement | vous l'avez demain »: the word between two clauses without a sign.
  if (clause.start > clause.sentence.start && clause.start - 1 < clause.front && words.isAny(clause.start - 1, BETWEEN)) return 'hedged';
  const general = GENERAL.find(words, from, clause.end);
  // « un gars de chez nous »
  return general >= 0 && !(words.at(general) === 'chez' && (words.at(general - 1) === 'de' || isOfCustomer(words, clause))) ? 'statement' : null;
}

/** « la réparation ne peut être prise en charge » is no « peut-être ». */
function isHedged(words: TurnWords, start: number, end: number): boolean {
  const at = HEDGES.find(words, start, end);
  return at >= 0 && !(isNoHedge(words, at) && !HEDGES.isIn(words, at + 1, end));
}

/** « ne peut être », « le plafond peut être relevé », « pas sur les quais »: what only looks like « peut-être » and « pas sûr ». */
function isNoHedge(words: TurnWords, at: number): boolean {
  if (words.at(at) === 'peut') return /^(?:ne|n')$/.test(words.at(at - 1)) || (words.at(at + 1) === 'etre' && words.has(at + 2, WordFlag.pastParticiple));
  return words.at(at) === 'pas' && words.form(at + 1).toLowerCase() === 'sur' && (DETERMINERS.has(words.at(at + 2)) || words.has(at + 2, WordFlag.nominal));
}

/** « votre numéro sera transféré chez nous ». */
function isOfCustomer(words: TurnWords, { start, end }: Clause): boolean {
  for (let i = start; i < end; i++) if (/^(?:votre|vos|vous|ton|ta|tes|te)$/.test(words.at(i))) return true;
  return false;
}

const BETWEEN = new Set(['normalement', 'logiquement', 'theoriquement', 'probablement', 'apriori']);
const REACH = 8;
/** « je vous rappelle demain, normalement ». */
const AFTER = 5;

/**
 * Is the clause a question? Before a question mark: the last part, and all since the last stop unless that part is a question by itself
 * (« je vous rappelle demain, ça vous va ? »). Without one: by its first words, or « quel » in it.
 */
function isAsked(words: TurnWords, clause: Clause): boolean {
  const mark = stopAfter(words, clause);
  if (words.at(mark).includes('?')) {
    let comma = mark - 1;
    while (comma > clause.sentence.start && words.kind(comma) !== 'emoji' && !/^(?:[,;:.!…]|mais|et)$/.test(words.at(comma))) comma--;
    const own = comma > clause.sentence.start && (TAGS.endAt(words, comma + 1, mark) > 0 || QUESTION_OPENERS.endAt(words, comma + 1, mark) > 0 || (words.at(comma) === ',' && clause.group !== null && clause.group.subject !== 'vous' && /^(?:vous|tu)$/.test(words.at(comma + 1)) && clause.end <= comma));
    if (!own || clause.end > comma) return true;
  }
  if (QUESTION_OPENERS.isIn(words, clause.front, clause.group?.start ?? clause.start)) return true;
  if (clause.group === null) return false;
  if (QUESTION_OPENERS.endAt(words, clause.group.start, clause.end) > clause.group.finite) return true;
  // « je vous dirai quel jour » tells, it does not ask.
  if (isVerb(clause.group, SAYING)) return false;
  // « quel que soit le garage » asks nothing.
  for (let i = clause.group.end; i < clause.end; i++) if (ASKING.has(words.at(i)) && !/^qu(?:e|')$/.test(words.at(i + 1))) return true;
  return false;
}

/** The first full stop, question or exclamation mark after the clause began, in its sentence. */
function stopAfter(words: TurnWords, { start, sentence }: Clause): number {
  let i = start;
  while (i < sentence.end && (words.kind(i) === 'word' || !/^(?:[.!?…]+)$/.test(words.at(i)))) i++;
  return i;
}

const ASKING = new Set(['quel', 'quelle', 'quels', 'quelles', 'combien']);
/** « D'après le suivi, livraison aujourd'hui ». */
const SOURCES = new Phrases("d' apres|selon le|selon la|selon notre|le suivi indique|le suivi annonce");
const OPENING = /^[«“"]$/;

/** The ranges of words between quotation marks. */
export function quotesOf(words: TurnWords): Range[] {
  const quotes: Range[] = [];
  let open = -1;
  for (let i = 0; i < words.length; i++) {
    if (words.kind(i) === 'word') continue;
    if (open < 0 && OPENING.test(words.at(i))) open = i;
    else if (open >= 0 && /^[»”"]$/.test(words.at(i))) {
      quotes.push({ start: open, end: i });
      open = -1;
    }
  }
  return quotes;
}
