import { ok, refuse, type Read } from './refusal.js';
import type { Utterance } from './transcript.js';

/** An utterance whose time is an instant, milliseconds since the epoch. */
export interface DatedUtterance extends Omit<Utterance, 'startMs' | 'endMs'> {
  readonly at?: number;
  readonly until?: number;
}

/**
 * Instants → milliseconds from the earliest of them, which is the conversation's start unless the source has an earlier one.
 * @param openedAt milliseconds since the epoch
 */
export function fromTheStart(said: readonly DatedUtterance[], openedAt?: number): Read<{ startedAt?: string; utterances: Utterance[] }> {
  let start = openedAt;
  for (const { at } of said) if (at !== undefined) start = Math.min(start ?? at, at);
  if (start === undefined) return ok({ utterances: said.map(({ at: _at, until: _until, ...rest }) => rest) });
  const from = start;
  if (!Number.isFinite(from) || from < 0 || from > LATEST) return refuse('invalid_file', `L'échange commencerait à ${from} ms de 1970 : l'unité de temps du fichier n'est pas celle de son format.`);
  const utterances = said.map(({ at, until, ...rest }): Utterance => ({ ...rest, ...(at !== undefined && { startMs: at - from }), ...(until !== undefined && { endMs: until - from }) }));
  return ok({ startedAt: new Date(from).toISOString(), utterances });
}

const LATEST = Date.UTC(2100, 0, 1);
