import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SAMPLE_SETTINGS, STRICT_SETTINGS } from '#domain';
import { OrganisationRepository } from '#storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { analysed, ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { type ReportRow, reportRow, ROW_COLUMNS } from '../src/report-rows/report-rows.message.js';
import { startTestApi, type TestApi } from './start-test-api.js';

/** 24 mails by 6 agents on 24 days, every third with a violation, every fourth with a merit; 3 chats of one agent. */
const STORY = [
  ...Array.from({ length: 24 }, (_, n) =>
    analysed({
      externalId: `mail-${n}`,
      channel: 'email',
      agent: `a-${n % 6}`,
      startedAt: `2026-03-${String(1 + n).padStart(2, '0')}T09:00:00.000Z`,
      found: [...(n % 3 === 0 ? ['refus'] : []), ...(n % 4 === 0 ? ['+accueil'] : [])],
    }),
  ),
  ...Array.from({ length: 3 }, (_, n) => analysed({ externalId: `chat-${n}`, channel: 'chat', agent: 'a-0', found: ['refus'] })),
];

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi(STRICT_SETTINGS);
  await api.take(STORY);
});
afterAll(() => api.stop());

async function rowsOf(query: string): Promise<ReportRow[]> {
  const answer = await api.get(`/v1/reports/rows?${query}`);
  expect([query, answer.status]).toEqual([query, 200]);
  return z.array(reportRow).parse(answer.body);
}
const under = (settings: typeof STRICT_SETTINGS) => api.app.get(OrganisationRepository).changeSettings(ORGANISATION, settings, 'essai');

describe('flat rows', () => {
  it('are the figures of the reports, and hide what these hide', async () => {
    for (const settings of [STRICT_SETTINGS, SAMPLE_SETTINGS]) {
      await under(settings);
      for (const [by, report] of [['channel', 'channels'], ['team', 'teams'], ['day', 'trends?by=day'], ['week', 'trends?by=week'], ['month', 'trends?by=month']]) {
        const { rows } = (await api.get(`/v1/reports/${report}`)).body;
        expect(await rowsOf(`by=${by}`)).toMatchObject(
          rows.map(({ figures, suppressed }: { figures: { interactions: number; violations: number; merits: number; withViolation: Share; withMerit: Share } | null; suppressed: string | null }) => ({
            n: figures?.interactions ?? null,
            findings: figures?.violations ?? null,
            merits: figures?.merits ?? null,
            rate: figures?.withViolation.rate ?? null,
            low: figures?.withViolation.interval?.low ?? null,
            high: figures?.withViolation.interval?.high ?? null,
            meritRate: figures?.withMerit.rate ?? null,
            suppressed,
          })),
        );
      }
    }
    await under(STRICT_SETTINGS);
    const [chat, email] = await rowsOf('by=channel');
    expect(chat).toMatchObject({ channel: 'chat', n: null, findings: null, rate: null, low: null, suppressed: 'group-too-small' });
    // The month less the mails are the chats.
    expect(email).toMatchObject({ channel: 'email', n: null, suppressed: 'group-too-small' });
    // The 23rd and 24th wait for days that make them enough to be told apart.
    expect(await rowsOf('by=month')).toMatchObject([{ n: 25, findings: 11, merits: 6, rate: 11 / 25, suppressed: null, countedFrom: '2026-03-01', countedTo: '2026-03-22' }]);
  });

  it('say of a rule which commitment it serves, and count violations and merits apart', async () => {
    const rows = await rowsOf('by=rule');
    expect(rows.find(({ rule }) => rule === 'refus')).toMatchObject({ commitment: 'issue', polarity: 'violation', n: 25, findings: 11, merits: null, rate: 11 / 25, countedTo: '2026-03-22' });
    expect(rows.find(({ rule }) => rule === 'accueil')).toMatchObject({ commitment: 'issue', polarity: 'merit', findings: null, merits: 6 });
  });

  it('take a period in milliseconds, RFC 3339 or days of the organisation', async () => {
    await under(SAMPLE_SETTINGS);
    // Half past midnight of 5 March in Paris.
    const midnight = Date.parse('2026-03-04T23:30:00Z');
    for (const from of ['2026-03-05', String(midnight), '2026-03-04T23:30:00Z', '2026-03-05T00:30:00%2B01:00']) {
      const rows = await rowsOf(`by=day&channel=email&from=${from}&to=2026-03-06`);
      expect([from, rows.map(({ period }) => period)]).toEqual([from, ['2026-03-05', '2026-03-06']]);
    }
    await under(STRICT_SETTINGS);
  });

  it.each(['by=agent', 'from=hier', 'from=2026-13-01', 'from=99999999999999999', 'agent=a-1', 'step=day'])('refuse %s', async (query) => {
    const { status, body } = await api.get(`/v1/reports/rows?${query}`);
    expect([status, body.code]).toEqual([400, 'invalid_query']);
  });

  it.each(['to=-99999999999999', 'from=2026-03-05&to=2026-03-04', 'from=1772700000000&to=1772600000000'])('cannot be of %s', async (query) => {
    const { status, body } = await api.get(`/v1/reports/rows?${query}`);
    expect([status, body.code]).toEqual([422, 'unprocessable']);
  });

  it('come as CSV too', async () => {
    const { text, headers } = await api.get('/v1/reports/rows?by=channel&format=csv');
    expect(headers['content-type']).toContain('text/csv');
    expect(text.split('\r\n')[0]).toBe(ROW_COLUMNS.join(','));
    expect(text).toContain(',chat,,,,,,,,,,,,,group-too-small,,\r\n');
  });
});
interface Share {
  readonly rate: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
}

const GRAFANA = path.resolve(import.meta.dirname, '../../../deploy/grafana');
const column = z.object({ selector: z.string(), text: z.string(), type: z.enum(['string', 'number', 'timestamp']) });
const panel = z.object({ title: z.string(), type: z.string(), targets: z.array(z.object({ url: z.string(), format: z.string(), columns: z.array(column).min(1), datasource: z.object({ uid: z.string() }) })).length(1) });

describe('the dashboard of deploy/grafana', () => {
  // So that there is something in every column.
  beforeAll(() => under(SAMPLE_SETTINGS));
  const dashboard = z.object({ uid: z.string(), panels: z.array(panel) }).parse(JSON.parse(readFileSync(path.join(GRAFANA, 'dashboards/overview.json'), 'utf8')));

  it.each(dashboard.panels.map((one) => [one.title, one] as const))('%s: its query answers with the columns that it shows', async (_title, { targets: [target] }) => {
    const { url, columns } = target!;
    const asked = url.replace('${__from}', String(Date.parse('2026-02-20T12:00:00Z'))).replace('${__to}', String(Date.parse('2026-04-10T12:00:00Z')));
    expect(asked).not.toContain('$');
    const { status, body } = await api.get(asked);
    expect([status, body.length > 0]).toEqual([200, true]);
    const wrong = columns.flatMap(({ selector, type }) => {
      const values: unknown[] = body.map((row: Record<string, unknown>) => row[selector]);
      const present = values.filter((value) => value !== null);
      // Nothing is hidden here; every other column has something to show.
      const isEmpty = present.length === 0 && selector !== 'suppressed';
      const fits = (value: unknown): boolean => (type === 'timestamp' ? typeof value === 'string' && !Number.isNaN(Date.parse(value)) : typeof value === type);
      return values.includes(undefined) || isEmpty || !present.every(fits) ? [selector] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('reads from the data source that is provisioned, with the key of the environment', () => {
    const file: unknown = parse(readFileSync(path.join(GRAFANA, 'provisioning/datasources/diapason.yaml'), 'utf8'));
    expect(file).toMatchObject({ datasources: [{ uid: 'diapason', type: 'yesoreyeram-infinity-datasource', jsonData: { auth_method: 'bearerToken' }, secureJsonData: { bearerToken: '${DIAPASON_API_KEY}' } }] });
    expect(new Set(dashboard.panels.flatMap(({ targets }) => targets.map(({ datasource }) => datasource.uid)))).toEqual(new Set(['diapason']));
  });
});
