import type { Channel, DayCell } from '#domain';

export const LEAST = { agents: 3, interactions: 6 };

/** Who worked how much in which team, on which channel and day. */
export interface Worked {
  readonly day: number;
  readonly channel: Channel;
  readonly team: string;
  readonly agent: string;
  readonly interactions: number;
}

/** 2026-01-05 was a Monday. */
export const dayOf = (n: number): string => new Date(Date.parse('2026-01-05') + n * 86_400_000).toISOString().slice(0, 10);

export function cellsOf(worked: readonly Worked[]): DayCell[] {
  const cells = new Map<string, { day: string; channel: Channel; rulebookHash: string; team: string; interactions: number; agents: string[] }>();
  for (const { day, channel, team, agent, interactions } of worked) {
    const key = `${day} ${channel} ${team}`;
    const cell = cells.get(key) ?? { day: dayOf(day), channel, rulebookHash: 'h', team, interactions: 0, agents: [] };
    cells.set(key, cell);
    cell.interactions += interactions;
    if (!cell.agents.includes(agent)) cell.agents.push(agent);
  }
  return [...cells.values()];
}

/** A small random generator that a seed repeats. */
export function random(seed: number): () => number {
  let state = seed * 2654435761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 4294967296;
  };
}

/** Some teams, small and large, busy on weekdays, less so at weekends and on holidays. */
export function randomWorld(seed: number, days: number): Worked[] {
  const draw = random(seed);
  const teams = Array.from({ length: 2 + Math.floor(draw() * 3) }, (_, t) => ({ team: `t${t}`, agents: 1 + Math.floor(draw() * 7), busy: 0.1 + draw() * 0.9 }));
  const channels = (['email', 'chat', 'phone'] as const).slice(0, 1 + Math.floor(draw() * 3)).map((channel) => ({ channel, busy: 0.2 + draw() * 0.8 }));
  const worked: Worked[] = [];
  for (let day = 0; day < days; day += 1) {
    const weekend = day % 7 >= 5 ? 0.15 : 1;
    const holiday = draw() < 0.05 ? 0.1 : 1;
    for (const { team, agents, busy } of teams)
      for (let a = 0; a < agents; a += 1)
        for (const { channel, busy: on } of channels)
          if (draw() < busy * on * weekend * holiday) worked.push({ day, channel, team, agent: `${team}-${a}`, interactions: 1 + Math.floor(draw() * 4) });
  }
  return worked;
}
