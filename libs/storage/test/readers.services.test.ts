import { randomUUID } from 'node:crypto';
import type { InteractionFilter } from '#domain';
import { InvalidCursorError } from '#storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysed, ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { openTestStorage, rule, rulebook, type TestStorage } from './storage-fixture.js';

let storage: TestStorage;

const minute = (n: number): string => new Date(Date.UTC(2026, 2, 1, 12, n)).toISOString();

beforeAll(async () => {
  storage = await openTestStorage();
  await storage.rulebooks.publishRulebook(ORGANISATION, rulebook([rule('refus')]));
  const items = Array.from({ length: 60 }, (_, n) =>
    analysed({
      externalId: `n-${n}`,
      // Three at the same instant: the id decides between them.
      startedAt: minute(Math.floor(n / 3)),
      agent: `a-${n % 4}`,
      team: n % 4 < 2 ? 'e-1' : 'e-2',
      channel: n % 2 ? 'email' : 'chat',
      customer: `c-${n % 5}`,
      found: n % 3 === 0 ? ['refus', '+accueil'] : [],
    }),
  );
  await storage.keep(items);
});

afterAll(() => storage.close());

async function allIds(filter: InteractionFilter, limit: number, between?: () => Promise<void>): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await storage.interactions.listInteractions(ORGANISATION, filter, { limit, ...(cursor ? { cursor } : {}) });
    ids.push(...page.items.map(({ externalId }) => externalId));
    cursor = page.next ?? undefined;
    if (cursor !== undefined) await between?.();
  } while (cursor !== undefined);
  return ids;
}

describe('interactions', () => {
  it('pages through everything once, latest first, whatever the size of a page', async () => {
    const whole = await storage.interactions.listInteractions(ORGANISATION, {}, { limit: 200 });
    expect(whole.next).toBeNull();
    expect(whole.items).toHaveLength(60);
    const starts = whole.items.map(({ startedAt }) => startedAt);
    expect(starts).toEqual(starts.toSorted().toReversed());
    for (const limit of [1, 7, 20, 60]) expect(await allIds({}, limit)).toEqual(whole.items.map(({ externalId }) => externalId));
  });

  it('neither repeats nor loses rows while others are written', async () => {
    const before = new Set(await allIds({}, 200));
    let n = 0;
    const ids = await allIds({}, 9, async () => {
      n += 1;
      await storage.keep([analysed({ externalId: `late-${randomUUID()}`, startedAt: minute(n % 2 ? 500 + n : n) })]);
    });
    expect(new Set(ids).size).toBe(ids.length);
    expect([...before].filter((id) => !ids.includes(id))).toEqual([]);
    await storage.owner.query(`DELETE FROM interaction WHERE external_id LIKE 'late-%'`);
  });

  it.each<[string, InteractionFilter, number]>([
    ['agent', { agent: 'a-1' }, 15],
    ['team', { team: 'e-1' }, 30],
    ['agent of another team', { agent: 'a-1', team: 'e-2' }, 0],
    ['channel', { channel: 'email' }, 30],
    ['customer', { customer: 'c-2' }, 12],
    ['period', { from: '2026-03-01', to: '2026-03-01' }, 60],
    ['later period', { from: '2026-03-02' }, 0],
    ['all together', { agent: 'a-1', team: 'e-1', channel: 'email', customer: 'c-1', to: '2026-03-05' }, 3],
  ])('filters by %s', async (_name, filter, count) => {
    expect(await allIds(filter, 4)).toHaveLength(count);
  });

  it('opens one with its turns, speakers, zones and findings in the order of the words', async () => {
    const { interactionId } = analysed({ externalId: 'n-0' });
    const detail = await storage.interactions.readInteraction(ORGANISATION, interactionId);
    expect(detail).toMatchObject({
      externalId: 'n-0',
      violations: 1,
      merits: 1,
      agents: [{ ref: 'a-0', name: 'Agent a-0' }],
      customer: { ref: 'c-0', name: 'Client imaginé' },
      turns: [
        { position: 0, speaker: { role: 'customer', ref: 'c-0' }, private: false, zones: [] },
        { position: 1, speaker: { role: 'agent', name: 'Agent a-0' }, offsetMs: 4200, durationMs: 1500, zones: [{ kind: 'body', start: 0, end: 25 }] },
      ],
    });
    expect(detail!.findings.map(({ ruleId }) => ruleId)).toEqual(['refus', 'accueil']);
    expect(await storage.interactions.readInteraction(ORGANISATION, randomUUID())).toBeNull();
    expect(await storage.interactions.readInteraction(ORGANISATION, 'not-an-id')).toBeNull();
    expect(await storage.interactions.readInteraction('another', interactionId)).toBeNull();
  });

  it('keeps the exact words, evidence pointing into them', async () => {
    const text = 'Œuvre 😀 « c’est impossible »\u00a0!\r\n\tVoilà';
    const item = analysed({ externalId: 'words', text, found: ['refus'] });
    await storage.keep([item]);
    const detail = await storage.interactions.readInteraction(ORGANISATION, item.interactionId);
    expect(detail!.turns[1]!.text).toBe(text);
    const evidence = detail!.findings[0]!.evidence[0]!;
    expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
    await storage.owner.query(`DELETE FROM interaction WHERE external_id = 'words'`);
  });

  it('tells what is kept of a source’s interaction', async () => {
    const { contentHash } = analysed({ externalId: 'n-5', startedAt: minute(1), agent: 'a-1', team: 'e-1', channel: 'email', customer: 'c-0' });
    expect(await storage.interactions.findContentHash(ORGANISATION, 'essai', 'n-5')).toEqual({ revision: 1, contentHash });
    expect(await storage.interactions.findContentHash(ORGANISATION, 'essai', 'nobody')).toBeNull();
  });

  it('refuses a cursor that it did not hand out', async () => {
    for (const cursor of ['', 'xyz', Buffer.from(`2026-99-99T00:00:00.000Z ${randomUUID()}`).toString('base64url')]) {
      await expect(storage.interactions.listInteractions(ORGANISATION, {}, { limit: 5, cursor })).rejects.toThrow(InvalidCursorError);
    }
  });

  it('journals who read a transcript', async () => {
    const { interactionId } = analysed({ externalId: 'n-0' });
    await storage.interactions.recordRead(ORGANISATION, interactionId, 'superviseur-1');
    const [entry] = await storage.owner.query(`SELECT organisation_id, payload FROM journal WHERE type = 'interaction.read'`);
    expect(entry).toEqual({ organisation_id: ORGANISATION, payload: { interactionId, reader: 'superviseur-1' } });
  });
});

describe('findings', () => {
  it.each([
    ['nothing', {}, 40],
    ['rule', { rule: 'refus' }, 20],
    ['polarity', { polarity: 'merit' }, 20],
    ['severity', { severity: 'critical' }, 0],
    ['agent', { agent: 'a-3' }, 10],
    ['team', { team: 'e-2', polarity: 'violation' }, 10],
    ['channel', { channel: 'chat' }, 20],
    ['interaction', { interaction: analysed({ externalId: 'n-0' }).interactionId }, 2],
    ['an id that is none', { interaction: 'x' }, 0],
    ['period', { from: '2026-02-28', to: '2026-03-01' }, 40],
  ] as const)('filters by %s and pages', async (_name, filter, count) => {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await storage.findings.listFindings(ORGANISATION, filter, { limit: 6, ...(cursor ? { cursor } : {}) });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(ids).toHaveLength(count);
    expect(new Set(ids).size).toBe(count);
  });

  it('reads one with its agent, team and the commitment’s words', async () => {
    const page = await storage.findings.listFindings(ORGANISATION, { rule: 'refus' }, { limit: 1 });
    const finding = await storage.findings.readFinding(ORGANISATION, page.items[0]!.id);
    expect(finding).toEqual(page.items[0]);
    expect(finding).toMatchObject({
      ruleId: 'refus',
      status: 'detected',
      agent: { name: expect.stringContaining('Agent') },
      team: { name: 'Équipe une' },
      commitment: { id: 'issue', text: 'Un client entend ce que nous pouvons faire pour lui' },
      instead: 'Voici ce que je peux faire.',
    });
    expect(await storage.findings.readFinding('another', page.items[0]!.id)).toBeNull();
  });
});
