import type { Interaction, Participant, Turn } from '#domain';
import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { MAX_VALUE_BYTES, parseInteraction } from '#messaging/messages';
import { inMebibytes, LIMITS } from './limits.js';
import { refuse } from './refusal.js';
import { UNKNOWN_START, type ReadContext, type ReadItem } from './source-reader.js';

/** What a reader found in a file; the sidecar wins over all of it. */
export interface Found extends Partial<Omit<Interaction, 'channel' | 'participants' | 'turns'>> {
  readonly channel: Interaction['channel'];
  readonly participants: readonly Participant[];
  readonly turns: readonly Turn[];
}

/**
 * Joins what was found with the sidecar into an interaction within the limits. Without an id of its own a file goes
 * by its name, so that reading a corrected transcription again is noticed instead of being counted twice; bytes
 * without a name go by their SHA-256.
 * @param defaultSource `Interaction.source` when nobody names one
 */
export function interactionOf(found: Found, bytes: Buffer, defaultSource: string, context: ReadContext): ReadItem {
  const { metadata, fileName } = context;
  if (!found.turns.some((turn) => turn.text.trim() !== '')) {
    return refuse('no_text', "Aucune parole à lire : le fichier ne contient pas de texte (pièce jointe ou image seule, ou transcription vide).");
  }
  if (found.turns.length > LIMITS.turns) {
    return refuse('too_many_turns', `${found.turns.length} tours de parole, pour ${LIMITS.turns} au plus : découpez la conversation.`);
  }
  const startedAt = metadata?.startedAt ?? found.startedAt;
  const interaction: Interaction = {
    source: metadata?.source ?? found.source ?? context.source ?? defaultSource,
    externalId: metadata?.externalId ?? found.externalId ?? (fileName === undefined ? `sha256-${sha256(bytes)}` : basename(fileName, extname(fileName))),
    revision: metadata?.revision ?? found.revision ?? 1,
    channel: metadata?.channel ?? found.channel,
    startedAt: startedAt ?? UNKNOWN_START,
    endedAt: metadata?.endedAt ?? found.endedAt,
    direction: metadata?.direction ?? found.direction,
    subject: metadata?.subject ?? found.subject,
    caseRef: metadata?.caseRef ?? found.caseRef,
    queue: metadata?.queue ?? found.queue,
    tags: metadata?.tags ?? found.tags,
    participants: found.participants,
    turns: found.turns,
  };
  return accepted(interaction, { startMissing: startedAt === undefined });
}

/** Lets through what the stream will take, and says which field it would not. */
export function accepted(value: unknown, { startMissing = false, place }: { startMissing?: boolean; place?: string } = {}): ReadItem {
  const parsed = parseInteraction(value);
  if (parsed.ok) return { kind: 'interaction', interaction: parsed.interaction, ...(startMissing && { startMissing }), ...(place !== undefined && { place }) };
  const size = Buffer.byteLength(JSON.stringify(value) ?? '');
  if (size > MAX_VALUE_BYTES) return refuse('too_large', `Interaction de ${inMebibytes(size)}, pour ${inMebibytes(MAX_VALUE_BYTES)} au plus : découpez-la.`, place);
  const told = parsed.errors.slice(0, 5).map(({ pointer, message }) => `${pointer || '/'} : ${message}`);
  const more = parsed.errors.length > 5 ? ` ; et ${parsed.errors.length - 5} autres` : '';
  return refuse('invalid_interaction', `Interaction invalide : ${told.join(' ; ')}${more}`, place ?? (parsed.errors[0]?.pointer || '/'));
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
