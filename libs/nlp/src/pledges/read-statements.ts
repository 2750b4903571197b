import type { FoundAct } from './act-of.js';
import { actOf } from './act-of.js';
import type { Clause } from './clauses/clause.js';
import { type Condition, conditionsByClause, conditionsOf } from './clauses/conditions.js';
import { splitClauses } from './clauses/split-clauses.js';
import type { Clock } from './deadlines/clock.js';
import { nounAct } from './noun-act.js';
import { MONTHS } from './deadlines/time-words.js';
import { findDeadlines, type FoundDeadline } from './deadlines/find-deadlines.js';
import { HARMFUL, RUNNING } from './lexicon/verb-classes.js';
import { isLedBy, isVerb } from './verbs/verb-group.js';
import { AS_A_FAVOUR, COSTS, HEDGES } from './lexicon/reserve-phrases.js';
import { judgeClause } from './judge/judge-clause.js';
import { isRefusedVerbless } from './judge/judge-verbless.js';
import { quotesOf, reserveAround } from './judge/surroundings.js';
import { none, PLEDGE, type ReadClause, type Verdict } from './judge/verdict.js';
import { joinSequels } from './join-sequels.js';
import { findAmount, type FoundAmount, readAmount } from './words/amounts.js';
import type { TurnWords } from './words/turn-words.js';

/** A clause that was judged, with what was found in it. Positions of words. */
export interface ReadStatement {
  readonly verdict: Verdict;
  readonly clause: Clause;
  readonly start: number;
  readonly end: number;
  readonly act: FoundAct;
  readonly amount: FoundAmount | null;
  readonly deadline: FoundDeadline | null;
  readonly condition: Condition | null;
  /** « pas avant le 24 »: what is denied up to then. */
  readonly notBefore: FoundDeadline | null;
}

/** Every clause of a turn, judged. */
export function readStatements(words: TurnWords, clock: Clock): ReadStatement[] {
  const allQuotes = quotesOf(words);
  let quote = 0;
  return words.sentences.flatMap((sentence) => {
    while (quote < allQuotes.length && allQuotes[quote]!.end <= sentence.start) quote++;
    const quotes = within(allQuotes, quote, sentence.end);
    const deadlines = findDeadlines(words, sentence.start, sentence.end, clock);
    const clauses = splitClauses(words, sentence, deadlines);
    const conditions = conditionsOf(words, sentence, clauses);
    const byClause = conditionsByClause(words, conditions, clauses);
    const free = conditions.length === 0 ? clauses : clauses.filter((clause) => !conditions.some(({ start, end }) => start <= clause.start && clause.end <= end));
    const read = free.map((clause) => {
      const condition = byClause.get(clause) ?? null;
      const one = readClause(words, clause, freeDeadlines(words, clause, clauses, deadlines, conditions));
      const why = (leadsOn(clause, clauses) ? 'handling' : null) ?? reserveAround(words, clause, quotes) ?? conditionalReserve(words, condition);
      const judgedAlone = why === null ? judgeClause(one) : none(why);
      const verdict = condition !== null && why === null && (isConditionalGrant(one, judgedAlone) || isReceivedThen(one, judgedAlone)) ? PLEDGE : judgedAlone;
      const judged = new JudgedClause(verdict, one, condition);
      // « pas avant lundi » refuses nothing: it tells when.
      return verdict.kind === 'refusal' && judged.notBefore !== null ? new JudgedClause(none('negated'), one, condition) : judged;
    });
    return joinSequels(words, read);
  });
}

/** « on peut vous livrer samedi seulement si c'est payé ce soir »: what is open depends on the condition alone. */
function isConditionalGrant({ clause: { group, link }, act }: ReadClause, verdict: Verdict): boolean {
  if (verdict.kind !== 'none' || verdict.why !== 'offer' || group === null || link !== 'none' || act.by !== 'verb' || group.isNegated || group.isInverted) return false;
  return (group.subject === 'on' || group.subject === 'nous' || group.subject === 'je') && group.verbs.length > 1 && isLedBy(group, { has: (lemma) => lemma === 'pouvoir' }) && (group.tense === 'present' || group.tense === 'future');
}

/** « le contrat vous le recevez par mail dès que la caution est passée » */
const isReceivedThen = ({ clause: { group }, act }: ReadClause, verdict: Verdict): boolean =>
  verdict.kind === 'none' && verdict.why === 'statement' && act.by !== null && group !== null && !group.isNegated && (group.subject === 'vous' || group.subject === 'tu') && group.tense === 'present' && isVerb(group, { has: (lemma) => lemma === 'recevoir' || lemma === 'récupérer' });

/** The act is told when it is asked for: most clauses bind to nothing. A class, since an object of its own shape for each clause is slow to read. */
class JudgedClause implements ReadStatement {
  readonly start: number;
  readonly end: number;

  constructor(readonly verdict: Verdict, private readonly read: ReadClause, readonly condition: Condition | null) {
    const { link, matrix, start, end } = read.clause;
    this.start = link === 'cleft' && matrix !== null ? matrix.start : start;
    this.end = condition === null || (verdict.kind !== 'pledge' && condition.start !== end) ? end : verdict.kind !== 'pledge' ? condition.end : this.endWith(condition, end);
  }

  /** « je vous préviens dès que c'est prêt » tells what it waits for; « je vous rembourse | dès réception » ends before it. */
  private endWith({ start, end }: Condition, own: number): number {
    const { group } = this.read.clause;
    if (start !== own && !(group !== null && start >= group.end && start < own && end >= own)) return own;
    return this.read.act.act === 'reply' ? end : Math.min(start, own);
  }

  get clause(): Clause {
    return this.read.clause;
  }

  get amount(): FoundAmount | null {
    return this.read.amount;
  }

  get notBefore(): FoundDeadline | null {
    const { words, clause, deadline } = this.read;
    return deadline !== null && words.at(deadline.start) === 'avant' && (clause.group?.isNegated || isRefusedVerbless(words, clause)) ? deadline : null;
  }

  get deadline(): FoundDeadline | null {
    return this.read.clause.group?.isNegated ? null : this.read.deadline;
  }

  get act(): FoundAct {
    return sparedAct(this.read, this.read.act);
  }
}

class JudgedWords implements ReadClause {
  private found: FoundAct | undefined;

  constructor(readonly words: TurnWords, readonly clause: Clause, readonly amount: FoundAmount | null, readonly deadline: FoundDeadline | null) {}

  get act(): FoundAct {
    return (this.found ??= actOf(this.words, this.clause, this.amount));
  }
}

/** « ces frais de déplacement ne vous seront pas facturés »: not to do it is what is undertaken, whatever the nouns are. */
function sparedAct({ words, clause: { group, start, end, tail } }: ReadClause, act: FoundAct): FoundAct {
  // « plus aucun prélèvement »
  if (group === null) return /^(?:plus|aucune?|zero)$/.test(words.at(start)) ? { act: 'other', by: act.by } : act;
  if (!group.isNegated) return act;
  const isSpared = isVerb(group, HARMFUL) || ((!group.isPassive || group.tense === 'future') && isVerb(group, RUNNING) && COSTS.isIn(words, start, group.start));
  return isSpared ? { act: AS_A_FAVOUR.isIn(words, group.end, Math.max(end, tail)) ? 'gesture' : 'other', by: act.by } : act;
}

/** Those from position `first` on that begin before `end`. */
function within(quotes: ReturnType<typeof quotesOf>, first: number, end: number): ReturnType<typeof quotesOf> {
  let last = first;
  while (last < quotes.length && quotes[last]!.start < end) last++;
  return quotes.slice(first, last);
}

/** The deadlines that a clause may take: not those of a condition, nor those said in another clause that names an act itself. */
function freeDeadlines(words: TurnWords, clause: Clause, clauses: readonly Clause[], deadlines: readonly FoundDeadline[], conditions: readonly Condition[]): FoundDeadline[] {
  if (deadlines.length === 0) return [];
  const cleftFrom = clause.link === 'cleft' ? clause.matrix : null;
  const others = clauses.filter((other) => other !== clause && other !== cleftFrom && (other.group !== null || nounAct(words, other.start, other.end) !== null));
  return deadlines.filter((deadline) => ![...others, ...conditions].some(({ start, end }) => start <= deadline.start && deadline.start < end));
}

/** « je vous rappelle que … », « je vous confirme que … »: what counts is what follows. */
const leadsOn = (clause: Clause, clauses: readonly Clause[]): boolean => (clause.group?.tense === 'present' || clause.group?.tense === 'future') && clauses.some((other) => other.link === 'complement' && other.matrix === clause);

/** « si vous le souhaitez » leaves it to the customer; « si on vous rembourse » only weighs it. */
function conditionalReserve(words: TurnWords, condition: Condition | null): 'offer' | 'hypothetical' | 'hedged' | null {
  if (condition === null) return null;
  if (HEDGES.isIn(words, condition.start, condition.end)) return 'hedged';
  if (!/^(?:si|s')$/.test(words.at(condition.start))) return null;
  for (let i = condition.start + 1; i < condition.end; i++) {
    if (/^(?:voulez|souhaitez|preferez|desirez|veux|preferes)$/.test(words.at(i))) return 'offer';
    if (/^(?:on|nous|je)$/.test(words.at(i)) && /^(?:vous|te)$/.test(words.at(i + 1)) && words.at(condition.start + 1) === words.at(i)) return 'hypothetical';
  }
  return null;
}

/** « remboursement de votre billet, | soit 130 € », « la moitié, | donc soixante euros » */
function summedUp(words: TurnWords, clause: Clause): FoundAmount | null {
  for (let i = clause.end; i < Math.min(clause.tail, clause.end + 2); i++) if (/^(?:soit|donc)$/.test(words.at(i))) return readAmount(words, i + 1) ?? null;
  return null;
}

/** « pour février | on vous rembourse »: what for, not when. */
const isMonthMeant = (words: TurnWords, start: number, end: number): boolean => end - start === 2 && words.at(start) === 'pour' && MONTHS.has(words.at(start + 1));

function readClause(words: TurnWords, clause: Clause, free: readonly FoundDeadline[]): ReadClause {
  const inside = free.find(({ start }) => start >= clause.start && start < clause.end);
  const after = free.find(({ start, end }) => start >= clause.end && start < clause.tail && !isMonthMeant(words, start, end));
  const front = clause.link === 'cleft' && clause.matrix !== null ? clause.matrix.start : clause.front;
  const before = free.find(({ start, end }) => start >= front && end <= clause.start && !isMonthMeant(words, start, end));
  // « c'est quarante-cinq euros | qu'on vous verse »
  const amount = findAmount(words, clause.link === 'cleft' && clause.matrix !== null ? clause.matrix.start : clause.start, clause.end) ?? summedUp(words, clause);
  return new JudgedWords(words, clause, amount, inside ?? after ?? before ?? null);
}
