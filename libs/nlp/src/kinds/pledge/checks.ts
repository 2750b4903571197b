import { CONTRADICTION_KINDS, PLEDGE_TROUBLES } from '#domain';

/** What a rule of this kind may look for: in one interaction, between two, or once time has passed. */
export const PLEDGE_CHECKS = [...PLEDGE_TROUBLES, 'kept', ...CONTRADICTION_KINDS] as const;
export type PledgeCheck = (typeof PLEDGE_CHECKS)[number];

/** How each is told, in French. */
export const CHECK_NAMES: Readonly<Record<PledgeCheck, string>> = {
  undated: 'parole donnée sans date',
  'outside-policy': 'parole donnée hors des règles de la maison',
  'not-kept': 'parole non tenue à sa date',
  kept: 'parole tenue',
  'deadline-moved': 'échéance repoussée',
  'amount-changed': 'montant changé',
  'yes-to-no': 'accordé, puis refusé',
  'conditional-turned-firm': 'condition oubliée',
  'two-versions': 'deux versions d’un canal à l’autre',
  'register-shift': 'tutoiement et vouvoiement d’un échange à l’autre',
};
