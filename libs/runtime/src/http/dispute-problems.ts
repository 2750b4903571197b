/** Problems of disputes, for the catalogue. */
export const DISPUTE_PROBLEMS = {
  own_finding: {
    status: 403,
    title: { fr: 'Vos propres mots', en: 'Your own words' },
    remedy: { fr: 'Laissez quelqu’un d’autre en décider ; comme agent, vous pouvez commenter, et contester un écart confirmé.', en: 'Let somebody else decide; as an agent you can comment, and dispute a confirmed violation.' },
  },
  own_identity: {
    status: 403,
    title: { fr: 'Votre propre identité', en: 'Your own identity' },
    remedy: { fr: 'Demandez-le à un autre administrateur, ou à qui tient l’annuaire.', en: 'Ask another administrator, or somebody else who keeps the directory.' },
  },
  words_gone: {
    status: 409,
    title: { fr: 'Mots effacés', en: 'Words are gone' },
    remedy: { fr: 'La durée de conservation de ces mots est passée : plus personne n’en juge. Une contestation ouverte peut encore être accueillie.', en: 'The period of these words is over: nobody judges them any more. A dispute that is open can still be overturned in the agent’s favour.' },
  },
  own_judgement: {
    status: 403,
    title: { fr: 'Votre propre jugement', en: 'Your own judgement' },
    remedy: { fr: 'Laissez quelqu’un qui n’a pas jugé trancher la contestation.', en: 'Let somebody who did not judge resolve the dispute.' },
  },
  not_disputable: {
    status: 409,
    title: { fr: 'Rien à contester', en: 'Nothing to dispute' },
    remedy: { fr: 'Seul un écart confirmé se conteste ; un commentaire se laisse à tout moment.', en: 'Only a confirmed violation can be disputed; a comment can be left at any time.' },
  },
  already_disputed: {
    status: 409,
    title: { fr: 'Déjà contesté', en: 'Already disputed' },
    remedy: { fr: 'Un jugement se conteste une fois ; lisez où en est la contestation.', en: 'A judgement is disputed once; read what became of the dispute.' },
  },
  dispute_too_late: {
    status: 409,
    title: { fr: 'Délai dépassé', en: 'Period over' },
    remedy: { fr: 'Parlez-en à votre responsable, qui peut revenir sur le jugement ; un commentaire reste possible.', en: 'Talk to your supervisor, who can take the judgement back; a comment is still possible.' },
  },
  not_disputed: {
    status: 409,
    title: { fr: 'Pas de contestation', en: 'No dispute' },
    remedy: { fr: 'Relisez le constat : il n’est pas contesté, ou ne l’est plus.', en: 'Read the finding again: it is not disputed, or no longer.' },
  },
  under_dispute: {
    status: 409,
    title: { fr: 'Jugement contesté', en: 'Judgement disputed' },
    remedy: { fr: 'C’est la contestation qui décide de ce jugement.', en: 'The dispute decides about this judgement.' },
  },
} as const;
