import { type CompiledRulebook, type RulebookProblem, compileRulebook, formatProblem, loadRulebook, proveRulebook } from '#nlp';

/** The rulebook cannot be used; the message lists every reason with its file and line. */
export class RulebookRefusedError extends Error {
  override readonly name = 'RulebookRefusedError';
  /** For runMain: a setting is wrong. */
  readonly exitCode = 2;
}

/**
 * Loads, compiles and proves the rulebook of a folder.
 * @throws RulebookRefusedError when it cannot be read, or a rule fails its own examples: it would judge people wrongly.
 */
export function openRulebook(folder: string): CompiledRulebook {
  const loaded = loadRulebook(folder);
  if (!loaded.ok) throw refused(`Référentiel illisible : ${folder}`, loaded.problems);
  const rulebook = compileRulebook(loaded.rulebook);
  const failures = proveRulebook(rulebook).map(({ ruleId, place, message, example }) => ({
    ...place,
    message: `${ruleId} : ${message}`,
    found: example,
  }));
  if (failures.length > 0) throw refused(`Des règles contredisent leurs propres exemples : ${folder}`, failures);
  return rulebook;
}

const refused = (title: string, problems: readonly RulebookProblem[]): RulebookRefusedError =>
  new RulebookRefusedError([title, ...problems.map((problem) => `  ${formatProblem(problem)}`)].join('\n'));
