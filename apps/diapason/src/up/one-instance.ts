import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { Failure } from '../failure.js';

const holderSchema = z.object({ pid: z.number().int(), url: z.string().nullable() });
type Holder = z.infer<typeof holderSchema>;

/**
 * One `diapason up` per data folder: two would answer on two ports over one database and take samples in twice.
 * @returns how to tell others our address, and how to leave.
 * @throws Failure naming the address of the one that runs.
 */
export function holdFolder(folder: string): { announce(url: string): void; release(): void } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'up.json');
  const holder = readHolder(file);
  if (holder !== null && holder.pid !== process.pid && isAlive(holder.pid)) {
    throw new Failure(
      `Diapason tourne déjà sur ${folder}${holder.url ? ` : ${holder.url}` : ''} (processus ${holder.pid}).\n` +
        'Arrêtez-le par Ctrl-C, ou choisissez un autre dossier avec --data.',
      1,
    );
  }
  const write = (url: string | null): void => writeFileSync(file, JSON.stringify({ pid: process.pid, url }), { mode: 0o600 });
  write(null);
  return { announce: write, release: () => rmSync(file, { force: true }) };
}

function readHolder(file: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // No file, or one cut short by a crash: nobody holds the folder.
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // After a crash and a reboot the number may be somebody else's: only a Node process can be ours.
    return /node|diapason/.test(commandOf(pid));
  } catch {
    return false;
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // No /proc (macOS, Windows): the process is alive, and that is all that can be told.
    return 'node';
  }
}
