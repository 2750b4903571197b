import type { ReadStatement } from './read-statements.js';
import { DEEDS } from './lexicon/deed-nouns.js';
import { afterRegrets } from './judge/judge-verbless.js';
import { isLedBy, isVerb } from './verbs/verb-group.js';
import { Phrases } from './clauses/phrases.js';
import { CLAIM_TABLE, CLAIM_WORDS, type ClaimRow } from './lexicon/claim-table.js';
import { readFigure } from './read-figures.js';
import { readNumber } from './words/number-words.js';
import type { TurnWords } from './words/turn-words.js';

/** What a clause tells about the case: « la livraison est gratuite » answers `cost` with `free`. */
export interface ReadClaim {
  readonly statement: ReadStatement;
  readonly question: string;
  readonly answer: string;
  /** Nouns that belong to the question, not to what it is asked of. */
  readonly isOwnTopic: ReadonlySet<string>;
}

/** Said with a reserve, asked or reported: told by nobody. */
const NOT_TOLD = new Set(['hedged', 'hypothetical', 'quoted', 'question', 'condition', 'offer', 'politeness']);

/** The facts that the clauses of a turn tell; of one question per clause the first answer. */
export function readClaims(words: TurnWords, read: readonly ReadStatement[]): ReadClaim[] {
  return read.flatMap((statement, index) => {
    const { verdict, clause } = statement;
    // « on en a plus » is stative too.
    if (verdict.kind === 'none' && NOT_TOLD.has(verdict.why) && !(verdict.why === 'offer' && clause.group !== null && !clause.group.isInverted && isLedBy(clause.group, MAY) && statement.condition === null) && !(verdict.why === 'politeness' && clause.group !== null && isVerb(clause.group, HAVING))) return [];
    const tense = clause.group?.tense;
    if (tense === 'conditional' || tense === 'imperfect') return [];
    const notBefore = statement.notBefore === null ? [] : [{ statement, question: 'when', answer: 'not-before', isOwnTopic: NO_TOPICS }];
    const done = happenedBefore(statement, read[index + 1]) ? [{ statement, question: 'done', answer: 'yes', isOwnTopic: NO_TOPICS }] : [];
    const figure = tense === 'imperative' ? null : readFigure(words, statement);
    if (!CLAIM_WORDS.isIn(words, statement.start, statement.end) && allowance(statement) === null) return [...notBefore, ...done, ...(figure === null ? [] : [figure])];
    const isDenied = clause.group?.isNegated ?? deniesItself(words, statement);
    const answers = new Map<string, ReadClaim>();
    for (const { question, answer, denied, only, words: phrases, isOwnTopic } of CLAIM_TABLE) {
      const told = isDenied ? denied : answer;
      // « ouverte à tous » tells who, not when.
      if (told === null || answers.has(question) || (question === 'hours' && (answers.has('access') || EXCEPT.isIn(words, clause.start, clause.tail))) || !phrases.isIn(words, statement.start, statement.end) || (only !== null && !FITS[only](statement, words))) continue;
      answers.set(question, { statement, question, answer: told, isOwnTopic });
    }
    const allowed = allowance(statement);
    if (allowed !== null && !answers.has('possible')) answers.set('possible', { statement, question: 'possible', answer: allowed, isOwnTopic: NO_TOPICS });
    // « vous ne pouvez pas résilier avant juin » tells both.
    if (notBefore.length > 0 && clause.group?.subject !== 'vous' && clause.group?.subject !== 'tu') answers.delete('possible');
    // A price is told as what it costs, a length of time with what lasts.
    if (figure !== null && !(answers.get('cost')?.statement.amount) && !WITH_FIGURE.some((question) => answers.has(question))) answers.set(figure.question, figure);
    return [...answers.values(), ...notBefore, ...done];
  });
}

/** « l'état des lieux est fait, | on vous rend la caution »: what a pledge waited for, by a verb that names no act. */
const happenedBefore = ({ verdict, act }: ReadStatement, next: ReadStatement | undefined): boolean => verdict.kind === 'done' && act.by === null && next?.verdict.kind === 'pledge';

const HAVING = new Set(['avoir']);
const EXCEPT = new Phrases('sauf|excepte|hormis|a part');
const WITH_FIGURE = ['time-limit', 'warranty', 'commitment'];
const NO_TOPICS: ReadonlySet<string> = new Set();

/** « vous pouvez | pas reporter », « on peut | échanger »: may the customer do what the infinitive says? Null: nothing is told of it. */
function allowance({ clause: { group }, verdict, act }: ReadStatement): 'yes' | 'no' | null {
  if (group === null || group.verbs.length < 2 || !isLedBy(group, MAY) || group.isInverted || group.tense === 'imperfect') return null;
  const isCompany = group.subject === 'on' || group.subject === 'nous' || group.subject === 'je';
  // « on peut déplacer le rendez-vous »; refused, it is a refusal.
  if (isCompany) return !group.isNegated && verdict.kind === 'none' && verdict.why === 'offer' && act.by !== null ? 'yes' : null;
  const isOthers = group.subject === 'noun' || group.subject === 'il' || group.subject === 'ils';
  if (!isOthers && !group.verbs.at(-1)!.some((lemma) => DEEDS.has(lemma))) return null;
  if (isOthers && (group.isPassive || group.verbs.at(-1)!.some((lemma) => lemma === 'être' || lemma === 'avoir'))) return null;
  return group.isNegated ? 'no' : 'yes';
}

const MAY = new Set(['pouvoir']);

const FITS: Readonly<Record<NonNullable<ClaimRow['only']>, (statement: ReadStatement, words: TurnWords) => boolean>> = {
  duration: ({ verdict, clause, start, end }, words) => verdict.kind !== 'pledge' && durationIn(words, start, Math.max(end, clause.end)) !== null && !/^(?:promis|fait|recu)/.test(words.at(clause.group?.end ?? 0)),
  amount: ({ amount, verdict }) => amount !== null && verdict.kind !== 'pledge',
  cause: ({ clause, start, end }, words) => CAUSED.isIn(words, start, end) || (clause.group !== null && isVerb(clause.group, COMING)),
  refund: ({ act, clause }) => act.act === 'refund' || (clause.group !== null && isVerb(clause.group, PAYING)),
  past: ({ clause }) => clause.group?.tense === 'past',
  thing: ({ clause }) => clause.group?.subject !== 'vous' && clause.group?.subject !== 'je',
  ours: ({ clause }) => clause.group?.subject !== 'vous' && clause.group?.subject !== 'tu',
  working: ({ clause: { group, end } }, words) => group === null || isVerb(group, WORKING) || USABLE.isIn(words, group.end, end),
  'to come': ({ clause }) => clause.group?.tense !== 'past',
  payment: ({ clause: { front, end } }, words) => PAYMENTS.isIn(words, front, end),
};

const WORKING = new Set(['marcher', 'fonctionner']);
const USABLE = new Phrases('utilisable|utilisables|valable|valables');
const PAYMENTS = new Phrases('paiement|reglement|prelevement|virement|cheque|transaction|carte bancaire|mensualite');
/** « dû à », « à cause de », « une erreur de ». */
const CAUSED = new Phrases("du a|du au|due a|due au|dus a|dus au|dues a|dues au|a cause d'|a cause de|a cause du|a cause des|cause du|cause de|lie a|lie au|liee a|liee au|en raison|la faute|faute de|faute du|erreur de|erreur du|de notre fait|suite a|retard chez|est cote|responsable|imputable a|imputable au");
/** A length of time told in a range: its days (a month has 30, a year 365); null: none, or one that is counted from now on as a deadline. */
export function durationIn(words: TurnWords, start: number, end: number): number | null {
  for (let i = start; i < end; i++) {
    const number = readNumber(words, i, end);
    if (number === undefined) continue;
    const unit = DAYS.get(words.at(number.end));
    if (unit !== undefined && number.end < end) return number.value * unit;
    i = number.end - 1;
  }
  return null;
}

const DAYS = new Map([['jour', 1], ['jours', 1], ['j', 1], ['semaine', 7], ['semaines', 7], ['mois', 30], ['an', 365], ['ans', 365], ['heures', 1 / 24], ['h', 1 / 24], ['nuit', 1], ['nuits', 1]]);
const COMING = new Set(['venir', 'provenir', 'découler', 'causer', 'provoquer']);
const PAYING = new Set(['verser', 'payer', 'régler', 'percevoir']);

/** « pas besoin de justificatif », « aucun justificatif nécessaire ». */
const deniesItself = (words: TurnWords, statement: ReadStatement): boolean => /^(?:pas|aucun|aucune|plus|nul)$/.test(words.at(afterRegrets(words, statement)));
