import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { nearestOf } from './nearest-word.js';
import type { Rule, Rulebook, RulebookProblem } from './rulebook.js';

const DEEPEST_INCLUDE = 8;

/** What is wrong with an entry of `includes`, beside its place. */
type IncludeProblem = Pick<RulebookProblem, 'message' | 'allowed' | 'nearest'>;

/** The folder that an entry of `includes` names, or why it cannot be taken in. `within`: the folders that led here. */
export function includedFolder(dir: string, include: string, within: readonly string[]): string | IncludeProblem {
  const folder = normalize(join(dir, include));
  if (within.includes(folder) || folder === normalize(dir)) return { message: 'un référentiel ne peut pas se contenir lui-même' };
  if (within.length >= DEEPEST_INCLUDE) return { message: `plus de ${DEEPEST_INCLUDE} référentiels l'un dans l'autre` };
  if (existsSync(join(folder, 'rulebook.yaml'))) return folder;
  const allowed = neighbours(dir, include);
  return { message: 'ce dossier ne contient pas de rulebook.yaml', allowed, ...nearestOf(include, allowed) };
}

/** Rulebooks in the folder where an included one was looked for, written as it was. */
function neighbours(dir: string, include: string): string[] {
  const shelf = dirname(normalize(join(dir, include)));
  if (!existsSync(shelf)) return [];
  return readdirSync(shelf)
    .filter((name) => normalize(join(shelf, name)) !== normalize(dir) && existsSync(join(shelf, name, 'rulebook.yaml')))
    .map((name) => `${include.slice(0, include.lastIndexOf('/') + 1)}${name}`);
}

/** The rules of several packs; one that comes in by two ways counts once, as the later way has it. */
export function packedRules(packs: readonly Rulebook[]): Rule[] {
  const byPlace = new Map(packs.flatMap((pack) => pack.rules).map((rule) => [`${rule.place.file}:${rule.place.line}:${rule.place.column}`, rule]));
  return [...byPlace.values()];
}
