import { ProblemException } from '#runtime';

/** 403: nobody judges his or her own words, for better or worse. */
export const ownFinding = (): ProblemException =>
  new ProblemException(403, 'own_finding', {
    fr: 'Il s’agit de vos propres mots : quelqu’un d’autre en décide. Rien n’a été changé.',
    en: 'These are your own words: somebody else decides about them. Nothing was changed.',
  });

/** 409: nobody judges what nobody can read any more. */
export const wordsGone = (): ProblemException =>
  new ProblemException(409, 'words_gone', {
    fr: 'Les mots de ce constat sont effacés, leur durée de conservation passée : on n’en juge plus. Rien n’a été changé.',
    en: 'The words of this finding are gone, their period over: nobody judges it any more. Nothing was changed.',
  });

/** 403: who would no longer be this agent could judge what is his or her own. */
export const ownIdentity = (): ProblemException =>
  new ProblemException(403, 'own_identity', {
    fr: 'Il s’agit de vous : quelqu’un d’autre dit quel agent vous êtes, et quelles références sont les vôtres. Rien n’a été changé.',
    en: 'This is you: somebody else says which agent you are, and which refs are yours. Nothing was changed.',
  });
