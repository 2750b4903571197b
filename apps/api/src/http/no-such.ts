import { ProblemException } from '#runtime';

/** 404 for a thing that the organisation does not have. */
export const noSuch = (fr: string, en: string): ProblemException =>
  new ProblemException(404, 'not_found', { fr: `${fr} introuvable.`, en: `No such ${en}.` });
