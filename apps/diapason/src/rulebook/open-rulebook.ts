import { compileRulebook, formatProblem, loadRulebook, type CompiledRulebook, type Rulebook } from '#nlp';
import { Failure } from '../failure.js';

/** Reads a rulebook, or fails with every problem of it as file:line:col. */
export function readRulebook(folder: string): Rulebook {
  const loaded = loadRulebook(folder);
  if (loaded.ok) return loaded.rulebook;
  throw new Failure(`référentiel refusé (${folder})\n${loaded.problems.map((problem) => `  ${formatProblem(problem)}`).join('\n')}`);
}

/** Reads and compiles. */
export const openRulebook = (folder: string): CompiledRulebook => compileRulebook(readRulebook(folder));
