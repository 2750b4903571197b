import { ANSWER_TOPICS } from '#domain';
import { z } from 'zod';
import { formatFields, periodFields, periodInOrder, ref, reportFields } from '../http/filters.schema.js';

export const answersRequest = z
  .strictObject({
    ...periodFields,
    channel: reportFields.channel,
    team: reportFields.team,
    reason: ref.optional().describe('Motif de contact, ou file · Contact reason, or queue'),
    topic: z.enum(ANSWER_TOPICS).optional().describe('Sur quoi porte la réponse ; alors aussi les extraits, et les agents si l’organisation les montre · What is answered about; then extracts too, and agents where the organisation shows them'),
    ...formatFields,
  })
  .check(periodInOrder);
export type AnswersRequest = z.output<typeof answersRequest>;
