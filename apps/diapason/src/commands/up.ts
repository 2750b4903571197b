import { type Command, InvalidArgumentError } from 'commander';
import { dataFolder } from '../data-folder.js';
import { defaultRulebook } from './rulebook.js';

/** A port as commander reads it; 0 asks for any free one. */
export function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('Il faut un nombre de 0 à 65535.');
  return port;
}

export function addUp(program: Command): void {
  program
    .command('up')
    .description('démarre tout en un seul processus, avec sa propre base de données, et imprime l’adresse à ouvrir')
    .option('--port <port>', 'port de la console et de l’API', portNumber, portNumber(process.env['PORT'] ?? '4646'))
    .option('--host <adresse>', 'adresse d’écoute', process.env['HOST'] ?? '127.0.0.1')
    .option('--data <dossier>', 'dossier des données', dataFolder())
    .option('--no-samples', 'ne prend pas les données d’exemple ; réglages d’équité stricts')
    .option('--no-demonstration', 'sans personnes inventées qui relisent, contestent et calibrent les données d’exemple')
    .option('--rulebook <dossier>', 'référentiel', defaultRulebook())
    .option('--organisation <id>', 'identifiant de l’organisation', process.env['DIAPASON_ORGANISATION'])
    .action(async (options) => {
      const { up } = await import('../up/up.js');
      await up(options);
    });
}
