import { SAMPLE_SETTINGS } from '#domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysed, ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { listFindingsResponse } from '../src/list-findings/list-findings.message.js';
import { listInteractionsResponse } from '../src/list-interactions/list-interactions.message.js';
import { findingView } from '../src/read-models/finding.schema.js';
import { interactionDetail } from '../src/read-models/interaction.schema.js';
import { organisation } from '../src/read-models/organisation.schema.js';
import { rulebook } from '../src/read-models/rulebook.schema.js';
import { DESCRIPTION, startTestApi, type TestApi } from './start-test-api.js';

const STORY = [
  analysed({ externalId: 'm1', channel: 'email', case: 'dossier-7', agent: 'a-1', startedAt: '2026-03-01T09:00:00.000Z', found: ['refus', '+accueil'] }),
  analysed({ externalId: 'm2', channel: 'email', agent: 'a-2', team: 'e-2', startedAt: '2026-03-02T09:00:00.000Z', found: ['jargon'] }),
  analysed({ externalId: 'm3', channel: 'chat', agent: 'a-1', startedAt: '2026-03-03T09:00:00.000Z', customer: 'c-9' }),
  // 23:30 in UTC is already the 5th in Paris.
  analysed({ externalId: 'm4', channel: 'phone', case: 'dossier-7', agent: 'a-2', team: 'e-2', startedAt: '2026-03-04T23:30:00.000Z', found: ['refus'] }),
];
const [m1, m2, m3, m4] = STORY.map(({ interactionId }) => interactionId);

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi(SAMPLE_SETTINGS);
  await api.take(STORY);
});
afterAll(() => api.stop());

const ids = (body: unknown): string[] => listInteractionsResponse.parse(body).items.map(({ id }) => id);

describe('GET /v1/interactions', () => {
  it('lists them latest first, in the published shape', async () => {
    const answer = await api.get('/v1/interactions');
    expect(answer.status).toBe(200);
    expect(ids(answer.body)).toEqual([m4, m3, m2, m1]);
    expect(answer.body.items[3]).toMatchObject({ externalId: 'm1', violations: 1, merits: 1, agents: [{ ref: 'a-1', name: 'Agent a-1' }] });
    expect(answer.headers['link']).toBeUndefined();
  });

  it.each([
    ['channel=email', [m2, m1]],
    ['agent=a-1', [m3, m1]],
    ['team=e-2', [m4, m2]],
    ['customer=c-9', [m3]],
    ['case=dossier-7', [m4, m1]],
    ['case=dossier-8', []],
    ['from=2026-03-02&to=2026-03-03', [m3, m2]],
    ['from=2026-03-05', [m4]],
    ['agent=a-1&channel=phone', []],
  ])('filters by %s', async (query, expected) => {
    expect(ids((await api.get(`/v1/interactions?${query}`)).body)).toEqual(expected);
  });

  it('goes from page to page by Link, with the same filters, missing and repeating nothing', async () => {
    const seen: string[] = [];
    let address = '/v1/interactions?limit=1&from=2026-03-02';
    for (let page = 0; page < 10 && address !== ''; page++) {
      const { body, headers } = await api.get(address);
      seen.push(...ids(body));
      address = /^<([^>]+)>; rel="next"$/.exec(headers['link'] ?? '')?.[1] ?? '';
    }
    expect(seen).toEqual([m4, m3, m2]);
  });
});

describe('GET /v1/interactions/{id}', () => {
  it('shows turns and findings, and journals the read', async () => {
    const { body } = await api.get(`/v1/interactions/${m1}`);
    const interaction = interactionDetail.parse(body);
    expect(interaction.turns.map(({ speaker }) => speaker.role)).toEqual(['customer', 'agent']);
    for (const { evidence } of interaction.findings) {
      const [{ turn, start, end, quote }] = [evidence[0]!];
      expect(interaction.turns[turn]!.text.slice(start, end)).toBe(quote);
    }
    expect(interaction.findings.map(({ ruleId }) => ruleId)).toEqual(['refus', 'accueil']);
    const reads: unknown = await api.owner.query(`SELECT payload FROM journal WHERE organisation_id = $1 AND type = 'interaction.read'`, [ORGANISATION]);
    expect(reads).toEqual([{ payload: { interactionId: m1, reader: 'local' } }]);
  });

  it('answers 404 for another id, and journals nothing', async () => {
    const answer = await api.get('/v1/interactions/01890a5d-ac96-774b-bcce-b302099a8057');
    expect([answer.status, JSON.parse(answer.text)]).toEqual([404, expect.objectContaining({ code: 'not_found' })]);
    expect((await api.get('/v1/interactions/m1')).status).toBe(400);
  });
});

describe('GET /v1/findings', () => {
  it.each([
    ['', ['refus', 'jargon', 'refus', 'accueil']],
    ['?polarity=merit', ['accueil']],
    ['?rule=refus', ['refus', 'refus']],
    ['?channel=phone', ['refus']],
    ['?agent=a-2&polarity=violation', ['refus', 'jargon']],
    ['?team=e-1&rule=refus', ['refus']],
    ['?severity=minor', []],
    [`?interaction=${m2}`, ['jargon']],
    ['?from=2026-03-05&to=2026-03-05', ['refus']],
  ])('filters by %s', async (query, expected) => {
    const page = listFindingsResponse.parse((await api.get(`/v1/findings${query}`)).body);
    expect(page.items.map(({ ruleId }) => ruleId).sort()).toEqual([...expected].sort());
  });

  it('pages', async () => {
    const first = listFindingsResponse.parse((await api.get('/v1/findings?limit=3')).body);
    const rest = listFindingsResponse.parse((await api.get(`/v1/findings?limit=3&cursor=${first.next}`)).body);
    const all = [...first.items, ...rest.items].map(({ id }) => id);
    expect([new Set(all).size, rest.next]).toEqual([4, null]);
  });

  it('reads one, with the commitment in the brand’s words', async () => {
    const [{ id }] = (await api.get('/v1/findings?rule=jargon')).body.items;
    const finding = findingView.parse((await api.get(`/v1/findings/${id}`)).body);
    expect(finding.commitment).toEqual({ id: 'issue', text: DESCRIPTION.commitments['issue'] });
    expect((await api.get('/v1/findings/01890a5d-ac96-774b-bcce-b302099a8057')).status).toBe(404);
  });
});

describe('the rest', () => {
  it('reads the rulebook in force and the organisation', async () => {
    expect(rulebook.parse((await api.get('/v1/rulebooks/current')).body)).toEqual(DESCRIPTION);
    const found = organisation.parse((await api.get('/v1/organisation')).body);
    expect(found).toEqual({ id: ORGANISATION, name: 'Maison Test', timeZone: 'Europe/Paris', settings: SAMPLE_SETTINGS });
  });

  it('answers 304 to who has it already', async () => {
    const first = await api.get('/v1/findings');
    expect(first.headers['cache-control']).toBe('private, no-cache');
    const again = await api.get('/v1/findings').set('If-None-Match', first.headers['etag']!);
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await api.get('/v1/findings?rule=refus').set('If-None-Match', first.headers['etag']!)).status).toBe(200);
  });

  it('is ready, documented and served', async () => {
    expect((await api.get('/health/ready')).body.checks.api.status).toBe('ok');
    const document = await api.get('/openapi.json');
    expect([document.status, document.body.openapi]).toEqual([200, '3.1.0']);
    const page = await api.get('/docs').redirects(1);
    expect([page.status, page.headers['content-security-policy']]).toEqual([200, expect.stringContaining("script-src 'self'")]);
  });
});
