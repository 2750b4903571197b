import { type Command, InvalidArgumentError, Option } from 'commander';
import { isRole, loginOf, type Role, ROLES, SCOPES, type Scope } from '#domain';
import type { AccessKeyRepository, AccountRepository, Administering } from '#storage';
import { defaultAddress } from '../api/call-api.js';
import { dataFolder } from '../data-folder.js';
import { Failure } from '../failure.js';

interface Where {
  readonly data: string;
  readonly organisation?: string;
}
interface Rights {
  readonly role?: readonly string[];
  readonly team?: readonly string[];
  readonly allTeams?: true;
}

const HELP = `
Directement dans la base : pour l’exploitant, sur la machine. Base embarquée : arrêtez d’abord Diapason (Ctrl-C).
En marche, un administrateur fait la même chose dans la console, page « Comptes et clés ».`;

/** What the journal says of a change made on the machine. */
export const OPERATOR = 'operator';

export function addAccounts(program: Command): void {
  const group = program.command('accounts').description('les comptes : lister, créer, faire un lien de mot de passe, fermer').addHelpText('after', HELP);
  const command = (name: string, description: string): Command => onDatabase(group.command(name).description(description));
  const linked = (name: string, description: string): Command =>
    command(name, description).option('--url <adresse>', 'adresse de la console, pour le lien', process.env['DIAPASON_PUBLIC_URL'] || defaultAddress());

  command('list', 'liste les comptes').action((options: Where) => run(options, async (actions, { accounts, administering }) => actions.printAccounts(accounts, administering.organisationId)));

  rights(linked('create', 'crée un compte et imprime le lien par lequel la personne choisit son mot de passe'))
    .argument('<identifiant>', 'adresse électronique ou nom court')
    .requiredOption('--name <nom>', 'nom de la personne')
    .option('--agent <ref>', 'référence de l’agent que cette personne est, pour le rôle agent')
    .action((login: string, options: Where & Rights & { name: string; agent?: string; url: string }) =>
      run(options, async (actions, { accounts, administering }) => {
        const account = { login: loginOf(login), name: options.name, roles: rolesOf(options), teams: teamsOf(options), agentRef: options.agent ?? null };
        if (account.roles.includes('agent') && account.agentRef === null) throw new Failure('--agent : le rôle agent dit de quel agent il s’agit.');
        await actions.createAccount(accounts, administering, account, options.url);
      }),
    );

  linked('link', 'imprime un lien par lequel la personne choisit un nouveau mot de passe')
    .argument('<identifiant>', 'celui du compte')
    .action((login: string, options: Where & { url: string }) => run(options, async (actions, { accounts, administering }) => actions.printNewLink(accounts, administering, login, options.url)));

  for (const [name, description, disabled] of [['disable', 'ferme un compte et finit ses sessions', true], ['enable', 'rouvre un compte', false]] as const) {
    command(name, description)
      .argument('<identifiant>', 'celui du compte')
      .action((login: string, options: Where) => run(options, async (actions, { accounts, administering }) => actions.setDisabled(accounts, administering, login, disabled)));
  }
}

export function addKeys(program: Command): void {
  const group = program.command('keys').description('les clés des programmes : lister, faire, retirer').addHelpText('after', HELP);
  const command = (name: string, description: string): Command => onDatabase(group.command(name).description(description));

  command('list', 'liste les clés, sans leur secret').action((options: Where) => run(options, async (actions, { keys, administering }) => actions.printKeys(keys, administering.organisationId)));

  rights(command('create', 'fait une clé et l’imprime, une seule fois'))
    .argument('<nom>', 'à quoi elle sert')
    .addOption(new Option('--scope <portée...>', 'ce qu’elle ouvre en plus de ses rôles').choices(SCOPES))
    .option('--days <n>', 'jours jusqu’à sa fin', days, 365)
    .action((name: string, options: Where & Rights & { scope?: Scope[]; days: number }) =>
      run(options, async (actions, { keys, administering }) => {
        const [roles, scopes] = [rolesOf(options), options.scope ?? []];
        if (roles.length + scopes.length === 0) throw new Failure('il faut --role ou --scope.');
        if (roles.includes('agent')) throw new Failure('--role : un agent est une personne, pas un programme.');
        await actions.createKey(keys, administering, { name, roles, scopes, teams: options.team ?? 'all', expiresAt: new Date(Date.now() + options.days * 86_400_000).toISOString() });
      }),
    );

  command('revoke', 'retire une clé, pour toujours')
    .argument('<id>', 'celui que donne « keys list »')
    .action((id: string, options: Where) => run(options, async (actions, { keys, administering }) => actions.revokeKey(keys, administering, id)));
}

const onDatabase = (command: Command): Command =>
  command
    .option('--data <dossier>', 'dossier des données de la base embarquée (arrêtée), sans DATABASE_URL', dataFolder())
    .option('--organisation <id>', 'identifiant de l’organisation', process.env['DIAPASON_ORGANISATION']);

const rights = (command: Command): Command =>
  command
    .addOption(new Option('--role <rôle...>', 'ce que l’on peut faire').choices(ROLES))
    .option('--team <ref...>', 'équipes que l’on voit')
    .option('--all-teams', 'voit toutes les équipes');

const rolesOf = ({ role = [] }: Rights): Role[] => role.filter(isRole);

function teamsOf({ team, allTeams }: Rights): 'all' | readonly string[] {
  if (allTeams && team) throw new Failure('--team ou --all-teams, pas les deux.');
  if (!allTeams && !team) throw new Failure('il faut --team ou --all-teams.');
  return team ?? 'all';
}

interface Parts {
  readonly accounts: AccountRepository;
  readonly keys: AccessKeyRepository;
  readonly administering: Administering;
}

async function run({ data, organisation }: Where, job: (actions: typeof import('../access/account-actions.js'), parts: Parts) => Promise<void>): Promise<void> {
  const [{ withDatabase }, { chooseOrganisation }, actions] = await Promise.all([
    import('../up/database.js'),
    import('../settings/choose-organisation.js'),
    import('../access/account-actions.js'),
  ]);
  await withDatabase(data, async ({ organisations, accounts, keys }) =>
    job(actions, { accounts, keys, administering: { organisationId: await chooseOrganisation(organisations, organisation), by: OPERATOR } }),
  );
}

function days(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > 3_650) throw new InvalidArgumentError('Il faut un nombre de jours, de 1 à 3650.');
  return value;
}
