import { useQuery } from '@tanstack/react-query';
import { me, type Me, type Role } from './queries.js';

/** What the pages show; the API decides for itself (docs/access.md). */
const RIGHTS = {
  figures: ['admin', 'cx-owner', 'supervisor', 'coach', 'dashboard', 'dpo'],
  words: ['admin', 'cx-owner', 'supervisor', 'coach', 'agent', 'dpo'],
  wordsOfOthers: ['admin', 'cx-owner', 'supervisor', 'coach', 'dpo'],
  own: ['agent'],
  review: ['admin', 'cx-owner', 'supervisor'],
  coaching: ['admin', 'cx-owner', 'supervisor', 'coach'],
  /** That sessions exist. */
  coachingList: ['admin', 'cx-owner', 'supervisor', 'coach', 'dpo'],
  samples: ['admin', 'cx-owner', 'supervisor'],
  scorecards: ['admin', 'cx-owner', 'supervisor'],
  observation: ['admin', 'cx-owner'],
  directory: ['admin', 'cx-owner'],
  accounts: ['admin'],
  webhooks: ['admin'],
  erasure: ['admin', 'dpo'],
  rules: ['admin', 'cx-owner', 'supervisor', 'coach', 'agent', 'dashboard', 'dpo'],
} as const satisfies Record<string, readonly Role[]>;
export type Right = keyof typeof RIGHTS;

/** Of every team: nothing in these can be told apart by team. */
const OF_EVERY_TEAM: readonly Right[] = ['samples', 'scorecards', 'observation', 'directory', 'accounts', 'webhooks', 'erasure'];

export function may(who: Me | null | undefined, right: Right): boolean {
  if (!who) return false;
  const wanted: readonly Role[] = RIGHTS[right];
  // Whoever reaches an open port may do everything, and is nobody of the directory.
  if (right === 'own' && who.agentRef === null) return false;
  return who.roles.some((role) => wanted.includes(role)) && (who.teams === 'all' || !OF_EVERY_TEAM.includes(right));
}

/** Whether the reader has a right. */
export const useMay = (right: Right): boolean => may(useQuery(me).data, right);
