import type { AnalysedInteraction, OrganisationSettings, Role } from '#domain';
import { AccountRepository, CoachingRepository, DirectoryRepository } from '#storage';
import { ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import type { ApiSettings } from '#api';
import { dayAfter, type Work, worked } from './consistency-story.js';
import { startTestApi } from './start-test-api.js';

const PASSWORD = 'une guitare accordée en la';

export interface Member {
  readonly id: string;
  readonly cookie: string;
}

const cookieOf = (headers: Record<string, unknown>): string => String(headers['set-cookie']).split(';')[0]!;

/** Today in the organisation's time zone: a session is held no later. */
export const TODAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date());
export const daysAgo = (days: number): string => dayAfter(TODAY, -days);

const agentsOf = (team: string) => Array.from({ length: 8 }, (_, n) => ({ ref: `${team}-${n}`, name: `Agent ${team} ${n}`, team: { ref: team } }));

/** The API with accounts, and two teams: nord with agents nord-0 … nord-7, sud with sud-0 … */
export async function startCoaching(settings: OrganisationSettings, more: Partial<ApiSettings> = {}) {
  const api = await startTestApi(settings, 'setup', more);
  await api.app.get(DirectoryRepository).put(
    { agents: [...agentsOf('nord'), ...agentsOf('sud')], customers: [], teams: [{ ref: 'nord', name: 'Nord' }, { ref: 'sud', name: 'Sud' }] },
    { organisationId: ORGANISATION, by: 'test' },
  );
  const link = await api.app.get(AccountRepository).issueFirstLink(ORGANISATION);
  const admin = cookieOf((await api.post('/v1/links/use').send({ token: link!.token, password: PASSWORD, login: 'admin', name: 'Dominique' })).headers);
  const member = async (login: string, roles: readonly Role[], teams: 'all' | readonly string[], agentRef: string | null = null): Promise<Member> => {
    const made = await api.post('/v1/accounts').set('cookie', admin).send({ login, name: login, roles, teams, ...(agentRef !== null && { agentRef }) });
    const joined = await api.post('/v1/links/use').send({ token: made.body.link.path.split('jeton=')[1], password: PASSWORD });
    return { id: made.body.account.id, cookie: cookieOf(joined.headers) };
  };
  return {
    ...api,
    admin: { id: 'admin', cookie: admin } as Member,
    member,
    as: (who: Member, method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string) => api[method](`/v1${path}`).set('cookie', who.cookie),
    /** A session held in the past: nobody can enter one by the API. */
    holdOn: async (who: Member, sessionId: string, on: string): Promise<void> => {
      const request = { organisationId: ORGANISATION, sessionId, viewer: { side: 'coach', by: who.id, teams: 'all' }, version: undefined } as const;
      const { kind } = await api.app.get(CoachingRepository).step(request, 'held', on, new Date(`${on}T10:00:00Z`));
      if (kind !== 'done') throw new Error(kind);
    },
    journalOf: async (type: string): Promise<Record<string, unknown>[]> =>
      (await api.owner.query('SELECT payload FROM journal WHERE type = $1 ORDER BY position', [type])).map(({ payload }: { payload: Record<string, unknown> }) => payload),
    /** Judges every finding of some interactions, as somebody who reviews; figures follow. */
    judge: async (items: readonly AnalysedInteraction[], judgement: object = { verdict: 'confirmed' }) => {
      const ids = items.flatMap(({ analysis }) => analysis.findings.map(({ id }) => id));
      for (let from = 0; from < ids.length; from += 10) await Promise.all(ids.slice(from, from + 10).map((id) => api.put(`/v1/findings/${id}/review`).set('cookie', admin).send(judgement)));
    },
  };
}
export type Coaching = Awaited<ReturnType<typeof startCoaching>>;

export const codeOf = ({ status, text }: { status: number; text: string }): [number, string] => [status, JSON.parse(text).code];

/** Some work of one agent of nord, from some days ago on. */
export const nord = (n: number, from: number, work: Omit<Work, 'agent' | 'team' | 'from'>): AnalysedInteraction[] => worked({ agent: `nord-${n}`, team: 'nord', from: daysAgo(from), ...work });
