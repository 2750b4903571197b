import type { Finding, Interaction } from '#domain';
import { encodeFact } from '#messaging';
import { createHttpApp } from '#runtime';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TEST_RULEBOOK } from '../history/history.fixture.js';
import { ORGANISATION, testAnalyzer } from './analyzer.fixture.js';
import { Flow, brokers } from './flow.fixture.js';

const said = (externalId: string, channel: 'email' | 'chat', startedAt: string, text: string, revision = 1): Interaction => ({
  source: 'essai',
  externalId,
  revision,
  channel,
  startedAt,
  caseRef: 'd-1',
  participants: [
    { id: 'c', role: 'customer', ref: 'c-1' },
    { id: 'a', role: 'agent', ref: `a-${externalId}` },
  ],
  turns: [{ id: '1', participantId: 'a', text }],
});
const SIXTY = said('m1', 'email', '2026-03-02T10:00:00+01:00', 'Bonjour Madame, nous vous rembourserons 60 € sous trois jours. Cordialement.');
const FORTY_FIVE = said('m2', 'chat', '2026-03-03T10:00:00+01:00', 'Bonjour Madame, nous vous rembourserons 45 €. Cordialement.');

interface Told {
  readonly externalId: string;
  readonly revision: number;
  readonly findingCount: number;
  readonly findings: readonly Finding[];
}

describe.skipIf(brokers.length === 0)('what the history of a customer finds is announced', () => {
  let flow: Flow;
  let app: NestFastifyApplication;
  beforeEach(async () => {
    flow = await Flow.open(1);
    app = await createHttpApp(testAnalyzer({ databaseUrl: flow.databaseUrl, kafka: flow.kafka, rulebookDir: TEST_RULEBOOK, now: () => new Date('2026-03-04T09:00:00Z') }));
  });
  afterEach(async () => {
    await app.close();
    await flow.close();
  });

  /** What was announced of each interaction, in order: its rules each time. */
  const announced = async (count: number): Promise<{ readonly told: readonly Told[]; readonly rules: readonly [string, number, readonly string[]][]; readonly ids: readonly string[] }> => {
    const records = await flow.published('findings', count);
    const told = records.map(({ value }): Told => JSON.parse(String(value)));
    return { told, rules: told.map((one) => [one.externalId, one.revision, one.findings.map(({ ruleId }) => ruleId)]), ids: records.map(({ headers }) => String(headers['ce_id'])) };
  };

  it('with the interaction that makes it: both extracts, in one message', async () => {
    await flow.produce([SIXTY]);
    await flow.untilKept();
    await flow.produce([FORTY_FIVE]);
    await flow.untilKept();
    const { told, rules } = await announced(2);
    expect(rules).toEqual([
      ['m1', 1, []],
      ['m2', 1, ['parole.changee']],
    ]);
    expect(told[1]!.findings[0]).toMatchObject({
      agentRef: 'a-m2',
      evidence: [{ quote: expect.stringContaining('45 €') }],
      against: { channel: 'email', agentRef: 'a-m1', evidence: [{ quote: expect.stringContaining('60 €') }] },
    });
  });

  it('and of an interaction that was told before: added when the earlier half comes late, withdrawn when it is corrected', async () => {
    await flow.produce([FORTY_FIVE]);
    await flow.untilKept();
    await flow.produce([SIXTY]);
    await flow.untilKept();
    await flow.produce([{ ...SIXTY, revision: 2, turns: [{ id: '1', participantId: 'a', text: 'Bonjour Madame, nous avons bien reçu votre message.' }] }]);
    await flow.untilKept();
    const { rules, ids } = await announced(5);
    expect(rules.filter(([id]) => id === 'm2')).toEqual([
      ['m2', 1, []],
      ['m2', 1, ['parole.changee']],
      ['m2', 1, []],
    ]);
    expect(rules.filter(([id]) => id === 'm1').map(([, revision]) => revision)).toEqual([1, 2]);
    expect(new Set(ids).size).toBe(5);
    expect(await flow.rows('SELECT 1 FROM outbox')).toEqual([]);
  });

  it('and when a fact shows that a word was kept', async () => {
    await flow.produce([SIXTY]);
    await flow.untilKept();
    const fact = { source: 'erp', externalId: 'f1', revision: 1, customerRef: 'c-1', caseRef: 'd-1', act: 'refund' as const, at: '2026-03-04T08:00:00+01:00', amount: { value: 60, currency: 'EUR' as const } };
    await flow.stream.publish('facts', [encodeFact(ORGANISATION, fact)]);
    await flow.untilKept('facts');
    expect((await announced(2)).rules).toEqual([
      ['m1', 1, []],
      ['m1', 1, ['parole.tenue']],
    ]);
  });
});
