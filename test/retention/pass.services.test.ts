import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { interactionIdOf } from '#domain';
import { ORGANISATION } from '../contracts/analysis-store.fixture.js';
import { dumpEverything, residues } from '../erasure/residue.js';
import { AGENTS, DAYS, groupsSee, itemsOf, NOW, openWorld, shownIn, type World } from './world.js';

let world: World;
let before: unknown;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const idOf = (externalId: string): string => interactionIdOf(ORGANISATION, 'essai', externalId);
const run = (more: object = {}) => world.retention.run({ organisationId: ORGANISATION, by: 'essai', now: NOW, ...more });
const judge = async (externalId: string, verdict: 'confirmed' | 'dismissed', note: string | null): Promise<void> => {
  const [finding] = await world.findings.findingsOf(ORGANISATION, idOf(externalId));
  const judgement = { verdict, reason: verdict === 'dismissed' ? ('wrong-words' as const) : null, note };
  expect((await world.reviews.review({ organisationId: ORGANISATION, findingId: finding!.id, judgement, by: 'claude', expects: () => true })).kind).toBe('done');
};
/** Rows about interactions of a day, as they are. */
const rowsOf = async (when: keyof typeof DAYS, tables: readonly string[]): Promise<unknown> =>
  Promise.all(tables.map((table) => world.owner.query(`SELECT * FROM ${table} WHERE interaction_id = ANY ($1::uuid[]) ORDER BY ${table}::text`, [itemsOf(when).map(({ interactionId }) => interactionId)])));
const TABLES = ['interaction', 'interaction_agent', 'turn', 'finding', 'review'];

describe('what is older than its period', () => {
  let kept: unknown;
  let halfKept: unknown;

  it('begins as a world with words and judgements of all days', async () => {
    await judge('old-phone-n-1', 'confirmed', 'bien vu, grenat ancien');
    await judge('old-email-n-2', 'dismissed', null);
    await judge('half-phone-n-1', 'confirmed', null);
    await judge('new-phone-n-1', 'confirmed', 'à garder');
    await world.interactions.recordRead(ORGANISATION, idOf('old-phone-n-1'), 'claude');
    await world.owner.query(`UPDATE journal SET occurred_at = '2025-10-21' WHERE type = 'interaction.read'`);
    before = await groupsSee(world);
    expect(shownIn(before)).toBeGreaterThan(20);
    kept = await rowsOf('new', TABLES);
    halfKept = await rowsOf('half', ['interaction_agent', 'review']);
    expect(residues(await dumpEverything(world.owner), ['oldphone', 'oldemail', 'halfphone', 'ancien', 'client-old', 'parti'])).not.toEqual([]);
  });

  it('is told first, and nothing changes by that', async () => {
    const rows = await dumpEverything(world.owner);
    expect(await world.retention.count({ organisationId: ORGANISATION, now: NOW })).toMatchObject({ phone: 12 + 11, written: 12, findings: 24, journal: 1 });
    expect(await dumpEverything(world.owner)).toEqual(rows);
  });

  it('goes in small steps, one of which may be the last for a while', async () => {
    let batches = 0;
    const first = await run({ atOnce: 5, stopped: () => ++batches > 6 });
    expect(first.findings).toBeLessThan(24);
    const rest = await run({ atOnce: 5 });
    expect(first.findings + rest.findings).toBe(24);
    expect(rest.people).toBe(2);
    expect(await world.retention.count({ organisationId: ORGANISATION, now: NOW })).toMatchObject({ phone: 0, written: 0, findings: 0, journal: 0, people: 0 });
    expect(await run()).toMatchObject({ phone: 0, findings: 0 });
  });

  it('leaves no word of what passed, and nobody, in any table', async () => {
    await world.projector.settle();
    await world.retention.sweep({ organisationId: ORGANISATION });
    const dump = await dumpEverything(world.owner);
    expect(residues(dump, ['oldphone', 'oldemail', 'halfphone', 'ancien', 'client-old', 'parti', 'Sujet old', 'Sujet half-phone'])).toEqual([]);
    const oldIds = itemsOf('old').map(({ interactionId }) => interactionId);
    expect(residues(dump, oldIds).filter((one) => !one.startsWith('passed_interaction'))).toEqual([]);
    expect(await world.owner.query(`SELECT agent_ref FROM view_agent_day WHERE day = $1 AND agent_ref NOT LIKE '§%'`, [DAYS.old])).toEqual([]);
    expect(await world.owner.query(`SELECT 1 FROM journal WHERE type = 'interaction.passed' AND (payload->'before' <> 'null' OR payload::text ~ '"(n|s)-\\d"')`)).toEqual([]);
  });

  it('and not one word or row of what did not pass changes', async () => {
    expect(await rowsOf('new', TABLES)).toEqual(kept);
    expect(await rowsOf('half', ['interaction_agent', 'review'])).toEqual(halfKept);
    expect(await world.owner.query(`SELECT count(*)::int AS n FROM turn WHERE text LIKE '%halfemail%'`)).toEqual([{ n: AGENTS.length }]);
  });

  it('figures of groups and rules stay to the last digit, derived again too; those of persons are gone', async () => {
    expect(await groupsSee(world)).toEqual(before);
    await world.projector.rebuild();
    expect(await groupsSee(world)).toEqual(before);
    expect((await world.reports.reportAgents(ORGANISATION, { from: DAYS.old, to: DAYS.old })).rows).toEqual([]);
    const all = (await world.reports.reportAgents(ORGANISATION, {})).rows;
    expect(all.map(({ agent }) => agent.ref)).toEqual(AGENTS.map(([ref]) => ref));
    expect(all.every(({ interactions }) => interactions === 4 || interactions === 6)).toBe(true);
    expect((await world.directory.listPeople(ORGANISATION, 'agent', {}, { limit: 50 })).items).toHaveLength(AGENTS.length);
  });

  it('and is counted once when it comes again', async () => {
    const outcomes = await world.keep(itemsOf('old'));
    expect(new Set(outcomes.map((outcome) => outcome.kind))).toEqual(new Set(['drop']));
    expect(await groupsSee(world)).toEqual(before);
  });

  it('an interaction says that its words are gone, and its findings stand', async () => {
    const detail = (await world.interactions.readInteraction(ORGANISATION, idOf('half-phone-n-1')))!;
    expect(detail).toMatchObject({ turns: [], subject: null, wordsGone: { on: '2026-11-01', afterDays: 180 } });
    expect(detail.findings.map(({ ruleId, status, evidence }) => [ruleId, status, evidence[0]!.quote])).toEqual(expect.arrayContaining([['refus', 'confirmed', '']]));
    expect(detail.findings[0]!.wordsGone).toEqual({ on: '2026-11-01', afterDays: 180 });
    expect((await world.interactions.readInteraction(ORGANISATION, idOf('half-email-n-1')))!.wordsGone).toBeNull();
  });

  it('each step stands in the journal, as counts', async () => {
    const entries: { payload: { counts: Record<string, number>; by: string } }[] = await world.owner.query(`SELECT payload FROM journal WHERE type = 'retention.passed' ORDER BY position`);
    const total = (name: string): number => entries.reduce((sum, { payload }) => sum + (payload.counts[name] ?? 0), 0);
    expect([total('phone'), total('written'), total('findings'), total('people')]).toEqual([23, 12, 24, 2]);
  });
});
