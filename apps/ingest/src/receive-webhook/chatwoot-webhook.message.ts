import { z } from 'zod';

/** Larger than any event: a message of Chatwoot has at most 150,000 characters. */
export const MAX_WEBHOOK_BYTES = 4 * 1024 * 1024;

export const webhookAnswerSchema = z
  .object({
    status: z
      .enum(['accepted', 'duplicate', 'waiting', 'ignored'])
      .describe('`duplicate`: nothing new; `waiting`: kept, nobody has said anything yet; `ignored`: an event that says nothing of a conversation.'),
    externalId: z.string().optional().describe('The conversation, as `externalId` of its interaction.'),
    revision: z.int().optional().describe('The revision that the event made.'),
  })
  .meta({ id: 'WebhookAnswer' });
export type WebhookAnswer = z.infer<typeof webhookAnswerSchema>;

export const exampleAnswer: WebhookAnswer = { status: 'accepted', externalId: '1-1842', revision: 210_636_300 };

export const exampleEvent = {
  event: 'message_created',
  id: 5005,
  content: 'Bonjour Madame, je regarde tout de suite.',
  message_type: 'outgoing',
  created_at: '2026-09-09T07:02:00Z',
  private: false,
  sender: { id: 3, name: 'Claire Aubry', email: 'claire.aubry@maison.example', type: 'user' },
  account: { id: 1, name: 'Maison Exemple' },
  inbox: { id: 4, name: 'Site' },
  conversation: { id: 1842, channel: 'Channel::WebWidget', created_at: 1_788_937_200, updated_at: 1_788_937_320.4, labels: ['colis'] },
};
