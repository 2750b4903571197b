import { readFile } from 'node:fs/promises';
import { readDirectory, type Directory } from '#ingest';
import { Failure } from '../failure.js';

/** @throws Failure telling what is wrong in the file and where. */
export async function readDirectoryFile(file: string): Promise<Directory> {
  const read = readDirectory(await readFile(file));
  if (read.kind === 'refused') throw new Failure(`${file} : ${read.detail}${read.place ? ` (${read.place})` : ''}`);
  return read.value;
}
