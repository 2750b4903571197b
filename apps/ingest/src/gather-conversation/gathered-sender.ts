import { interactionIdOf, type Interaction } from '#domain';
import { log } from '#runtime';
import { GatheredConversationRepository, InteractionReader, type GatheredConversation } from '#storage';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { INGEST_SETTINGS, type IngestSettings } from '../ingest-settings.js';
import { InteractionPublisher } from '../publish-interactions/interaction-publisher.js';
import type { Gathered } from './gathered.js';
import { gatheredInteraction, nextRevision, withKept } from './gathered-interaction.js';

/** How often what could not be sent is tried again. */
const ROUND_MS = 10_000;
const PER_ROUND = 200;
/** An import of the same conversation may come in between, but not for ever. */
const ATTEMPTS = 3;

/** Sends gathered conversations on: at once when asked to, and what is left over every few seconds. */
@Injectable()
export class GatheredSender implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();

  constructor(
    @Inject(INGEST_SETTINGS) private readonly settings: IngestSettings,
    private readonly conversations: GatheredConversationRepository,
    private readonly interactions: InteractionReader,
    private readonly publisher: InteractionPublisher,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.round = this.round.then(() => this.sendWaiting()).catch((error: unknown) => log.warn('gathered conversations wait', { error }));
    }, ROUND_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.round;
  }

  /** Sends what is waiting, the oldest first. @throws StreamUnavailableError when the stream takes nothing */
  async sendWaiting(): Promise<void> {
    for (const row of await this.conversations.listUnsent(this.settings.organisationId, PER_ROUND)) await this.send(row);
  }

  /** Resolves once the revision cannot be lost. @throws StreamUnavailableError when the stream takes nothing */
  async send(conversation: GatheredConversation): Promise<void> {
    let row: GatheredConversation | null = conversation;
    for (let attempt = 1; row !== null && attempt <= ATTEMPTS; attempt++) {
      const sent: GatheredConversation = row;
      const [judged] = await this.publisher.publish([this.interactionOf(sent)]);
      const overtaken = judged?.judgement === 'conflict' || judged?.judgement === 'superseded';
      row = overtaken ? await this.overtake(sent) : null;
      if (row === null) await this.conversations.markSent(sent, sent.revision);
    }
  }

  private interactionOf({ source, externalId, revision, state }: GatheredConversation): Interaction {
    const item = gatheredInteraction(JSON.parse(state), source, externalId, revision, { directory: this.settings.directory });
    if (item.kind === 'interaction') return item.interaction;
    throw new TypeError(`a gathered conversation with a revision is an interaction: ${item.detail}`);
  }

  /** A revision above the one that somebody else took in; null when it was a later one of ours. */
  private async overtake(sent: GatheredConversation): Promise<GatheredConversation | null> {
    const { organisationId, source, externalId } = sent;
    const kept = await this.interactions.readInteraction(organisationId, interactionIdOf(organisationId, source, externalId));
    const risen = { yes: false };
    const row = await this.conversations.change(sent, (before) => {
      if (kept === null || before === null || kept.revision < before.revision) return null;
      if (kept.revision === before.revision && before.revision > sent.revision) return null;
      risen.yes = true;
      const next: Gathered = withKept(JSON.parse(before.state), kept);
      return { state: JSON.stringify(next), revision: nextRevision(next, before.revision, kept.revision) };
    });
    return risen.yes ? row : null;
  }
}
