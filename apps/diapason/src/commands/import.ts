import { type Command, InvalidArgumentError, Option } from 'commander';
import { SOURCES } from '#ingest/read';
import { commandName } from '../command-name.js';
import { addressOf, defaultAddress } from '../api/call-api.js';
import type { ImportOptions } from '../import/run-import.js';

const HELP = (): string => `
Chaque fichier est lu avec son .meta.json et le directory.json le plus proche. Rien n’est pris deux fois : une interaction
est reconnue à son identifiant et à son contenu, et un import interrompu (Ctrl-C, kill -9) reprend où il en était.

Exemples :
  ${commandName()} import courriels/ appels/ --dry-run          lit et vérifie tout, n’envoie rien
  ${commandName()} import export.jsonl --report refus.jsonl     une ligne JSON par refus, avec sa raison
  ${commandName()} import ~/Maildir --watch                     prend ce qui est là, puis ce qui arrive

Codes de sortie : 0 tout est pris · 1 quelque chose a été refusé · 2 impossible (rien à lire, Diapason ne répond pas, option fausse)`;

export function addImport(program: Command): void {
  program
    .command('import')
    .description('envoie des fichiers ou des dossiers à un Diapason en marche ; peut être relancé sans doublon')
    .argument('<chemins...>', 'fichiers ou dossiers, mbox et Maildir compris')
    .option('--to <adresse>', 'adresse de Diapason', addressOf, addressOf(defaultAddress()))
    .addOption(new Option('--format <format>', 'format des fichiers, au lieu de le reconnaître').choices(SOURCES.map(({ format }) => format)))
    .option('--source <nom>', 'nom de la source, si le fichier n’en dit rien')
    .option('--mapping <fichier>', 'fichier de mapping (YAML ou JSON) par lequel lire tout autre JSON')
    .addOption(new Option('--dry-run', 'lit et vérifie, n’envoie rien').conflicts('watch'))
    .option('--watch', 'continue avec ce qui arrive, jusqu’à Ctrl-C ; un fichier est pris quand il ne grandit plus')
    .option('--every <secondes>', 'entre deux regards, avec --watch', seconds, 2)
    .option('--report <fichier>', 'y écrit tout ce qui est refusé et pourquoi, une ligne JSON par refus')
    .option('--state <fichier>', 'où retenir ce qui est déjà envoyé (par défaut dans le dossier des données)')
    .option('--again', 'oublie ce qui est déjà envoyé et relit tout')
    .addHelpText('after', HELP())
    .action(async (paths: string[], options: ImportOptions) => {
      const { runImport } = await import('../import/run-import.js');
      process.exitCode = await runImport(paths, options);
    });
}

function seconds(text: string): number {
  const value = Number(text);
  if (!(value >= 0.1 && value <= 3_600)) throw new InvalidArgumentError('Il faut un nombre de secondes, de 0.1 à 3600.');
  return value;
}
