import { type DynamicModule, Module } from '@nestjs/common';
import { ApiModule, describeApi } from '#api';
import { type AnalysedInteraction, type Role, ROLES, SAMPLE_SETTINGS } from '#domain';
import { IngestModule } from '#ingest';
import { MessagingModule } from '#messaging';
import { AccessModule, createHttpApp, setLogLevel } from '#runtime';
import { AccountRepository, CoachingRepository, DirectoryRepository, OrganisationRepository, PgAnalysisStore, Projector, RulebookRepository, SampleRepository, SignInRepository, StorageModule } from '#storage';
import { inject } from 'vitest';
import { DESCRIPTION } from '../../apps/api/test/start-test-api.js';
import { batchOf, ORGANISATION } from '../contracts/analysis-store.fixture.js';
import { heard, testJudge } from '../history/history.fixture.js';
import { createTestDatabase } from '../support/postgres.js';

@Module({})
class TestModule {}

export const SCOPES = { nord: ['nord'], sud: ['sud'], all: 'all' } as const;
export const SCOPE_NAMES = ['nord', 'sud', 'all'] as const;
export type ScopeName = (typeof SCOPE_NAMES)[number];

/** What belongs to one agent, everything with the same mark in it: an answer that carries the mark shows it. */
export interface Planted {
  readonly team: 'nord' | 'sud';
  readonly mark: string;
  readonly agent: string;
  readonly customer: string;
  readonly interactions: readonly AnalysedInteraction[];
}

const plant = (team: Planted['team'], letter: string): Planted => {
  const mark = `zz${team}${letter}`;
  const [agent, customer] = [`a-${mark}`, `c-${mark}`];
  const one = (n: number, channel: 'email' | 'phone', words: string, euros: number) => {
    const item = heard(ORGANISATION, { externalId: `${mark}-${n}`, customer, agent, channel, startedAt: `2026-03-0${n}T09:00:00.000Z`, caseRef: `d-${mark}`, said: [{ kind: 'pledge', words: `${words} ${mark}`, euros }] });
    return withFinding({ ...item, interaction: { ...item.interaction, subject: `Sujet ${mark}` } }, agent, mark);
  };
  return { team, mark, agent, customer, interactions: [one(2, 'email', 'nous vous rembourserons 60 €', 60), one(5, 'phone', 'on vous remboursera 45 €', 45)] };
};

export const PLANTED = [plant('nord', 'a'), plant('nord', 'b'), plant('sud', 'a')] as const;

/** The whole application over a database of its own: two teams, an account for each role and scope. */
export async function startTwoTeams() {
  setLogLevel('silent');
  const database = await createTestDatabase(inject('postgresUrl'));
  const root: DynamicModule = {
    module: TestModule,
    imports: [
      StorageModule.register({ databaseUrl: database.url }),
      MessagingModule.register(),
      AccessModule.register({ mode: 'accounts', organisationId: ORGANISATION }),
      IngestModule.register({ organisationId: ORGANISATION }),
      ApiModule.register({ organisationId: ORGANISATION }),
    ],
  };
  const app = await createHttpApp(root, { port: 0, prepare: describeApi });
  await app.get(OrganisationRepository).ensureOrganisation({ id: ORGANISATION, name: 'Maison Test', timeZone: 'Europe/Paris', settings: SAMPLE_SETTINGS, reason: 'essai' });
  await app.get(RulebookRepository).publishRulebook(ORGANISATION, DESCRIPTION);
  await app.get(DirectoryRepository).put(
    {
      teams: (['nord', 'sud'] as const).map((ref) => ({ ref, name: `Équipe ${ref}` })),
      agents: PLANTED.map(({ agent, mark, team }) => ({ ref: agent, name: `Agent ${mark}`, team: { ref: team } })),
      customers: PLANTED.map(({ customer, mark }) => ({ ref: customer, name: `Client ${mark}` })),
    },
    { organisationId: ORGANISATION, by: 'test' },
  );
  const take = async (items: readonly AnalysedInteraction[]) => {
    await app.get(PgAnalysisStore).record({ ...batchOf(items), history: { judge: testJudge(), asOf: '2026-04-01T00:00:00.000Z', announce: () => [] } });
    await app.get(Projector).settle();
  };
  await take(PLANTED.flatMap(({ interactions }) => interactions));
  const drawn = await app.get(SampleRepository).draw({ organisationId: ORGANISATION, name: 'Tous', frame: { channels: [], teams: [], rules: [] }, size: 6, reviewers: [], dueOn: null, by: 'test' });
  if (drawn.kind !== 'done') throw new Error(drawn.kind);
  const coachingIds = new Map<string, string>();
  for (const planted of PLANTED) coachingIds.set(planted.mark, await coachingOf(app, planted));
  const sessions = new Map<string, string>();
  for (const role of ROLES) for (const scope of SCOPE_NAMES) sessions.set(`${role} ${scope}`, await sessionOf(app, role, scope));
  return {
    app,
    take,
    sampleId: drawn.sampleId,
    /** Of a session held with each agent, by mark. */
    coachingIds,
    /** The cookie of an account with that role alone. */
    cookie: (role: Role, scope: ScopeName): string => `diapason=${sessions.get(`${role} ${scope}`)!}`,
    stop: async () => {
      await app.close();
      await database.drop();
    },
  };
}
export type TwoTeams = Awaited<ReturnType<typeof startTwoTeams>>;

async function coachingOf(app: TwoTeams['app'], { agent, interactions }: Planted): Promise<string> {
  const sessions = app.get(CoachingRepository);
  const viewer = { side: 'coach', by: 'test', teams: 'all', self: null } as const;
  const made = await sessions.create({ organisationId: ORGANISATION, coach: viewer, agentRef: agent, rules: ['refus'], agenda: interactions.map(({ analysis }) => analysis.findings[0]!.id), windowDays: 28 });
  if (made.kind !== 'done') throw new Error(made.kind);
  const request = { organisationId: ORGANISATION, sessionId: made.sessionId, viewer, version: undefined };
  for (const step of ['planned', 'held'] as const) await sessions.step(request, step, '2026-03-10', new Date('2026-03-10T10:00:00Z'));
  return made.sessionId;
}

async function sessionOf(app: TwoTeams['app'], role: Role, scope: ScopeName): Promise<string> {
  const agentRef = role === 'agent' ? PLANTED[scope === 'sud' ? 2 : 0].agent : null;
  const made = await app.get(AccountRepository).create({ organisationId: ORGANISATION, by: 'test' }, { login: `${role}-${scope}`, name: role, roles: [role], teams: SCOPES[scope], agentRef });
  if (made.kind !== 'done') throw new Error(made.kind);
  return (await app.get(SignInRepository).signIn(ORGANISATION, made.account.id, 'password'))!.session;
}

function withFinding(item: AnalysedInteraction, agentRef: string, mark: string): AnalysedInteraction {
  const text = item.interaction.turns.at(-1)!.text;
  const turn = item.interaction.turns.length - 1;
  const finding = {
    id: item.interactionId.replace(/^.{8}/, 'f1d1f1d1'), ruleId: 'refus', polarity: 'violation' as const, severity: 'major' as const, commitment: 'issue', agentRef,
    evidence: [{ turn, start: 0, end: text.length, quote: text, sense: 'said' as const }], explanation: `Parce que ${mark}`, confidence: 1,
  };
  return { ...item, analysis: { ...item.analysis, findings: [...item.analysis.findings, finding] } };
}
