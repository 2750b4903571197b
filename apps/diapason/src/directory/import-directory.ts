import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type FileError, directoryOfEntries, readDirectoryEntries, type ReadEntries, troubleOf } from '#ingest/read';
import { failureOf, sendToApi } from '../api/call-api.js';
import { Failure } from '../failure.js';
import { plural } from '../plural.js';

export interface ImportDirectoryOptions {
  readonly to: string;
  readonly dryRun?: boolean;
}

const countsSchema = z.object({ added: z.number(), changed: z.number(), unchanged: z.number(), attached: z.number() });
const changesSchema = z.object({ agents: countsSchema, teams: countsSchema, customers: countsSchema });
type Changes = z.output<typeof changesSchema>;
const conflictSchema = z.object({ code: z.literal('identity_conflict'), errors: z.array(z.object({ pointer: z.string(), detail: z.string() })) });

/** Told on the terminal, at most. */
const MAX_TOLD = 20;
/** Entries of each kind a request, which is all or nothing. */
const CHUNK = 5_000;
const KINDS = ['agents', 'teams', 'customers'] as const;
const COUNTS = ['added', 'changed', 'unchanged', 'attached'] as const;
const TITLES = { agents: 'agents', teams: 'équipes', customers: 'clients' } as const;

/**
 * Completes the directory by a file. Mistakes are told as file:line:column, those that only the other end knows of too.
 * @throws Failure with code 1 for a file that is wrong or refused, 2 when it cannot be read or nobody answers
 */
export async function importDirectory(file: string, options: ImportDirectoryOptions): Promise<void> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new Failure(`${file} — ${troubleOf(error)}`);
  });
  const read = readDirectoryEntries(bytes);
  if (read.kind === 'refused') throw new Failure(`annuaire refusé, rien n’a été changé\n${toldOf(file, read.errors)}`, 1);
  if (read.encoding !== 'utf-8') process.stderr.write(`${file} n’est pas de l’UTF-8 : lu comme ${read.encoding} (Excel).\n`);
  const directory = directoryOfEntries(read.entries);
  const total: Changes = { agents: none(), teams: none(), customers: none() };
  const longest = Math.max(...KINDS.map((kind) => directory[kind].length));
  for (let from = 0; from < longest; from += CHUNK) {
    const part = Object.fromEntries(KINDS.map((kind) => [kind, directory[kind].slice(from, from + CHUNK)]));
    const changes = await send(part, options, (errors) => told(file, read.entries, from, errors));
    for (const kind of KINDS) for (const count of COUNTS) total[kind][count] += changes[kind][count];
  }
  process.stdout.write(`${KINDS.map((kind) => line(kind, total[kind])).join('\n')}${options.dryRun ? '\nessai : rien n’a été changé' : ''}\n`);
}

async function send(body: object, { to, dryRun }: ImportDirectoryOptions, conflict: (errors: readonly { pointer: string; detail: string }[]) => string): Promise<Changes> {
  const route = `/v1/directory${dryRun ? '?dryRun=true' : ''}`;
  const response = await sendToApi(to, route, { method: 'PUT', body });
  if (response.ok) return changesSchema.parse(await response.json());
  const refused = conflictSchema.safeParse(await response.clone().json().catch(() => undefined));
  if (refused.success) throw new Failure(`références de quelqu’un d’autre, rien n’a été changé\n${conflict(refused.data.errors)}\nSéparez-les d’abord : diapason directory split.`, 1);
  throw await failureOf(response, to);
}

/** Where the other end's pointers lead to in the file. */
function told(file: string, entries: ReadEntries, from: number, errors: readonly { readonly pointer: string; readonly detail: string }[]): string {
  return toldOf(
    file,
    errors.map(({ pointer, detail }): FileError => {
      const [, kind, entry, identity] = /^#\/(agents|customers)\/(\d+)\/identities\/(\d+)$/.exec(pointer) ?? [];
      const person = kind === 'agents' || kind === 'customers' ? entries[kind][from + Number(entry)] : undefined;
      return { ...(person?.identitiesAt[Number(identity)] ?? { line: 1, column: 1 }), message: detail };
    }),
  );
}

function toldOf(file: string, errors: readonly FileError[]): string {
  const lines = errors.slice(0, MAX_TOLD).map(({ line: at, column, message }) => `  ${file}:${at}:${column}: ${message}`);
  return [...lines, ...(errors.length > MAX_TOLD ? [`  et ${errors.length - MAX_TOLD} autres`] : [])].join('\n');
}

const none = (): Changes['agents'] => ({ added: 0, changed: 0, unchanged: 0, attached: 0 });

function line(kind: keyof typeof TITLES, { added, changed, unchanged, attached }: Changes['agents']): string {
  if (kind === 'teams') return `${TITLES[kind]} : ${plural(added, 'nouvelle')}, ${plural(changed, 'modifiée')}, ${plural(unchanged, 'inchangée')}`;
  const refs = plural(attached, 'référence rattachée', 'références rattachées');
  return `${TITLES[kind]} : ${plural(added, 'nouveau', 'nouveaux')}, ${plural(changed, 'modifié')}, ${plural(unchanged, 'inchangé')}, ${refs}`;
}
