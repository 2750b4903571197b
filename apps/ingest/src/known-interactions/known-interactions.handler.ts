import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { interactionIdOf } from '#domain';
import { ErasureRepository, InteractionReader } from '#storage';
import { INGEST_SETTINGS, type IngestSettings } from '../ingest-settings.js';
import { judge } from '../publish-interactions/interaction-publisher.js';
import type { KnownInteractions } from './known-interactions.message.js';
import { KnownInteractionsQuery } from './known-interactions.query.js';

@QueryHandler(KnownInteractionsQuery)
export class KnownInteractionsHandler implements IQueryHandler<KnownInteractionsQuery> {
  constructor(
    @Inject(INGEST_SETTINGS) private readonly settings: IngestSettings,
    private readonly interactions: InteractionReader,
    private readonly erasures: ErasureRepository,
  ) {}

  async execute({ questions }: KnownInteractionsQuery): Promise<KnownInteractions> {
    const { organisationId } = this.settings;
    const asked = questions.map((question) => ({
      ...question,
      id: 'id' in question ? question.id.toLowerCase() : interactionIdOf(organisationId, question.source, question.externalId),
    }));
    const erased = await this.erasures.findErased(organisationId, asked.map(({ id }) => id));
    const kept = await this.interactions.findContentHashes(organisationId, asked.map(({ id }) => id));
    return {
      items: asked.map(({ id, revision, contentHash }) => {
        if (erased.has(id)) return { id, status: 'erased' };
        const judgement = judge({ revision, contentHash }, kept.get(id));
        return { id, status: judgement === 'accepted' ? 'new' : judgement };
      }),
    };
  }
}
