import { type Account, loginOf, type NewAccessKey, type NewAccount } from '#domain';
import type { AccessKeyRepository, AccountRepository, Administering } from '#storage';
import { Failure } from '../failure.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const teamsText = (teams: 'all' | readonly string[]): string => (teams === 'all' ? 'toutes les équipes' : teams.length === 0 ? 'aucune équipe' : `équipes ${teams.join(', ')}`);
const STATES = { invited: 'invité', active: 'actif', disabled: 'fermé' } as const satisfies Record<Account['state'], string>;

/** Prints the accounts, one a line. */
export async function printAccounts(accounts: AccountRepository, organisationId: string): Promise<void> {
  const all = await accounts.listAccounts(organisationId);
  if (all.length === 0) say('Aucun compte encore.');
  for (const { login, name, roles, teams, state } of all) say(`${login}  ${name}  ${roles.join(',')}  ${teamsText(teams)}  ${STATES[state]}`);
}

/** Makes an account and prints the link by which its owner chooses a password. @throws Failure */
export async function createAccount(accounts: AccountRepository, administering: Administering, account: NewAccount, url: string): Promise<void> {
  const result = await accounts.create(administering, account);
  if (result.kind === 'login-taken') throw new Failure(`« ${account.login} » est déjà l’identifiant d’un compte.`, 1);
  if (result.kind === 'unknown-teams') throw unknownTeams(result.teams);
  printLink(result.link, account.login, url);
}

/** Prints a link by which an account's owner chooses a new password. @throws Failure */
export async function printNewLink(accounts: AccountRepository, administering: Administering, login: string, url: string): Promise<void> {
  const { id } = await accountOf(accounts, administering.organisationId, login);
  const link = await accounts.issueLink(administering, id);
  if (link === null) throw new Failure(`le compte « ${login} » est fermé : rouvrez-le d’abord (accounts enable).`, 1);
  printLink(link, login, url);
}

/** Closes an account and ends its sessions, or opens it again. @throws Failure for the last administrator */
export async function setDisabled(accounts: AccountRepository, administering: Administering, login: string, disabled: boolean): Promise<void> {
  const { id } = await accountOf(accounts, administering.organisationId, login);
  const result = await accounts.change(administering, id, { disabled }, undefined);
  if (result.kind === 'last-admin') throw new Failure('c’est le dernier administrateur de toutes les équipes : créez-en d’abord un autre.', 1);
  say(`${login} : ${disabled ? 'fermé, ses sessions sont finies' : 'rouvert'}`);
}

/** Prints the keys, one a line. */
export async function printKeys(keys: AccessKeyRepository, organisationId: string): Promise<void> {
  const all = await keys.listKeys(organisationId);
  if (all.length === 0) say('Aucune clé encore.');
  for (const key of all) {
    const end = key.revokedAt !== null ? 'retirée' : key.expiresAt === null ? 'sans fin' : `jusqu’au ${key.expiresAt.slice(0, 10)}`;
    say(`${key.id}  ${key.hint}…  ${key.name}  ${[...key.roles, ...key.scopes].join(',')}  ${teamsText(key.teams)}  ${end}  ${key.lastUsed === null ? 'jamais servie' : `servie le ${key.lastUsed}`}`);
  }
}

/** Makes a key and prints it, alone on standard output. @throws Failure */
export async function createKey(keys: AccessKeyRepository, administering: Administering, key: NewAccessKey): Promise<void> {
  const result = await keys.createKey(administering, key);
  if (result.kind === 'unknown-teams') throw unknownTeams(result.teams);
  // Only a request with a key of its own is ever answered a second time.
  if (result.kind === 'other' || result.key === null) throw new Error('a key that was made before');
  process.stderr.write('Gardez cette clé maintenant : elle n’est pas montrée deux fois.\n');
  say(result.key);
}

/** Ends a key. @throws Failure */
export async function revokeKey(keys: AccessKeyRepository, administering: Administering, id: string): Promise<void> {
  if ((await keys.revokeKey(administering, id)) === null) throw new Failure(`pas de clé « ${id} » : voyez « keys list ».`);
  say('Clé retirée.');
}

async function accountOf(accounts: AccountRepository, organisationId: string, login: string): Promise<Account> {
  const found = (await accounts.listAccounts(organisationId)).find((account) => account.login === loginOf(login));
  if (found === undefined) throw new Failure(`pas de compte « ${login} » : voyez « accounts list ».`);
  return found;
}

function printLink({ token, expiresAt }: { readonly token: string; readonly expiresAt: string }, login: string, url: string): void {
  say(`${login} choisit son mot de passe ici, une seule fois, avant le ${expiresAt.slice(0, 16).replace('T', ' à ')} UTC :`);
  say(`${url}/bienvenue#jeton=${token}`);
}

const unknownTeams = (teams: readonly string[]): Failure => new Failure(`l’annuaire ne connaît pas : ${teams.join(', ')}.`, 1);
