import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { z } from 'zod';
import { commandName } from './command-name.js';
import { addAccounts, addKeys } from './commands/accounts.js';
import { addBi } from './commands/bi.js';
import { addCheck } from './commands/check.js';
import { addDeadLetters } from './commands/dead-letters.js';
import { addDirectory } from './commands/directory.js';
import { addDossier } from './commands/dossier.js';
import { addErase } from './commands/erase.js';
import { addImport } from './commands/import.js';
import { addProcesses } from './commands/processes.js';
import { addRead } from './commands/read.js';
import { addRebuild } from './commands/rebuild.js';
import { addRetention } from './commands/retention.js';
import { addRulebook } from './commands/rulebook.js';
import { addSettings } from './commands/settings.js';
import { addUp } from './commands/up.js';
import { EXIT_FAILED } from './failure.js';
import { FRENCH_HELP } from './help-in-french.js';
import { inFrench } from './usage-errors.js';
import { projectRoot } from './project-root.js';

/** Runs one command line (without `node` and the script's path) and leaves the exit code in `process.exitCode`. */
export async function main(args: readonly string[]): Promise<void> {
  const program = new Command(commandName())
    .description('Diapason : vos clients entendent-ils la même musique, quel que soit celui qui leur répond ?')
    .helpOption('-h, --help', 'affiche cette aide')
    .helpCommand('help [commande]', "affiche l'aide d'une commande")
    .version(version(), '-v, --version', 'affiche la version')
    .configureHelp(FRENCH_HELP)
    .configureOutput({ outputError: (text, write) => write(inFrench(text)) })
    .showHelpAfterError(`Aide : ${commandName()} --help`)
    .exitOverride();
  for (const add of [addUp, addCheck, addRulebook, addRead, addImport, addDeadLetters, addDirectory, addErase, addRebuild, addRetention, addDossier, addSettings, addAccounts, addKeys, addBi, addProcesses]) add(program);
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    process.exitCode = report(error);
  }
}

/** Tells what went wrong, once, and gives the exit code. */
function report(error: unknown): number {
  // Commander has already printed its own message; help and version end with code 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_FAILED;
  const exitCode: unknown = error instanceof Error ? Reflect.get(error, 'exitCode') : undefined;
  if (error instanceof Error && typeof exitCode === 'number') {
    process.stderr.write(`diapason : ${error.message}\n`);
    return exitCode;
  }
  process.stderr.write(`diapason : erreur inattendue\n${error instanceof Error ? error.stack : String(error)}\n`);
  return EXIT_FAILED;
}

function version(): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(path.join(projectRoot(), 'package.json'), 'utf8'))).version;
}
