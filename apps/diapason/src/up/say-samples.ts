import type { ReportReader } from '#storage';
import { plural } from '../plural.js';
import type { SamplesTaken } from './take-in-samples.js';

/**
 * The samples, and what the first page counts of everything that is there: interactions in which an agent speaks. Not
 * where groups too small hide a part of it.
 */
export async function sayTaken(reports: ReportReader, organisationId: string, { accepted, duplicates }: SamplesTaken): Promise<string> {
  const taken = plural(accepted + duplicates, 'interaction') + ' d’exemple';
  const { rows } = await reports.reportChannels(organisationId, {});
  const counted = rows.some(({ figures }) => figures === null) ? null : rows.reduce((sum, { figures }) => sum + (figures?.interactions ?? 0), 0);
  return counted === null ? `  ${taken}` : `  ${taken} · la console compte les ${plural(counted, 'interaction')} où un conseiller parle`;
}
