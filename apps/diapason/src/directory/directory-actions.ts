import { z } from 'zod';
import { callApi } from '../api/call-api.js';
import { peopleTable, personLines, personSchema, teamSchema, teamsTable } from './person-text.js';

export interface ListPeopleOptions {
  readonly to: string;
  readonly kind: 'agents' | 'customers' | 'teams';
  readonly search?: string;
  readonly attached?: false;
  readonly format: 'text' | 'json';
  readonly limit: number;
}

export interface PersonOptions {
  readonly to: string;
  readonly customer?: boolean;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Prints people or teams in order of ref: a table, or one JSON object a line. */
export async function listPeople({ to, kind, search, attached, format, limit }: ListPeopleOptions): Promise<void> {
  const query = new URLSearchParams();
  if (search !== undefined) query.set('search', search);
  if (attached !== undefined) query.set('attached', String(attached));
  if (kind === 'teams') {
    const teams = await readPages(to, '/v1/teams', query, limit, teamSchema);
    print(teams, format, () => (teams.length === 0 ? 'Aucune équipe.' : teamsTable(teams)));
    return;
  }
  const people = await readPages(to, `/v1/${kind}`, query, limit, personSchema);
  print(people, format, () => (people.length === 0 ? 'Personne.' : peopleTable(people)));
}

/** Merges refs into a person or splits them off, and prints what the person is then. */
export async function editPerson(verb: 'merge' | 'split', ref: string, identities: readonly string[], { to, customer }: PersonOptions): Promise<void> {
  const route = `/v1/${customer ? 'customers' : 'agents'}/${encodeURIComponent(ref)}/${verb}`;
  say(personLines(await callApi(to, route, personSchema, { method: 'POST', body: { identities } })));
}

function print(items: readonly unknown[], format: 'text' | 'json', asText: () => string): void {
  if (format === 'json') for (const item of items) say(JSON.stringify(item));
  else say(asText());
}

async function readPages<T extends z.ZodType>(to: string, route: string, query: URLSearchParams, limit: number, item: T): Promise<z.output<T>[]> {
  const pageSchema = z.object({ items: z.array(item), next: z.string().nullable() });
  const items: z.output<T>[] = [];
  for (let cursor: string | null = ''; cursor !== null && items.length < limit; ) {
    query.set('limit', String(Math.min(200, limit - items.length)));
    if (cursor !== '') query.set('cursor', cursor);
    const page: z.output<typeof pageSchema> = await callApi(to, `${route}?${query.toString()}`, pageSchema);
    items.push(...page.items);
    cursor = page.next;
  }
  return items;
}
