import type { Channel } from '#domain';
import { columns, type Sql } from '../database/sql.js';
import { agentBehind, personRef } from '../directory/resolve.js';
import { shuffled, type Speakers } from './unnamed.js';

interface Spoke {
  readonly ref: string;
  readonly channel: Channel;
  readonly person: string;
  readonly team: string | null;
}

interface Group {
  readonly team_ref: string;
  readonly channel: Channel;
  readonly numbers: readonly number[];
  readonly dealt: number;
}

export interface SpeakersOfDay extends Speakers {
  /** Keeps where the next step of the day goes on dealing. */
  readonly remember: () => Promise<unknown>;
}

/**
 * Who spoke on a day, by the directory as it is now. A team of which fewer than `least` spoke is no group: those are of no team. The first step of a day draws
 * which number stands for whom, and keeps for each channel the numbers that come up on it, and no more: so there are as many numbers as people, over one channel and
 * over several, and nobody can tell whose is which.
 */
export async function speakersOn(sql: Sql, organisationId: string, day: string, least: number): Promise<SpeakersOfDay> {
  const rows = await sql<Spoke>(
    `SELECT r.ref, r.channel, ${personRef('agent', '$1', 'r.ref')} AS person, a.team_ref AS team FROM (
       SELECT m.agent_ref AS ref, i.channel FROM interaction AS i JOIN interaction_agent AS m ON m.organisation_id = i.organisation_id AND m.interaction_id = i.interaction_id WHERE ${ON_DAY}
       UNION SELECT f.agent_ref, i.channel FROM interaction AS i JOIN finding AS f ON f.organisation_id = i.organisation_id AND f.interaction_id = i.interaction_id WHERE ${ON_DAY} AND f.agent_ref IS NOT NULL
     ) AS r ${agentBehind('a', '$1', 'r.ref')}`,
    [organisationId, day],
  );
  const before = await sql<Group>('SELECT team_ref, channel, numbers, dealt FROM passed_group WHERE organisation_id = $1 AND day = $2::date', [organisationId, day]);
  const teams = new Map(rows.map(({ person, team }) => [person, team ?? '']));
  const large = new Set(before.map(({ team_ref }) => team_ref));
  // What the first step of the day took for a group stays one.
  if (before.length === 0) for (const [team, persons] of sizes(teams.values())) if (persons >= least) large.add(team);
  const groupOf = (person: string): string => (large.has(teams.get(person) ?? '') ? (teams.get(person) ?? '') : '');
  const groups = new Map([...drawn(rows, groupOf), ...before].map((group) => [keyOf(group.team_ref, group.channel), { ...group }]));
  const personOf = new Map(rows.map(({ ref, person }) => [ref, person]));
  return {
    personOf: (ref) => personOf.get(ref) ?? ref,
    teamOf: (person) => groupOf(person) || null,
    deal: (team, channel) => {
      const group = groups.get(keyOf(team ?? '', channel));
      if (group === undefined) return 1;
      const number = group.numbers[group.dealt % group.numbers.length]!;
      groups.set(keyOf(team ?? '', channel), { ...group, dealt: group.dealt + 1 });
      return number;
    },
    remember: () =>
      sql(
        `INSERT INTO passed_group (organisation_id, day, team_ref, channel, numbers, dealt)
         SELECT $1, $2::date, team_ref, channel, numbers::integer[], dealt FROM unnest($3::text[], $4::text[], $5::text[], $6::integer[]) AS g (team_ref, channel, numbers, dealt) ORDER BY team_ref, channel
         ON CONFLICT ON CONSTRAINT passed_group_pk DO UPDATE SET dealt = excluded.dealt`,
        [organisationId, day, ...columns([...groups.values()].map((group) => ({ ...group, numbers: `{${group.numbers.join(',')}}` })), ['team_ref', 'channel', 'numbers', 'dealt'])],
      ),
  };
}

const ON_DAY = 'i.organisation_id = $1 AND i.day = $2::date AND i.started_at >= ($2::date - 2)::timestamptz AND i.started_at < ($2::date + 3)::timestamptz';

const keyOf = (team: string, channel: Channel): string => JSON.stringify([team, channel]);

function sizes(teams: Iterable<string>): Map<string, number> {
  const counted = new Map<string, number>();
  for (const team of teams) counted.set(team, (counted.get(team) ?? 0) + 1);
  return counted;
}

/** Of each group and channel the numbers of those who spoke there. */
function drawn(rows: readonly Spoke[], groupOf: (person: string) => string): Group[] {
  const members = new Map<string, Set<string>>();
  for (const { person } of rows) members.set(groupOf(person), (members.get(groupOf(person)) ?? new Set()).add(person));
  return [...members].flatMap(([team_ref, persons]) => {
    const numberOf = new Map(shuffled([...persons]).map((person, i) => [person, i + 1]));
    const channels = [...new Set(rows.flatMap(({ person, channel }) => (persons.has(person) ? [channel] : [])))];
    return channels.map((channel): Group => {
      const there = new Set(rows.flatMap((row) => (row.channel === channel && persons.has(row.person) ? [numberOf.get(row.person)!] : [])));
      return { team_ref, channel, numbers: shuffled([...there]), dealt: 0 };
    });
  });
}
