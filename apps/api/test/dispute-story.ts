import type { ApiSettings } from '#api';
import { type FindingView, type OrganisationSettings, type Role, STRICT_SETTINGS } from '#domain';
import { AccountRepository, Projector, SignInRepository } from '#storage';
import { analysed, ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { findingView } from '../src/read-models/finding.schema.js';
import { startTestApi } from './start-test-api.js';

type Method = 'get' | 'put' | 'post' | 'patch' | 'delete';

/** Agents Alix and Bao, and reviewers Chef, Adjoint and Tiers; groups of any size are shown, so that every report shows what counts. */
export async function startDisputeStory(settings: Partial<OrganisationSettings> = {}, apiSettings: Partial<ApiSettings> = {}) {
  const api = await startTestApi({ ...STRICT_SETTINGS, groupMinAgents: 1, groupMinInteractions: 1, ...settings }, 'accounts', apiSettings);
  const people = {
    alix: await signIn('alix', ['agent'], 'a-alix'),
    bao: await signIn('bao', ['agent'], 'a-bao'),
    chef: await signIn('chef', ['supervisor']),
    adjoint: await signIn('adjoint', ['supervisor']),
    tiers: await signIn('tiers', ['cx-owner']),
    /** Supervises, and is Alix. */
    both: await signIn('both', ['supervisor', 'agent'], 'a-alix-bis'),
    admin: await signIn('admin', ['admin']),
  };
  type Name = keyof typeof people;

  async function signIn(login: string, roles: readonly Role[], agentRef: string | null = null): Promise<{ id: string; cookie: string }> {
    const made = await api.app.get(AccountRepository).create({ organisationId: ORGANISATION, by: 'test' }, { login, name: login, roles, teams: 'all', agentRef });
    if (made.kind !== 'done') throw new Error(made.kind);
    const { session } = (await api.app.get(SignInRepository).signIn(ORGANISATION, made.account.id, 'password'))!;
    return { id: made.account.id, cookie: `diapason=${session}` };
  }

  const as = (who: Name, method: Method, address: string) => api[method](address).set('cookie', people[who].cookie);
  const read = async (id: string, who: Name = 'chef'): Promise<FindingView> => findingView.parse((await as(who, 'get', `/v1/findings/${id}`)).body);

  return {
    ...api,
    people,
    as,
    read,
    /** An interaction of an agent with a violation and a merit; the violation. */
    async say(externalId: string, agent = 'a-alix', more: Partial<Parameters<typeof analysed>[0]> = {}): Promise<FindingView> {
      const item = analysed({ externalId, agent, found: ['refus', '+accueil'], ...more });
      await api.take([item]);
      return read(item.analysis.findings[0]!.id);
    },
    confirm: (id: string, who: Name = 'chef') => as(who, 'put', `/v1/findings/${id}/review`).send({ verdict: 'confirmed' }),
    dispute: (id: string, who: Name = 'alix', reason = 'Je citais la cliente.') => as(who, 'post', `/v1/findings/${id}/dispute`).send({ reason }),
    resolve: (id: string, who: Name = 'adjoint', body: object = OVERTURN) => as(who, 'put', `/v1/findings/${id}/dispute/resolution`).send(body),
    /** Everything that any report says. */
    async reports(): Promise<Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>> {
      await api.app.get(Projector).settle();
      const addresses = ['agents', 'teams', 'channels', 'trends', 'rules', 'consistency'].flatMap((name) => ['', '?agent=a-alix'].map((filter) => `/v1/reports/${name}${name === 'consistency' ? '' : filter}`));
      const answers = await Promise.all([...new Set(addresses)].map(async (address) => [address, (await as('chef', 'get', address)).body.rows] as const));
      return Object.fromEntries(answers);
    },
    journalOf: (id: string): Promise<{ state: string }[]> =>
      api.owner.query(`SELECT payload->>'state' AS state FROM journal WHERE type = 'finding.disputed' AND payload->>'findingId' = $1 ORDER BY position`, [id]),
  };
}
export type DisputeStory = Awaited<ReturnType<typeof startDisputeStory>>;

export const OVERTURN = { outcome: 'overturned', cause: 'wrong-context', reason: 'Ces mots citent la cliente.' };
export const UPHOLD = { outcome: 'upheld', reason: 'Rien ne montre que ce soit une citation.' };
