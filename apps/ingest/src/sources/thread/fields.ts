import { z } from 'zod';
import { epochMs, instantMs } from './time.js';

/** Ids are numbers in one system and texts in the next. */
export const idField = z.union([z.string().min(1), z.int()]).transform(String);

/** A text, or nothing. */
export const textField = z.string().nullish().transform((text) => (text === null || text?.trim() === '' ? undefined : text));

/** An instant with its zone → milliseconds since the epoch. */
export const instantField = z.string().transform((text, context) => {
  const time = instantMs(text);
  if (time !== undefined) return time;
  context.addIssue({ code: 'custom', message: `instant illisible ou sans fuseau : « ${text.slice(0, 40)} » ; attendu par exemple 2026-03-02T09:15:00Z` });
  return z.NEVER;
});

/** Seconds since the epoch → milliseconds since the epoch. */
export const epochSecondsField = z.number().transform((value, context) => {
  const time = epochMs(value, 'epoch-s');
  if (time !== undefined) return time;
  context.addIssue({ code: 'custom', message: `${value} n'est pas un nombre de secondes depuis 1970 ; attendu par exemple 1788768000` });
  return z.NEVER;
});

/** Seconds since 1970 as a number, or an instant with its zone as a text → milliseconds since the epoch. */
export const secondsOrInstantField = z.unknown().transform((value, context) => {
  const time = typeof value === 'number' ? epochMs(value, 'epoch-s') : typeof value === 'string' ? instantMs(value) : undefined;
  if (time !== undefined) return time;
  context.addIssue({ code: 'custom', message: 'instant illisible ; attendu : secondes depuis 1970, ou 2026-03-02T09:15:00Z' });
  return z.NEVER;
});

/** As many tags as an interaction may bear; the first ones. */
export const tagsField = z.array(z.string()).nullish().transform((tags) => (tags?.length ? tags.filter((tag) => tag !== '' && tag.length <= 200).slice(0, 100) : undefined));
