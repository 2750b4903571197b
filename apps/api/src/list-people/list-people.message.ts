import { z } from 'zod';
import { pageFields, ref } from '../http/filters.schema.js';
import { personCard } from '../read-models/directory.schema.js';
import { pageOf } from '../read-models/named.schema.js';

export const search = ref.optional().describe('Dans toutes les références et tous les noms, sans casse ni accents · In every ref and name, without case and accents');

const people = {
  search,
  attached: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .describe('`false` : vus dans des interactions, à rattacher · seen in interactions, waiting to be attached'),
  ...pageFields,
};

export const listCustomersRequest = z.strictObject(people);
export type ListCustomersRequest = z.output<typeof listCustomersRequest>;
export const listAgentsRequest = z.strictObject({ ...people, team: ref.optional().describe('`ref` d’une équipe · of a team') });
export type ListAgentsRequest = z.output<typeof listAgentsRequest>;

export const listPeopleResponse = pageOf('PersonPage', personCard);
