import type { Command } from 'commander';
import { addressOf, defaultAddress } from '../api/call-api.js';
import type { EraseOptions } from '../erase/erase-customer.js';

const HELP = `
Sans --yes, rien n’est changé : la commande dit ce qui partirait. Avec --yes, tout ce qui est gardé de la personne part en une fois, sous
toutes ses références réunies dans l’annuaire : échanges, constats, paroles données, faits, messages en attente. C’est sans retour.
Il reste que cela a été fait, quand, par qui et pourquoi, et des empreintes : ce qui revient d’un autre système est refusé.

À faire aussi, hors de Diapason : la source, les sauvegardes, les exports, et la durée de rétention des sujets Kafka.

Exemples :
  diapason erase --customer client-118
  diapason erase --customer client-118 --reason "Demande n° 42 du 3 novembre" --yes

Codes de sortie : 0 fait, ou dit · 1 refusé · 2 impossible (pas de réponse, client inconnu, option fausse)`;

export function addErase(program: Command): void {
  program
    .command('erase')
    .description('efface un client et tout ce qui est gardé de lui (délégué à la protection des données)')
    .requiredOption('--customer <ref>', 'une référence du client, n’importe laquelle des siennes')
    .option('--reason <texte>', 'pourquoi, sans nommer la personne : cela reste (obligatoire avec --yes)')
    .option('--yes', 'efface ; sans cela, dit seulement ce qui partirait')
    .option('--to <adresse>', 'adresse de Diapason', addressOf, addressOf(defaultAddress()))
    .addHelpText('after', HELP)
    .action(async (options: EraseOptions) => (await import('../erase/erase-customer.js')).eraseCustomer(options));
}
