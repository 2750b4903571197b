import type { Channel } from '../interaction.js';

/** What one agent's interactions of one week, channel and contact reason came to for one rule or commitment. */
export interface Tally {
  readonly agent: string;
  /** See `weekOf`. */
  readonly week: number;
  readonly channel: Channel;
  /** '' when not known. */
  readonly reason: string;
  /** Interactions on which it could be found. */
  readonly n: number;
  /** Those with a finding that was not dismissed … */
  readonly detected: number;
  /** … with a confirmed one … */
  readonly confirmed: number;
  /** … with none confirmed and one not yet judged. */
  readonly undecided: number;
}

/** Alike in everything but who answered. */
export const mixOf = ({ channel, reason }: Tally): string => JSON.stringify([channel, reason]);

const DAY_MS = 86_400_000;
/** 1970-01-05 was a Monday. */
const FIRST_MONDAY = 4;

/** Which Monday-to-Sunday week a day belongs to, counted from 1970. */
export const weekOf = (day: string): number => Math.floor((Date.parse(day) / DAY_MS - FIRST_MONDAY) / 7);
