import { type Command, InvalidArgumentError, Option } from 'commander';
import { DEAD_LETTER_STATUSES, PARK_REASONS } from '#domain';
import { commandName } from '../command-name.js';
import { addressOf, defaultAddress } from '../api/call-api.js';
import type { ListOptions, Target } from '../dead-letters/dead-letter-actions.js';

/** The actions need an API to call: loaded only when asked for. */
const actions = () => import('../dead-letters/dead-letter-actions.js');

const HELP = (): string => `
Exemples :
  ${commandName()} dead-letters list --reason invalid_interaction
  ${commandName()} dead-letters show 42
  ${commandName()} dead-letters show 42 --raw > message.json     les octets exacts, à corriger
  ${commandName()} dead-letters replay 42 --file message.json    renvoie l’interaction corrigée, une seule fois
  ${commandName()} dead-letters discard 42 --reason "message d’essai"

Codes de sortie : 0 fait · 1 refusé (serait refusé de nouveau, ou déjà réglé autrement) · 2 impossible (pas de réponse, message inconnu, option fausse)`;

export function addDeadLetters(program: Command): void {
  const letters = program
    .command('dead-letters')
    .description('les messages mis de côté par un Diapason en marche : voir, corriger et rejouer, écarter')
    .addHelpText('after', HELP());
  const command = (name: string, description: string): Command =>
    letters
      .command(name)
      .description(description)
      .option('--to <adresse>', 'adresse de Diapason', addressOf, addressOf(defaultAddress()))
      .addOption(new Option('--format <forme>', 'forme de ce qui est imprimé').choices(['text', 'json']).default('text'));

  command('list', 'liste les messages, les derniers d’abord ; en JSON, un par ligne')
    .addOption(new Option('--status <état>', 'état des messages').choices([...DEAD_LETTER_STATUSES, 'all']).default('waiting'))
    .addOption(new Option('--reason <raison>', 'raison du refus').choices(PARK_REASONS))
    .option('--source <nom>', 'source de l’interaction')
    .option('--from <jour>', 'mis de côté à partir de ce jour (AAAA-MM-JJ)')
    .option('--until <jour>', 'mis de côté jusqu’à ce jour inclus (AAAA-MM-JJ)')
    .option('--limit <n>', 'combien au plus', count, 50)
    .action(async (options: ListOptions) => (await actions()).listLetters(options));

  command('show', 'montre un message : raison, provenance, clé, en-têtes et valeur, octet pour octet')
    .argument('<id>', 'identifiant du message, donné par list', letterId)
    .option('--raw', 'imprime les octets de la valeur, rien d’autre')
    .action(async (id: string, options: Target & { raw?: boolean }) => (await actions()).showLetter(id, options));

  command('replay', 'renvoie un message une seule fois, tel quel ou corrigé ; inscrit au journal')
    .argument('<id>', 'identifiant du message, donné par list', letterId)
    .option('--file <fichier>', 'l’interaction corrigée (JSON)')
    .action(async (id: string, options: Target & { file?: string }) => (await actions()).replayLetter(id, options));

  command('discard', 'écarte un message, avec une raison inscrite au journal ; ses octets restent')
    .argument('<id>', 'identifiant du message, donné par list', letterId)
    .requiredOption('--reason <texte>', 'pourquoi')
    .action(async (id: string, options: Target & { reason: string }) => (await actions()).discardLetter(id, options));
}

function letterId(text: string): string {
  if (!/^[1-9]\d{0,17}$/.test(text)) throw new InvalidArgumentError('Il faut un nombre, celui que donne « dead-letters list ».');
  return text;
}

function count(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > 100_000) throw new InvalidArgumentError('Il faut un nombre de 1 à 100000.');
  return value;
}
