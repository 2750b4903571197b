import { type AnalysedInteraction, type Channel, STRICT_SETTINGS } from '#domain';
import { findingsMessage } from '#messaging';
import { DisputeRepository, QueueReader, RetentionRepository } from '#storage';
import { openTestStorage, rule, rulebook } from '../../libs/storage/test/storage-fixture.js';
import { analysed, batchOf, joinedBy, ORGANISATION } from '../contracts/analysis-store.fixture.js';

/** The present of these tests: words of calls from before 5 May pass, findings from before 1 November of the year before. */
export const NOW = new Date('2026-11-01T12:00:00Z');
/** Days of which everything passes, of which the words of calls pass, and of which nothing does. */
export const DAYS = { old: '2025-10-20', half: '2026-03-02', new: '2026-10-20' } as const;
export type When = keyof typeof DAYS;

/** Six in one team, five in the other, and one who left. */
export const AGENTS = [...['n-1', 'n-2', 'n-3', 'n-4', 'n-5', 'n-6'].map((ref) => [ref, 'nord'] as const), ...['s-1', 's-2', 's-3', 's-4', 's-5'].map((ref) => [ref, 'sud'] as const)];

const item = (when: When, agent: string, team: string, channel: Channel): AnalysedInteraction =>
  analysed({
    externalId: `${when}-${channel}-${agent}`,
    channel,
    agent,
    team,
    customer: `client-${when}`,
    startedAt: `${DAYS[when]}T10:00:00+02:00`,
    text: `Malheureusement le ${when}${channel} grenat n’arrive pas.`,
    found: agent.endsWith('1') ? ['refus', '+accueil'] : agent.endsWith('2') ? ['refus'] : [],
    notChecked: agent.endsWith('3') ? ['refus'] : [],
  });

const inNord = (together: AnalysedInteraction): AnalysedInteraction => ({
  ...together,
  interaction: { ...together.interaction, participants: together.interaction.participants.map((person) => (person.role === 'agent' ? { ...person, team: { ref: 'nord', name: 'Équipe une' } } : person)) },
});

/** Each agent has a call and a mail on each day, and one who left had some on the first. */
export const itemsOf = (when: When): AnalysedInteraction[] => [
  ...AGENTS.flatMap(([agent, team]) => (['phone', 'email'] as const).map((channel) => item(when, agent, team, channel))),
  // Of one team two spoke in this one.
  inNord(joinedBy(item(when, 'n-4', 'nord', 'chat'), 'n-5', 'refus')),
  ...(when === 'old' ? [item(when, 'parti', 'nord', 'phone')] : []),
];

export async function openWorld(settings = { ...STRICT_SETTINGS, groupMinInteractions: 1 }) {
  const storage = await openTestStorage(settings);
  await storage.rulebooks.publishRulebook(ORGANISATION, rulebook([rule('refus'), rule('accueil', { polarity: 'merit' })]));
  const keep = (items: readonly AnalysedInteraction[]) => storage.store.record({ ...batchOf(items), announce: (told) => [findingsMessage(told)] });
  for (const when of ['old', 'half', 'new'] as const) await keep(itemsOf(when));
  await storage.projector.settle();
  return {
    ...storage,
    keep,
    /** Takes one more in. */
    callOf: (wanted: Parameters<typeof analysed>[0]) => keep([analysed(wanted)]),
    queues: new QueueReader(storage.dataSource),
    retention: new RetentionRepository(storage.dataSource),
    disputes: new DisputeRepository(storage.dataSource),
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;

/** What groups and rules are shown, over each day and over all of it. How far views are behind says nothing of anybody. */
export async function groupsSee({ reports, projector }: World): Promise<unknown> {
  await projector.settle();
  const periods = [{}, ...Object.values(DAYS).map((day) => ({ from: day, to: day })), { from: DAYS.old, to: DAYS.half }];
  const seen = [];
  for (const period of periods) {
    seen.push(await reports.reportTeams(ORGANISATION, period), await reports.reportChannels(ORGANISATION, period), await reports.reportTrends(ORGANISATION, period, 'month'), await reports.reportRules(ORGANISATION, period));
    const team = { ...period, team: 'nord' };
    seen.push(await reports.reportRules(ORGANISATION, team), await reports.reportChannels(ORGANISATION, team), await reports.reportTrends(ORGANISATION, team, 'day'));
  }
  return seen.map(({ basis, rows }) => ({ basis, rows }));
}

export const shownIn = (seen: unknown): number => JSON.stringify(seen).split('"interactions":').length - 1;
