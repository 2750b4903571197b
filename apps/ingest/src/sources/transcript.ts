import type { Interaction, Participant, SpeakerRole, Turn } from '#domain';
import { boundedId } from './bounded-id.js';
import { storable } from './decode-text.js';
import { guessSpeakers } from './guess-speaker.js';
import { interactionOf, type Found } from './interaction-of.js';
import { participantOf, type SpeakerLabel } from './speaker.js';
import type { ReadContext, ReadItem } from './source-reader.js';
import { wholeConfidence, wordConfidences, type HeardWord } from './word-confidence.js';

/** A voice as the source tells it apart; what it does not know is left out. */
export interface Voice {
  /** The sidecar's `speakers` go by it. */
  readonly id: string;
  readonly name?: string;
  readonly aliases?: readonly string[];
  readonly role?: SpeakerRole;
  /** When the role is a reader's guess, not the source's word. */
  readonly roleGuessed?: boolean;
  readonly ref?: string;
  readonly address?: string;
  /** The audio channel. */
  readonly channel?: string;
}

/** What one voice says in one go. */
export interface Utterance {
  readonly voice: Voice;
  readonly text: string;
  readonly id?: string;
  /** Milliseconds from the start of the interaction. */
  readonly startMs?: number;
  readonly endMs?: number;
  /** One by one, where the source heard them so; else one confidence for all. */
  readonly words?: readonly HeardWord[];
  readonly confidence?: number | null;
  readonly private?: boolean;
}

/** What a transcript's reader found. Only words: no loudness, no pitch, no sentiment has a place here. */
export interface Transcript extends Omit<Found, 'participants' | 'turns' | 'channel'> {
  /** `phone` where absent. */
  readonly channel?: Interaction['channel'];
  readonly utterances: readonly Utterance[];
}

/** The voice of somebody the source does not tell apart. */
export const NOBODY: Voice = { id: 'unknown' };

/**
 * A transcript as an interaction: silent utterances left out, the others in order of time; roles as participantOf
 * tells them, else guessed from what is said, marked so.
 * @param format the reader's name; `Interaction.source` where nobody gives one
 */
export function interactionOfTranscript({ utterances, ...found }: Transcript, bytes: Buffer, format: string, context: ReadContext): ReadItem {
  const said = inOrderOfTime(utterances.map((utterance) => ({ ...utterance, text: storable(utterance.text.trim()) })).filter(({ text }) => text !== ''));
  const ids = new Set<string>();
  const turns = said.map((utterance, position) => turnOf(utterance, position, ids));
  const channel = context.metadata?.channel ?? found.channel ?? 'phone';
  const participants = participantsOf(said, context, format);
  const greetings = context.directory?.callSettings(context.metadata?.source, context.source, format)?.greetings;
  const known = channel === 'phone' ? guessSpeakers(participants, turns, greetings) : participants;
  return interactionOf({ ...found, channel, participants: known, turns }, bytes, format, context);
}

function participantsOf(said: readonly Utterance[], context: ReadContext, format: string): Participant[] {
  const channels = new Set(said.flatMap(({ voice }) => voice.channel ?? [])).size;
  const participants = new Map<string, Participant>();
  for (const { voice } of said) {
    const id = idOf(voice);
    if (participants.has(id)) continue;
    const participant = participantOf(labelOf(voice, id, channels), context, format);
    const guessed = voice.roleGuessed === true && participant.role === voice.role;
    participants.set(id, guessed ? { ...participant, roleGuessed: true } : participant);
  }
  return [...participants.values()];
}

function labelOf({ name, aliases, role, ref, address, channel }: Voice, id: string, of: number): SpeakerLabel {
  return {
    id,
    ...(name !== undefined && name.trim() !== '' && { name: boundedId(storable(name.trim()), 200) }),
    ...(aliases !== undefined && { aliases }),
    ...(role !== undefined && role !== 'unknown' && { role }),
    ...(ref !== undefined && { ref: boundedId(storable(ref), 200) }),
    ...(address !== undefined && { address }),
    ...(channel !== undefined && { channel: { name: channel, of } }),
  };
}

const idOf = ({ id }: Voice): string => boundedId(storable(id.trim() || NOBODY.id), 200);

/** An utterance without a time stays behind the one before it. */
function inOrderOfTime(said: readonly Utterance[]): readonly Utterance[] {
  let time = 0;
  const timed = said.map((utterance, position) => ({ utterance, position, time: (time = utterance.startMs ?? time) }));
  return timed.sort((a, b) => a.time - b.time || a.position - b.position).map(({ utterance }) => utterance);
}

function turnOf({ voice, text, id, startMs, endMs, words, confidence, private: note }: Utterance, position: number, ids: Set<string>): Turn {
  const offsetMs = startMs === undefined ? undefined : Math.max(0, Math.round(startMs));
  const heard = words === undefined || words.length === 0 ? [] : wordConfidences(text, words);
  const confidences = heard.length > 0 ? heard : wholeConfidence(text, confidence);
  return {
    id: uniqueId(id, position, ids),
    participantId: idOf(voice),
    text,
    ...(offsetMs !== undefined && { offsetMs }),
    ...(offsetMs !== undefined && endMs !== undefined && { durationMs: Math.max(0, Math.round(endMs) - offsetMs) }),
    ...(note === true && { private: true }),
    ...(confidences.length > 0 && { words: confidences }),
  };
}

/** The source's own id where it has one that no other turn bears; the position where it knows no ids. */
function uniqueId(own: string | undefined, position: number, taken: Set<string>): string {
  const wanted = own === undefined ? String(position) : boundedId(storable(own.trim()), 190);
  const id = wanted !== '' && !taken.has(wanted) ? wanted : `${wanted}#${position}`;
  taken.add(id);
  return id;
}
