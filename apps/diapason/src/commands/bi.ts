import { type Command, InvalidArgumentError } from 'commander';
import { dataFolder } from '../data-folder.js';
import { Failure } from '../failure.js';
import { OPERATOR } from './accounts.js';

interface BiOptions {
  readonly data: string;
  readonly organisation?: string;
}

const HELP = `
Un compte de lecture est un utilisateur PostgreSQL qui ne voit que les vues bi_* d’une organisation : Metabase, Superset, Power BI, Excel…
Un chiffre masqué dans la console l’est aussi là. Quelles vues, et ce qu’elles disent : docs/bi.md.

Exemples :
  diapason bi grant metabase
  diapason bi list
  diapason bi revoke metabase

Codes de sortie : 0 fait · 1 refusé (nom pris, inconnu) · 2 impossible (droits, base absente)`;

export function addBi(program: Command): void {
  const group = program.command('bi').description('les comptes de lecture des outils de tableaux de bord (vues SQL bi_*)').addHelpText('after', HELP);
  const command = (name: string, description: string): Command =>
    group
      .command(name)
      .description(description)
      .option('--data <dossier>', 'dossier des données de la base embarquée (arrêtée), sans DATABASE_URL', dataFolder());

  command('list', 'liste les comptes de lecture').action(async ({ data }: BiOptions) => {
    const { withDatabase } = await import('../up/database.js');
    const logins = await withDatabase(data, ({ bi }) => bi.list());
    if (logins.length === 0) say('Aucun compte de lecture encore : diapason bi grant NOM');
    for (const { login, organisationId, createdAt } of logins) say(`${login}  ${organisationId}  depuis le ${createdAt.toISOString().slice(0, 10)}`);
  });

  command('grant', 'fait un compte de lecture et imprime son adresse, une seule fois')
    .argument('<nom>', 'nom de l’utilisateur PostgreSQL à créer', loginOf)
    .option('--organisation <id>', 'identifiant de l’organisation', process.env['DIAPASON_ORGANISATION'])
    .action(async (login: string, { data, organisation }: BiOptions) => {
      const [{ withDatabase }, { chooseOrganisation }] = await Promise.all([import('../up/database.js'), import('../settings/choose-organisation.js')]);
      await withDatabase(data, async ({ bi, organisations, address }) => {
        const granted = await bi.grant(await chooseOrganisation(organisations, organisation), login, OPERATOR);
        if (granted === null) throw new Failure(`le serveur a déjà un utilisateur « ${login} » : choisissez un autre nom.`, 1);
        process.stderr.write('Gardez cette adresse maintenant : le mot de passe n’est pas montré deux fois.\n');
        say(`postgres://${login}:${granted.password}@${address}`);
      });
    });

  command('revoke', 'retire un compte de lecture, pour toujours')
    .argument('<nom>', 'celui que donne « bi list »')
    .action(async (login: string, { data }: BiOptions) => {
      const { withDatabase } = await import('../up/database.js');
      if (!(await withDatabase(data, ({ bi }) => bi.revoke(login, OPERATOR)))) throw new Failure(`pas de compte de lecture « ${login} » : voyez « bi list ».`, 1);
      say(`${login} : retiré`);
    });
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function loginOf(text: string): string {
  if (!/^[a-z][a-z0-9_]{2,40}$/.test(text)) throw new InvalidArgumentError('3 à 41 minuscules sans accent, chiffres ou « _ », une lettre d’abord.');
  return text;
}
