import { z } from 'zod';
import type { SpeakerRole, TurnZone } from '#domain';
import type { Occurrence, ReadTurn, Reading } from '../reading/reading.js';
import { closed } from '../rulebook/closed-schema.js';

const ZONES = ['subject', 'greeting', 'body', 'closing'] as const satisfies readonly TurnZone['kind'][];

/** `where`: which part of the interaction counts. Several keys must all hold. */
export const whereKeys = closed({
  'first-turns': z.int().min(1).max(1000).optional().describe('parmi les n premiers tours de la personne visée'),
  'last-turns': z.int().min(1).max(1000).optional().describe('parmi ses n derniers tours'),
  'first-seconds': z.number().positive().optional().describe('dans les n premières secondes de l’échange'),
  'last-seconds': z.number().positive().optional().describe('dans ses n dernières secondes'),
  zones: z.array(z.enum(ZONES)).min(1).optional().describe('dans ces parties d’un courriel'),
}).meta({ id: 'where', description: 'où regarder ; toutes les clés données valent ensemble' });

export type Where = z.infer<typeof whereKeys>;

/** Why a place cannot be judged, in French; null when it can. */
export function whereTrouble(where: Where | undefined, reading: Reading, speaker: SpeakerRole): string | null {
  if (where === undefined) return null;
  const timed = where['first-seconds'] !== undefined || where['last-seconds'] !== undefined;
  if (timed && reading.turns.every((turn) => turn.startMs === undefined)) return 'les tours de parole ne sont pas horodatés';
  return onlySubject(where) && hidesSubject(reading, speaker) ? "l'objet du courriel n'est dans le texte d'aucun tour" : null;
}

/** Whether nothing but the subject is looked at. */
export const onlySubject = (where: Where | undefined): boolean => where?.zones?.every((zone) => zone === 'subject') === true;

/** « Re: », « RE : », « Rép : », « Re[2]: » */
const REPLY = /^\s*r(?:e|é|ép)\s*(?:\[\d+\])?\s*:/i;

/** Whether `speaker` opened the exchange under a subject that no text of theirs repeats: their words, out of sight. A reply (« Re: », even in a file of its own) takes over the other side's. */
function hidesSubject(reading: Reading, speaker: SpeakerRole): boolean {
  const { subject } = reading.interaction;
  if (reading.channel !== 'email' || subject === undefined || REPLY.test(subject)) return false;
  const opens = reading.turns.find((turn) => turn.spoken)?.role === speaker;
  return opens && !reading.turnsOf(speaker).some((turn) => turn.zones.some((zone) => zone.kind === 'subject'));
}

/** Whether words stand where the rule looks; turns are counted among those of `speaker`. */
export function standsIn(where: Where | undefined, reading: Reading, speaker: SpeakerRole, found: Occurrence): boolean {
  if (where === undefined) return true;
  const turns = reading.turnsOf(speaker);
  const turn = reading.turns[found.turn]!;
  const rank = turns.indexOf(turn);
  const { 'first-turns': first, 'last-turns': last, 'first-seconds': firstSeconds, 'last-seconds': lastSeconds, zones } = where;
  if (first !== undefined && (rank < 0 || rank >= first)) return false;
  if (last !== undefined && (rank < 0 || rank < turns.length - last)) return false;
  if (firstSeconds !== undefined && !(startOf(turn) - firstStart(reading) <= firstSeconds * 1000)) return false;
  if (lastSeconds !== undefined && !(lastEnd(reading) - startOf(turn) <= lastSeconds * 1000)) return false;
  if (zones === undefined) return true;
  return turn.zones.some((zone) => (zones as readonly string[]).includes(zone.kind) && found.start >= zone.start && found.end <= zone.end);
}

/** Whether a rule that looks there has anything to look at: mail zones are for mails. */
export const isApplicable = (where: Where | undefined, reading: Reading): boolean => where?.zones === undefined || reading.channel === 'email';

/** Where something due was missed: the speaker's first sentence, or the last one when the end was looked at. */
export function missingPlace(where: Where | undefined, reading: Reading, speaker: SpeakerRole): { turn: number; start: number; end: number } {
  const turns = reading.turnsOf(speaker);
  const atEnd = where?.['last-turns'] !== undefined || where?.['last-seconds'] !== undefined || where?.zones?.includes('closing') === true;
  return atEnd ? reading.sentenceAt(turns.at(-1)!.endToken - 1) : reading.sentenceAt(turns[0]!.firstToken);
}

const startOf = (turn: ReadTurn): number => turn.startMs ?? Number.NaN;

const firstStart = (reading: Reading): number => reading.turns.find((turn) => turn.startMs !== undefined)?.startMs ?? 0;

function lastEnd(reading: Reading): number {
  const last = reading.turns.findLast((turn) => turn.startMs !== undefined);
  return last?.endMs ?? last?.startMs ?? Number.NaN;
}
