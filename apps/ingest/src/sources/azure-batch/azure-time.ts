import { z } from 'zod';

/** A week. */
const LONGEST_MS = 7 * 24 * 3600 * 1000;

const DURATION = /^P(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,7}(?:\.\d{1,12})?)S)?)?$/;

const bounded = (ms: number): boolean => ms >= 0 && ms <= LONGEST_MS;

/** ISO 8601 duration without months and years, `PT1M2.5S` → milliseconds. */
export const isoDuration = z
  .string()
  .regex(DURATION, 'attendu : une durée ISO 8601, par exemple "PT1M2.5S"')
  .transform((text) => {
    const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = DURATION.exec(text) ?? [];
    return ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000;
  })
  .refine(bounded, 'plus d’une semaine');

/** Ticks of 100 ns → milliseconds. */
export const ticks = z.number().transform((value) => value / 10_000).refine(bounded, 'attendu : des ticks de 100 ns, une semaine au plus');

export interface AzureTimes {
  readonly offset?: number | null;
  readonly duration?: number | null;
  readonly offsetInTicks?: number | null;
  readonly durationInTicks?: number | null;
  readonly offsetMilliseconds?: number | null;
  readonly durationMilliseconds?: number | null;
}

/** Start and end in milliseconds from whichever unit is there. */
export function timesOf(phrase: AzureTimes): { startMs?: number; endMs?: number } {
  const startMs = phrase.offsetMilliseconds ?? phrase.offsetInTicks ?? phrase.offset ?? undefined;
  const lasted = phrase.durationMilliseconds ?? phrase.durationInTicks ?? phrase.duration ?? undefined;
  return { ...(startMs !== undefined && { startMs, ...(lasted !== undefined && { endMs: startMs + lasted }) }) };
}
