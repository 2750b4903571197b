import { consistencyRow } from '../read-models/consistency.schema.js';
import { reportOf } from '../read-models/figures.schema.js';

export const reportConsistencyResponse = reportOf('ConsistencyReport', consistencyRow);
