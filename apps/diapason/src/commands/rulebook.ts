import path from 'node:path';
import type { Command } from 'commander';
import { projectRoot } from '../project-root.js';

/** The rulebook used when none is named. */
export const defaultRulebook = (): string => process.env['DIAPASON_RULEBOOK'] ?? path.join(projectRoot(), 'rulebooks/exemple');

export function addRulebook(program: Command): void {
  const rulebook = program.command('rulebook').description('le référentiel : éprouver ses règles, les lister');

  rulebook
    .command('test')
    .description("vérifie que chaque règle tient ses propres exemples (flags, passes, instead) ; code 1 si l'une échoue")
    .argument('[dossier]', 'dossier du référentiel', defaultRulebook())
    .action(async (folder: string) => {
      const [{ formatProblem, proveRulebook }, { openRulebook }] = await Promise.all([import('#nlp'), import('../check/open-rulebook.js')]);
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
    .action(async (folder: string) => {
      const { openRulebook } = await import('../check/open-rulebook.js');
      const { description } = openRulebook(folder);
      process.stdout.write(`${description.name} ${description.version} — ${description.promise}\n\n`);
      const widest = Math.max(...description.rules.map(({ id }) => id.length));
      for (const rule of description.rules) {
        const mark = rule.polarity === 'merit' ? '+' : '✗';
        process.stdout.write(`${mark} ${rule.id.padEnd(widest)}  ${rule.kind.padEnd(9)}  ${rule.severity.padEnd(8)}  ${rule.serves}\n`);
      }
    });
}
