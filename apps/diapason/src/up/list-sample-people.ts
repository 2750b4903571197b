import { readFile } from 'node:fs/promises';
import { directoryOfEntries, readDirectoryEntries } from '#ingest/read';
import type { DirectoryReader, DirectoryRepository } from '#storage';

/** Puts the people of the samples into the directory, unless somebody is listed there already: what a user changed stays. */
export async function listSamplePeople(reader: DirectoryReader, repository: DirectoryRepository, organisationId: string, file: string): Promise<void> {
  const { items } = await reader.listPeople(organisationId, 'agent', { attached: true }, { limit: 1 });
  const read = items.length > 0 ? undefined : readDirectoryEntries(await readFile(file));
  if (read?.kind !== 'ok') return;
  const { agents, teams, customers } = directoryOfEntries(read.entries);
  await repository.put({ agents, teams, customers }, { organisationId, by: 'samples' });
}
