import type { ProblemKind } from './problem-catalogue.js';

/** What stands in a reviewer's way; a part of the catalogue. */
export const REVIEW_PROBLEMS = {
  held_by_other: {
    status: 409,
    title: { fr: 'Quelqu’un d’autre relit', en: 'Somebody else is reviewing' },
    remedy: { fr: 'Prenez un autre échange, ou attendez l’heure citée.', en: 'Take another interaction, or wait until the time named.' },
  },
  calibration_closed: {
    status: 409,
    title: { fr: 'Calibrage terminé', en: 'Calibration closed' },
    remedy: { fr: 'Les jugements sont connus de tous : ils ne changent plus. Convenez d’une décision.', en: 'Judgements are known to all and stay as they are. Agree on a decision.' },
  },
  calibration_open: {
    status: 409,
    title: { fr: 'Calibrage en cours', en: 'Calibration still open' },
    remedy: { fr: 'Attendez que tous aient jugé, ou terminez-le.', en: 'Wait until all have judged, or close it.' },
  },
  added_by_hand: {
    status: 409,
    title: { fr: 'Constat ajouté à la main', en: 'Finding added by hand' },
    remedy: { fr: 'Il ne se juge pas : retirez-le (DELETE) s’il ne tient pas.', en: 'It is not judged: remove it (DELETE) when it does not hold.' },
  },
  found_by_rule: {
    status: 409,
    title: { fr: 'Déjà relevé par la règle', en: 'Already found by the rule' },
    remedy: { fr: 'Confirmez ou écartez le constat de la règle.', en: 'Confirm or dismiss the rule’s finding.' },
  },
  findings_waiting: {
    status: 409,
    title: { fr: 'Constats encore à juger', en: 'Findings still to be judged' },
    remedy: { fr: 'Jugez d’abord chaque constat de cet échange.', en: 'Judge every finding of the interaction first.' },
  },
  nothing_to_draw: {
    status: 422,
    title: { fr: 'Rien à tirer', en: 'Nothing to draw from' },
    remedy: { fr: 'Élargissez la période, les canaux, les équipes ou les règles.', en: 'Widen the period, channels, teams or rules.' },
  },
} as const satisfies Record<string, ProblemKind>;
