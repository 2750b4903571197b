import { type AnalysedInteraction, interactionIdOf } from '#domain';
import { QueueReader, QueueRepository, SampleCompletion, SampleReader, SampleRepository, type DrawRequest, type TakeRequest } from '#storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysed, ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { openTestStorage, type TestStorage } from './storage-fixture.js';

let storage: TestStorage;
let reader: QueueReader;
let queues: QueueRepository;
let samples: SampleRepository;
let progress: SampleReader;
let completion: SampleCompletion;

const idOf = (name: string): string => interactionIdOf(ORGANISATION, 'essai', name);
/** 60 interactions, a minute apart; every third flagged, every fifth of those by an unsure transcription. */
const interactions = (): AnalysedInteraction[] =>
  Array.from({ length: 60 }, (_, i) => {
    const item = analysed({
      externalId: `i${i}`,
      channel: i % 2 === 0 ? 'chat' : 'phone',
      agent: `a-${i % 4}`,
      startedAt: `2026-03-10T10:${String(i).padStart(2, '0')}:00.000Z`,
      found: i % 3 === 0 ? ['refus', 'jargon'] : [],
    });
    const unsure = i % 15 === 0;
    return { ...item, analysis: { ...item.analysis, findings: item.analysis.findings.map((finding) => ({ ...finding, confidence: unsure ? 0.5 : 1 })) } };
  });

beforeAll(async () => {
  storage = await openTestStorage();
  reader = new QueueReader(storage.dataSource);
  queues = new QueueRepository(storage.dataSource);
  samples = new SampleRepository(storage.dataSource);
  progress = new SampleReader(storage.dataSource);
  completion = new SampleCompletion(storage.dataSource);
  await storage.keep(interactions());
});
afterAll(() => storage.close());

const take = (by: string, more: Partial<TakeRequest> = {}) => queues.take({ organisationId: ORGANISATION, queue: 'new', by, teams: 'all', ...more });
const holds = async (by: string): Promise<number> =>
  Number((await storage.owner.query('SELECT count(*) AS n FROM review_task WHERE held_by = $1 AND held_until > now()', [by]))[0].n);
const items = (queue: 'new' | 'uncertain' | { sample: string }, limit = 200) => reader.listItems(ORGANISATION, queue, { teams: 'all' }, { limit });
const members = async (sample: string) => (await items({ sample })).items.map(({ interactionId }) => interactionId);
const judge = async (interactionId: string, by: string): Promise<void> => {
  for (const { id } of await storage.findings.findingsOf(ORGANISATION, interactionId)) {
    await storage.reviews.review({ organisationId: ORGANISATION, findingId: id, judgement: { verdict: 'confirmed', reason: null, note: null }, by, expects: () => true });
  }
};
const request = (more: Partial<DrawRequest> = {}): DrawRequest => ({
  organisationId: ORGANISATION,
  name: 'Mars',
  frame: { channels: [], teams: [], rules: [] },
  size: 24,
  seed: 'graine',
  reviewers: [],
  dueOn: null,
  by: 'chef',
  ...more,
});

describe('what waits', () => {
  it('is in one queue or the other, in the order in which it came', async () => {
    const [sure, unsure] = [(await items('new')).items, (await items('uncertain')).items];
    expect(sure.map(({ interactionId }) => interactionId)).toEqual([3, 6, 9, 12, 18, 21, 24, 27, 33, 36, 39, 42, 48, 51, 54, 57].map((i) => idOf(`i${i}`)));
    expect(unsure.map(({ interactionId }) => interactionId)).toEqual([0, 15, 30, 45].map((i) => idOf(`i${i}`)));
    expect(sure[0]!.waiting.map(({ ruleId, quote }) => [ruleId, quote])).toEqual([['refus', 'Je'], ['jargon', 'e ']]);
    const [news, uncertain, disputed] = await reader.summarise(ORGANISATION, 'chef', 'all');
    expect(news).toMatchObject({ queue: 'new', interactions: { count: 16, more: false }, oldest: '2026-03-10T10:03:00.000Z', mine: { count: 0 } });
    expect([uncertain!.interactions.count, disputed!.interactions.count]).toEqual([4, 0]);
  });

  it('comes page by page, each once', async () => {
    const seen: string[] = [];
    for (let cursor: string | undefined, more = true; more; ) {
      const page = await reader.listItems(ORGANISATION, 'new', { teams: 'all' }, { limit: 5, cursor });
      seen.push(...page.items.map(({ interactionId }) => interactionId));
      cursor = page.next ?? undefined;
      more = page.next !== null;
    }
    expect(seen).toEqual((await items('new')).items.map(({ interactionId }) => interactionId));
    await expect(reader.listItems(ORGANISATION, 'new', { teams: 'all' }, { limit: 5, cursor: 'x' })).rejects.toThrow('cursor');
  });

  it('shows nothing of teams that somebody does not see', async () => {
    expect((await reader.listItems(ORGANISATION, 'new', { teams: [] }, { limit: 50 })).items).toEqual([]);
    expect((await reader.listItems(ORGANISATION, 'new', { teams: ['e-2'] }, { limit: 50 })).items).toEqual([]);
    expect((await reader.listItems(ORGANISATION, 'new', { teams: ['e-2', 'e-1'] }, { limit: 50 })).items).toHaveLength(16);
    expect(await take('étroit', { teams: ['e-2'] })).toBeNull();
  });
});

describe('taking the next', () => {
  it('gives one person one interaction, though asked 1,000 times, 250 at once', async () => {
    const given: Awaited<ReturnType<typeof take>>[] = [];
    for (let wave = 0; wave < 4; wave++) given.push(...(await Promise.all(Array.from({ length: 250 }, () => take('mille')))));
    expect(new Set(given.map((item) => item!.interactionId)).size).toBe(1);
    expect(await holds('mille')).toBe(1);
    await queues.release(ORGANISATION, given[0]!.interactionId, 'mille');
    expect(await holds('mille')).toBe(0);
  });

  it('gives everybody another one, as long as there is one', async () => {
    const people = Array.from({ length: 40 }, (_, i) => `p${i}`);
    const given = await Promise.all(people.map((by) => take(by)));
    const ids = given.flatMap((item) => item?.interactionId ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeLessThanOrEqual(16);
    // Somebody who came while everything was just being taken may ask again.
    for (const by of people) await take(by);
    const held = await storage.owner.query(`SELECT held_by FROM review_task WHERE held_until > now()`);
    expect(held).toHaveLength(16);
    for (const by of people) for (const item of (await items('new')).items) await queues.release(ORGANISATION, item.interactionId, by);
  });

  it('goes on from the one passed on, and begins again at the end', async () => {
    const first = (await take('suite'))!.interactionId;
    const second = (await take('suite', { after: first }))!.interactionId;
    expect([first, second]).toEqual([idOf('i3'), idOf('i6')]);
    expect(await holds('suite')).toBe(1);
    expect((await take('suite', { after: first }))!.interactionId).toBe(second);
    expect((await take('suite', { after: idOf('i57') }))!.interactionId).toBe(second);
    await queues.release(ORGANISATION, second, 'suite');
    expect((await take('suite', { after: idOf('i57') }))!.interactionId).toBe(first);
    await queues.release(ORGANISATION, first, 'suite');
  });

  it('ends by itself, and until then nobody else can judge', async () => {
    const { interactionId } = (await take('un', { minutes: 1 }))!;
    const [finding] = await storage.findings.findingsOf(ORGANISATION, interactionId);
    const judged = (by: string) =>
      storage.reviews.review({ organisationId: ORGANISATION, findingId: finding!.id, judgement: { verdict: 'confirmed', reason: null, note: null }, by, expects: () => true });
    expect(await judged('deux')).toMatchObject({ kind: 'held', hold: { by: 'un' } });
    expect((await take('deux'))!.interactionId).not.toBe(interactionId);
    await storage.owner.query(`UPDATE review_task SET held_until = now() - interval '1 second' WHERE held_by = 'un'`);
    expect((await items('new')).items.find((item) => item.interactionId === interactionId)!.hold).toBeNull();
    expect(await judged('deux')).toEqual({ kind: 'done' });
    // Judged in part: the rest still waits, and is the next for whoever asks.
    expect((await take('trois'))!.interactionId).toBe(interactionId);
    await judge(interactionId, 'trois');
    expect((await take('trois'))!.interactionId).not.toBe(interactionId);
    for (const by of ['deux', 'trois']) for (const item of (await items('new')).items) await queues.release(ORGANISATION, item.interactionId, by);
  });

  it('gives what is assigned first, by due date, and never what is somebody else’s', async () => {
    const assign = (name: string, to: string | null, dueOn: string | null = null) =>
      queues.assign({ organisationId: ORGANISATION, interactionId: idOf(name), to, dueOn, by: 'chef' });
    await Promise.all(Array.from({ length: 50 }, () => assign('i42', 'camille', '2026-04-02')));
    await assign('i36', 'camille', '2026-04-05');
    await assign('i6', 'autre');
    expect((await take('camille'))!).toMatchObject({ interactionId: idOf('i42'), assignment: { to: 'camille', dueOn: '2026-04-02', by: 'chef' } });
    expect((await take('camille', { after: idOf('i42') }))!.interactionId).toBe(idOf('i36'));
    expect((await reader.summarise(ORGANISATION, 'camille', 'all'))[0]).toMatchObject({ mine: { count: 2, more: false }, due: '2026-04-02' });
    await queues.release(ORGANISATION, idOf('i36'), 'camille');
    const entries = await storage.owner.query(`SELECT payload FROM journal WHERE type = 'review.assigned' AND payload->>'interactionId' = $1`, [idOf('i42')]);
    expect(entries).toHaveLength(1);
    for (const name of ['i42', 'i36', 'i6']) await assign(name, null);
    expect((await take('camille', { rule: 'jargon' }))!.assignment).toBeNull();
    expect(await assign('jamais', 'camille')).toBe(false);
  });
});

describe('a sample', () => {
  it('is drawn once for one key, though asked 1,000 times at once; the same seed draws the same', async () => {
    const drawn = await Promise.all(Array.from({ length: 1_000 }, () => samples.draw(request({ key: 'clé' }))));
    expect(new Set(drawn.map((one) => (one.kind === 'done' ? one.sampleId : one.kind))).size).toBe(1);
    expect(drawn.filter((one) => one.kind === 'done' && one.created)).toHaveLength(1);
    expect((await progress.listSamples(ORGANISATION)).length).toBe(1);
    expect(await samples.draw(request({ key: 'clé', size: 30 }))).toEqual({ kind: 'other' });
    const again = await samples.draw(request());
    const [one, two] = [drawn[0]!, again].map((given) => (given.kind === 'done' ? given.sampleId : ''));
    expect(await members(two!)).toEqual(await members(one!));
    expect(await samples.draw(request({ frame: { channels: ['email'], teams: [], rules: [] } }))).toEqual({ kind: 'nothing' });
  });

  it('has every stratum, flagged or not, with the probability of each draw', async () => {
    const drawn = await samples.draw(request({ size: 24, seed: 'autre' }));
    const { strata, ...sample } = (await progress.readSample(ORGANISATION, drawn.kind === 'done' ? drawn.sampleId : ''))!;
    expect(sample).toMatchObject({ drawn: 24, completed: 0 });
    expect(strata.map(({ channel, flagged, population, drawn: n }) => [channel, flagged, population, n])).toEqual([
      ['chat', true, 10, 6],
      ['phone', true, 10, 6],
      ['chat', false, 20, 6],
      ['phone', false, 20, 6],
    ]);
    const rows = await storage.owner.query('SELECT inclusion FROM sample_item WHERE sample_id = $1', [sample.id]);
    // Σ 1/π over what was drawn is the number of interactions (Horvitz-Thompson).
    expect(rows.reduce((sum: number, row: { inclusion: number }) => sum + 1 / row.inclusion, 0)).toBeCloseTo(60, 9);
  });

  it('draws each interaction as often as it says', async () => {
    const times = new Map<string, number>();
    const runs = 150;
    for (let run = 0; run < runs; run++) {
      const drawn = await samples.draw(request({ seed: `tirage ${run}`, size: 12 }));
      for (const { interactionId } of (await items({ sample: drawn.kind === 'done' ? drawn.sampleId : '' })).items) times.set(interactionId, (times.get(interactionId) ?? 0) + 1);
    }
    for (let i = 0; i < 60; i++) {
      const share = (times.get(idOf(`i${i}`)) ?? 0) / runs;
      const probability = i % 3 === 0 ? 3 / 10 : 3 / 20;
      // 4.5 standard errors over 60 interactions, seeds fixed.
      expect(Math.abs(share - probability)).toBeLessThan(4.5 * Math.sqrt((probability * (1 - probability)) / runs));
    }
  });

  it('is done item by item: everything judged, in the present revision', async () => {
    const drawn = await samples.draw(request({ seed: 'travail', reviewers: ['une', 'deux'], dueOn: '2026-05-01' }));
    const sampleId = drawn.kind === 'done' ? drawn.sampleId : '';
    const queue = { sample: sampleId };
    const mine = (await take('une', { queue }))!;
    expect(mine).toMatchObject({ assignment: { to: 'une', dueOn: '2026-05-01' }, sampled: { position: 0, completed: null } });
    const complete = (interactionId: string, done = true, by = 'une') => completion.complete({ organisationId: ORGANISATION, sampleId, interactionId, done, by });
    const flagged = (await items(queue)).items.find((item) => item.waiting.length > 0 && item.assignment?.to === 'une')!;
    expect(await complete(flagged.interactionId)).toEqual({ kind: 'waiting', findings: 2 });
    await judge(flagged.interactionId, 'une');
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => complete(flagged.interactionId)));
    expect(answers.every(({ kind }) => kind === 'done')).toBe(true);
    const entries = await storage.owner.query(`SELECT payload FROM journal WHERE type = 'sample.reviewed' AND payload->>'interactionId' = $1 AND payload->>'sampleId' = $2`, [flagged.interactionId, sampleId]);
    expect(entries).toHaveLength(1);
    const completed = async () => (await progress.readSample(ORGANISATION, sampleId))!.completed;
    expect(await completed()).toBe(1);
    expect(await complete(idOf('jamais'))).toEqual({ kind: 'missing' });
    expect(await complete(mine.interactionId, true, 'deux')).toMatchObject({ kind: 'held', hold: { by: 'une' } });

    // A later revision says more: what was judged whole is to be looked at again.
    const external = (await storage.owner.query('SELECT external_id FROM interaction WHERE interaction_id = $1', [flagged.interactionId]))[0].external_id;
    await storage.keep([analysed({ externalId: external, revision: 2, found: ['refus'], text: 'Je reprends votre dossier.' })]);
    expect(await completed()).toBe(0);
    await judge(flagged.interactionId, 'une');
    await complete(flagged.interactionId);
    expect(await completed()).toBe(1);
    await complete(flagged.interactionId, false);
    expect(await completed()).toBe(0);
  });
});
