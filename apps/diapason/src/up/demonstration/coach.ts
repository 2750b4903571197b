import type { CoachingRepository } from '#storage';
import { z } from 'zod';
import { COACHED_ON } from '../sample-series/people.js';
import type { AsPerson } from './as-person.js';

const session = z.object({ id: z.uuid(), state: z.string() });
const findings = z.object({ items: z.array(z.object({ id: z.uuid(), ruleId: z.string(), polarity: z.string(), status: z.string() })) });

/** From the first day of the samples to their last. */
const WINDOW_DAYS = 25;

/** Says that a session was held on a day of the past: for invented people alone, and by no request. */
export type HeldThen = (sessionId: string, on: string) => Promise<void>;

export const heldThen = (sessions: CoachingRepository, organisationId: string, coachId: string): HeldThen => async (sessionId, on) => {
  const viewer = { side: 'coach', by: coachId, teams: 'all' } as const;
  const done = await sessions.step({ organisationId, sessionId, viewer, version: undefined }, 'held', on, new Date(`${on}T10:00:00Z`));
  if (done.kind !== 'done') throw new Error(`the session of ${on} could not be held: ${done.kind}`);
};

/** A session that was held in the middle of the samples and has been followed up, so that its effect can be read, and one that is planned. */
export async function coach(coaching: AsPerson, agent: AsPerson, hold: HeldThen): Promise<void> {
  await held(coaching, agent, hold);
  await planned(coaching);
}

async function held(coaching: AsPerson, agent: AsPerson, hold: HeldThen): Promise<void> {
  const { violation, merit, agenda } = await subjectsOf(coaching, 'a-02', { violation: 'issue.malheureusement', merit: 'egards.reconnaissance' });
  const wish = { agent: 'a-02', rules: [violation, merit], agenda, windowDays: WINDOW_DAYS };
  const made = await coaching.send('POST', '/v1/coaching-sessions', wish, session, 'coaching-1');
  if (made === null || made.state !== 'draft') return;
  const [own, theirs] = [`/v1/coaching-sessions/${made.id}`, `/v1/me/coaching-sessions/${made.id}`];
  const move = (state: string, on: string) => coaching.send('PUT', `${own}/state`, { state, on }, session);
  await move('planned', COACHED_ON);
  await agent.send('PUT', `${theirs}/note`, { text: 'J’aimerais revoir les appels où le client est déjà fâché avant que je parle.', shared: true }, session);
  await hold(made.id, COACHED_ON);
  const actions = [
    { text: 'Commencer par ce que l’on peut faire, même petit', dueOn: '2026-10-09', done: true },
    { text: 'Écouter ensemble deux appels par quinzaine', dueOn: '2026-10-20', done: false },
  ];
  await coaching.send('PATCH', own, { actions, followUpOn: '2026-10-20' }, session);
  await coaching.send('PUT', `${own}/note`, { text: 'Trois échanges relus ensemble. Nadia trouve d’elle-même les mots d’ouverture ; le réflexe « malheureusement » revient quand elle attend un collègue.', shared: true }, session);
  await agent.send('POST', `${theirs}/acknowledgement`, {}, session);
  await move('followed-up', '2026-10-20');
}

async function planned(coaching: AsPerson): Promise<void> {
  const { violation, merit, agenda } = await subjectsOf(coaching, 'a-03');
  const made = await coaching.send('POST', '/v1/coaching-sessions', { agent: 'a-03', rules: [merit, violation], agenda }, session, 'coaching-2');
  if (made?.state === 'draft') await coaching.send('PUT', `/v1/coaching-sessions/${made.id}/state`, { state: 'planned', on: '2026-12-03' }, session);
}

/** A violation and a merit, those that an agent's findings are most often about unless told, and some of them to talk about. */
async function subjectsOf(coaching: AsPerson, ref: string, told?: { violation: string; merit: string }): Promise<{ violation: string; merit: string; agenda: string[] }> {
  const { items: all } = await coaching.get(`/v1/findings?agent=${ref}&limit=200`, findings);
  // What was dismissed is nothing to talk about, and no session takes it.
  const items = all.filter(({ status }) => status === 'detected' || status === 'confirmed');
  const mostOf = (polarity: string): string => {
    const counts = new Map<string, number>();
    for (const one of items) if (one.polarity === polarity) counts.set(one.ruleId, (counts.get(one.ruleId) ?? 0) + 1);
    const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (first === undefined) throw new Error(`the samples have no ${polarity} of ${ref}`);
    return first[0];
  };
  const { violation, merit } = told ?? { violation: mostOf('violation'), merit: mostOf('merit') };
  const about = (rule: string): string[] => items.filter(({ ruleId }) => ruleId === rule).slice(0, 2).map(({ id }) => id);
  return { violation, merit, agenda: [...about(violation), ...about(merit)] };
}
