import type { ReactElement } from 'react';
import { AccountsPage } from './access/accounts-page.js';
import { HomePage } from './access/home-page.js';
import type { Right } from './access/rights.js';
import { CalibrationsPage } from './calibration/calibrations-page.js';
import { CoachingPage } from './coaching/coaching-page.js';
import { OwnSessionsPage } from './coaching/own-sessions-page.js';
import { ConsistencyPage } from './consistency/consistency-page.js';
import { DirectoryPage } from './directory/directory-page.js';
import { ErasurePage } from './erasure/erasure-page.js';
import { FindingsPage } from './findings/findings-page.js';
import type { frNav } from './i18n/fr-nav.js';
import { InteractionsPage } from './interactions/interactions-page.js';
import { OwnPage } from './own/own-page.js';
import { OwnEvaluationsPage } from './evaluation/own-evaluations-page.js';
import { ScorecardsPage } from './scorecard/scorecards-page.js';
import { QueuesPage } from './queue/queues-page.js';
import { RulebookPage } from './rulebook/rulebook-page.js';
import { WebhooksPage } from './webhooks/webhooks-page.js';

/** The menus of the navigation, in their order. */
export const GROUPS = ['listen', 'review', 'accompany', 'settle'] as const;
export type Group = (typeof GROUPS)[number];

/** A page that the navigation leads to. */
export interface NavPage {
  readonly to: `/${string}`;
  /** The text that leads there: `nav.page.NAME`. */
  readonly name: keyof typeof frNav.page;
  /** Whoever lacks it is not led there; the API decides for itself. */
  readonly right: Right;
  /** The menu that it stands in; without one it stands in the bar itself, before the menus. */
  readonly group?: Group;
  readonly element: ReactElement;
}

/** Every page that the navigation leads to: a new one is a line here and its name in i18n/fr-nav.ts and en-nav.ts. */
export const PAGES: readonly NavPage[] = [
  { to: '/', name: 'overview', right: 'figures', element: <HomePage /> },
  { to: '/moi', name: 'own', right: 'own', element: <OwnPage /> },
  { to: '/mes-evaluations', name: 'ownEvaluations', right: 'own', element: <OwnEvaluationsPage /> },
  { to: '/mes-seances', name: 'ownSessions', right: 'own', element: <OwnSessionsPage /> },
  { to: '/interactions', name: 'interactions', right: 'words', group: 'listen', element: <InteractionsPage /> },
  { to: '/constats', name: 'findings', right: 'wordsOfOthers', group: 'listen', element: <FindingsPage /> },
  { to: '/relecture', name: 'queue', right: 'review', group: 'review', element: <QueuesPage /> },
  { to: '/calibrage', name: 'calibration', right: 'review', group: 'review', element: <CalibrationsPage /> },
  { to: '/grilles', name: 'scorecards', right: 'rules', group: 'review', element: <ScorecardsPage /> },
  { to: '/coherence', name: 'consistency', right: 'figures', group: 'accompany', element: <ConsistencyPage /> },
  { to: '/coaching', name: 'coaching', right: 'coachingList', group: 'accompany', element: <CoachingPage /> },
  { to: '/regles', name: 'rules', right: 'rules', group: 'settle', element: <RulebookPage /> },
  { to: '/annuaire', name: 'directory', right: 'directory', group: 'settle', element: <DirectoryPage /> },
  { to: '/comptes', name: 'accounts', right: 'accounts', group: 'settle', element: <AccountsPage /> },
  { to: '/webhooks', name: 'webhooks', right: 'webhooks', group: 'settle', element: <WebhooksPage /> },
  { to: '/effacement', name: 'erasure', right: 'erasure', group: 'settle', element: <ErasurePage /> },
];
