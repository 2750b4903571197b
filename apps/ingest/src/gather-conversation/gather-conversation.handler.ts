import { interactionIdOf } from '#domain';
import { log } from '#runtime';
import { GatheredConversationRepository, InteractionReader, type GatheredConversation } from '#storage';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { INGEST_SETTINGS, type IngestSettings } from '../ingest-settings.js';
import { GatherConversationCommand, type Gathering } from './gather-conversation.command.js';
import { gather, NOTHING_GATHERED, type Gathered } from './gathered.js';
import { gatheredInteraction, nextRevision, withKept } from './gathered-interaction.js';
import { GatheredSender } from './gathered-sender.js';

@CommandHandler(GatherConversationCommand)
export class GatherConversationHandler implements ICommandHandler<GatherConversationCommand> {
  constructor(
    @Inject(INGEST_SETTINGS) private readonly settings: IngestSettings,
    private readonly conversations: GatheredConversationRepository,
    private readonly interactions: InteractionReader,
    private readonly sender: GatheredSender,
  ) {}

  async execute({ source, externalId, piece }: GatherConversationCommand): Promise<Gathering> {
    const { organisationId, directory } = this.settings;
    const kept = await this.interactions.readInteraction(organisationId, interactionIdOf(organisationId, source, externalId));
    const outcome: { now: Gathering } = { now: { kind: 'known' } };
    const row = await this.conversations.change({ organisationId, source, externalId }, (before) => {
      const revisionBefore = before?.revision ?? 0;
      const known: Gathered = before === null ? NOTHING_GATHERED : JSON.parse(before.state);
      // Somebody else's revision since ours: an import of the same conversation.
      const next = gather(kept !== null && kept.revision > revisionBefore ? withKept(known, kept) : known, piece);
      const state = JSON.stringify(next);
      if (state === before?.state) return null;
      const revision = nextRevision(next, revisionBefore, kept?.revision ?? 0);
      const item = gatheredInteraction(next, source, externalId, revision, { directory });
      if (item.kind === 'interaction') outcome.now = { kind: 'gathered', revision };
      else if (item.reason === 'no_text') outcome.now = { kind: 'silent' };
      else {
        outcome.now = { kind: 'refused', refusal: item };
        return null;
      }
      return { state, revision: item.kind === 'interaction' ? revision : revisionBefore };
    });
    if (row !== null && outcome.now.kind === 'gathered') await this.send(row);
    return outcome.now;
  }

  /** What cannot be sent now is kept, and sent by the next round. */
  private async send(row: GatheredConversation): Promise<void> {
    try {
      await this.sender.send(row);
    } catch (error) {
      log.warn('a conversation waits until the stream takes it', { error });
    }
  }
}
