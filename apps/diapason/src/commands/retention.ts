import { RETENTION, RETENTION_CLASSES } from '#domain';
import type { Command } from 'commander';
import { dataFolder } from '../data-folder.js';
import { Failure } from '../failure.js';
import { CLASS_NAMES } from '../retention/class-names.js';
import { optionOf } from '../retention/retention-actions.js';

interface RetentionOptions extends Readonly<Record<string, string | boolean | undefined>> {
  readonly data: string;
  readonly organisation?: string;
  readonly dryRun?: boolean;
  readonly reason?: string;
}

const HELP = `
Chaque jour, l’analyseur fait passer ce qui est plus ancien que sa durée : d’abord les mots, puis les constats et les chiffres des personnes. Les chiffres
des groupes et des règles restent, sans personne. Ce qui est passé ne revient pas. Ce que chaque durée couvre : docs/retention.md.

Exemples :
  diapason retention show
  diapason retention set --phone 90 --reason "Demande du comité social et économique"
  diapason retention run --dry-run

Codes de sortie : 0 fait, ou dit · 1 refusé (durée trop longue) · 2 impossible (base absente, option fausse)`;

export function addRetention(program: Command): void {
  const group = program.command('retention').description('les durées de conservation, et ce qui les a passées').addHelpText('after', HELP);
  const command = (name: string, description: string): Command =>
    group
      .command(name)
      .description(description)
      .option('--data <dossier>', 'dossier des données de la base embarquée (arrêtée), sans DATABASE_URL', dataFolder())
      .option('--organisation <id>', 'identifiant de l’organisation', process.env['DIAPASON_ORGANISATION']);

  command('show', 'montre les durées, et ce qui passerait maintenant').action((options: RetentionOptions) => withOrganisation(options, (parts, id, { showRetention }) => showRetention(parts, id)));

  command('run', 'fait passer ce qui est plus ancien que sa durée, comme chaque jour')
    .option('--dry-run', 'dit seulement ce qui passerait')
    .action((options: RetentionOptions) => withOrganisation(options, (parts, id, { runRetention }) => runRetention(parts, id, options.dryRun === true)));

  const set = command('set', 'raccourcit des durées, ou les rétablit ; avec une raison, inscrite au journal').requiredOption('--reason <texte>', 'pourquoi ce changement');
  for (const name of RETENTION_CLASSES) set.option(`--${optionOf(name)} <jours>`, `${CLASS_NAMES[name]} (${RETENTION[name].max} au plus)`);
  set.action((options: RetentionOptions) => {
    const days = Object.fromEntries(RETENTION_CLASSES.flatMap((name) => (typeof options[name] === 'string' ? [[name, daysIn(optionOf(name), options[name])]] : [])));
    if (Object.keys(days).length === 0) throw new Failure('dites quelle durée change, par exemple --phone 90. Aide : retention set --help');
    if (!options.reason?.trim()) throw new Failure('--reason est obligatoire : une durée change avec sa raison.');
    return withOrganisation(options, async (parts, id, { changeRetention, showRetention }) => {
      await changeRetention(parts, id, days, options.reason!);
      await showRetention(parts, id);
    });
  });
}

type Actions = typeof import('../retention/retention-actions.js');
type Parts = import('../up/database.js').Parts;

async function withOrganisation({ data, organisation }: RetentionOptions, action: (parts: Parts, id: string, actions: Actions) => Promise<void>): Promise<void> {
  const [{ withDatabase }, { chooseOrganisation }, actions] = await Promise.all([import('../up/database.js'), import('../settings/choose-organisation.js'), import('../retention/retention-actions.js')]);
  await withDatabase(data, async (parts) => action(parts, await chooseOrganisation(parts.organisations, organisation), actions));
}

function daysIn(option: string, text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new Failure(`--${option} : un nombre de jours est attendu, pas « ${text} ».`);
  return Number(text);
}
