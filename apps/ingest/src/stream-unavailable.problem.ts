import { ProblemException } from '#runtime';

/** Long enough for a broker to elect a leader, short enough for a client to wait. */
const RETRY_AFTER_SECONDS = 5;

/** Nothing was acknowledged: the same request may be sent again. */
export const streamUnavailable = (): ProblemException =>
  new ProblemException(
    503,
    'unavailable',
    {
      fr: 'Les interactions ne peuvent pas être prises pour le moment. Rien n’est confirmé : renvoyez la même requête, rien ne sera compté deux fois.',
      en: 'Interactions cannot be taken in at the moment. Nothing is acknowledged: send the same request again, nothing will be counted twice.',
    },
    undefined,
    { 'retry-after': String(RETRY_AFTER_SECONDS) },
  );
