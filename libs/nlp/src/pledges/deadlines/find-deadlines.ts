import { FINITE, type TurnWords } from '../words/turn-words.js';
import type { Day, LocalTime } from './civil-date.js';
import { dayOf, lastMinute, later, MINUTES_PER_DAY, partsOf } from './civil-date.js';
import type { Clock } from './clock.js';
import { readDay } from './days.js';
import { readDelay } from './delays.js';
import { isNumberWord } from '../words/number-words.js';
import { type Preposition, PREPOSITIONS, readPreposition } from './prepositions.js';
import { readTime, type ReadTime } from './read-time.js';
import { FEASTS, MONTH_STRETCHES, MONTHS, WEEKDAYS } from './time-words.js';
import { readClockTime } from './times-of-day.js';
import { BRINGING, MOVING } from '../lexicon/act-verbs.js';
import { WordFlag } from '../../read/index.js';

/** Minutes: « d'ici 5 h » is no time of a working day. */
const FIRST_HOUR = 420;

/** Words of a turn that name a point in time to come. */
export interface FoundDeadline {
  /** A range of words. */
  readonly start: number;
  readonly end: number;
  readonly from: LocalTime | null;
  readonly by: LocalTime;
  /** Counted from now: « sous 48 h »; what waits for an event is counted from the event. */
  readonly isDelay: boolean;
  /** Told by something else whose day is not said: « la veille », « dans les trois jours qui suivent ». Its `by` is no date to go by. */
  readonly isFromEvent: boolean;
}

/**
 * Every deadline of a range of words, leftmost and longest first: delays, days, times of day and what is put together of them, as a French customer understands
 * them (table in test/pledges/labelled/README.md). Lengths, rhythms and the past (« jusqu'à samedi », « tous les soirs », « hier ») are none.
 */
export function findDeadlines(words: TurnWords, start: number, end: number, clock: Clock): FoundDeadline[] {
  const found: FoundDeadline[] = [];
  let named: Day | null = null;
  let time = nextTimeWord(words, start, end);
  for (let i = start; i < end; ) {
    if (time < i) time = nextTimeWord(words, i, end);
    if (time === end) break;
    if (time - i > FARTHEST_TIME_WORD || !mayBegin(words, i)) {
      i = Math.max(i + 1, time - FARTHEST_TIME_WORD);
      continue;
    }
    const preposition = readPreposition(words, i, end);
    let read = readAt(words, i, preposition, end, clock, named);
    if (read === undefined) {
      i++;
      continue;
    }
    named = read.by.day;
    const isOf = preposition.isBare && ((OF.has(words.at(i - 1)) && !isOnly(words, i - 1) && !(/^une?$/.test(words.at(i - 1)) && ONE_DAY.test(words.at(i)))) || words.at(i) === 'du');
    if (preposition.sense !== 'none' && !isOf && lastMinute(read.by) >= clock.today * 1440 + clock.minutes) found.push(extend(words, read, end, clock));
    // « du mardi au samedi »
    if (isOf && words.at(i) === 'du' && /^(?:au|a)$/.test(words.at(read.end))) read = { ...read, end: readAt(words, read.end, readPreposition(words, read.end, end), end, clock, named)?.end ?? read.end };
    i = Math.max(i + 1, found.at(-1)?.start === read.start ? found.at(-1)!.end : read.end);
  }
  return found;
}

/** Words between the first word of a deadline and one that tells the time: « au plus tard d'ici à un délai maximum de | trois ». */
const FARTHEST_TIME_WORD = 12;

/** The next word that tells a time, of which every deadline has one; `end` where there is none. */
function nextTimeWord(words: TurnWords, start: number, end: number): number {
  let i = start;
  while (i < end && !words.word(i).tellsTime) i++;
  return i;
}

/** A first look: can a time be said from this word on? */
const mayBegin = (words: TurnWords, i: number): boolean => words.kind(i) === 'number' || words.isAny(i, BEGINNINGS) || words.at(i).startsWith('mi-') || isNumberWord(words.at(i));

const BEGINNINGS: ReadonlySet<string> = new Set([...PREPOSITIONS, ...WEEKDAYS.keys(), ...MONTHS.keys(), ...MONTH_STRETCHES.keys(), ...FEASTS.map(([phrase]) => phrase.split(' ')[0]!), ..."aujourd'hui demain apres-demain apres le la l' entre de du fin tout 1er premier j un une deux trois".split(' ')]);

/** « votre courrier | du 15 », « la facture | de février »: which one, not when. */
const OF = new Set(['du', 'de', "d'", 'des', 'que', "qu'", 'un', 'une', 'certains']);

/** « nous vous en renvoyons une | aujourd'hui »: no noun that « une » might go with. */
const ONE_DAY = /^(?:aujourd'hui|demain|apres-demain|ce|cet|cette)$/;

/** « ne passera que vendredi », in speech « il pourra venir que vendredi », « les travaux démarrent que lundi ». */
function isOnly(words: TurnWords, que: number): boolean {
  if (!/^qu(?:e|')$/.test(words.at(que))) return false;
  for (let i = que - 1; i >= que - 6; i--) if (/^(?:ne|n'|peut|peuvent|pourra|pourront|pourrai|pourrons)$/.test(words.at(i))) return true;
  if (/^(?:prete?s?|disponibles?|finie?s?|terminee?s?|livree?s?|la|possible)$/.test(words.at(que - 1))) return true;
  return words.has(que - 1, FINITE | WordFlag.infinitive) && words.verbs(que - 1).some((lemma) => MOVING.has(lemma) || BEGINNING.has(lemma) || BRINGING.has(lemma));
}

const BEGINNING = new Set(['commencer', 'démarrer', 'débuter', 'reprendre', 'finir', 'terminer', 'rouvrir', 'livrer', 'expédier', 'réparer', 'rembourser', 'rappeler']);

function readAt(words: TurnWords, i: number, preposition: Preposition, end: number, clock: Clock, named: Day | null): FoundDeadline | undefined {
  const at = preposition.end;
  if (takesDelay(words, preposition, end, clock) || words.says(at, 'j +')) {
    const delay = readDelay(words, at, end, clock);
    if (delay !== undefined) return { start: i, end: delay.end, from: delay.from, by: delay.by, isDelay: true, isFromEvent: delay.isFromEvent };
  }
  if (!preposition.point) return undefined;
  if (preposition.isBare) {
    const around = words.at(i) === 'entre' ? readBetween(words, i, end, clock, named) : readAround(words, i, end, clock);
    if (around !== undefined) return around;
  }
  const start = preposition.isPart ? i : at;
  return readPoint(words, start, preposition, end, clock, named);
}

/** « entre lundi et mercredi », « entre le 10 et le 15 avril »: days. */
function readBetween(words: TurnWords, i: number, end: number, clock: Clock, named: Day | null): FoundDeadline | undefined {
  const first = readDay(words, i + 1, end, clock, { named, isDate: false, isBare: false });
  const last = first === undefined || words.at(first.end) !== 'et' ? undefined : readDay(words, first.end + 1, end, clock, { named, isDate: false, isBare: false });
  if (first === undefined || last === undefined) return undefined;
  // « entre lundi et mercredi », said on a Tuesday, ends in the week of that Monday.
  if (last.day < first.day) return { start: i, end: last.end, from: whole(first.day), by: whole(last.day + WEEK * Math.ceil((first.day - last.day) / WEEK)), isDelay: false, isFromEvent: false };
  // « entre le 10 et le 15 avril »: the month is said once.
  const { year, month, date } = partsOf(last.day);
  const isBareDate = words.at(i + 1) === 'le' && first.end - i === 3 && partsOf(first.day).date < date;
  return { start: i, end: last.end, from: whole(isBareDate ? dayOf(year, month, partsOf(first.day).date) : first.day), by: whole(last.day), isDelay: false, isFromEvent: false };
}

/** Words: « trente à quarante cinq minutes | avant ». */
const LONGEST_COUNT = 7;
const WEEK = 7;
const whole = (day: Day): LocalTime => ({ day, minutes: null });

/** « une demi-heure avant », « 48 h après la visite »: counted from something that is said elsewhere or not at all. */
function readAround(words: TurnWords, i: number, end: number, clock: Clock): FoundDeadline | undefined {
  let at = i + 1;
  while (at < end && at < i + LONGEST_COUNT && words.at(at) !== 'avant' && words.at(at) !== 'apres') at++;
  if (at === end || at === i + LONGEST_COUNT) return undefined;
  const ahead = readDelay(words, i, end, clock);
  if (ahead === undefined) return undefined;
  const isBefore = words.at(ahead.end) === 'avant';
  if (!isBefore && words.at(ahead.end - 1) !== 'apres') return undefined;
  return { start: i, end: isBefore ? ahead.end + 1 : ahead.end, from: null, by: ahead.by, isDelay: false, isFromEvent: true };
}

/** « avant 18 h » names a time of day, « avant 48 h » a delay; « d'ici 18 h » a time when it is still to come. */
function takesDelay(words: TurnWords, { delay, end: at }: Preposition, end: number, clock: Clock): boolean {
  if (delay === 'yes' || delay === 'no') return delay === 'yes';
  const time = readClockTime(words, at, end);
  if (time === undefined || time.minutes >= MINUTES_PER_DAY) return true;
  return delay === 'hours to come' && time.minutes % 60 === 0 && (time.minutes < FIRST_HOUR || time.minutes <= clock.minutes);
}

/** A day with or without a time, or a time of today. */
function readPoint(words: TurnWords, start: number, { end: at, sense, isBare, hasArticle }: Preposition, end: number, clock: Clock, named: Day | null): FoundDeadline | undefined {
  const day = readDay(words, at, end, clock, { named, isDate: hasArticle, isBare });
  if (day === undefined) return readTimeThenDay(words, start, at, isBare, end, clock, named);
  const time = readTime(words, day.end, end, 'after a day');
  if (time === undefined) {
    const by = sense === 'before' ? Math.max(clock.today, day.before) : sense === 'from' ? day.first : day.day;
    return { start, end: day.end, from: null, by: { day: by, minutes: null }, isDelay: false, isFromEvent: day.isFromEvent === true };
  }
  return { start, end: time.end, ...onDay(day.day, time), isDelay: false, isFromEvent: day.isFromEvent === true };
}

/** « entre 9 h et 11 h demain », « avant midi », « en fin de journée », « tout à l'heure ». */
function readTimeThenDay(words: TurnWords, start: number, at: number, isBare: boolean, end: number, clock: Clock, named: Day | null): FoundDeadline | undefined {
  const time = readTime(words, at, end, isBare ? 'alone' : 'after a preposition');
  if (time === undefined || isOfRecord(time)) return undefined;
  const link = /^(?:de|d'|du|,)$/.test(words.at(time.end)) ? time.end + 1 : time.end;
  const day = time.isToday ? undefined : readDay(words, link, end, clock, { named, isDate: words.at(time.end) === 'du', isBare: true });
  // « dans la nuit de jeudi à vendredi »
  const next = day !== undefined && time.days > 0 && words.at(day.end) === 'a' ? readDay(words, day.end + 1, end, clock, { named, isDate: false, isBare: true }) : undefined;
  if (day !== undefined) return { start, end: next?.end ?? day.end, ...onDay(day.day + time.days, time), isDelay: false, isFromEvent: day.isFromEvent === true };
  // « avant 20 heures ce soir »
  const part = time.isToday ? undefined : readTime(words, time.end, end, 'alone');
  if (part?.isToday === true && part.by === null) return { start, end: part.end, ...onDay(clock.today, time), isDelay: false, isFromEvent: false };
  const passed = time.by !== null && !time.isToday && time.by < clock.minutes;
  const base = clock.today + (passed ? 1 : 0) + time.days;
  return { start, end: time.end, ...onDay(base, time), isDelay: false, isFromEvent: false };
}

/** « un paiement à 17 h 52 »: read from a record; whoever gives an appointment rounds. */
const isOfRecord = ({ by, isToday }: ReadTime): boolean => by !== null && !isToday && by % 5 !== 0;

function onDay(day: Day, { from, by }: { from: number | null; by: number | null }): { from: LocalTime | null; by: LocalTime } {
  return { from: from === null ? null : { day, minutes: from }, by: { day, minutes: by } };
}

/** « mardi ou mercredi », « lundi, au plus tard mardi »: the later of the two. */
function extend(words: TurnWords, first: FoundDeadline, end: number, clock: Clock): FoundDeadline {
  let at = first.end;
  if (words.at(at) === ',') at++;
  // « fin avril début mai »
  const isStretch = first.end === at && MONTH_STRETCHES.has(words.at(at)) && [first.start, first.start + 1, first.start + 2].some((i) => MONTH_STRETCHES.has(words.at(i)));
  const choice = isStretch || /^(?:ou|voire|et)$/.test(words.at(at));
  if (choice && !isStretch) at++;
  const preposition = readPreposition(words, at, end);
  const latest = preposition.sense === 'latest';
  if ((!choice && !latest) || at >= end || preposition.sense === 'none' || preposition.sense === 'before') return first;
  const second = readAt(words, at, preposition, end, clock, first.by.day);
  if (second === undefined || second.isDelay !== first.isDelay) return first;
  return { ...first, end: second.end, by: later(first.by, second.by) };
}
