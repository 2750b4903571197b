import { type AccessKey, type Account, type AccountState, type LinkPurpose, loginOf, ROLES, SCOPES } from '#domain';
import { z } from 'zod';
import { ref } from '../http/filters.schema.js';
import { instant } from '../read-models/named.schema.js';
import { oneLine } from '../read-models/text.schema.js';

export const role = z.enum(ROLES).meta({ id: 'Role', description: 'Ce que quelqu’un fait ici (docs/access.md) · What somebody does here' });
export const scope = z.enum(SCOPES).meta({ id: 'Scope', description: '`ingest:write` : envoyer des interactions, des faits et des fichiers · send interactions, facts and files' });
export const purpose = z.enum(['first', 'invitation', 'reset'] satisfies LinkPurpose[]);
const day = z.iso.date().nullable();

export const personName = oneLine(120);
export const login = z
  .string()
  .regex(new RegExp(String.raw`^\s*[^\s\u0000-\u001f\u007f-\u009f]{2,254}\s*$`), '2 à 254 signes, sans espace. · 2 to 254 characters, without blanks.')
  .transform(loginOf)
  .pipe(z.string().max(254))
  .describe('Adresse électronique ou nom court, sans espace · Address or short name, without blanks');
export const keyName = oneLine(120);

export const teams = z
  .union([z.literal('all'), z.array(ref).max(200)])
  .describe('`all`, ou les `ref` des équipes · `all`, or the `ref`s of teams');

export const roles = z.array(role).min(1).max(ROLES.length);
export const agentRef = ref.nullable().describe('L’agent de l’annuaire que ce compte est · The agent of the directory that this account is');

export const account = z
  .strictObject({
    id: z.uuid(),
    login: z.string(),
    name: z.string(),
    roles: z.array(role),
    teams,
    agentRef,
    state: z.enum(['invited', 'active', 'disabled'] satisfies AccountState[]),
    createdAt: instant,
    lastSignIn: day,
    version: z.int(),
  })
  .meta({ id: 'Account' }) satisfies z.ZodType<Account>;

export const accountLink = z
  .strictObject({
    path: z.string().describe('À ouvrir une fois, à la suite de l’adresse de la console · To be opened once, after the console’s address'),
    purpose,
    expiresAt: instant,
  })
  .meta({ id: 'AccountLink' });
export type AccountLinkView = z.output<typeof accountLink>;

export const accessKey = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    hint: z.string().describe('Ses premiers signes · How it begins'),
    roles: z.array(role),
    scopes: z.array(scope),
    teams,
    createdAt: instant,
    createdBy: z.string(),
    expiresAt: instant.nullable(),
    lastUsed: day,
    revokedAt: instant.nullable(),
  })
  .meta({ id: 'AccessKey' }) satisfies z.ZodType<AccessKey>;

export const me = z
  .strictObject({
    kind: z.enum(['account', 'key', 'open']),
    id: z.string(),
    name: z.string(),
    roles: z.array(role),
    scopes: z.array(scope),
    teams,
    agentRef,
  })
  .meta({ id: 'Me' });
export type Me = z.output<typeof me>;

export const access = z
  .strictObject({
    open: z.boolean().describe('Quiconque atteint ce port peut tout faire · Whoever reaches this port may do everything'),
    hasAccounts: z.boolean(),
    providers: z.array(z.strictObject({ name: z.string(), path: z.string() })).describe('Où se connecter sans mot de passe d’ici · Where to sign in without a password of ours'),
  })
  .meta({ id: 'Access' });
export type AccessView = z.output<typeof access>;
