import type { Proportion } from '../api/types.js';
import type { Language } from '../i18n/language.js';

/** The language's own rules of writing; British dates, since day-first is what the rest of the page shows. */
const LOCALE: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

export interface Interval {
  readonly low: string;
  readonly high: string;
  readonly level: string;
}

/** Writes dates, numbers and shares in a language and in the organisation's time zone. */
export interface Format {
  /** « 4 nov. 2026 ». */
  date(instant: string): string;
  /** « 4 nov. 2026, 14:05 ». */
  dateTime(instant: string): string;
  /** Milliseconds from the start as « 2:05 » or « 1:02:05 ». */
  offset(ms: number): string;
  count(value: number): string;
  /** « 42 % »; one decimal below 10 % unless it is round, since 0.4 % is not 0 %. */
  share(value: number): string;
  /** A day without a time: YYYY-MM-DD as « 4 nov. 2026 ». */
  day(day: string): string;
  /** A local date, or date and minute, as « 4 nov. 2026 » or « 4 nov. 2026, 14:05 »: YYYY-MM-DD[THH:mm]. */
  local(moment: string): string;
  /** One decimal. */
  decimal(value: number): string;
  /** Two decimals: « 0,74 », « −0,05 ». */
  coefficient(value: number): string;
  /** A confidence level: « 99,8 % ». */
  level(value: number): string;
  /** A difference of shares in percentage points, signed: « +15 », « −0,4 ». */
  points(value: number, signed?: boolean): string;
  /** Null when the denominator is 0. */
  interval(proportion: Proportion): Interval | null;
  /** A BCP 47 code by its name: « anglais ». */
  language(code: string): string;
  /** Orders names as the language does. */
  compare(a: string, b: string): number;
}

const two = (value: number): string => String(value).padStart(2, '0');

export function formatOf(language: Language, timeZone: string): Format {
  const locale = LOCALE[language];
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const calendar = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const localMinute = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  const minute = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const finePercent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const points = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const signedPoints = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const hundredths = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const collator = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
  const share = (value: number): string => (value > 0 && value < 0.1 ? finePercent : percent).format(value);
  return {
    date: (instant) => day.format(new Date(instant)),
    dateTime: (instant) => minute.format(new Date(instant)),
    offset: (ms) => {
      const seconds = Math.floor(ms / 1000);
      const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
      return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
    },
    count: (value) => number.format(value),
    share,
    day: (text) => calendar.format(new Date(`${text}T00:00:00Z`)),
    local: (text) => (text.includes('T') ? localMinute.format(new Date(`${text.slice(0, 16)}Z`)) : calendar.format(new Date(`${text}T00:00:00Z`))),
    decimal: (value) => points.format(value),
    coefficient: (value) => hundredths.format(value).replace('-', '−'),
    level: (value) => finePercent.format(value),
    points: (value, signed = false) => (signed ? signedPoints : points).format(value * 100).replace('-', '−'),
    interval: ({ interval }) =>
      interval === null ? null : { low: share(interval.low), high: share(interval.high), level: percent.format(interval.level) },
    language: (code) => names.of(code) ?? code,
    compare: (a, b) => collator.compare(a, b),
  };
}
