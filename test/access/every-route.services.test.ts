import { ROLES, type Role } from '#domain';
import { DataSource } from 'typeorm';
import { analysed, joinedBy, ORGANISATION } from '../contracts/analysis-store.fixture.js';
import { heard } from '../history/history.fixture.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { expectedAccess, type Expected } from './table.js';
import { PLANTED, SCOPE_NAMES, SCOPES, type ScopeName, startTwoTeams, type TwoTeams } from './two-teams.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const operationSchema = z.object({ parameters: z.array(z.object({ name: z.string(), in: z.string() })).default([]) });
const documentSchema = z.object({ paths: z.record(z.string(), z.partialRecord(z.enum(METHODS), operationSchema)) });

interface Operation {
  readonly name: string;
  readonly method: Uppercase<(typeof METHODS)[number]>;
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
}

const TABLE = expectedAccess();
/** A lock of its own, a stream without end, and the end of the session that asks: below, or elsewhere. */
const APART = new Set(['POST /v1/webhooks/chatwoot', 'GET /v1/stream', 'DELETE /v1/session']);
const NOBODY = '00000000-0000-4000-8000-000000000000';
const [NORD, , SUD] = PLANTED;

const UPPER = { get: 'GET', post: 'POST', put: 'PUT', patch: 'PATCH', delete: 'DELETE' } as const;

let app: TwoTeams;
let operations: Operation[];
beforeAll(async () => {
  app = await startTwoTeams();
  const { paths } = documentSchema.parse((await app.app.inject('/openapi.json')).json());
  operations = Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((name): Operation[] => {
      const found = item[name];
      const method = UPPER[name];
      return found === undefined ? [] : [{ name: `${method} ${path}`, method, path, parameters: found.parameters }];
    }),
  );
});
afterAll(() => app.stop());

/** Addresses of an operation that are about somebody: by its path, and by each filter that it has. */
function addressesOf({ path, parameters, method }: Operation, { agent, customer, team, interactions, mark }: (typeof PLANTED)[number]): string[] {
  const session = app.coachingIds.get(mark) ?? NOBODY;
  const { interactionId, analysis } = interactions[0]!;
  const ids: Readonly<Record<string, string>> = { interactions: interactionId, findings: analysis.findings[0]!.id, agents: agent, customers: customer, samples: app.sampleId, queues: 'new', 'dead-letters': '1', 'coaching-sessions': session, me: session };
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'interactionId' ? interactionId : (ids[path.split('/')[2]!] ?? NOBODY)));
  if (method !== 'GET') return [address];
  const filters: Readonly<Record<string, string>> = { agent, customer, team, interaction: interactionId, case: `d-${mark}`, search: mark };
  const asked = parameters.filter((parameter) => parameter.in === 'query' && filters[parameter.name] !== undefined);
  return [address, `${address}?limit=200`, ...asked.map(({ name }) => `${address}?${name}=${filters[name]!}`)].filter((one) => !one.includes('limit=') || parameters.some(({ name }) => name === 'limit'));
}

const BODIES: Readonly<Record<string, object>> = {
  'PUT /v1/findings/{id}/review': { verdict: 'confirmed' },
  'POST /v1/interactions/{id}/findings': { turn: 0, start: 0, end: 3, rule: 'accueil' },
  'PATCH /v1/coaching-sessions/{id}': { windowDays: 30 },
  'PUT /v1/coaching-sessions/{id}/state': { state: 'planned', on: '2026-03-10' },
  'PUT /v1/coaching-sessions/{id}/note': { text: 'Vu ensemble', shared: true },
  'PUT /v1/me/coaching-sessions/{id}/note': { text: 'D’accord', shared: true },
  'PUT /v1/interactions/{id}/assignment': { to: 'quelqu’un' },
  'POST /v1/interactions/{id}/evaluations': { scorecard: NOBODY, agent: 'quelqu’un' },
  'PUT /v1/evaluations/{id}/answers': { answers: [] },
  'PUT /v1/evaluations/{id}/comment': { text: 'Dit.' },
  'POST /v1/scorecards': { name: 'Grille', purpose: null, sections: [] },
  'PATCH /v1/organisation/retention': { days: { phone: 120 }, reason: 'essai' },
  'POST /v1/scorecards/check': { name: 'Grille', purpose: null, sections: [] },
  'PUT /v1/scorecards/{id}/draft': { name: 'Grille', purpose: null, sections: [] },
  'POST /v1/scorecards/{id}/versions/{version}/publication': { effectiveOn: '2030-01-01' },
  'POST /v1/scorecards/{id}/versions/{version}/retirement': { from: '2030-01-01' },
};

const bodyOf = (name: string, { agent }: (typeof PLANTED)[number]): object => (name === 'POST /v1/coaching-sessions' ? { agent, rules: ['refus'] } : (BODIES[name] ?? {}));

async function ask({ name, method }: Operation, url: string, about: (typeof PLANTED)[number], cookie?: string) {
  const payload = method === 'GET' || method === 'DELETE' ? undefined : bodyOf(name, about);
  const answer = await app.app.inject({ method, url, ...(payload !== undefined && { payload }), headers: cookie === undefined ? {} : { cookie } });
  // A problem names the path that was asked for, and giving back names what is given back: what the asker wrote is no leak.
  const text = answer.body.replace(/"instance":"[^"]*"/, '');
  return { status: answer.statusCode, text: name.endsWith('/hold') ? text.replace(/"interactionId":"[^"]*"/, '') : text };
}

function mayCall({ to, reach }: Expected, role: Role, scope: ScopeName): boolean {
  return to === 'anyone' || (to.includes(role) && (reach !== 'every team' || SCOPES[scope] === 'all'));
}

/** Marks and ids of everything that somebody does not see. */
function hidden(role: Role, scope: ScopeName): string[] {
  const sees = ({ team, mark }: (typeof PLANTED)[number]): boolean => (role === 'agent' ? mark === (scope === 'sud' ? SUD : NORD).mark : SCOPES[scope] === 'all' || team === scope);
  return PLANTED.filter((one) => !sees(one)).flatMap(({ mark, interactions }) => [mark, ...interactions.flatMap(({ interactionId, analysis }) => [interactionId, analysis.findings[0]!.id])]);
}

describe('the table of docs/access.md', () => {
  it('holds for anybody: who is not signed in is told so', async () => {
    for (const operation of operations.filter(({ name }) => !APART.has(name))) {
      const { status } = await ask(operation, addressesOf(operation, NORD)[0]!, NORD);
      expect([operation.name, status === 401]).toEqual([operation.name, TABLE.get(operation.name)!.to !== 'anyone']);
    }
  });

  it('holds for each role, and shows nobody what is of another team: over 1,000 attempts', { timeout: 300_000 }, async () => {
    let attempts = 0;
    for (const role of ROLES) {
      for (const scope of SCOPE_NAMES) {
        const secrets = hidden(role, scope);
        for (const operation of operations.filter(({ name }) => !APART.has(name))) {
          const expected = TABLE.get(operation.name)!;
          for (const about of PLANTED) {
            for (const url of addressesOf(operation, about)) {
              const { status, text } = await ask(operation, url, about, app.cookie(role, scope));
              const where = `${role} of ${scope}: ${operation.method} ${url} gave ${status}`;
              expect([where, status === 401 || status === 403]).toEqual([where, !mayCall(expected, role, scope)]);
              expect([where, secrets.filter((secret) => text.includes(secret))]).toEqual([where, []]);
              if (secrets.includes(about.mark)) attempts++;
              if (status < 300 && secrets.includes(about.mark) && operation.method !== 'GET') changesOfOthers.push(where);
            }
          }
        }
      }
    }
    expect(attempts).toBeGreaterThan(1_000);
    expect(changesOfOthers.length).toBeGreaterThan(0);
    // Giving back what one does not hold, and asking for the next of a queue, are about nobody in particular.
    expect(changesOfOthers.filter((where) => !/\/hold |\/claim |\/(?:links|session|facts|imports|interactions|directory)(?:\/known)? gave/.test(where))).toEqual([]);
  });
});
const changesOfOthers: string[] = [];

const read = async (url: string, role: Role = 'supervisor', scope: ScopeName = 'nord') => (await app.app.inject({ url, headers: { cookie: app.cookie(role, scope) } })).json();

describe('within its own teams', () => {
  it.each([
    ['/v1/interactions', 'zznorda'],
    ['/v1/findings', 'zznordb'],
    ['/v1/agents', 'zznordb'],
    ['/v1/teams', 'Équipe nord'],
    ['/v1/pledges', 'zznorda'],
    ['/v1/contradictions', 'zznordb'],
    [`/v1/customers/${NORD.customer}/timeline`, 'zznorda'],
    ['/v1/reports/agents', 'zznorda'],
    ['/v1/reports/teams', 'Équipe nord'],
    ['/v1/queues/new/items', 'zznorda'],
    ['/v1/coaching-sessions', 'zznordb'],
  ])('a supervisor is shown %s', async (url, mark) => {
    const { statusCode, body } = await app.app.inject({ url, headers: { cookie: app.cookie('supervisor', 'nord') } });
    expect([statusCode, body.includes(mark), body.includes('sud')]).toEqual([200, true, false]);
  });

  it('counts a part only', async () => {
    const reports = await Promise.all(SCOPE_NAMES.map((scope) => read('/v1/reports/channels', 'dashboard', scope)));
    expect(reports.map(({ rows }) => rows.map((row: { figures: { interactions: number } }) => row.figures.interactions))).toEqual([[2, 2], [1, 1], [3, 3]]);
  });

  it('an agent is shown what is his or her own', async () => {
    expect((await read('/v1/interactions', 'agent')).items.map(({ subject }: { subject: string }) => subject)).toEqual(['Sujet zznorda', 'Sujet zznorda']);
    expect((await read('/v1/findings', 'agent')).items.every(({ agent }: { agent: { ref: string } }) => agent.ref === 'a-zznorda')).toBe(true);
  });

  it('nobody follows the findings of another team', async () => {
    const leave = new AbortController();
    const url = new URL('/v1/stream', await app.app.getUrl());
    const answer = await fetch(url, { headers: { cookie: app.cookie('coach', 'nord'), 'last-event-id': '1-0-0' }, signal: leave.signal });
    let text = '';
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      if ([NORD, PLANTED[1]].every(({ agent }) => text.includes(agent))) break;
    }
    leave.abort();
    expect(text).not.toContain('sud');
    for (const role of ['agent', 'dashboard'] as const) expect((await fetch(url, { headers: { cookie: app.cookie(role, 'all') } })).status).toBe(403);
  });

  it('words of another team are shown where somebody seen spoke too, or stands against them, and never who said them elsewhere', async () => {
    const customer = 'c-both';
    const said = (externalId: string, agent: string, day: string, words: string, euros: number) =>
      heard(ORGANISATION, { externalId, customer, agent, channel: 'email', startedAt: `2026-03-${day}T09:00:00.000Z`, caseRef: 'd-both', said: [{ kind: 'pledge', words, euros }] });
    const earlier = said('both-1', SUD.agent, '10', 'soixante euros', 60);
    await app.take([earlier, said('both-2', NORD.agent, '12', 'quarante euros', 40), joinedBy(analysed({ externalId: 'both-3', agent: NORD.agent, customer, found: ['refus'] }), SUD.agent, 'jargon')]);
    const contradictions = (await read('/v1/contradictions')).items.filter(({ customer: who }: { customer: { ref: string } }) => who.ref === customer);
    expect(contradictions).toEqual([expect.objectContaining({ earlier: expect.not.objectContaining({ agentRef: expect.anything() }), later: expect.objectContaining({ agentRef: NORD.agent }) })]);
    expect(contradictions[0].earlier.evidence[0].quote).toBe('soixante euros');
    expect((await read(`/v1/interactions/${earlier.interactionId}`)).status).toBe(404);
    const timeline = await read(`/v1/customers/${customer}/timeline`);
    expect(timeline.items.map(({ interaction: { externalId } }: { interaction: { externalId: string } }) => externalId)).toEqual(['both-3', 'both-2']);
    const [shared] = timeline.items;
    const { turns, findings } = await read(`/v1/interactions/${shared.interaction.id}`);
    expect([turns.length, findings.map(({ ruleId }: { ruleId: string }) => ruleId)]).toEqual([3, ['refus']]);
  });

  it('nothing of another team was changed by all this', async () => {
    const rows = await app.app.get(DataSource).query(`SELECT reviewed_by, f.agent_ref FROM review AS r JOIN finding AS f USING (organisation_id, finding_id)`);
    const accounts = new Map((await app.app.get(DataSource).query('SELECT account_id, login FROM account')).map(({ account_id, login }: { account_id: string; login: string }) => [account_id, login]));
    const crossed = rows.filter(({ reviewed_by, agent_ref }: { reviewed_by: string; agent_ref: string }) => {
      const login = String(accounts.get(reviewed_by));
      return (login.endsWith('-nord') && agent_ref.includes('sud')) || (login.endsWith('-sud') && agent_ref.includes('nord'));
    });
    expect(crossed).toEqual([]);
  });
});
