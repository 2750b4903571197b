import { SAMPLE_SETTINGS } from '#domain';
import { PgAnalysisStore, PgHistoryStore } from '#storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchOf, ORGANISATION, recordAt } from '../../../test/contracts/analysis-store.fixture.js';
import { heard, reported, testJudge } from '../../../test/history/history.fixture.js';
import { listContradictionsResponse } from '../src/list-contradictions/list-contradictions.message.js';
import { listPledgesResponse } from '../src/list-pledges/list-pledges.message.js';
import { customerTimeline } from '../src/read-models/history.schema.js';
import { startTestApi, type TestApi } from './start-test-api.js';

const history = { judge: testJudge(), asOf: '2026-04-01T00:00:00.000Z', announce: () => [] };
const MAIL = { externalId: 'h1', customer: 'c-1', agent: 'a-1', channel: 'email' as const, startedAt: '2026-03-02T09:00:00.000Z', caseRef: 'd-1' };
const CALL = { ...MAIL, externalId: 'h2', agent: 'a-2', channel: 'phone' as const, startedAt: '2026-03-05T09:00:00.000Z' };
const STORY = [
  heard(ORGANISATION, { ...MAIL, said: [{ kind: 'pledge', words: 'Nous vous rembourserons 60 € avant le 10.', euros: 60, due: '2026-03-09' }] }),
  heard(ORGANISATION, {
    ...CALL,
    said: [
      { kind: 'pledge', words: 'on vous remboursera quarante-cinq euros', euros: 45 },
      { kind: 'pledge', words: 'je vous livre la table demain', act: 'deliver', topics: ['table'], due: '2026-03-06' },
    ],
  }),
  heard(ORGANISATION, { ...MAIL, externalId: 'h3', customer: 'c-2', said: [{ kind: 'pledge', words: 'Je vous réponds.', act: 'reply' }] }),
];

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi(SAMPLE_SETTINGS);
  await api.app.get(PgAnalysisStore).record({ ...batchOf(STORY), history });
  await api.app.get(PgHistoryStore).recordFacts({
    topic: 'facts',
    partition: 0,
    position: null,
    facts: [{ ...reported(ORGANISATION, { externalId: 'f1', customer: 'c-1', act: 'deliver', at: '2026-03-06T08:00:00Z', caseRef: 'd-1', topics: ['table'] }), record: recordAt(0) }],
    deadLetters: [],
    history,
    bury: () => {
      throw new Error('nothing is to be buried');
    },
  });
});
afterAll(() => api.stop());

const words = (body: unknown): string[] => listPledgesResponse.parse(body).items.map(({ evidence, status }) => `${status} ${evidence.quote}`);

describe('GET /v1/pledges', () => {
  it('lists them with what became of them and what shows it', async () => {
    const { body } = await api.get('/v1/pledges?customer=c-1');
    expect(words(body).sort()).toEqual(['kept je vous livre la table demain', 'open on vous remboursera quarante-cinq euros', 'unheard Nous vous rembourserons 60 € avant le 10.']);
    expect(body.items.find(({ status }: { status: string }) => status === 'kept')).toMatchObject({ settledBy: { kind: 'fact', quote: 'erp' }, act: 'deliver', contradicted: false });
  });

  it.each([
    ['status=unheard', 1],
    ['status=broken', 0],
    ['agent=a-2', 2],
    ['act=reply', 1],
    ['from=2026-03-03', 2],
    ['channel=chat', 0],
  ])('filters by %s', async (query, count) => {
    expect(words((await api.get(`/v1/pledges?${query}`)).body)).toHaveLength(count);
  });

  it('goes on after a page', async () => {
    const first = await api.get('/v1/pledges?limit=3');
    const second = await api.get(first.headers['link']!.slice(1).split('>')[0]!);
    expect(new Set([...words(first.body), ...words(second.body)]).size).toBe(4);
  });
});

it('GET /v1/contradictions shows both extracts, and filters by kind', async () => {
  const { items } = listContradictionsResponse.parse((await api.get('/v1/contradictions?kind=amount-changed')).body);
  expect(items).toMatchObject([
    {
      detail: '60\u00A0€, puis 45\u00A0€.',
      earlier: { channel: 'email', agentRef: 'a-1', agent: { ref: 'a-1' }, evidence: [{ quote: 'Nous vous rembourserons 60 € avant le 10.' }] },
      later: { channel: 'phone', agentRef: 'a-2', agent: { ref: 'a-2' }, evidence: [{ quote: 'on vous remboursera quarante-cinq euros' }] },
    },
  ]);
  expect(listContradictionsResponse.parse((await api.get('/v1/contradictions?kind=yes-to-no')).body).items).toEqual([]);
  expect((await api.get('/v1/contradictions?kind=autre')).status).toBe(400);
});

describe('GET /v1/customers/{ref}/timeline', () => {
  it('gives the interactions in the order of time, with findings that hold two of them together', async () => {
    const answer = customerTimeline.parse((await api.get('/v1/customers/c-1/timeline')).body);
    expect(answer.items.map(({ interaction }) => interaction.externalId)).toEqual(['h1', 'h2']);
    expect(answer).toMatchObject({ pledges: { open: 1, kept: 1, unheard: 1, broken: 0 }, contradictions: 1 });
    const finding = answer.items[1]!.findings.find(({ ruleId }) => ruleId === 'parole.changee');
    expect(finding?.against).toMatchObject({ interactionId: STORY[0]!.interactionId, evidence: [{ quote: 'Nous vous rembourserons 60 € avant le 10.' }] });
  });

  it('journals every interaction that it shows as read', async () => {
    await api.get('/v1/customers/c-2/timeline');
    const read: unknown[] = await api.owner.query(`SELECT 1 FROM journal WHERE type = 'interaction.read' AND payload->>'interactionId' = $1`, [STORY[2]!.interactionId]);
    expect(read).toHaveLength(1);
  });

  it('is a 404 for a customer whom no interaction names', async () => {
    const answer = await api.get('/v1/customers/personne/timeline');
    expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
  });
});
