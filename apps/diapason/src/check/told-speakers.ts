import { readFile } from 'node:fs/promises';
import { InvalidArgumentError } from 'commander';
import type { SpeakerRole } from '#domain';
import { metadataWith, readMetadata, troubleOf, type SourceMetadata } from '#ingest/read';
import { Failure } from '../failure.js';

/** Who a voice is, as the command line says it. */
export type ToldSpeaker = readonly [label: string, role: SpeakerRole];

/** As the examples of a rulebook write them. */
const ROLES: ReadonlyMap<string, SpeakerRole> = new Map([
  ['agent', 'agent'],
  ['client', 'customer'],
  ['customer', 'customer'],
  ['bot', 'bot'],
  ['tiers', 'third-party'],
]);

/** Reads `Nom=agent` and puts it behind those before it, as commander collects. */
export function toldSpeaker(text: string, before: readonly ToldSpeaker[]): readonly ToldSpeaker[] {
  const at = text.lastIndexOf('=');
  const label = text.slice(0, Math.max(0, at)).trim();
  const role = ROLES.get(text.slice(at + 1).trim().toLowerCase());
  if (label === '' || role === undefined) throw new InvalidArgumentError('Il faut « Nom=agent » (ou client, bot, tiers).');
  return [...before, [label, role]];
}

/**
 * What `--meta` and `--speaker` say together; undefined when neither is given.
 * @throws Failure when the file cannot be read or is no metadata
 */
export async function metadataTold(file: string | undefined, speakers: readonly ToldSpeaker[]): Promise<SourceMetadata | undefined> {
  const told = speakers.length === 0 ? undefined : { speakers: Object.fromEntries(speakers.map(([label, role]) => [label, { role }])) };
  return metadataWith(file === undefined ? undefined : await metadataAt(file), told);
}

async function metadataAt(file: string): Promise<SourceMetadata> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new Failure(`--meta : ${file} — ${troubleOf(error)}`);
  });
  const read = readMetadata(bytes);
  if (read.kind === 'ok') return read.value;
  throw new Failure(`--meta : ${file} — ${read.detail}`);
}
