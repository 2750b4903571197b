import { SAMPLE_SETTINGS, STRICT_SETTINGS, type InteractionFacts, type ReportFilter } from '#domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { analysed, ORGANISATION, RULEBOOK, type Wanted } from '../../../test/contracts/analysis-store.fixture.js';
import { openTestStorage, rule, rulebook, type TestStorage } from './storage-fixture.js';

let storage: TestStorage;

beforeEach(async () => {
  storage = await openTestStorage();
});
afterEach(() => storage.close());

const relax = (settings: Partial<typeof SAMPLE_SETTINGS>) =>
  storage.organisations.changeSettings(ORGANISATION, { ...STRICT_SETTINGS, ...settings }, 'test');

const counts = async (filter: ReportFilter): Promise<number[]> =>
  (await storage.reports.reportAgents(ORGANISATION, filter)).rows.map(({ interactions }) => interactions);

const agents = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, i) => `a-${from + i}`);

let next = 0;
async function keep(count: number, wanted: Omit<Wanted, 'externalId'>): Promise<void> {
  await storage.keep(Array.from({ length: count }, () => analysed({ ...wanted, externalId: `r-${next++}` })));
  await storage.projector.settle();
}

it('cover the interactions in which an agent spoke: a customer’s own mail thins no rate', async () => {
  await keep(3, { agent: 'a-1', found: ['refus'] });
  const unanswered = analysed({ externalId: 'unanswered', notChecked: ['refus'] });
  const [question, answer] = unanswered.interaction.turns;
  const silent = [
    { ...unanswered, interaction: { ...unanswered.interaction, turns: [question!] } },
    { ...analysed({ externalId: 'note' }), interaction: { ...unanswered.interaction, externalId: 'note', turns: [question!, { ...answer!, private: true }] } },
  ];
  await storage.keep(silent);
  await storage.projector.settle();
  const [channel] = (await storage.reports.reportChannels(ORGANISATION, {})).rows;
  expect(channel!.figures).toMatchObject({ interactions: 3, withViolation: { numerator: 3, denominator: 3 } });

  // The next revision has the agent's answer: now it counts.
  const answered = { ...analysed({ externalId: 'unanswered', revision: 2 }) };
  await storage.keep([answered]);
  await storage.projector.settle();
  const [later] = (await storage.reports.reportChannels(ORGANISATION, {})).rows;
  expect(later!.figures).toMatchObject({ interactions: 4, withViolation: { numerator: 3, denominator: 4 } });
});

describe('figures of a person', () => {
  it('count confirmed findings only, unless the settings say otherwise', async () => {
    await keep(4, { agent: 'a-1', found: ['refus', '+accueil'] });
    await keep(6, { agent: 'a-1' });
    const detected = await storage.reports.reportAgents(ORGANISATION, {});
    expect(detected).toMatchObject({ basis: 'detected', lag: 0, period: { from: null, to: null, timeZone: 'Europe/Paris' } });
    expect(detected.rows).toMatchObject([
      { agent: { ref: 'a-1' }, team: { ref: 'e-1', name: 'Équipe une' }, interactions: 10, violations: 4, merits: 4, awaitingReview: 8 },
    ]);
    expect(detected.rows[0]!.withViolation).toMatchObject({ numerator: 4, denominator: 10, rate: 0.4 });

    await relax({ personFigures: 'confirmed' });
    await journalConfirmed('a-1');
    const confirmed = await storage.reports.reportAgents(ORGANISATION, {});
    expect(confirmed.basis).toBe('confirmed');
    expect(confirmed.rows).toMatchObject([{ interactions: 11, violations: 1, merits: 0, awaitingReview: 8 }]);
    expect(confirmed.rows[0]!.withViolation).toMatchObject({ numerator: 1, denominator: 11 });
  });

  it('are filtered by agent, team, channel and day', async () => {
    await keep(2, { agent: 'a-1', channel: 'email', startedAt: '2026-03-01T10:00:00Z' });
    await keep(3, { agent: 'a-2', team: 'e-2', channel: 'chat', startedAt: '2026-03-05T10:00:00Z' });
    expect(await counts({})).toEqual([2, 3]);
    expect(await counts({ agent: 'a-2' })).toEqual([3]);
    expect(await counts({ team: 'e-1' })).toEqual([2]);
    expect(await counts({ channel: 'chat' })).toEqual([3]);
    expect(await counts({ from: '2026-03-02', to: '2026-03-05' })).toEqual([3]);
    expect(await counts({ from: '2026-03-06' })).toEqual([]);
  });

  it('count an interaction of two agents for both, a finding for its own', async () => {
    const item = analysed({ externalId: 'shared', found: ['refus'] });
    const shared = {
      ...item,
      interaction: {
        ...item.interaction,
        participants: [...item.interaction.participants, { id: 'b', role: 'agent' as const, ref: 'a-2' }, { id: 's', role: 'agent' as const, ref: 'a-3' }],
        turns: [
          ...item.interaction.turns,
          { id: 't2', participantId: 'b', text: 'Je prends la suite.' },
          { id: 't3', participantId: 's', text: 'Note interne.', private: true },
        ],
      },
    };
    await storage.keep([shared]);
    await storage.projector.settle();
    const { rows } = await storage.reports.reportAgents(ORGANISATION, {});
    expect(rows).toMatchObject([
      { agent: { ref: 'a-1' }, interactions: 1, violations: 1 },
      { agent: { ref: 'a-2' }, interactions: 1, violations: 0 },
    ]);
    const channels = await storage.reports.reportChannels(ORGANISATION, { team: 'e-1' });
    expect(channels.rows).toMatchObject([{ figures: { interactions: 1, violations: 1 } }]);
  });
});

describe('figures of a group', () => {
  it('are suppressed below five agents or twenty interactions', async () => {
    await relax({});
    for (const agent of agents(1, 5)) await keep(4, { agent, channel: 'chat', found: ['refus'] });
    for (const agent of agents(1, 4)) await keep(10, { agent, channel: 'email' });
    for (const agent of agents(1, 5)) await keep(3, { agent, channel: 'phone' });
    const { rows, basis } = await storage.reports.reportChannels(ORGANISATION, {});
    expect(basis).toBe('detected');
    expect(rows).toMatchObject([
      { channel: 'chat', suppressed: null, figures: { interactions: 20, violations: 20 } },
      { channel: 'email', suppressed: 'group-too-small', figures: null },
      { channel: 'phone', suppressed: 'group-too-small', figures: null },
    ]);
  });

  it('are suppressed when subtraction would show a small rest', async () => {
    await relax({});
    for (const agent of agents(1, 6)) await keep(5, { agent, team: 'e-1' });
    await keep(5, { agent: 'a-7', team: 'e-2' });
    const all = await storage.reports.reportChannels(ORGANISATION, {});
    expect(all.rows).toMatchObject([{ suppressed: null }]);
    const team = await storage.reports.reportChannels(ORGANISATION, { team: 'e-1' });
    expect(team.rows).toMatchObject([{ figures: null, suppressed: 'group-too-small' }]);
    for (const agent of agents(8, 12)) await keep(5, { agent, team: 'e-2' });
    const bothBig = await storage.reports.reportChannels(ORGANISATION, { team: 'e-1' });
    expect(bothBig.rows).toMatchObject([{ suppressed: null, figures: { interactions: 30 } }]);
  });

  it('narrowed to one agent are that person’s: confirmed findings only', async () => {
    await relax({ groupMinAgents: 1, groupMinInteractions: 1 });
    await keep(3, { agent: 'a-1', found: ['refus'] });
    const channels = await storage.reports.reportChannels(ORGANISATION, { agent: 'a-1' });
    expect(channels).toMatchObject({ basis: 'confirmed', rows: [{ figures: { interactions: 3, violations: 0 } }] });
    const everybody = await storage.reports.reportChannels(ORGANISATION, {});
    expect(everybody).toMatchObject({ basis: 'detected', rows: [{ figures: { violations: 3 } }] });
  });
});

describe('figures of a rule', () => {
  const V2 = { name: 'essai', version: '2.0.0', hash: 'b'.repeat(64) };

  it('have as denominator what the rule could run on', async () => {
    await storage.rulebooks.publishRulebook(ORGANISATION, rulebook([rule('refus', { channels: ['chat', 'email'] }), rule('retirée')]));
    await storage.rulebooks.publishRulebook(
      ORGANISATION,
      rulebook([rule('refus', { channels: ['chat'] }), rule('+accueil', { id: 'accueil', polarity: 'merit' })], V2),
    );
    await keep(5, { channel: 'chat', found: ['refus'] });
    await keep(3, { channel: 'chat', notChecked: ['refus'] });
    await keep(4, { channel: 'phone' });
    await keep(2, { channel: 'email', found: ['refus', 'refus'] });
    await keep(6, { channel: 'email', rulebook: V2, found: ['+accueil'] });
    await keep(7, { channel: 'chat', rulebook: V2 });

    const { rows, basis, lag } = await storage.reports.reportRules(ORGANISATION, {});
    expect({ basis, lag }).toEqual({ basis: 'detected', lag: 0 });
    // refus: chat 5 + 3 + 7 and email 2 under the first version, less 3 not checked.
    expect(rows).toMatchObject([
      { ruleId: 'accueil', polarity: 'merit', flagged: { numerator: 6, denominator: 13 }, findings: 6, notChecked: 0 },
      { ruleId: 'refus', flagged: { numerator: 7, denominator: 14 }, findings: 9, notChecked: 3, why: 'Pourquoi refus' },
    ]);
    const chat = await storage.reports.reportRules(ORGANISATION, { channel: 'chat' });
    expect(chat.rows[1]).toMatchObject({ flagged: { numerator: 5, denominator: 12 }, notChecked: 3 });
  });

  it('agree with the views when narrowed to agents or teams', async () => {
    await storage.rulebooks.publishRulebook(ORGANISATION, rulebook([rule('refus')]));
    await keep(5, { agent: 'a-1', found: ['refus'] });
    await keep(3, { agent: 'a-1', notChecked: ['refus'] });
    await keep(4, { agent: 'a-2', team: 'e-2', found: ['refus', 'refus'] });
    const one = await storage.reports.reportRules(ORGANISATION, { team: 'e-1' });
    expect(one.rows).toMatchObject([{ flagged: { numerator: 5, denominator: 5 }, findings: 5, notChecked: 3 }]);
    const two = await storage.reports.reportRules(ORGANISATION, { agent: 'a-2' });
    expect(two.rows).toMatchObject([{ flagged: { numerator: 4, denominator: 4 }, findings: 8 }]);
  });

  it('are suppressed for groups too small, the rule itself still listed', async () => {
    await relax({});
    await storage.rulebooks.publishRulebook(ORGANISATION, rulebook([rule('refus')]));
    await keep(19, { found: ['refus'] });
    const { rows } = await storage.reports.reportRules(ORGANISATION, {});
    expect(rows).toMatchObject([{ ruleId: 'refus', flagged: null, findings: null, suppressed: 'group-too-small' }]);
  });
});

/** What a review will journal: an interaction of the agent whose one finding is confirmed. */
async function journalConfirmed(agentRef: string): Promise<void> {
  const facts: InteractionFacts = {
    interactionId: analysed({ externalId: 'confirmed' }).interactionId,
    revision: 1,
    channel: 'chat',
    day: '2026-03-10',
    rulebook: RULEBOOK,
    agentSpoke: true,
    agentRefs: [agentRef],
    findings: [
      { id: 'f-1', ruleId: 'refus', polarity: 'violation', severity: 'major', agentRef, status: 'confirmed' },
      { id: 'f-2', ruleId: 'accueil', polarity: 'merit', severity: 'info', agentRef, status: 'dismissed' },
    ],
    notChecked: [],
  };
  await storage.owner.query(`INSERT INTO journal (organisation_id, type, payload) VALUES ($1, 'interaction.analysed', $2)`, [
    ORGANISATION,
    JSON.stringify(facts),
  ]);
  await storage.projector.settle();
}
