import type { RetentionClass } from '#domain';

/** What each class is called, as it stands after « durée de conservation : ». */
export const CLASS_NAMES: Readonly<Record<RetentionClass, string>> = {
  phone: 'mots des appels',
  written: 'mots des mails et des chats',
  findings: 'constats, jugements, contestations, commentaires et chiffres des personnes',
  evaluations: 'évaluations des grilles',
  coaching: 'séances de coaching, notes et actions',
  calibrations: 'calibrages, jugements et remarques',
  journal: 'journal de ce que chacun a fait (lectures, connexions, commentaires)',
  deadLetters: 'messages illisibles',
  deliveries: 'envois aux webhooks',
  gathered: 'conversations en cours de réception',
};
