import { type FindingStatus, STRICT_SETTINGS, type Verdict } from '#domain';
import { DisputeRepository, type Resolved } from '#storage';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { analysed, ORGANISATION } from '../../../test/contracts/analysis-store.fixture.js';
import { openTestStorage, type TestStorage } from './storage-fixture.js';

let storage: TestStorage;
let disputes: DisputeRepository;
let runs = 0;
beforeAll(async () => {
  // Whatever is judged here, no rule goes under observation: its findings would count for no one.
  storage = await openTestStorage({ ...STRICT_SETTINGS, ruleMinPrecision: 0 });
  disputes = new DisputeRepository(storage.dataSource);
});
afterAll(() => storage.close());

const REVIEWERS = ['r1', 'r2', 'r3'] as const;
const FOUND = [['refus', 'jargon', '+accueil'], ['refus', 'jargon'], ['jargon', 'refus'], ['refus', '+accueil', 'jargon'], []] as const;

const place = fc.nat(2);
const by = fc.constantFrom(...REVIEWERS);
const step = fc.oneof(
  fc.record({ do: fc.constant('judge' as const), place, by, verdict: fc.constantFrom('confirmed', 'confirmed', 'confirmed', 'dismissed', null) }),
  fc.record({ do: fc.constant('dispute' as const), place }),
  fc.record({ do: fc.constant('withdraw' as const), place }),
  fc.record({ do: fc.constant('resolve' as const), place, by, overturn: fc.boolean() }),
  fc.record({ do: fc.constant('revise' as const), found: fc.constantFrom(...FOUND) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What one finding has come to, told by the rules alone. */
interface Expected {
  readonly rule: string;
  status: FindingStatus;
  judge: string | null;
  dispute: 'open' | 'ended' | null;
}

const fresh = (rule: string): Expected => ({ rule, status: 'detected', judge: null, dispute: null });

/** Does a step by the rules. */
function expectStep(findings: Expected[], wanted: Step): void {
  if (wanted.do === 'revise') {
    // A finding is the same when the same rule has found something at the same place.
    const before = [...findings];
    findings.splice(0, findings.length, ...wanted.found.map((rule, i) => (before[i]?.rule === rule ? before[i] : fresh(rule))));
    return;
  }
  const finding = findings[wanted.place];
  if (finding === undefined) return;
  if (wanted.do === 'judge' && finding.dispute === null) {
    finding.status = wanted.verdict ?? 'detected';
    finding.judge = wanted.verdict === null ? null : wanted.by;
  } else if (wanted.do === 'dispute' && finding.dispute === null && finding.status === 'confirmed' && !finding.rule.startsWith('+')) {
    Object.assign(finding, { status: 'disputed', dispute: 'open' });
  } else if (wanted.do === 'withdraw' && finding.dispute === 'open') {
    Object.assign(finding, { status: 'confirmed', dispute: null });
  } else if (wanted.do === 'resolve' && finding.dispute === 'open' && finding.judge !== wanted.by) {
    Object.assign(finding, { status: wanted.overturn ? 'dismissed' : 'confirmed', dispute: 'ended' });
  }
}

async function doStep(externalId: string, agent: string, revision: number, wanted: Step): Promise<void> {
  if (wanted.do === 'revise') {
    await storage.keep([analysed({ externalId, agent, revision, found: wanted.found })]);
    return;
  }
  const { interactionId } = analysed({ externalId });
  const inPlace = (await storage.findings.findingsOf(ORGANISATION, interactionId)).find(({ evidence }) => evidence[0]!.start === wanted.place);
  if (inPlace === undefined) return;
  const about = { organisationId: ORGANISATION, findingId: inPlace.id, expects: () => true };
  if (wanted.do === 'judge') {
    const verdict: Verdict | null = wanted.verdict;
    await storage.reviews.review({ ...about, by: wanted.by, judgement: verdict === null ? null : { verdict, reason: verdict === 'dismissed' ? 'wrong-words' : null, note: null } });
  } else if (wanted.do === 'dispute') await disputes.dispute({ ...about, by: agent, agentRef: agent, reason: 'Non.' });
  else if (wanted.do === 'withdraw') await disputes.withdraw({ ...about, by: agent, agentRef: agent });
  else {
    const ruling = wanted.overturn ? ({ outcome: 'overturned', cause: 'wrong-context', reason: 'Oui.' } as const) : ({ outcome: 'upheld', cause: null, reason: 'Non.' } as const);
    const { kind }: Resolved = await disputes.resolve({ ...about, by: wanted.by, sight: 'all', ruling });
    expect(['done', 'undisputed', 'judge', 'settled']).toContain(kind);
  }
}

interface Told {
  readonly externalId: string;
  readonly agent: string;
  readonly expected: readonly Expected[];
}

async function tell(steps: readonly Step[]): Promise<Told> {
  const externalId = `p${++runs}`;
  const agent = `agent-${externalId}`;
  await storage.keep([analysed({ externalId, agent, found: FOUND[0] })]);
  const expected = FOUND[0].map(fresh);
  for (const [i, wanted] of steps.entries()) {
    await doStep(externalId, agent, i + 2, wanted);
    expectStep(expected, wanted);
  }
  return { externalId, agent, expected };
}

async function check({ externalId, agent, expected }: Told): Promise<void> {
  const found = await storage.findings.findingsOf(ORGANISATION, analysed({ externalId }).interactionId);
  expect(found.map(({ status, dispute }) => [status, dispute === null ? null : dispute.state === 'open' ? 'open' : 'ended'])).toEqual(expected.map(({ status, dispute }) => [status, dispute]));
  const [row] = (await storage.reports.reportAgents(ORGANISATION, { agent })).rows;
  const confirmed = expected.filter(({ status }) => status === 'confirmed');
  expect([row!.interactions, row!.violations, row!.merits, row!.awaitingReview]).toEqual([1, ...counts(confirmed), expected.filter(({ status }) => status === 'detected').length]);
  // The same where detected findings count for persons.
  const [day] = await storage.owner.query('SELECT detected_violations::int AS violations, detected_merits::int AS merits FROM view_agent_day WHERE agent_ref = $1', [agent]);
  expect(Object.values(day)).toEqual(counts(expected.filter(({ status }) => status === 'confirmed' || status === 'detected')));
}

/** Violations and merits. */
function counts(findings: readonly Expected[]): [number, number] {
  const merits = findings.filter(({ rule }) => rule.startsWith('+')).length;
  return [findings.length - merits, merits];
}

it('whatever is judged, disputed, taken back, resolved and sent again, figures are those of the states that come of it', async () => {
  // Ten stories at a time, on interactions of their own: views are read once for all.
  const story = fc.array(step, { minLength: 1, maxLength: 14 });
  const property = fc.asyncProperty(fc.array(story, { minLength: 10, maxLength: 10 }), async (stories) => {
    const told = await Promise.all(stories.map(tell));
    await storage.projector.settle();
    for (const one of told) await check(one);
    expect(told).toHaveLength(10);
  });
  await fc.assert(property, { numRuns: Number(process.env['DISPUTE_RUNS'] ?? 15) });
}, 3_600_000);

it('groups count what waits as detected, and nothing that was overturned', async () => {
  await storage.projector.settle();
  const [sums] = await storage.owner.query('SELECT sum(violations + merits)::int AS n FROM view_channel_day');
  const [findings] = await storage.owner.query(`SELECT count(*) FILTER (WHERE status <> 'dismissed')::int AS n, count(*) FILTER (WHERE status = 'disputed')::int AS open FROM finding`);
  expect([sums.n, findings.open > 0]).toEqual([findings.n, true]);
});
