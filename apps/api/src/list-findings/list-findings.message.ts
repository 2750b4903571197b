import { z } from 'zod';
import { pageFields, periodInOrder, ref, reportFields } from '../http/filters.schema.js';
import { findingView } from '../read-models/finding.schema.js';
import { findingStatus, pageOf, polarity, severity } from '../read-models/named.schema.js';

export const listFindingsRequest = z
  .strictObject({
    ...reportFields,
    rule: ref.optional().describe('Identifiant d’une règle · Id of a rule'),
    commitment: ref.optional().describe('Identifiant d’un engagement · Id of a commitment'),
    severity: severity.optional().describe('Gravité · Severity'),
    polarity: polarity.optional().describe('`violation` : écart · `merit` : point fort'),
    status: findingStatus.optional().describe('`detected` : à revoir · to be reviewed'),
    interaction: z.uuid().optional().describe('Identifiant d’une interaction · Id of an interaction'),
    ...pageFields,
  })
  .check(periodInOrder);
export type ListFindingsRequest = z.output<typeof listFindingsRequest>;

export const listFindingsResponse = pageOf('FindingPage', findingView);
