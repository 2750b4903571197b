import { z } from 'zod';
import { pageFields, periodFields, periodInOrder } from '../http/filters.schema.js';
import { deadLetterSummary, letterStatus, parkReason } from '../read-models/dead-letter.schema.js';
import { pageOf } from '../read-models/named.schema.js';
import { kept } from '../read-models/text.schema.js';

export const listDeadLettersRequest = z
  .strictObject({
    status: letterStatus.optional().describe('Tous sinon · All otherwise'),
    reason: parkReason.optional().describe('Raison du refus · Why it was refused'),
    source: kept(100).optional().describe('`source` de l’interaction · of the interaction'),
    ...periodFields,
    ...pageFields,
  })
  .check(periodInOrder);
export type ListDeadLettersRequest = z.output<typeof listDeadLettersRequest>;

export const listDeadLettersResponse = pageOf('DeadLetterPage', deadLetterSummary);
