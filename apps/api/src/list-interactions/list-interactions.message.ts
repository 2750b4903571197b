import { z } from 'zod';
import { pageFields, periodInOrder, ref, reportFields } from '../http/filters.schema.js';
import { interactionSummary } from '../read-models/interaction.schema.js';
import { pageOf } from '../read-models/named.schema.js';

export const listInteractionsRequest = z
  .strictObject({
    ...reportFields,
    case: ref.optional().describe('Un dossier (`caseRef`) : les courriels d’un fil, les contacts d’une commande · A case: the mails of a thread, the contacts about an order'),
    customer: ref.optional().describe('`ref` d’un client · of a customer'),
    ...pageFields,
  })
  .check(periodInOrder);
export type ListInteractionsRequest = z.output<typeof listInteractionsRequest>;

export const listInteractionsResponse = pageOf('InteractionPage', interactionSummary);
