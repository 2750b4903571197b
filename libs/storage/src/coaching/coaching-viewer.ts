import type { Sight } from '#domain';
import type { Sql } from '../database/sql.js';
import { refsOf } from '../directory/resolve.js';
import type { Conditions } from '../read/conditions.js';
import { ownRefs } from '../reviews/own-work.js';
import { agentSeen, seenRefs } from '../sight/sight.js';

/** Who looks at sessions: as one who runs them within some teams, or as the agent concerned. Nobody runs the sessions about himself or herself. */
export type CoachingViewer =
  | { readonly side: 'coach'; readonly by: string; readonly teams: 'all' | readonly string[] }
  | { readonly side: 'agent'; readonly by: string; readonly agentRef: string };

/** Whose words the viewer may read. */
export const sightOfViewer = (viewer: CoachingViewer): Sight => {
  if (viewer.side === 'agent') return { teams: [], agent: viewer.agentRef };
  return viewer.teams === 'all' ? 'all' : { teams: viewer.teams, agent: null };
};

/** Adds that a session `s` is there for the viewer. A draft is for whoever prepares it; once it is planned it is there for the agent too. */
export async function sessionSeen(sql: Sql, where: Conditions, organisationId: string, viewer: CoachingViewer): Promise<Conditions> {
  if (viewer.side === 'agent') {
    return where.also(`s.state <> 'draft' AND s.agent_ref = ANY (${where.bind(await refsOf(sql, organisationId, 'agent', viewer.agentRef))}::text[])`);
  }
  agentSeen(where, 's.agent_ref', await seenRefs(sql, organisationId, sightOfViewer(viewer)));
  return where.also(`s.agent_ref <> ALL (${where.bind(await ownRefs(sql, organisationId, viewer.by))}::text[])`);
}
