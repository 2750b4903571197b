/** The navigation in English: the menus, and the page behind each link. */
export const enNav = {
  label: 'Main navigation',
  menu: 'Menu',
  group: { listen: 'Listen', review: 'Review', accompany: 'Support', settle: 'Set up' },
  page: {
    overview: 'Overview',
    own: 'My findings',
    interactions: 'Interactions',
    findings: 'Findings',
    queue: 'To review',
    calibration: 'Calibration',
    scorecards: 'Scorecards',
    ownEvaluations: 'My evaluations',
    consistency: 'Consistency',
    coaching: 'Coaching',
    ownSessions: 'My sessions',
    rules: 'Rules',
    directory: 'Directory',
    accounts: 'Accounts and keys',
    webhooks: 'Webhooks',
    erasure: 'Erasure',
  },
};
