import { answeredQuestion } from '../read-models/answers.schema.js';
import { reportOf } from '../read-models/figures.schema.js';

export const reportAnswersResponse = reportOf('AnswersReport', answeredQuestion);
