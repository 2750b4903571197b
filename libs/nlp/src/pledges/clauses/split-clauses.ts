import type { FoundDeadline } from '../deadlines/find-deadlines.js';
import { findVerbGroups } from '../verbs/find-verb-groups.js';
import { isLedBy, type VerbGroup } from '../verbs/verb-group.js';
import type { TurnWords } from '../words/turn-words.js';
import { endsClause, isBoundary, isClosing, isDiscourse, isPunctuation } from './boundaries.js';
import type { Clause } from './clause.js';
import { readAmount } from '../words/amounts.js';
import { linkOf } from './links.js';
import { nounPhraseStart } from './noun-phrase.js';

type Range = { readonly start: number; readonly end: number };

/**
 * The clauses of a sentence in order: one around each finite verb, and the parts between them that have none. Works without punctuation, by the pronouns and
 * noun phrases that begin a clause. `deadlines`: those of the sentence.
 */
export function splitClauses(words: TurnWords, sentence: Range, deadlines: readonly FoundDeadline[]): Clause[] {
  const groups = findVerbGroups(words, sentence.start, sentence.end);
  const starts = groups.map((group, k) => clauseStart(words, group, groups[k - 1]?.end ?? sentence.start, k === 0, deadlines));
  const clauses: Clause[] = [];
  let front = sentence.start;
  groups.forEach((group, k) => {
    const tail = starts[k + 1] ?? sentence.end;
    const start = starts[k]!;
    clauses.push(...verblessBetween(words, front, start, sentence, deadlines));
    const end = clauseEnd(words, group.end, tail, deadlines);
    const before = clauses.findLast((clause) => clause.group !== null);
    clauses.push({ start, end, tail, front, group, ...linkOf(words, group, start, before), sentence });
    front = end;
  });
  return [...clauses, ...verblessBetween(words, front, sentence.end, sentence, deadlines)];
}

const FALLOIR = { has: (lemma: string): boolean => lemma === 'falloir' };
/** Between parts without a verb. */
const PARTING = new Set(['et', 'donc', 'puis', 'voila', 'mais', 'alors']);
const DISLOCATED = new Set(['il', 'ils', 'noun']);

function clauseStart(words: TurnWords, group: VerbGroup, from: number, isFirst: boolean, deadlines: readonly FoundDeadline[]): number {
  const boundary = boundaryBefore(words, group, from);
  const hasNoun = DISLOCATED.has(group.subject) || ['le', 'la', 'les', "l'"].some((clitic) => group.clitics.has(clitic));
  const isOpen = boundary > from || isFirst;
  let start = group.start;
  // « on peut pas transférer le contrat | faut en refaire un »
  if (isLedBy(group, FALLOIR) && group.subject !== 'il' && !isFirst) return start;
  if (hasNoun && !group.clitics.has('y')) start = isOpen && group.subject === 'noun' ? boundary : nounPhraseStart(words, boundary, group.start);
  if (group.subject === 'ce' && words.at(group.start) === "c'" && deadlines.some((one) => one.start === group.end)) start = nounPhraseStart(words, boundary, group.start);
  // « avec le petit chien pas de problème | on les accepte »
  if (group.clitics.has('les') && group.subject !== 'noun' && group.subject !== 'il' && start < group.start && /^(?:le|la|l'|un|une|mon|ma|ton|ta|son|sa|votre|notre)$/.test(words.at(start)) && !hasAnd(words, start, group.start)) start = group.start;
  // « je vous envoie le plombier ce matin | il vous appelle »: when, not who.
  if (!isOpen && deadlines.some((deadline) => deadline.start === start && deadline.end === group.start)) start = group.start;
  // « je lui transmets le message | il vous rappelle », « on met pas | les consoles de côté | il en reste deux »: the object of the verb before.
  let object = from;
  while (/^(?:pas|plus|jamais|bien|aussi|deja)$/.test(words.at(object))) object++;
  if (!isOpen && start <= object && start < group.start && group.subject !== 'noun') start = group.start;
  if (words.at(start - 1) === 'moi' && start - 1 >= boundary && !/^(?:sur|a|avec|pour|de|chez|vers|par|que|comme)$/.test(words.at(start - 2))) start--;
  const fronted = deadlines.find((deadline) => deadline.end === start && deadline.start >= boundary);
  if (fronted !== undefined && isOpen && !/^qu(?:e|')$/.test(words.at(fronted.start - 1)) && onlyDiscourse(words, boundary, fronted.start)) start = fronted.start;
  while (start < group.start && isDiscourse(words, start)) start++;
  return start;
}

function hasAnd(words: TurnWords, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (words.at(i) === 'et') return true;
  return false;
}

/** The word after the last boundary before the group; a comma right before a verb without subject closes an apposition. */
function boundaryBefore(words: TurnWords, group: VerbGroup, from: number): number {
  let i = group.start - 1;
  if (group.subject === 'noun' && words.at(i) === ',') {
    do i--;
    while (i > from && words.at(i) !== ',');
    i--;
  }
  while (i >= from && !isBoundary(words, i)) i--;
  return i + 1;
}

function onlyDiscourse(words: TurnWords, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isDiscourse(words, i)) return false;
  return true;
}

function clauseEnd(words: TurnWords, from: number, tail: number, deadlines: readonly FoundDeadline[]): number {
  let end = from;
  for (let i = from; i < tail; ) {
    const deadline = deadlines.find((one) => one.start === i);
    if (deadline !== undefined && deadline.end <= tail) i = deadline.end;
    else if (afterDeadline(words, i, deadlines)) break;
    else if (endsClause(words, i)) {
      if (!goesOnAfter(words, i, tail, deadlines)) break;
      i++;
      continue;
    } else i++;
    end = i;
  }
  // « on rembourse tout et | on annule »
  while (end > from && isClosing(words, end - 1)) end--;
  return end;
}

/** « je vous rappelle dans deux jours | avec la réponse du labo ». */
const afterDeadline = (words: TurnWords, i: number, deadlines: readonly FoundDeadline[]): boolean => deadlines.length > 0 && /^(?:avec|pour|concernant|suite|afin)$/.test(words.at(i)) && deadlines.some((one) => one.end === i);

/** « …, sous 48 h », « …, 37 €, … », « …, soit 14,50 € », « … voilà cent dix euros », « pas en avoir | mais en virement », « ne passera | que jeudi ». */
function goesOnAfter(words: TurnWords, i: number, tail: number, deadlines: readonly FoundDeadline[]): boolean {
  if (words.at(i) === 'que' || words.at(i) === "qu'") return deadlines.some((one) => one.start === i + 1 && one.end <= tail);
  if (words.at(i) === 'mais') return /^(?:en|par|sous)$/.test(words.at(i + 1));
  if (words.at(i) !== ',' && words.at(i) !== 'voila') return false;
  if (words.says(i + 1, 'y compris')) return true;
  const deadline = deadlines.find((one) => one.start === i + 1);
  // « …, le 15 août n'étant pas un jour bancaire »
  if (deadline !== undefined) return !["n'", 'ne', 'etant'].includes(words.at(deadline.end));
  return readAmount(words, words.at(i + 1) === 'soit' ? i + 2 : i + 1) !== undefined;
}

/** The parts without verb of a stretch between two clauses, apart by punctuation and « et ». */
function verblessBetween(words: TurnWords, from: number, to: number, sentence: Range, deadlines: readonly FoundDeadline[]): Clause[] {
  const found: Clause[] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    const isInside = deadlines.some((one) => one.start < i && i < one.end);
    if (isInside || i < to && !isPunctuation(words, i) && !PARTING.has(words.at(i))) continue;
    while (start < i && isDiscourse(words, start)) start++;
    let end = i;
    while (end > start && isClosing(words, end - 1)) end--;
    if (end > start) found.push({ start, end, tail: to, front: start, group: null, link: 'none', linkAt: start, matrix: null, sentence });
    start = i + 1;
  }
  return found;
}
