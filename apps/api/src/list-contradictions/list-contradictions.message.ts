import { z } from 'zod';
import { pageFields, periodFields, periodInOrder, ref } from '../http/filters.schema.js';
import { contradictionKind, contradictionView } from '../read-models/history.schema.js';
import { channel, pageOf } from '../read-models/named.schema.js';

export const listContradictionsRequest = z
  .strictObject({
    ...periodFields,
    channel: channel.optional().describe('Canal · Channel'),
    agent: ref.optional().describe('`ref` d’un agent · of an agent'),
    customer: ref.optional().describe('`ref` d’un client · of a customer'),
    kind: contradictionKind.optional().describe('En quoi elles se contredisent · How they clash'),
    ...pageFields,
  })
  .check(periodInOrder);
export type ListContradictionsRequest = z.output<typeof listContradictionsRequest>;

export const listContradictionsResponse = pageOf('ContradictionPage', contradictionView);
