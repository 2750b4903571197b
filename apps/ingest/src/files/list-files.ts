import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isMappingFile } from './file-context.js';
import { isDraft, isMaildir, isWalkedInMaildir } from './maildir.js';

/** A file to read, or why a path gives none. */
export type Listed = { readonly file: string } | { readonly file: string; readonly trouble: string };

/**
 * The files under the paths, folders walked in the order of names. In a folder, sidecars, directories of people, mappings,
 * hidden files and documents for people (`README.md` …) are no transcripts; a file named by itself is always tried.
 * Linked folders are not followed: they may lead back. Of a Maildir, `new`, `cur` and its subfolders are walked, drafts left out.
 */
export async function* listFiles(paths: readonly string[]): AsyncGenerator<Listed> {
  for (const path of paths) {
    try {
      if ((await stat(path)).isDirectory()) yield* walk(path);
      else yield { file: path };
    } catch (error) {
      yield { file: path, trouble: troubleOf(error) };
    }
  }
}

async function* walk(folder: string): AsyncGenerator<Listed> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { file: folder, trouble: troubleOf(error) };
    return;
  }
  const inMaildir = isMaildir(new Set(entries.map(({ name }) => name)));
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (inMaildir && !isWalkedInMaildir(entry.name, entry.isDirectory())) continue;
    if (entry.isDirectory() && (inMaildir || !entry.name.startsWith('.'))) yield* walk(path);
    else if ((entry.isFile() || entry.isSymbolicLink()) && isTranscript(entry.name) && !isDraft(path)) yield { file: path };
  }
}

const isTranscript = (name: string): boolean =>
  !name.startsWith('.') && !name.endsWith('.meta.json') && name !== 'directory.json' && !isMappingFile(name) && !/\.md$|^(?:LICENSE|LICENCE|NOTICE)(?:\.|$)/i.test(basename(name));

/** A system error in words. */
export function troubleOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return "Le fichier n'existe pas.";
  if (code === 'EACCES' || code === 'EPERM') return "Le droit de lire ce fichier manque.";
  if (code === 'EISDIR') return 'C’est un dossier.';
  return error instanceof Error ? error.message : String(error);
}
