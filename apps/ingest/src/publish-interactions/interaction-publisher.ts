import { contentHash, INTERACTION_STREAM, interactionIdOf, type Interaction, type InteractionStream } from '#domain';
import { encodeInteraction } from '#messaging';
import { ErasureRepository, InteractionReader, type KeptRevision } from '#storage';
import { Inject, Injectable } from '@nestjs/common';
import { INGEST_SETTINGS, type IngestSettings } from '../ingest-settings.js';
import { StreamUnavailableError, type JudgedInteraction, type Judgement } from './judged-interaction.js';

/** Puts interactions on their way, once: what is known already does not travel again. */
@Injectable()
export class InteractionPublisher {
  constructor(
    @Inject(INGEST_SETTINGS) private readonly settings: IngestSettings,
    @Inject(INTERACTION_STREAM) private readonly stream: InteractionStream,
    @Inject(InteractionReader) private readonly kept: Pick<InteractionReader, 'findContentHashes'>,
    @Inject(ErasureRepository) private readonly erasures: Pick<ErasureRepository, 'findErased'>,
  ) {}

  /**
   * Holds interactions, in order, against what is kept and against each other. This spares the stream and tells a
   * caller of a conflict at once; the analyzer decides again, in its transaction, for whatever arrives at the same time.
   */
  async judge(interactions: readonly Interaction[]): Promise<JudgedInteraction[]> {
    const { organisationId } = this.settings;
    const ids = interactions.map(({ source, externalId }) => interactionIdOf(organisationId, source, externalId));
    const kept = new Map(await this.kept.findContentHashes(organisationId, [...new Set(ids)]));
    const erased = await this.erasures.findErased(organisationId, [...new Set(ids)]);
    return interactions.map((interaction, i) => {
      const id = ids[i]!;
      if (erased.has(id)) return { id, interaction, judgement: 'erased' };
      const here: KeptRevision = { revision: interaction.revision, contentHash: contentHash(interaction) };
      const judgement = judge(here, kept.get(id));
      if (judgement === 'accepted') kept.set(id, here);
      return { id, interaction, judgement };
    });
  }

  /**
   * Publishes those judged `accepted`; resolves once they cannot be lost.
   * @throws StreamUnavailableError when they may be
   */
  async send(judged: readonly JudgedInteraction[]): Promise<void> {
    const fresh = judged.filter(({ judgement }) => judgement === 'accepted');
    if (fresh.length === 0) return;
    try {
      await this.stream.publish('interactions', fresh.map(({ interaction }) => encodeInteraction(this.settings.organisationId, interaction)));
    } catch (error) {
      throw new StreamUnavailableError('the stream did not take the interactions in', { cause: error });
    }
  }

  /**
   * Judges, then sends what is new; conflicts are told, not sent.
   * @throws StreamUnavailableError when what is new may be lost
   */
  async publish(interactions: readonly Interaction[]): Promise<JudgedInteraction[]> {
    const judged = await this.judge(interactions);
    await this.send(judged);
    return judged;
  }
}

/** What becomes of a revision beside the one that is kept. */
export function judge(here: KeptRevision, kept: KeptRevision | undefined): Judgement {
  if (kept === undefined || kept.revision < here.revision) return 'accepted';
  if (kept.revision > here.revision) return 'superseded';
  return kept.contentHash === here.contentHash ? 'duplicate' : 'conflict';
}
