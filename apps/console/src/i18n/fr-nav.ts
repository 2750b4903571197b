/** The navigation in French: the menus, and the page behind each link. */
export const frNav = {
  label: 'Navigation principale',
  menu: 'Menu',
  group: { listen: 'Écouter', review: 'Relire', accompany: 'Accompagner', settle: 'Régler' },
  page: {
    overview: 'Vue d’ensemble',
    own: 'Mes constats',
    interactions: 'Interactions',
    findings: 'Constats',
    queue: 'À relire',
    calibration: 'Calibrage',
    scorecards: 'Grilles',
    ownEvaluations: 'Mes évaluations',
    consistency: 'Cohérence',
    coaching: 'Coaching',
    ownSessions: 'Mes séances',
    rules: 'Règles',
    directory: 'Annuaire',
    accounts: 'Comptes et clés',
    webhooks: 'Webhooks',
    erasure: 'Effacement',
  },
};
