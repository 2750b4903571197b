import path from 'node:path';
import type { Command } from 'commander';
import { compileRulebook, formatProblem, loadRulebook, proveRulebook, type CompiledRulebook } from '#nlp';
import { Failure } from '../failure.js';
import { projectRoot } from '../project-root.js';

/** The rulebook used when none is named. */
export const defaultRulebook = (): string => process.env['DIAPASON_RULEBOOK'] ?? path.join(projectRoot(), 'rulebooks/exemple');

/** Loads and compiles, or fails with every problem of the rulebook as file:line:col. */
export function openRulebook(folder: string): CompiledRulebook {
  const loaded = loadRulebook(folder);
  if (!loaded.ok) {
    throw new Failure(`référentiel refusé (${folder})\n${loaded.problems.map((problem) => `  ${formatProblem(problem)}`).join('\n')}`);
  }
  return compileRulebook(loaded.rulebook);
}

export function addRulebook(program: Command): void {
  const rulebook = program.command('rulebook').description('le référentiel : éprouver ses règles, les lister');

  rulebook
    .command('test')
    .description("vérifie que chaque règle tient ses propres exemples (flags, passes, instead) ; code 1 si l'une échoue")
    .argument('[dossier]', 'dossier du référentiel', defaultRulebook())
    .action((folder: string) => {
      const compiled = openRulebook(folder);
      const failures = proveRulebook(compiled);
      for (const { ruleId, place, check, message, example } of failures) {
        process.stdout.write(`${formatProblem({ ...place, message: `${ruleId} (${check}) : ${message}`, found: example })}\n`);
      }
      const { name, version, rules } = compiled.description;
      const failed = new Set(failures.map(({ ruleId }) => ruleId)).size;
      process.stdout.write(`${name} ${version} : ${rules.length - failed} règles tenues sur ${rules.length}\n`);
      process.exitCode = failures.length > 0 ? 1 : 0;
    });

  rulebook
    .command('list')
    .description('liste les règles : identifiant, genre, gravité, engagement servi')
    .argument('[dossier]', 'dossier du référentiel', defaultRulebook())
    .action((folder: string) => {
      const { description } = openRulebook(folder);
      process.stdout.write(`${description.name} ${description.version} — ${description.promise}\n\n`);
      const widest = Math.max(...description.rules.map(({ id }) => id.length));
      for (const rule of description.rules) {
        const mark = rule.polarity === 'merit' ? '+' : '✗';
        process.stdout.write(`${mark} ${rule.id.padEnd(widest)}  ${rule.kind.padEnd(9)}  ${rule.severity.padEnd(8)}  ${rule.serves}\n`);
      }
    });
}
