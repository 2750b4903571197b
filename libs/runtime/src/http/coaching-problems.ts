/** Problems of coaching sessions, for the catalogue. */
export const COACHING_PROBLEMS = {
  coaching_step: {
    status: 409,
    title: { fr: 'Pas à cette étape', en: 'Not at this step' },
    remedy: { fr: 'Une séance est préparée, planifiée, tenue, lue par le conseiller, puis suivie, dans cet ordre : relisez où elle en est.', en: 'A session is prepared, planned, held, acknowledged by the agent, then followed up, in this order: read where it stands.' },
  },
  coaching_fixed: {
    status: 409,
    title: { fr: 'Cela ne change plus', en: 'This no longer changes' },
    remedy: { fr: 'Ce qui est mesuré reste une fois la séance tenue, ce qui est convenu une fois qu’elle est lue : ouvrez-en une autre.', en: 'What is measured stands once the session is held, what was agreed on once it is acknowledged: make another session.' },
  },
  coaching_by_oneself: {
    status: 403,
    title: { fr: 'Par l’autre personne seulement', en: 'By the other person only' },
    remedy: { fr: 'Seul le conseiller concerné, qui ne mène pas la séance, la confirme comme lue.', en: 'Only the agent concerned, who does not run the session, acknowledges it.' },
  },
} as const;
