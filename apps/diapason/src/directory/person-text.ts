import { z } from 'zod';

export const personSchema = z.object({
  ref: z.string(),
  name: z.string().nullable(),
  team: z.object({ ref: z.string(), name: z.string().nullable() }).nullable(),
  attached: z.boolean(),
  identities: z.array(z.object({ ref: z.string(), name: z.string().nullable(), attachedTo: z.string().nullable(), lastSeenAt: z.string().nullable() })),
});
export type Person = z.output<typeof personSchema>;

export const teamSchema = z.object({ ref: z.string(), name: z.string().nullable(), agents: z.number() });
type Team = z.output<typeof teamSchema>;

/** One person a line. */
export function peopleTable(people: readonly Person[]): string {
  const rows = people.map(({ ref, name, team, identities }) => [
    ref,
    name ?? '—',
    team?.name ?? team?.ref ?? '—',
    dayOf(identities.map(({ lastSeenAt }) => lastSeenAt ?? '').sort().at(-1) ?? ''),
    identities.flatMap((identity) => (identity.attachedTo === null ? [] : [identity.ref])).join(', '),
  ]);
  return table([['réf.', 'nom', 'équipe', 'vu le', 'autres références'], ...rows]);
}

export const teamsTable = (teams: readonly Team[]): string => table([['réf.', 'nom', 'agents'], ...teams.map(({ ref, name, agents }) => [ref, name ?? '—', String(agents)])]);

/** A person with every ref. */
export function personLines({ ref, name, team, identities }: Person): string {
  const lines = identities.map((identity) => {
    const under = identity.attachedTo === null || identity.attachedTo === ref ? '' : `, par ${identity.attachedTo}`;
    const seen = identity.lastSeenAt === null ? 'pas encore vue' : `vue le ${dayOf(identity.lastSeenAt)}`;
    return `  ${identity.ref}${identity.name === null ? '' : ` (${identity.name})`} : ${seen}${under}`;
  });
  return printable([`${ref} · ${name ?? 'sans nom'}${team === null ? '' : ` · ${team.name ?? team.ref}`}`, ...lines].join('\n'));
}

const dayOf = (instant: string): string => (instant === '' ? '—' : instant.slice(0, 10));

function table(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map(printable));
  const widths = cells[0]!.map((_, at) => Math.max(...cells.map((row) => row[at]!.length)));
  return cells.map((row) => row.map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at]!))).join('  ').trimEnd()).join('\n');
}

/** Strangers' names must not drive the terminal. */
const printable = (text: string): string => text.replaceAll(/[^\P{Cc}\n]|\p{Cf}/gu, (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`);
