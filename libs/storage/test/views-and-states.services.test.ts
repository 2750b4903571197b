import { type AnalysedInteraction, CHANNELS, contentHash, findingIdOf, type ReportFilter, SAMPLE_SETTINGS, type Sight, type TrendStep } from '#domain';
import { findingsMessage, withdrawnMessage } from '#messaging';
import { DisputeRepository, ErasureRepository, ObservationRepository } from '#storage';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { analysed } from '../../../test/contracts/analysis-store.fixture.js';
import { BY, DirectoryFixture } from './directory-fixture.js';
import { type Counted, figuresOf, type KeptInteraction, readKept, ruleFiguresOf } from './figures-of-states.js';
import { rule, rulebook } from './storage-fixture.js';

const fixture = new DirectoryFixture();
beforeAll(() => fixture.open());
afterAll(() => fixture.storage?.close());

const RULES = ['refus', 'jargon', '+accueil'] as const;
const IDS = RULES.map((id) => id.replace('+', ''));
const AGENTS = ['a-1', 'a-2', 'a-3', 'a-4', 'a-5'] as const;
const TEAMS = ['e-1', 'e-2'] as const;
/** First and last days of months and weeks, and days between. */
const DAYS = ['2026-01-14', '2026-01-31', '2026-02-01', '2026-02-02', '2026-02-18', '2026-02-28', '2026-03-01', '2026-03-02', '2026-03-29', '2026-03-31', '2026-04-05', '2026-04-06'] as const;

const agent = fc.constantFrom(...AGENTS);
const spoke = fc.record({ ref: agent, found: fc.array(fc.constantFrom(...RULES), { maxLength: 3 }) });
const keep = fc.record({
  do: fc.constant('keep' as const),
  name: fc.nat(11),
  revision: fc.integer({ min: 1, max: 6 }),
  channel: fc.constantFrom(...CHANNELS),
  day: fc.constantFrom(...DAYS),
  spoke: fc.uniqueArray(spoke, { maxLength: 4, selector: ({ ref }) => ref }),
  unchecked: fc.subarray(IDS),
});
const step = fc.oneof(
  { weight: 8, arbitrary: keep },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('judge' as const), which: fc.nat(40), verdict: fc.constantFrom('confirmed', 'confirmed', 'dismissed', null) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('dispute' as const), which: fc.nat(10) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('observe-no-more' as const), rule: fc.constantFrom(...IDS) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('merge' as const), one: agent, other: agent }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('split' as const), one: agent, other: agent }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), who: agent, team: fc.constantFrom(...TEAMS) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('erase' as const), customer: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('project' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** An interaction of several agents, each with findings of his or her own. */
function interactionOf({ name, revision, channel, day, spoke: [first, ...others], unchecked }: Extract<Step, { do: 'keep' }>): AnalysedInteraction {
  const item = fixture.one(`i-${name}`, { revision, channel, startedAt: `${day}T10:00:00Z`, customer: `c-${name % 4}`, agent: first?.ref ?? null, found: first?.found ?? [], notChecked: unchecked });
  const interaction = {
    ...item.interaction,
    participants: [...item.interaction.participants, ...others.map(({ ref }) => ({ id: ref, role: 'agent' as const, ref, name: `Agent ${ref}`, team: { ref: 'e-1' } }))],
    turns: [...item.interaction.turns, ...others.map(({ ref }, i) => ({ id: `t${i + 2}`, participantId: ref, text: 'Je prends le relais.', offsetMs: 9_000 + i }))],
  };
  const theirs = others.flatMap(({ ref, found }, i) =>
    analysed({ externalId: `i-${name}`, agent: ref, found }).analysis.findings.map((finding, n) => {
      const place = { turn: i + 2, start: n, end: n + 2 };
      return { ...finding, id: findingIdOf(fixture.organisationId, item.interactionId, revision, finding.ruleId, place), evidence: [{ ...place, quote: 'Je', sense: 'said' as const }] };
    }),
  );
  return { ...item, interaction, contentHash: contentHash(interaction), analysis: { ...item.analysis, findings: [...item.analysis.findings, ...theirs] } };
}

async function doStep(wanted: Step): Promise<void> {
  const { storage, organisationId } = fixture;
  const findings = async (where: string): Promise<{ id: string; agent: string }[]> =>
    storage.owner.query(`SELECT finding_id AS id, agent_ref AS agent FROM finding WHERE organisation_id = $1 AND ${where} ORDER BY started_at, finding_id`, [organisationId]);
  if (wanted.do === 'keep') await storage.keep([interactionOf(wanted)]);
  else if (wanted.do === 'project') await storage.projector.settle();
  else if (wanted.do === 'merge') await fixture.merge(wanted.one, [wanted.other], { take: true }).catch(() => undefined);
  else if (wanted.do === 'split') await fixture.split(wanted.one, [wanted.other]).catch(() => undefined);
  else if (wanted.do === 'move') await fixture.put({ agents: [{ ref: wanted.who, team: { ref: wanted.team } }] }).catch(() => undefined);
  else if (wanted.do === 'observe-no-more') await new ObservationRepository(storage.dataSource).end(organisationId, wanted.rule, 'Assez vu.', BY);
  else if (wanted.do === 'erase') {
    const erasureId = `00000000-0000-4000-8000-00000000000${wanted.customer}`;
    await new ErasureRepository(storage.dataSource).erase({ organisationId, erasureId, customerRef: `c-${wanted.customer}`, reason: 'Demande', by: BY, withdraw: withdrawnMessage, announce: (told) => [findingsMessage(told)] });
  } else if (wanted.do === 'judge') {
    const all = await findings(`status <> 'disputed'`);
    const judgement = wanted.verdict === null ? null : { verdict: wanted.verdict, reason: wanted.verdict === 'dismissed' ? ('wrong-words' as const) : null, note: null };
    if (all.length > 0) await storage.reviews.review({ organisationId, findingId: all[wanted.which % all.length]!.id, by: BY, expects: () => true, judgement });
  } else {
    const all = await findings(`status = 'confirmed' AND polarity = 'violation' AND agent_ref IS NOT NULL`);
    const one = all[wanted.which % all.length];
    if (one !== undefined) await new DisputeRepository(storage.dataSource).dispute({ organisationId, findingId: one.id, expects: () => true, by: one.agent, agentRef: one.agent, reason: 'Non.' });
  }
}

/** Half of the time, nothing. */
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.oneof(value, fc.constant(undefined));
const day = maybe(fc.constantFrom(...DAYS));
const question = fc.record({
  from: day,
  to: day,
  channel: maybe(fc.constantFrom(...CHANNELS)),
  agent: fc.oneof({ weight: 1, arbitrary: agent }, { weight: 3, arbitrary: fc.constant(undefined) }),
  team: maybe(fc.constantFrom(...TEAMS)),
  sight: fc.oneof({ weight: 1, arbitrary: fc.record({ teams: fc.subarray([...TEAMS]), agent: fc.option(agent) }) }, { weight: 3, arbitrary: fc.constant('all' as const) }),
  personFigures: fc.constantFrom('detected' as const, 'confirmed' as const),
});
type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

interface Person {
  readonly ref: string;
  readonly team: string | null;
  readonly refs: readonly string[];
}

/** What the write side says of a question. */
interface Expected {
  readonly kept: readonly KeptInteraction[];
  readonly refs: ReadonlySet<string> | null;
  readonly counted: Counted;
  readonly people: readonly Person[];
}

async function expectedOf({ from, to, channel, agent: asked, team, sight, personFigures }: Question, people: readonly Person[], all: readonly KeptInteraction[]): Promise<Expected> {
  const kept = all.filter((one) => (from === undefined || one.day >= from) && (to === undefined || one.day <= to) && (channel === undefined || one.channel === channel));
  const refsWhere = (chosen: (person: Person) => boolean): Set<string> => new Set(people.filter(chosen).flatMap(({ refs }) => refs));
  const limits = [
    ...(asked === undefined ? [] : [refsWhere(({ refs }) => refs.includes(asked)).add(asked)]),
    ...(team === undefined ? [] : [refsWhere((person) => person.team === team)]),
    ...(sight === 'all' ? [] : [refsWhere((person) => sight.teams.some((seen) => seen === person.team) || (sight.agent !== null && person.refs.includes(sight.agent)))]),
  ];
  const refs = limits.length === 0 ? null : limits.reduce((a, b) => new Set([...a].filter((ref) => b.has(ref))));
  return { kept, refs, counted: asked === undefined ? 'found' : personFigures, people };
}

const stepOf = (by: TrendStep, first: string): string => {
  if (by === 'day') return first;
  if (by === 'month') return `${first.slice(0, 7)}-01`;
  const date = new Date(`${first}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
};

interface Told {
  readonly interactions: number;
  readonly withViolation: { readonly numerator: number };
  readonly withMerit: { readonly numerator: number };
  readonly violations: number;
  readonly merits: number;
}
const numbers = (told: Told): number[] => [told.interactions, told.withViolation.numerator, told.withMerit.numerator, told.violations, told.merits];

/** Asks every report, and holds every figure that is shown against the write side. @returns how many were */
async function check(asked: Question, people: readonly Person[], all: readonly KeptInteraction[]): Promise<number> {
  const { storage, organisationId } = fixture;
  await storage.organisations.changeSettings(organisationId, { ...SETTINGS, personFigures: asked.personFigures }, 'test');
  const { kept, refs, counted } = await expectedOf(asked, people, all);
  const { sight: seen, personFigures, ...given } = asked;
  const sight: Sight = seen;
  const filter: ReportFilter = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const shown: [told: unknown, expected: unknown][] = [];

  const agents = await storage.reports.reportAgents(organisationId, filter, sight);
  const chosen = people.filter((person) => refs === null || person.refs.every((ref) => refs.has(ref)));
  for (const row of agents.rows) shown.push([[row.agent.ref, ...numbers(row)], [row.agent.ref, ...figuresOf(kept, refsOf(chosen, row.agent.ref), personFigures)]]);
  shown.push([agents.rows.map((row) => row.agent.ref), chosen.filter(({ refs: own }) => kept.some((one) => one.agents.some((ref) => own.includes(ref)))).map(({ ref }) => ref)]);

  for (const { team, figures } of (await storage.reports.reportTeams(organisationId, filter, sight)).rows) {
    // Of the agent asked for alone; of a team it is all of it.
    const members = new Set(people.filter((person) => person.team === (team?.ref ?? null) && (asked.agent === undefined || person.refs.includes(asked.agent))).flatMap((person) => person.refs));
    if (figures !== null) shown.push([['team', team?.ref, ...numbers(figures)], ['team', team?.ref, ...figuresOf(kept, members, counted)]]);
  }
  for (const { channel, figures } of (await storage.reports.reportChannels(organisationId, filter, sight)).rows) {
    if (figures !== null) shown.push([[channel, ...numbers(figures)], [channel, ...figuresOf(kept.filter((one) => one.channel === channel), refs, refs === null ? 'found' : counted)]]);
  }
  for (const by of ['day', 'week', 'month'] as const) {
    for (const { from, figures } of (await storage.reports.reportTrends(organisationId, filter, by, sight)).rows) {
      if (figures !== null) shown.push([[from, ...numbers(figures)], [from, ...figuresOf(kept.filter((one) => stepOf(by, one.day) === from), refs, counted)]]);
    }
  }
  for (const { ruleId, flagged, findings, notChecked, observation } of (await storage.reports.reportRules(organisationId, filter, sight)).rows) {
    if (flagged !== null && observation === null) shown.push([[ruleId, flagged.numerator, flagged.denominator, findings, notChecked], [ruleId, ...ruleFiguresOf(kept, refs, ruleId, counted)]]);
  }
  expect({ asked, told: shown.map(([told]) => told) }).toEqual({ asked, told: shown.map(([, expected]) => expected) });
  return shown.length;
}

const refsOf = (people: readonly Person[], ref: string): Set<string> => new Set(people.find((person) => person.ref === ref)?.refs);

/** Groups of one are shown, and a rule that is dismissed twice counts for no one until somebody says otherwise. */
const SETTINGS = { ...SAMPLE_SETTINGS, ruleMinPrecision: 0.9, ruleMinJudged: 2 };

it('whatever comes, is judged, merged, moved, observed or erased, in whatever order the views read it, reports say what the write side has', async () => {
  let [shown, shared, observed] = [0, 0, 0];
  const property = fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 70 }), fc.array(question, { minLength: 12, maxLength: 12 }), async (steps, questions) => {
    const { storage } = fixture;
    const organisationId = await fixture.enterNewOrganisation();
    await storage.organisations.changeSettings(organisationId, SETTINGS, 'test');
    await storage.rulebooks.publishRulebook(organisationId, rulebook(RULES.map((id) => rule(id.replace('+', ''), { polarity: id.startsWith('+') ? 'merit' : 'violation' }))));
    for (const wanted of steps) await doStep(wanted);
    await storage.projector.settle();
    const { items } = await storage.directory.listPeople(organisationId, 'agent', {}, { limit: 200 });
    const people = items.map(({ ref, team, identities }): Person => ({ ref, team: team?.ref ?? null, refs: identities.map((identity) => identity.ref) })).sort((a, b) => (a.ref < b.ref ? -1 : 1));
    const kept = await readKept(storage, organisationId);
    shared += kept.filter(({ agents }) => agents.length > 2).length;
    observed += (await storage.owner.query('SELECT count(*)::int AS n FROM finding WHERE organisation_id = $1 AND observed', [organisationId]))[0].n;
    for (const asked of questions) shown += await check(asked, people, kept);
  });
  // The first failure says enough: to look for the shortest takes as many databases' work again as there are steps.
  await fc.assert(property, { numRuns: Number(process.env['VIEW_RUNS'] ?? 12), endOnFailure: true });
  // It has seen what it is about.
  expect([shown > 500, shared > 5, observed > 5]).toEqual([true, true, true]);
}, 3_600_000);
