import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { contentHash, factIdOf, INTERACTION_STREAM, type InteractionStream, type ReportedFact } from '#domain';
import { encodeFact } from '#messaging';
import { ErasureRepository, FactReader } from '#storage';
import { Inject } from '@nestjs/common';
import { INGEST_SETTINGS, type IngestSettings } from '../ingest-settings.js';
import { judge } from '../publish-interactions/interaction-publisher.js';
import { type FactReception, type JudgedFact, ReceiveFactsCommand } from './receive-facts.command.js';

/** Sends on what is new; the analyzer decides again, in its transaction, for whatever arrives at the same time. */
@CommandHandler(ReceiveFactsCommand)
export class ReceiveFactsHandler implements ICommandHandler<ReceiveFactsCommand> {
  constructor(
    @Inject(INGEST_SETTINGS) private readonly settings: IngestSettings,
    @Inject(INTERACTION_STREAM) private readonly stream: InteractionStream,
    private readonly kept: FactReader,
    private readonly erasures: ErasureRepository,
  ) {}

  async execute({ facts }: ReceiveFactsCommand): Promise<FactReception> {
    const { organisationId } = this.settings;
    const items = await this.judge(facts);
    if (items.some(({ judgement }) => judgement === 'erased')) return { kind: 'erased', items };
    if (items.some(({ judgement }) => judgement === 'conflict')) return { kind: 'conflict', items };
    const fresh = items.filter(({ judgement }) => judgement === 'accepted');
    if (fresh.length === 0) return { kind: 'received', items };
    try {
      await this.stream.publish('facts', fresh.map(({ fact }) => encodeFact(organisationId, fact)));
    } catch (cause) {
      return { kind: 'unavailable', cause };
    }
    return { kind: 'received', items };
  }

  private async judge(facts: readonly ReportedFact[]): Promise<JudgedFact[]> {
    const { organisationId } = this.settings;
    const ids = facts.map(({ source, externalId }) => factIdOf(organisationId, source, externalId));
    const kept = new Map(await this.kept.findContentHashes(organisationId, [...new Set(ids)]));
    const erased = await this.erasures.findErased(organisationId, [...new Set(ids)]);
    return facts.map((fact, i) => {
      if (erased.has(ids[i]!)) return { id: ids[i]!, fact, judgement: 'erased' };
      const here = { revision: fact.revision, contentHash: contentHash(fact) };
      const judgement = judge(here, kept.get(ids[i]!));
      if (judgement === 'accepted') kept.set(ids[i]!, here);
      return { id: ids[i]!, fact, judgement };
    });
  }
}
