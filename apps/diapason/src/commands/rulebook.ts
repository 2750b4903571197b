import path from 'node:path';
import { type Command, Option } from 'commander';
import { CHANNELS, type Channel } from '#domain';
import { projectRoot } from '../project-root.js';

/** The rulebook used when none is named. */
export const defaultRulebook = (): string => process.env['DIAPASON_RULEBOOK'] ?? path.join(projectRoot(), 'rulebooks/exemple');

/** The actions load the reader and the engine: only when asked for. */
const actions = () => import('../rulebook/rulebook-actions.js');

export function addRulebook(program: Command): void {
  const rulebook = program.command('rulebook').description('le référentiel : éprouver ses règles, les relire, les expliquer, les lister');
  const command = (name: string, description: string): Command => rulebook.command(name).description(description);

  command('test', "vérifie que chaque règle tient ses propres exemples (flags, passes, instead) ; code 1 si l'une échoue")
    .argument('[dossier]', 'dossier du référentiel', defaultRulebook())
    .action(async (folder: string) => void (process.exitCode = (await actions()).testRulebook(folder)));

  command('lint', 'cherche les règles contradictoires, en double, inatteignables ou trop bavardes ; code 1 s’il y en a')
    .argument('[dossier]', 'dossier du référentiel', defaultRulebook())
    .action(async (folder: string) => void (process.exitCode = (await actions()).lint(folder)));

  command('list', 'liste les règles : identifiant, genre, gravité, engagement servi')
    .argument('[dossier]', 'dossier du référentiel', defaultRulebook())
    .action(async (folder: string) => void (process.exitCode = (await actions()).listRules(folder)));

  command('explain', 'dit comment une règle est comprise, et pourquoi un texte la déclenche ou non ; code 1 s’il la déclenche')
    .argument('<règle>', 'identifiant de la règle')
    .argument('<texte>', 'ce que dirait la personne que la règle vise, ou un dialogue : des lignes « client: … », « agent 1:30: … »')
    .option('--rulebook <dossier>', 'référentiel', defaultRulebook())
    .addOption(new Option('--channel <canal>', 'canal ; sans lui, le premier de la règle').choices(CHANNELS))
    .option('--all', 'tous les motifs en entier, même ceux qui ne correspondent pas')
    .action(async (ruleId: string, text: string, { rulebook: folder, ...options }: { rulebook: string; channel?: Channel; all?: boolean }) => {
      process.exitCode = (await actions()).explain(folder, ruleId, text, options);
    });
}
