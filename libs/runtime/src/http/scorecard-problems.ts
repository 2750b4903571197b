/** Problems of scorecards and evaluations, for the catalogue. */
export const SCORECARD_PROBLEMS = {
  invalid_scorecard: {
    status: 422,
    title: { fr: 'Grille à corriger', en: 'Scorecard to be corrected' },
    remedy: { fr: 'Corrigez ce que « errors » cite, section par section, puis publiez.', en: 'Correct what "errors" lists, section by section, then publish.' },
  },
  version_published: {
    status: 409,
    title: { fr: 'Version déjà publiée ou retirée', en: 'Version already published or retired' },
    remedy: { fr: 'Une version publiée ne change plus : écrivez la suivante.', en: 'A published version never changes: write the next one.' },
  },
  version_unpublished: {
    status: 409,
    title: { fr: 'Version pas encore publiée', en: 'Version not published yet' },
    remedy: { fr: 'Un brouillon n’évalue personne : il se réécrit, ou se publie.', en: 'A draft evaluates nobody: write it anew, or publish it.' },
  },
  date_past: {
    status: 422,
    title: { fr: 'Date passée', en: 'Date in the past' },
    remedy: { fr: 'Choisissez aujourd’hui ou plus tard : nul n’est évalué par ce qu’il ne pouvait pas connaître.', en: 'Choose today or later: nobody is evaluated by what could not be known.' },
  },
  own_evaluation: {
    status: 403,
    title: { fr: 'Votre propre échange', en: 'Your own interaction' },
    remedy: { fr: 'Personne ne s’évalue : laissez quelqu’un d’autre le faire.', en: 'Nobody evaluates herself: let somebody else do it.' },
  },
  already_evaluated: {
    status: 409,
    title: { fr: 'Déjà évalué', en: 'Already evaluated' },
    remedy: { fr: 'Lisez l’évaluation en vigueur ; pour la corriger, commencez-en une avec « replaces ».', en: 'Read the evaluation that stands; to correct it, begin one with "replaces".' },
  },
  evaluation_submitted: {
    status: 409,
    title: { fr: 'Évaluation remise', en: 'Evaluation submitted' },
    remedy: { fr: 'Elle ne change plus : corrigez-la par une nouvelle, avec « replaces ».', en: 'It never changes: correct it by a new one, with "replaces".' },
  },
  evaluation_incomplete: {
    status: 409,
    title: { fr: 'Évaluation incomplète', en: 'Evaluation incomplete' },
    remedy: { fr: 'Répondez aux questions citées dans « errors », ou à « sans objet » où c’est permis.', en: 'Answer the questions listed in "errors", or "not applicable" where that is allowed.' },
  },
  evaluation_replaced: {
    status: 409,
    title: { fr: 'Évaluation remplacée', en: 'Evaluation replaced' },
    remedy: { fr: 'Une autre compte à sa place : lisez celle que « replacedBy » nomme.', en: 'Another one counts instead: read the one that "replacedBy" names.' },
  },
} as const;
