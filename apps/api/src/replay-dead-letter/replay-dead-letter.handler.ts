import { createHash } from 'node:crypto';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { contentHash, interactionIdOf, type Interaction, type OutgoingMessage, REPLAY_HEADER, type StreamRecord } from '#domain';
import { decodeFact, decodeInteraction, encodeInteraction, topicOf } from '#messaging';
import { DeadLetterReader, DeadLetterRepository, InteractionReader, type Replay } from '#storage';
import { ReplayDeadLetterCommand, type Replayed } from './replay-dead-letter.command.js';

type Refused = Extract<Replayed, { kind: 'refused' }>;
type Prepared = { readonly interaction: Interaction; readonly message: OutgoingMessage } | Refused;

/**
 * What would only be refused again is refused here, where somebody sees it. The rest goes through the outbox, in the
 * transaction that settles the letter; the analyzer takes it in once, however often it is published.
 */
@CommandHandler(ReplayDeadLetterCommand)
export class ReplayDeadLetterHandler implements ICommandHandler<ReplayDeadLetterCommand> {
  constructor(
    private readonly letters: DeadLetterReader,
    private readonly repository: DeadLetterRepository,
    private readonly interactions: InteractionReader,
  ) {}

  async execute({ organisationId, letterId, corrected, by }: ReplayDeadLetterCommand): Promise<Replayed> {
    const found = await this.letters.readDeadLetter(organisationId, letterId);
    if (found === null) return { kind: 'missing' };
    if (found.letter.topic.endsWith(topicOf('facts'))) {
      const refused = corrected === undefined ? refusedFact(found.record, organisationId) : IS_A_FACT;
      return refused ?? this.send(organisationId, letterId, found.record, { stream: 'facts', interactionId: null, corrected: false }, by);
    }
    const prepared = corrected === undefined ? asItWas(found.record, organisationId) : { interaction: corrected, message: encodeInteraction(organisationId, corrected) };
    // What was settled otherwise is told before what would be wrong with sending it now.
    if ('kind' in prepared) return found.letter.status === 'waiting' ? prepared : { kind: 'settled', letter: found.letter };
    const { interaction, message } = prepared;
    // Of a settled letter only its own replay can be kept by now: whether this is the same command, the repository tells.
    const conflict = found.letter.status === 'waiting' ? await this.conflictOf(organisationId, interaction) : null;
    if (conflict !== null) return conflict;
    const { source, externalId } = interaction;
    return this.send(organisationId, letterId, message, { stream: 'interactions', interactionId: interactionIdOf(organisationId, source, externalId), corrected: corrected !== undefined }, by);
  }

  private send(organisationId: string, letterId: string, { key, value, headers }: OutgoingMessage, what: Pick<Replay, 'stream' | 'interactionId' | 'corrected'>, by: string): Promise<Replayed> {
    const message = { key, value, headers: { ...headers, [REPLAY_HEADER]: letterId } };
    return this.repository.replay(organisationId, letterId, { ...what, message, hash: createHash('sha256').update(value ?? '').digest('hex') }, by);
  }

  private async conflictOf(organisationId: string, interaction: Interaction): Promise<Replayed | null> {
    const { source, externalId, revision } = interaction;
    const kept = await this.interactions.findContentHash(organisationId, source, externalId);
    if (kept === null || kept.revision !== revision || kept.contentHash === contentHash(interaction)) return null;
    return { kind: 'refused', reason: 'id_conflict', detail: `« ${source} / ${externalId} » est déjà connue en révision ${revision}, avec un autre contenu : augmentez « revision »` };
  }
}

const IS_A_FACT: Refused = { kind: 'refused', reason: 'invalid_fact', detail: 'c’est un fait, et non une interaction : corrigez-le à sa source' };

/** Why a fact would be refused again; null when it can be read now. */
function refusedFact(record: StreamRecord, organisationId: string): Refused | null {
  const decoded = decodeFact(record, organisationId);
  return decoded.kind === 'park' ? { kind: 'refused', reason: decoded.reason, detail: decoded.detail } : null;
}

/** The record byte for byte, when it can be read now. */
function asItWas(record: StreamRecord, organisationId: string): Prepared {
  const decoded = decodeInteraction(record, organisationId);
  if (decoded.kind === 'park') return { kind: 'refused', reason: decoded.reason, detail: decoded.detail };
  if (decoded.kind === 'drop') throw new Error('reading a record never drops it');
  if (decoded.value.organisationId !== organisationId) {
    return { kind: 'refused', reason: 'unknown_organisation', detail: `le message nomme l’organisation ${decoded.value.organisationId} ; celle-ci est ${organisationId}` };
  }
  const { key, value, headers } = record;
  return { interaction: decoded.value.interaction, message: { key, value, headers } };
}
