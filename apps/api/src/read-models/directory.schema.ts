import type { Directory, DirectoryChanges, EntryChanges, PersonCard, TeamCard } from '#domain';
import { z } from 'zod';
import { ref } from '../http/filters.schema.js';
import { instant, named } from './named.schema.js';
import { written } from './text.schema.js';

const identity = z
  .strictObject({
    ref: z.string(),
    name: z.string().nullable().describe('Nom que les interactions donnent avec · Name that interactions bring with it'),
    attachedTo: z.string().nullable().describe('Ce à quoi elle a été rattachée ; nul pour la référence propre · What it was attached to; null for the own ref'),
    lastSeenAt: instant.nullable().describe('Début de la dernière interaction qui la nomme · Start of the latest interaction that names it'),
  })
  .meta({ id: 'PersonIdentity' });

export const personCard = z
  .strictObject({
    ref: z.string(),
    name: z.string().nullable(),
    team: named.nullable(),
    attached: z.boolean().describe('Faux : vu dans des interactions, inconnu de l’annuaire · False: seen in interactions, not known to the directory'),
    identities: z.array(identity).describe('Toutes ses références, la sienne d’abord · All its refs, its own first'),
  })
  .meta({ id: 'Person' }) satisfies z.ZodType<PersonCard>;

export const teamCard = z
  .strictObject({ ref: z.string(), name: z.string().nullable(), agents: z.int().min(0).describe('Agents dont c’est l’équipe · Agents whose team it is') })
  .meta({ id: 'Team' }) satisfies z.ZodType<TeamCard>;

const name = written(200);
const identities = z.array(ref).max(100).optional().describe('Adresses et identifiants dans les sources · Addresses and ids in the sources');
const team = z.strictObject({ ref, name: name.optional() });

export const MAX_ENTRIES = 10_000;
/** What is left out stays as it is. */
export const directorySchema = z
  .strictObject({
    agents: z.array(z.strictObject({ ref, name: name.optional(), team: team.optional(), identities })).max(MAX_ENTRIES).optional(),
    teams: z.array(team).max(MAX_ENTRIES).optional(),
    customers: z.array(z.strictObject({ ref, name: name.optional(), identities })).max(MAX_ENTRIES).optional(),
  })
  .meta({ examples: [{ agents: [{ ref: 'a-03', name: 'Léa Exemple', team: { ref: 't-1', name: 'Nord' }, identities: ['lea@maison.example', 'chatwoot:17', 'poste-204'] }] }] });
export type DirectoryBody = z.output<typeof directorySchema>;

const entryChanges = z
  .strictObject({ added: z.int(), changed: z.int(), unchanged: z.int(), attached: z.int().describe('Références nouvellement rattachées · Refs newly attached') })
  .meta({ id: 'DirectoryEntryChanges' }) satisfies z.ZodType<EntryChanges>;
export const directoryChanges = z
  .strictObject({ agents: entryChanges, teams: entryChanges, customers: entryChanges })
  .meta({ id: 'DirectoryChanges' }) satisfies z.ZodType<DirectoryChanges>;

/** For the compiler: the schema says what the domain says, but for what zod writes as `| undefined`. */
export const directoryOf = (body: DirectoryBody): Directory => JSON.parse(JSON.stringify(body));

export const identitiesBody = z.strictObject({ identities: z.array(ref).min(1).max(100) }).meta({ examples: [{ identities: ['chatwoot:17', 'poste-204'] }] });
export type IdentitiesBody = z.output<typeof identitiesBody>;

export const examplePerson: PersonCard = {
  ref: 'a-03',
  name: 'Léa Exemple',
  team: { ref: 't-1', name: 'Nord' },
  attached: true,
  identities: [
    { ref: 'a-03', name: null, attachedTo: null, lastSeenAt: null },
    { ref: 'chatwoot:17', name: 'Léa', attachedTo: 'a-03', lastSeenAt: '2026-09-14T09:12:00.000Z' },
  ],
};
