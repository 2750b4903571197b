import type { ReadClaim } from './read-claims.js';
import type { ReadStatement } from './read-statements.js';
import { nounAt } from './topics.js';
import { readClockTime } from './deadlines/times-of-day.js';
import { GENERAL } from './lexicon/reserve-phrases.js';
import { readNumber } from './words/number-words.js';
import type { TurnWords } from './words/turn-words.js';

const NO_TOPICS: ReadonlySet<string> = new Set();
/** Units that say the same in another number: « un an » is twelve months of thirty days. */
const UNITS: ReadonlyMap<string, readonly [unit: string, times: number]> = new Map<string, readonly [string, number]>([
  ['an', ['jour', 360]], ['ans', ['jour', 360]], ['annee', ['jour', 360]], ['annees', ['jour', 360]], ['mois', ['jour', 30]], ['jour', ['jour', 1]], ['jours', ['jour', 1]], ['semaine', ['jour', 7]], ['semaines', ['jour', 7]],
  ['kilos', ['kilo', 1]], ['kg', ['kilo', 1]], ['kilo', ['kilo', 1]], ['go', ['giga', 1]], ['giga', ['giga', 1]], ['gigas', ['giga', 1]], ['km', ['km', 1]], ['kilometres', ['km', 1]], ['metres', ['metre', 1]], ['m', ['metre', 1]], ['personnes', ['personne', 1]], ['personne', ['personne', 1]],
  ['places', ['place', 1]], ['heures', ['heure', 1]], ['h', ['heure', 1]], ['minutes', ['minute', 1]], ['fois', ['fois', 1]], ['%', ['%', 1]], ['€', ['€', 1]], ['euro', ['€', 1]], ['euros', ['€', 1]], ['pieces', ['piece', 1]], ['points', ['point', 1]],
]);
/** Words before a number that make a bound or a count of something else of it. */
const NOT_BEFORE = /^(?:moins|plus|environ|entre|de\+|dont|sur|chaque|toutes|tous|et|ou)$/;

/**
 * The one figure that a clause tells of the noun it begins with: « une franchise de 300 € s'applique », « le petit-déjeuner est servi jusqu'à 10 h », « le délai de carence est de six mois ».
 * Null: none, or several, of which nobody knows which counts.
 */
export function readFigure(words: TurnWords, statement: ReadStatement): ReadClaim | null {
  const { clause, start, end, verdict } = statement;
  if (verdict.kind === 'none' && verdict.why === 'statement' && GENERAL.isIn(words, clause.front, end)) return null;
  const isDone = verdict.kind === 'done' && !(clause.group?.isPassive && clause.group.tense === 'present');
  if (verdict.kind === 'pledge' || isDone || verdict.kind === 'doing' || clause.group?.isNegated) return null;
  const every = everyOf(words, start, end);
  if (every !== null) return { statement, question: 'figure:every', answer: String(every), isOwnTopic: NO_TOPICS };
  let found: { readonly unit: string; readonly value: number } | null = null;
  for (let i = start; i < end; i++) {
    const clock = /^(?:a|jusqu'a|jusqu'|des|avant|apres)$/.test(words.at(i - 1)) ? readClockTime(words, i, end + 1) : undefined;
    const number = clock === undefined ? readNumber(words, i, end) : undefined;
    if (number !== undefined && WHICH.has(words.at(i - 1)) && found === null && !UNITS.has(words.at(number.end))) {
      found = { unit: words.at(i - 1), value: number.value };
      i = number.end - 1;
      continue;
    }
    const unit = number === undefined ? undefined : UNITS.get(words.at(number.end));
    if (clock === undefined && (number === undefined || unit === undefined || number.end >= end)) {
      if (number !== undefined) i = number.end - 1;
      continue;
    }
    if (found !== null || NOT_BEFORE.test(words.at(i - 1))) return null;
    found = clock === undefined ? { unit: unit![0], value: number!.value * unit![1] } : { unit: 'clock', value: clock.minutes };
    i = (clock?.end ?? number!.end + 1) - 1;
  }
  if (found === null || !namesSomething(words, clause.front, end)) return null;
  return { statement, question: `figure:${found.unit}`, answer: String(found.value), isOwnTopic: NO_TOPICS };
}

/** Numbered places. */
const WHICH = new Set(['terminal', 'quai', 'voie', 'porte', 'salle', 'etage', 'bureau', 'guichet', 'hall', 'batiment', 'comptoir', 'caisse']);

/** « tous les ans », « tous les deux ans »: in days. */
function everyOf(words: TurnWords, start: number, end: number): number | null {
  for (let i = start; i + 2 < end; i++) {
    if (!/^(?:tous|toutes)$/.test(words.at(i)) || words.at(i + 1) !== 'les') continue;
    const number = readNumber(words, i + 2, end);
    const unit = UNITS.get(words.at(number?.end ?? i + 2));
    if (unit?.[0] === 'jour') return (number?.value ?? 1) * unit[1];
  }
  return null;
}

function namesSomething(words: TurnWords, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (nounAt(words, i) !== undefined) return true;
  return false;
}
