import { type Delay, weekdaysAfter } from '#domain';
import { loadLexicon } from '../read/index.js';
import { Clock } from '../pledges/deadlines/clock.js';
import { findDeadlines } from '../pledges/deadlines/find-deadlines.js';
import { TurnWords } from '../pledges/words/turn-words.js';

/** A Monday morning with no public holiday for weeks: five working days are always a week when counted from it. */
const MONDAY = { instant: Date.parse('2026-08-31T06:00:00Z'), zone: 'Europe/Paris', day: '2026-08-31' } as const;

type Length = Omit<Delay, 'afterEvent'>;
const known = new Map<string, Length | null>();
/** Agents say the same few delays over and over. */
const MOST_KNOWN = 10_000;

/**
 * The length of time that words name, as if said on a Monday morning, so that it is the same whenever it is said: « sous 48 h » is two days, « 5 jours ouvrés »
 * a week, « dans l'heure » sixty minutes; of « 5 à 7 jours » the longer. Null where they name a day (« mardi », « demain », « avant midi »).
 */
export function writtenDelay(words: string): Length | null {
  const before = known.get(words);
  if (before !== undefined) return before;
  const length = read(words) ?? read(`sous ${words}`);
  if (known.size < MOST_KNOWN) known.set(words, length);
  return length;
}

function read(text: string): Length | null {
  const words = new TurnWords(text, 'email', loadLexicon());
  const clock = new Clock(MONDAY.instant, MONDAY.zone);
  const found = words.sentences.flatMap(({ start, end }) => findDeadlines(words, start, end, clock))[0];
  if (found === undefined || !found.isDelay) return null;
  const days = found.by.day - clock.today;
  const minutes = found.by.minutes === null ? null : days * 1440 + found.by.minutes - clock.minutes;
  return { days, workingDays: weekdaysAfter(MONDAY.day, days), minutes };
}
