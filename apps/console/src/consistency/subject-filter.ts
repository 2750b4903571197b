import type { ConsistencyRow } from '../api/types.js';
import type { FindingFilter } from '../filters/filters.js';

/** What narrows a page or list to a line: its rule, or its commitment and polarity. */
export const subjectFilter = ({ subject, id, polarity }: Pick<ConsistencyRow, 'subject' | 'id' | 'polarity'>): Pick<FindingFilter, 'rule' | 'commitment' | 'polarity'> =>
  subject === 'rule' ? { rule: id } : { commitment: id, polarity };
