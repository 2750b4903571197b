import { createHmac, randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Role, ROLES, SAMPLE_SETTINGS } from '#domain';
import { describeApi } from '#api';
import { createHttpApp, setLogLevel } from '#runtime';
import { AccountRepository, OrganisationRepository, PgAnalysisStore, Projector, SignInRepository } from '#storage';
import { inject } from 'vitest';
import { z } from 'zod';
import { AllInOneModule } from '../../apps/diapason/src/up/all-in-one.module.js';
import { batchOf, ORGANISATION, recordAt } from '../contracts/analysis-store.fixture.js';
import { openOwner } from '../support/owner.js';
import { createTestDatabase } from '../support/postgres.js';

const RULEBOOK = path.resolve(import.meta.dirname, '../../rulebooks/exemple');
export const PASSWORD = 'une phrase bien assez longue';
const CHATWOOT = 'secret-de-test';
/** Who speaks in every interaction, and whom the role `agent` is. */
export const AGENT = 'a-dominique';

/** A request, whole. */
export interface Sent {
  readonly as: Role | null;
  readonly url: string;
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of somebody else than the account of `as`. */
  readonly cookie?: string;
}
export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/** The whole application in this process, analyzer included, over a database of its own, with an account for each role. */
export async function startWorld() {
  setLogLevel('silent');
  const database = await createTestDatabase(inject('postgresUrl'));
  const module = AllInOneModule.register({
    databaseUrl: database.url, migrationUrl: undefined, organisationId: ORGANISATION, access: 'accounts', privateWebhooks: true, rulebookDir: RULEBOOK, retention: true, consoleDir: path.dirname(RULEBOOK), chatwootSecrets: [CHATWOOT],
  });
  const app = await createHttpApp(module, {
    prepare: async (prepared) => {
      await prepared.get(OrganisationRepository).ensureOrganisation({ id: ORGANISATION, name: 'Maison Test', timeZone: 'Europe/Paris', settings: SAMPLE_SETTINGS, reason: 'essai' });
      describeApi(prepared);
    },
  });
  const owner = await openOwner(database.url);
  const people = new Map<Role, { readonly id: string; readonly cookie: string }>();
  const account = async (role: Role, login: string) => {
    const made = await app.get(AccountRepository).create({ organisationId: ORGANISATION, by: 'test' }, { login, name: role, roles: [role], teams: 'all', agentRef: role === 'agent' ? AGENT : null });
    if (made.kind !== 'done') throw new Error(made.kind);
    const signedIn = await app.get(SignInRepository).signIn(ORGANISATION, made.account.id, 'password');
    return { id: made.account.id, cookie: `diapason=${signedIn!.session}` };
  };
  for (const role of ROLES) people.set(role, await account(role, role));

  const send = async (method: 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'GET', { as, url, body, headers, cookie = as === null ? undefined : people.get(as)!.cookie }: Sent): Promise<Answered> => {
    const answer = await app.inject({ method, url, ...(body !== undefined && { payload: body }), headers: { ...(typeof body === 'string' && { 'content-type': 'application/json' }), ...(cookie !== undefined && { cookie }), ...headers } });
    return { status: answer.statusCode, body: answer.body === '' ? null : JSON.parse(answer.body) };
  };
  /** Sends it, and throws where it is not taken. */
  const must = async <T>(method: 'POST' | 'PUT' | 'GET', sent: Sent, schema: z.ZodType<T>): Promise<T> => {
    const { status, body } = await send(method, sent);
    if (status >= 300) throw new Error(`${method} ${sent.url} gave ${status}: ${JSON.stringify(body)}`);
    return schema.parse(body);
  };
  let count = 0;
  /** Another number each time. */
  const next = (): number => ++count;
  const settle = () => app.get(Projector).settle();
  /** How much was ever written, a moment later: what is still on its way through the stream comes by then. */
  const written = async (): Promise<string> => {
    await sleep(250);
    return JSON.stringify(await owner.query('SELECT count(*) AS entries, (SELECT count(*) FROM outbox) AS waiting FROM journal'));
  };

  return {
    app, send, must, next, settle, account,
    idOf: (role: Role): string => people.get(role)!.id,
    stop: async () => {
      await app.close();
      await owner.destroy();
      await database.drop();
    },
    /** An interaction of the agent with a customer of its own, in which a refusal was found. */
    interaction: async () => {
      const n = next();
      const body = interactionOf(`once-${n}`, `c-${n}`);
      const { items } = await must('POST', { as: 'admin', url: '/v1/interactions', body }, z.object({ items: z.array(z.object({ id: z.uuid() })) }));
      await settle();
      const { id } = items[0]!;
      const found = await must('GET', { as: 'admin', url: `/v1/findings?interaction=${id}` }, z.object({ items: z.array(z.object({ id: z.uuid(), ruleId: z.string() })) }));
      const refusal = found.items.find(({ ruleId }) => ruleId === 'issue.impossible')!;
      return { id, customer: `c-${n}`, finding: refusal.id, ruleId: refusal.ruleId };
    },
    /** A record that could not be read, waiting. */
    letter: async (): Promise<string> => {
      const n = next();
      await app.get(PgAnalysisStore).record({ ...batchOf([]), deadLetters: [{ record: recordAt(n), reason: 'not_json', detail: 'essai', organisationId: ORGANISATION }] });
      const { items } = await must('GET', { as: 'admin', url: '/v1/dead-letters?limit=1' }, z.object({ items: z.array(z.object({ id: z.string() })) }));
      return items[0]!.id;
    },
    /** How many rows each table has, and how many entries of each type the journal, as soon as all that follows from them is done. */
    counts: async (): Promise<Readonly<Record<string, number>>> => {
      for (let [before, now] = ['', await written()]; before !== now; [before, now] = [now, await written()]) await settle();
      const tables: { name: string }[] = await owner.query(`SELECT c.relname AS name FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition`);
      const kept = tables.map(({ name }) => name).filter((name) => !FOLLOWING.test(name));
      const rows: { name: string; count: number }[] = await owner.query(
        `${kept.map((name) => `SELECT '${name}' AS name, count(*)::int AS count FROM "${name}"`).join(' UNION ALL ')} UNION ALL SELECT 'journal ' || type, count(*)::int FROM journal GROUP BY type`,
      );
      return Object.fromEntries(rows.map(({ name, count: rowsOf }) => [name, rowsOf]));
    },
  };
}
export type World = Awaited<ReturnType<typeof startWorld>>;

/** What follows from the rest in its own time, and is counted from it: views, evaluations by findings, what is on its way, deliveries to webhooks. */
const FOLLOWING = /^(?:view_|bi_|outbox|projection_|history_due|webhook_delivery|automatic_evaluation|evaluation_(?:due|place))/;

/** Scorecards count from the day on which they are published. */
const NOW = new Date().toISOString();

export const interactionOf = (externalId: string, customer: string) => ({
  source: 'test', externalId, channel: 'chat', startedAt: NOW, participants: [{ id: 'a', role: 'agent', ref: AGENT }, { id: 'c', role: 'customer', ref: customer }],
  turns: [{ id: '1', participantId: 'c', text: 'Bonjour, où en est mon colis ?' }, { id: '2', participantId: 'a', text: 'Bonjour, malheureusement c’est impossible.' }],
});

export const key = () => ({ 'idempotency-key': randomUUID() });

/** As Chatwoot signs its webhooks. */
export const signed = (body: string): Record<string, string> => {
  const timestamp = String(Math.floor(Date.now() / 1000));
  return { 'x-chatwoot-timestamp': timestamp, 'x-chatwoot-signature': `sha256=${createHmac('sha256', CHATWOOT).update(`${timestamp}.${body}`).digest('hex')}` };
};
