import type { Hold } from '#domain';
import { ProblemException } from '#runtime';

/** 409: nothing was changed, so that two people do not judge the same by accident. */
export const heldByOther = ({ by, until }: Hold): ProblemException =>
  new ProblemException(409, 'held_by_other', {
    fr: `${by} relit cet échange jusqu’à ${until}. Rien n’a été changé.`,
    en: `${by} is reviewing this interaction until ${until}. Nothing was changed.`,
  });
