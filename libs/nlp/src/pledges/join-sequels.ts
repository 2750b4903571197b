import type { ReadStatement } from './read-statements.js';
import { lemmasOf } from './verbs/verb-group.js';
import { readAmount } from './words/amounts.js';
import type { TurnWords } from './words/turn-words.js';

/**
 * What goes on with the pledge before it: « on vous rembourse la moitié | ça fait soixante-quinze euros » names its amount; « je vous fais un geste de 15 %, | c'est appliqué ce
 * soir » is about the same act.
 */
export function joinSequels(words: TurnWords, read: readonly ReadStatement[]): ReadStatement[] {
  const joined: ReadStatement[] = [];
  for (const one of read) {
    const before = joined.at(-1);
    if (before !== undefined && takesUp(words, before, one)) joined[joined.length - 1] = { ...parts(before), verdict: one.verdict, end: one.end };
    else if (before !== undefined && one.verdict.kind === 'pledge' && saysGift(words, one) && isRightBefore(before, one)) joined[joined.length - 1] = before.verdict.kind === 'pledge' ? { ...parts(before), end: one.end } : { ...parts(one), start: before.start };
    else if (before === undefined || before.verdict.kind !== 'pledge' || one.clause.group?.subject !== 'ce') joined.push(one);
    else if (before.amount === null && namesAmount(words, one)) joined[joined.length - 1] = { ...parts(before), end: one.end, amount: one.amount };
    else joined.push(one.verdict.kind === 'pledge' && one.act.by === null ? { ...parts(one), act: before.act } : one);
  }
  return joined;
}

/** « un mois de plus, | c'est cadeau » */
const saysGift = (words: TurnWords, { clause: { group, start, end } }: ReadStatement): boolean => group?.subject === 'ce' && start === group.start && lemmasOf(group).includes('être') && /^(?:cadeau|offert)$/.test(words.at(group.end)) && end - group.end === 1;

const isRightBefore = (before: ReadStatement, { start }: ReadStatement): boolean => start - before.clause.end <= 2 && (before.verdict.kind === 'pledge' || (before.verdict.kind === 'none' && before.verdict.why === 'no-act' && before.clause.group === null));

/** « je peux valider 120 € de remise, | je le fais tout de suite ». */
const takesUp = (words: TurnWords, before: ReadStatement, { verdict, clause, act }: ReadStatement): boolean =>
  before.verdict.kind === 'none' && before.verdict.why === 'offer' && verdict.kind === 'pledge' && act.by === null && clause.group !== null && (clause.group.clitics.has('le') || clause.group.clitics.has("l'")) && lemmasOf(clause.group).includes('faire') && before.act.by !== null;

/** What a statement has, whether it was told already or not. */
const parts = ({ verdict, clause, start, end, act, amount, deadline, condition, notBefore }: ReadStatement): ReadStatement => ({ verdict, clause, start, end, act, amount, deadline, condition, notBefore });

/** « c'est 5,90 € en moins », « ça fait soixante-quinze euros ». */
function namesAmount(words: TurnWords, { clause }: ReadStatement): boolean {
  const isPlain = lemmasOf(clause.group!).some((lemma) => lemma === 'être' || lemma === 'faire') && clause.group!.verbs.length === 1;
  return isPlain && readAmount(words, clause.group!.end) !== undefined;
}
