import { z } from 'zod';
import { contentHash, type Interaction, interactionIdOf } from '#domain';
import type { ImportState, JudgedInteraction, KnownQuestion, Publish } from '#ingest/read';
import { callApi, failureOf, sendToApi } from '../api/call-api.js';

const receivedSchema = z.object({ items: z.array(z.object({ id: z.string(), status: z.enum(['accepted', 'duplicate', 'superseded']) })) });
const knownSchema = z.object({ items: z.array(z.object({ id: z.string(), status: z.enum(['new', 'duplicate', 'superseded', 'conflict', 'erased']) })) });

/** From this share of known interactions on, the next chunk is asked about before it is sent. */
const MOSTLY = 0.5;

/**
 * Sends interactions to a running Diapason. Where most are known already (an import that was cut off), only their
 * hashes travel. @throws Failure when it does not answer or refuses the whole request
 */
export class InteractionSender {
  private mostlyKnown = false;

  constructor(
    private readonly url: string,
    private readonly state: ImportState | undefined,
  ) {}

  /** False when the other end does not know what it had taken in: another installation, or an emptied one. */
  async isTheSame(): Promise<boolean> {
    const witness = this.state?.witness ?? null;
    if (witness === null) return true;
    const [answer] = await this.ask([witness]);
    return answer?.status !== 'new';
  }

  readonly publish: Publish = async (interactions) => {
    const judged = this.mostlyKnown ? await this.sendUnknown(interactions, (fresh) => this.send(fresh)) : await this.send(interactions);
    this.mostlyKnown = judged.filter(({ judgement }) => judgement !== 'accepted').length > MOSTLY * judged.length;
    const first = judged.find(({ judgement }) => judgement !== 'conflict' && judgement !== 'erased');
    if (first !== undefined) this.state?.bear({ id: first.id, revision: first.interaction.revision, contentHash: contentHash(first.interaction) });
    return judged;
  };

  private async send(interactions: readonly Interaction[]): Promise<readonly JudgedInteraction[]> {
    const response = await sendToApi(this.url, '/v1/interactions', { method: 'POST', body: interactions });
    if (response.ok) {
      const { items } = receivedSchema.parse(await response.json());
      return interactions.map((interaction, i) => ({ id: items[i]!.id, interaction, judgement: items[i]!.status }));
    }
    // A batch with a conflict, or with somebody who was erased, is refused whole. When nobody knows any of them they conflict with each other: one at a time tells which.
    if ((response.status === 409 || response.status === 410) && interactions.length > 1) {
      return this.sendUnknown(interactions, (fresh) => (fresh.length < interactions.length ? this.send(fresh) : this.sendEach(fresh)));
    }
    if (response.status === 409) return interactions.map(refusedAs('conflict'));
    if (response.status === 410) return interactions.map(refusedAs('erased'));
    throw await failureOf(response, this.url);
  }

  /** Asks first, and sends what is new. */
  private async sendUnknown(interactions: readonly Interaction[], send: Publish): Promise<readonly JudgedInteraction[]> {
    const answers = await this.ask(interactions.map(questionOf));
    const fresh = interactions.filter((_, i) => answers[i]!.status === 'new');
    const sent = fresh.length === 0 ? [] : await send(fresh);
    let next = 0;
    return interactions.map((interaction, i) => {
      const { id, status } = answers[i]!;
      return status === 'new' ? sent[next++]! : { id, interaction, judgement: status };
    });
  }

  private async sendEach(interactions: readonly Interaction[]): Promise<readonly JudgedInteraction[]> {
    const each: JudgedInteraction[] = [];
    for (const interaction of interactions) each.push(...(await this.send([interaction])));
    return each;
  }

  private async ask(items: readonly KnownQuestion[]): Promise<z.output<typeof knownSchema>['items']> {
    return (await callApi(this.url, '/v1/interactions/known', knownSchema, { method: 'POST', body: { items } })).items;
  }
}

const questionOf = (interaction: Interaction): KnownQuestion => ({
  source: interaction.source,
  externalId: interaction.externalId,
  revision: interaction.revision,
  contentHash: contentHash(interaction),
});

const refusedAs = (judgement: 'conflict' | 'erased') => (interaction: Interaction): JudgedInteraction => ({
  id: interactionIdOf('', interaction.source, interaction.externalId),
  interaction,
  judgement,
});
