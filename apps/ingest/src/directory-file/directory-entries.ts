import type { Directory } from '#domain';
import type { FileError } from './csv.js';

export interface Place {
  readonly line: number;
  readonly column: number;
}

interface ReadTeam {
  readonly ref: string;
  readonly name?: string | undefined;
}

export interface ReadPerson extends ReadTeam {
  readonly team?: ReadTeam;
  readonly identities: readonly string[];
  readonly at: Place;
  readonly identitiesAt: readonly Place[];
}

/** A directory as a file has it, every entry with its place. */
export interface ReadEntries {
  readonly agents: readonly ReadPerson[];
  readonly teams: readonly (ReadTeam & { readonly at: Place })[];
  readonly customers: readonly ReadPerson[];
}

export const emptyEntries = (): { agents: ReadPerson[]; teams: (ReadTeam & { at: Place })[]; customers: ReadPerson[] } => ({ agents: [], teams: [], customers: [] });

/** A mail address is written in any case, and every reader of mails brings it in lower case. */
const asSeen = (identity: string): string => (/^[^\s@]+@[^\s@]+$/.test(identity) ? identity.toLowerCase() : identity);

const named = ({ ref, name }: ReadTeam) => ({ ref, ...(name !== undefined && { name }) });
const person = (read: ReadPerson) => ({ ...named(read), identities: read.identities.map(asSeen) });

/** What is sent of it; what is left out stays as it is at the other end. */
export function directoryOfEntries({ agents, teams, customers }: ReadEntries): Required<Directory> {
  return {
    agents: agents.map((agent) => ({ ...person(agent), ...(agent.team !== undefined && { team: named(agent.team) }) })),
    teams: teams.map(named),
    customers: customers.map(person),
  };
}

const differs = (one: string | undefined, two: string | undefined): boolean => one !== undefined && two !== undefined && one !== two;

/** Entries that contradict each other: one ref with two names or two teams. */
export function contradictionsIn({ agents, teams, customers }: ReadEntries): FileError[] {
  return [agents, teams, customers].flatMap((entries: readonly (ReadTeam & { at: Place; team?: ReadTeam })[]) => {
    const first = new Map<string, (typeof entries)[number]>();
    return entries.flatMap((entry): FileError[] => {
      const other = first.get(entry.ref);
      if (other === undefined) first.set(entry.ref, entry);
      if (other === undefined || !(differs(entry.name, other.name) || differs(entry.team?.ref, other.team?.ref))) return [];
      return [{ ...entry.at, message: `« ${entry.ref} » est déjà donné ligne ${other.at.line}, avec un autre nom ou une autre équipe` }];
    });
  });
}
