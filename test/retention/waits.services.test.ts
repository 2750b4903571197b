import { STRICT_SETTINGS, interactionIdOf, RETENTION_DEFAULTS } from '#domain';
import { CalibrationRepository, PgHistoryStore } from '#storage';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { batchOf, ORGANISATION } from '../contracts/analysis-store.fixture.js';
import { dumpEverything, residues } from '../erasure/residue.js';
import { heard, testJudge } from '../history/history.fixture.js';
import { NOW, openWorld, type World } from './world.js';

let world: World;
/** Words of calls are kept for 90 days; the limit is 180. */
const days = { ...RETENTION_DEFAULTS, phone: 90, written: 120 };
/** Beyond 90 days, within the limit; and beyond it. */
const WITHIN = '2026-07-10T10:00:00+02:00';
const BEYOND = '2026-03-02T10:00:00+02:00';

beforeAll(async () => {
  world = await openWorld({ ...STRICT_SETTINGS, groupMinInteractions: 1, retention: days });
});
afterAll(() => world.close());

const run = (now = NOW) => world.retention.run({ organisationId: ORGANISATION, by: 'essai', now });
const idOf = (externalId: string): string => interactionIdOf(ORGANISATION, 'essai', externalId);
const findingOf = async (externalId: string) => (await world.findings.findingsOf(ORGANISATION, idOf(externalId)))[0]!;
const call = (externalId: string, startedAt: string) =>
  world.callOf({ externalId, startedAt, agent: 'n-1', team: 'nord', channel: 'phone', customer: 'c-w', text: `Malheureusement non, ${externalId} dit.`, found: ['refus'] });
const confirm = async (externalId: string): Promise<string> => {
  const { id } = await findingOf(externalId);
  await world.reviews.review({ organisationId: ORGANISATION, findingId: id, judgement: { verdict: 'confirmed', reason: null, note: null }, by: 'claude', expects: () => true });
  return id;
};
const dispute = async (externalId: string): Promise<void> => {
  const findingId = await confirm(externalId);
  const done = await world.disputes.dispute({ organisationId: ORGANISATION, by: 'n-un', agentRef: 'n-1', findingId, reason: 'La cliente riait.', expects: () => true });
  expect(done.kind).toBe('done');
};
const words = async (externalId: string): Promise<number> => (await world.interactions.readInteraction(ORGANISATION, idOf(externalId)))!.turns.length;
const resolve = async (externalId: string, outcome: 'upheld' | 'overturned'): Promise<string> => {
  const cause = outcome === 'overturned' ? ('wrong-context' as const) : null;
  const ruling = outcome === 'overturned' ? { outcome, cause: cause!, reason: 'Vous avez raison.' } : { outcome, cause: null, reason: 'Non.' };
  return (await world.disputes.resolve({ organisationId: ORGANISATION, findingId: (await findingOf(externalId)).id, ruling, by: 'dominique', sight: 'all', expects: () => true })).kind;
};

it('an open dispute keeps its words until it is answered, within the limit and not beyond', async () => {
  for (const [externalId, at] of [['d-dans', WITHIN], ['d-hors', BEYOND], ['d-rien', WITHIN]] as const) await call(externalId, at);
  await dispute('d-dans');
  await dispute('d-hors');
  await run();
  expect([await words('d-dans'), await words('d-hors'), await words('d-rien')]).toEqual([2, 0, 0]);
  // In doubt for the agent: nobody upholds what nobody can read.
  expect(await resolve('d-hors', 'upheld')).toBe('wordless');
  expect(await resolve('d-hors', 'overturned')).toBe('done');
  expect(await resolve('d-dans', 'upheld')).toBe('done');
  await run();
  expect(await words('d-dans')).toBe(0);
  expect((await findingOf('d-dans')).dispute).toMatchObject({ state: 'upheld', reason: 'La cliente riait.' });
});

it('what waits in a queue leaves it with its words, and nobody judges it', async () => {
  const { id, status } = await findingOf('d-rien');
  expect(status).toBe('detected');
  const waiting = await world.queues.listItems(ORGANISATION, 'new', { teams: 'all' }, { limit: 200 });
  expect(waiting.items.map(({ interactionId }) => interactionId)).not.toContain(idOf('d-rien'));
  expect(waiting.items.length).toBeGreaterThan(0);
  expect((await world.reviews.review({ organisationId: ORGANISATION, findingId: id, judgement: { verdict: 'confirmed', reason: null, note: null }, by: 'claude', expects: () => true })).kind).toBe('wordless');
});

it('a calibration that is not closed keeps its words within the limit, and is judged without those that are gone', async () => {
  await call('k-dans', WITHIN);
  await call('k-hors', '2026-05-10T10:00:00+02:00');
  const calibrations = new CalibrationRepository(world.dataSource);
  const frame = { channels: ['phone'] as const, teams: [], rules: ['refus'] };
  const drawn = await calibrations.draw({ organisationId: ORGANISATION, name: 'Ensemble', frame: { ...frame, from: '2026-05-10', to: '2026-07-10' }, size: 2, reviewers: ['claude'], dueOn: null, by: 'claude' });
  if (drawn.kind !== 'done') throw new Error(drawn.kind);
  await run();
  expect([await words('k-dans'), await words('k-hors')]).toEqual([2, 2]);
  // Some weeks later the limit is over for one of them.
  await run(new Date('2026-11-20T12:00:00Z'));
  expect([await words('k-dans'), await words('k-hors')]).toEqual([2, 0]);
  const judge = async (externalId: string, by: string) => calibrations.judge({ organisationId: ORGANISATION, calibrationId: drawn.calibrationId, findingId: (await findingOf(externalId)).id, by }, { verdict: 'confirmed', reason: null, note: null });
  expect(await judge('k-hors', 'claude')).toBe('wordless');
  // Whatever can still be judged is enough for it to close.
  expect(await judge('k-dans', 'claude')).toBe('done');
  expect((await world.owner.query('SELECT closed_at IS NOT NULL AS closed FROM calibration'))[0]).toEqual({ closed: true });
});

const said = (externalId: string, channel: 'phone' | 'email', startedAt: string, euros: number) =>
  heard(ORGANISATION, { externalId, customer: 'c-h', agent: 's-1', channel, startedAt, caseRef: 'd-h', said: [{ kind: 'pledge', words: `nous vous rembourserons ${euros} € opaline`, euros }] });

it('what was found between two interactions stands when the words of the earlier one are gone, whatever its customer says next', async () => {
  const judge = testJudge();
  const history = (asOf: string) => ({ judge, asOf, announce: () => [] });
  const at = (items: Parameters<typeof batchOf>[0], asOf: string) => world.store.record({ ...batchOf(items), history: history(asOf) });
  await at([said('h-1', 'phone', '2026-07-28T10:00:00+02:00', 60), said('h-2', 'email', '2026-08-05T10:00:00+02:00', 45)], '2026-08-06T00:00:00Z');
  const before = await findingOf('h-2');
  expect(before.against!.evidence[0]!.quote).toContain('60');
  const itself = ({ against: _against, explanation: _explanation, team: _team, ...rest }: typeof before): object => rest;
  const kept = itself(before);
  await run();
  const after = await findingOf('h-2');
  expect(after.against!.evidence[0]!.quote).toBe('');
  expect(itself(after)).toEqual(kept);
  expect(residues(await dumpEverything(world.owner), ['60 € opaline'])).toEqual([]);
  await at([said('h-3', 'email', '2026-10-30T10:00:00+02:00', 45)], '2026-10-31T00:00:00Z');
  await world.owner.query(`INSERT INTO history_due (organisation_id, customer_key) VALUES ($1, 'c-h') ON CONFLICT DO NOTHING`, [ORGANISATION]);
  while ((await new PgHistoryStore(world.dataSource).judgeDue(ORGANISATION, history('2026-10-31T00:00:00Z'), 5)) > 0);
  expect(itself(await findingOf('h-2'))).toEqual(kept);
});
