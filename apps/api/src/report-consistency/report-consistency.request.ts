import { z } from 'zod';
import { formatFields, periodFields, periodInOrder, ref, reportFields } from '../http/filters.schema.js';

export const consistencyRequest = z
  .strictObject({
    ...periodFields,
    channel: reportFields.channel,
    team: reportFields.team,
    rule: ref.optional().describe('Identifiant d’une règle · Id of a rule'),
    commitment: ref.optional().describe('Identifiant d’un engagement · Id of a commitment'),
    ...formatFields,
  })
  .check(periodInOrder);
export type ConsistencyRequest = z.output<typeof consistencyRequest>;
