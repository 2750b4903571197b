import type { Actor } from './actor.js';
import { isAllowed } from './actor.js';
import { FIGURE_READERS } from './roles.js';

/** Whose interactions and findings somebody sees. */
export type Sight = 'all' | TeamSight;

export interface TeamSight {
  /** Refs of teams; their present members' words are seen. */
  readonly teams: readonly string[];
  /** The agent that the reader is, whose own words are seen too. */
  readonly agent: string | null;
}

/** The one place that says what an actor's rights mean for what is read. Teams are for roles that read others; an agent reads what is his or her own. */
export function sightOf(actor: Actor): Sight {
  const teams = isAllowed(actor, FIGURE_READERS) ? actor.teams : [];
  if (teams === 'all') return 'all';
  return { teams, agent: actor.roles.includes('agent') ? (actor.agentRef ?? null) : null };
}
