import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { CustomerTimeline, TimelineEntry } from '#domain';
import { customerWords } from '#nlp';
import { InteractionReader, type KeptEntry, TimelineReader } from '#storage';
import { ReadTimelineQuery } from './read-timeline.query.js';

@QueryHandler(ReadTimelineQuery)
export class ReadTimelineHandler implements IQueryHandler<ReadTimelineQuery> {
  constructor(
    private readonly timelines: TimelineReader,
    private readonly interactions: InteractionReader,
  ) {}

  async execute({ organisationId, customerRef, page, reader, sight }: ReadTimelineQuery): Promise<CustomerTimeline | null> {
    const kept = await this.timelines.readTimeline(organisationId, customerRef, page, sight);
    if (kept === null) return null;
    // The customer's sentences are words of the transcripts: showing them is reading them.
    for (const { interaction } of kept.entries) await this.interactions.recordRead(organisationId, interaction.id, reader);
    const { customer, pledges, contradictions, next } = kept;
    return { customer, pledges, contradictions, items: kept.entries.map(entryOf), next };
  }
}

function entryOf({ interaction, turns, findings, pledges, contradictions }: KeptEntry): TimelineEntry {
  const heard = turns.map(({ position, speaker, text, private: isPrivate }) => ({ position, role: speaker.role, text, private: isPrivate }));
  const { sayings, wording } = customerWords(heard, interaction.channel);
  return { interaction, findings, pledges, contradictions, customer: sayings, wording };
}
