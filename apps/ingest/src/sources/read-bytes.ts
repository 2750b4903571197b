import { chooseSource } from './choose-source.js';
import { refuse } from './refusal.js';
import type { ReadContext, ReadItem } from './source-reader.js';

/**
 * Reads a file's bytes in whatever format they are. Never throws: what cannot be read is an item `refused`.
 * @param format its name when the caller knows it (`eml`, `webvtt` …), else it is detected
 */
export async function* readBytes(bytes: Buffer, context: ReadContext = {}, format?: string): AsyncGenerator<ReadItem> {
  const source = chooseSource(bytes, context.fileName, format, context.mapping);
  if (source.kind === 'refused') {
    yield source;
    return;
  }
  try {
    const { format: named } = source.value;
    for await (const item of source.value.read(bytes, context)) yield { ...item, format: named };
  } catch (error) {
    // A reader that throws has a fault; the files after this one must be read all the same.
    yield refuse('unreadable_file', `Le lecteur « ${source.value.format} » n'a pas pu lire le fichier : ${error instanceof Error ? error.message : String(error)}`);
  }
}
