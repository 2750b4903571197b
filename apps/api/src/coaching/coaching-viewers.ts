import type { Actor } from '#domain';
import type { CoachingViewer } from '#storage';
import { selfOf } from '../disputes/own.js';

/** Whoever runs sessions within some teams; what is about oneself is seen as the agent concerned. */
export const coachOf = ({ id, teams }: Actor): Extract<CoachingViewer, { side: 'coach' }> => ({ side: 'coach', by: id, teams });

/**
 * The agent concerned.
 * @throws ProblemException 403 for an account that is nobody of the directory
 */
export function coachedOf(actor: Actor): Extract<CoachingViewer, { side: 'agent' }> {
  const { by, agentRef } = selfOf(actor);
  return { side: 'agent', by, agentRef };
}
