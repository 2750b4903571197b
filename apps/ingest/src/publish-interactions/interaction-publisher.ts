import { contentHash, INTERACTION_STREAM, interactionIdOf, type Interaction, type InteractionStream } from '#domain';
import { encodeInteraction } from '#messaging';
import { InteractionReader } from '#storage';
import { Inject, Injectable } from '@nestjs/common';
import { INGEST_SETTINGS, type IngestSettings } from '../ingest-settings.js';
import { StreamUnavailableError, type JudgedInteraction, type Judgement } from './judged-interaction.js';

interface Kept {
  readonly revision: number;
  readonly contentHash: string;
}

/** Lookups at the same time: a share of the database's connections, not all of them. */
const LOOKUPS = 8;

/** Puts interactions on their way, once: what is known already does not travel again. */
@Injectable()
export class InteractionPublisher {
  constructor(
    @Inject(INGEST_SETTINGS) private readonly settings: IngestSettings,
    @Inject(INTERACTION_STREAM) private readonly stream: InteractionStream,
    @Inject(InteractionReader) private readonly kept: Pick<InteractionReader, 'findContentHash'>,
  ) {}

  /**
   * Holds interactions, in order, against what is kept and against each other. This spares the stream and tells a
   * caller of a conflict at once; the analyzer decides again, in its transaction, for whatever arrives at the same time.
   */
  async judge(interactions: readonly Interaction[]): Promise<JudgedInteraction[]> {
    const { organisationId } = this.settings;
    const ids = interactions.map(({ source, externalId }) => interactionIdOf(organisationId, source, externalId));
    const kept = await this.findKept(new Map(ids.map((id, i) => [id, interactions[i]!])));
    return interactions.map((interaction, i) => {
      const id = ids[i]!;
      const here: Kept = { revision: interaction.revision, contentHash: contentHash(interaction) };
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

  private async findKept(byId: ReadonlyMap<string, Interaction>): Promise<Map<string, Kept>> {
    const found = new Map<string, Kept>();
    const queue = [...byId];
    const look = async (): Promise<void> => {
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        const [id, { source, externalId }] = next;
        const kept = await this.kept.findContentHash(this.settings.organisationId, source, externalId);
        if (kept !== null) found.set(id, kept);
      }
    };
    await Promise.all(Array.from({ length: LOOKUPS }, look));
    return found;
  }
}

function judge(here: Kept, kept: Kept | undefined): Judgement {
  if (kept === undefined || kept.revision < here.revision) return 'accepted';
  if (kept.revision > here.revision) return 'superseded';
  return kept.contentHash === here.contentHash ? 'duplicate' : 'conflict';
}
