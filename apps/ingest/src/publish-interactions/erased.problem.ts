import { ProblemException } from '#runtime';

/** 410: what was sent belongs to a person who was erased; names the places, not the person. @param which of what was sent, in order */
export function erased(which: readonly boolean[], batch: boolean): ProblemException {
  const errors = which.flatMap((is, i) =>
    is ? [{ pointer: batch ? `#/${i}` : '#', detail: { fr: 'Effacé à la demande de la personne.', en: 'Erased at the person’s request.' } }] : [],
  );
  return new ProblemException(410, 'erased', { fr: 'Une personne a été effacée ; rien n’a été pris.', en: 'A person was erased; nothing was taken in.' }, errors);
}
