import { z } from 'zod';
import { pageFields, periodFields, periodInOrder, ref } from '../http/filters.schema.js';
import { pledgeAct, pledgeView, settlementStatus } from '../read-models/history.schema.js';
import { channel, pageOf } from '../read-models/named.schema.js';

export const listPledgesRequest = z
  .strictObject({
    ...periodFields,
    channel: channel.optional().describe('Canal · Channel'),
    agent: ref.optional().describe('`ref` d’un agent · of an agent'),
    customer: ref.optional().describe('`ref` d’un client · of a customer'),
    status: settlementStatus.optional().describe('Ce qu’elle est devenue · What became of it'),
    act: pledgeAct.optional().describe('Ce qui est promis · What is undertaken'),
    ...pageFields,
  })
  .check(periodInOrder);
export type ListPledgesRequest = z.output<typeof listPledgesRequest>;

export const listPledgesResponse = pageOf('PledgePage', pledgeView);
