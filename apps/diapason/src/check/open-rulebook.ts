import { compileRulebook, formatProblem, loadRulebook, type CompiledRulebook } from '#nlp';
import { Failure } from '../failure.js';

/** Loads and compiles, or fails with every problem of the rulebook as file:line:col. */
export function openRulebook(folder: string): CompiledRulebook {
  const loaded = loadRulebook(folder);
  if (!loaded.ok) {
    throw new Failure(`référentiel refusé (${folder})\n${loaded.problems.map((problem) => `  ${formatProblem(problem)}`).join('\n')}`);
  }
  return compileRulebook(loaded.rulebook);
}
