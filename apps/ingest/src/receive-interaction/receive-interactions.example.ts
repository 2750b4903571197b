import { interactionIdOf } from '#domain';
import { interactionSchema } from '#messaging';

import { z } from 'zod';
import { MAX_BATCH, type ReceivedInteractions } from './receive-interactions.message.js';

export const exampleInteraction = {
  source: 'chatwoot',
  externalId: 'conversation-1842',
  revision: 1,
  channel: 'chat',
  startedAt: '2026-09-07T09:12:00+02:00',
  caseRef: 'D-1052',
  participants: [
    { id: 'c', role: 'customer', ref: 'c-17', name: 'Jeanne Exemple' },
    { id: 'a', role: 'agent', ref: 'a-03', name: 'Claire Exemple', team: { ref: 't-1', name: 'Nord' } },
  ],
  turns: [
    { id: '1', participantId: 'c', text: 'Bonjour, où est mon colis ?', offsetMs: 0 },
    { id: '2', participantId: 'a', text: 'Bonjour Madame, je regarde tout de suite.', offsetMs: 40_000 },
  ],
};

export const exampleReceived: ReceivedInteractions = {
  items: [
    {
      id: interactionIdOf('exemple', exampleInteraction.source, exampleInteraction.externalId),
      source: exampleInteraction.source,
      externalId: exampleInteraction.externalId,
      revision: 1,
      status: 'accepted',
    },
  ],
};

// Taken out of its `$defs`: a reference inside a request body would point nowhere in the OpenAPI document.
const { id: _, ...interaction } = z.toJSONSchema(z.object({ it: interactionSchema }), { io: 'input' }).$defs!['SentInteraction']!;

/** One interaction, or an array of them. Written out: the body is checked by its handler, which names 422 and not 400. */
export const bodyJsonSchema = JSON.parse(JSON.stringify({ oneOf: [interaction, { type: 'array', minItems: 1, maxItems: MAX_BATCH, items: interaction }] }));
