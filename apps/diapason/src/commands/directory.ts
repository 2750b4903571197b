import { type Command, InvalidArgumentError, Option } from 'commander';
import { addressOf, defaultAddress } from '../api/call-api.js';
import type { ListPeopleOptions, PersonOptions } from '../directory/directory-actions.js';
import type { ImportDirectoryOptions } from '../directory/import-directory.js';

/** The actions need an API to call: loaded only when asked for. */
const actions = () => import('../directory/directory-actions.js');

const HELP = `
Une personne a souvent plusieurs références : son adresse, son numéro dans le chat, son poste téléphonique. L’annuaire dit
lesquelles vont ensemble, pour les échanges déjà là comme pour ceux à venir ; chaque changement est inscrit au journal.

Exemples :
  diapason directory import equipe.csv --dry-run        vérifie le fichier et dit ce qui changerait
  diapason directory unattached                         les agents vus dans des échanges et inconnus de l’annuaire
  diapason directory merge a-03 chatwoot:17 poste-204   ces trois références sont la même personne
  diapason directory split a-03 poste-204               défait cette réunion

CSV : une ligne d’en-tête, puis une personne par ligne (séparateur « , », « ; » ou tabulation) :
  type;ref;nom;equipe;nom_equipe;identites
  agent;a-03;Léa Exemple;t-1;Nord;lea@maison.example | chatwoot:17

Codes de sortie : 0 fait · 1 refusé (référence de quelqu’un d’autre, fichier fautif) · 2 impossible (pas de réponse, référence inconnue, option fausse)`;

export function addDirectory(program: Command): void {
  const directory = program.command('directory').description('l’annuaire des agents, équipes et clients d’un Diapason en marche').addHelpText('after', HELP);
  const command = (name: string, description: string): Command =>
    directory.command(name).description(description).option('--to <adresse>', 'adresse de Diapason', addressOf, addressOf(defaultAddress()));

  command('import', 'complète l’annuaire par un fichier CSV ou JSON (directory.json compris) ; peut être relancé sans effet')
    .argument('<fichier>', 'CSV ou JSON')
    .option('--dry-run', 'vérifie et dit ce qui changerait, ne change rien')
    .action(async (file: string, options: ImportDirectoryOptions) => (await import('../directory/import-directory.js')).importDirectory(file, options));

  const listing = (name: string, description: string): Command =>
    command(name, description)
      .addOption(new Option('--format <forme>', 'forme de ce qui est imprimé ; en JSON, une fiche par ligne').choices(['text', 'json']).default('text'))
      .option('--limit <n>', 'combien au plus', count, 200);

  listing('list', 'liste les personnes ou les équipes')
    .addOption(new Option('--kind <sorte>', 'lesquelles').choices(['agents', 'customers', 'teams']).default('agents'))
    .option('--search <texte>', 'dans toutes les références et tous les noms')
    .action(async (options: ListPeopleOptions) => (await actions()).listPeople(options));

  listing('unattached', 'liste ceux qui ont été vus dans des échanges et que l’annuaire ne connaît pas')
    .addOption(new Option('--kind <sorte>', 'lesquels').choices(['agents', 'customers']).default('agents'))
    .action(async (options: ListPeopleOptions) => (await actions()).listPeople({ ...options, attached: false }));

  const editing = (name: 'merge' | 'split', description: string): Command =>
    command(name, description)
      .argument('<ref>', 'référence de la personne')
      .argument('<identites...>', 'ses autres références')
      .option('--customer', 'un client, et non un agent')
      .action(async (ref: string, identities: string[], options: PersonOptions) => (await actions()).editPerson(name, ref, identities, options));
  editing('merge', 'dit que plusieurs références sont la même personne ; inscrit au journal');
  editing('split', 'défait une réunion : chaque référence repart avec ce qui était à elle ; inscrit au journal');
}

function count(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > 100_000) throw new InvalidArgumentError('Il faut un nombre de 1 à 100000.');
  return value;
}
