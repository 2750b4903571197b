import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('every-kind/', import.meta.url);

/** The rulebook in `every-kind/`, which shows every key of every kind: file name → text, `rulebook.yaml` first. */
export const EVERY_KIND: Readonly<Record<string, string>> = Object.fromEntries(
  ['rulebook.yaml', ...readdirSync(FOLDER).filter((name) => name !== 'rulebook.yaml').sort()].map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')]),
);
