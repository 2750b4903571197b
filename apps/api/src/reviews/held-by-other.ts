import { ProblemException } from '#runtime';
import type { HeldByOther } from '#storage';

/** 409: nothing was changed, so that two people do not judge the same by accident. */
export const heldByOther = ({ by, name, until }: HeldByOther): ProblemException =>
  new ProblemException(409, 'held_by_other', {
    fr: `${name ?? by} relit cet échange jusqu’à ${until}. Rien n’a été changé.`,
    en: `${name ?? by} is reviewing this interaction until ${until}. Nothing was changed.`,
  });
