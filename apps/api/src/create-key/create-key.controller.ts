import { Body, Controller, Header, Headers, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type AccessKey, type Actor, ROLES, SCOPES } from '#domain';
import { AllowForAllTeams, CurrentActor } from '#runtime';
import { z } from 'zod';
import { unknownTeams } from '../access/account-answers.js';
import { exampleKey } from '../access/account.example.js';
import { accessKey, keyName, role, scope, teams } from '../access/account.schema.js';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { checkedKey, keyUsed, TakesIdempotencyKey } from '../http/idempotency-key.js';
import { Describe } from '../openapi/describe.decorator.js';
import { instant } from '../read-models/named.schema.js';
import { CreateKeyCommand } from './create-key.command.js';

const body = z
  .strictObject({
    name: keyName,
    roles: z.array(role.exclude(['agent'])).max(ROLES.length).default([]).describe('Tous sauf `agent`, qui est une personne · All but `agent`, who is a person'),
    scopes: z.array(scope).max(SCOPES.length).default([]),
    teams: teams.default('all'),
    expiresAt: instant
      .nullable()
      .default(null)
      .refine((text) => text === null || Date.parse(text) > Date.now(), 'Cette date est passée. · This date is past.'),
  })
  .refine((key) => key.roles.length + key.scopes.length > 0, { path: ['scopes'], error: 'Il faut un rôle ou une portée. · A role or a scope is needed.' });
const created = z.strictObject({ key: z.string().nullable().describe('Montrée cette seule fois, nulle si la même demande a déjà eu sa réponse · Shown this once, null when the same request was answered before'), view: accessKey }).meta({ id: 'AccessKeyCreated' });

@Controller('v1/keys')
export class CreateKeyController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams('admin')
  @Post()
  @Header('cache-control', 'no-store')
  @TakesIdempotencyKey()
  @Describe({
    id: 'createKey',
    tag: 'accounts',
    fr: 'Faire une clé pour un programme',
    en: 'Make a key for a program',
    details: 'À envoyer dans `Authorization: Bearer dia_…`. Seule son empreinte est gardée. · To be sent in `Authorization: Bearer dia_…`. Only its hash is kept.',
    answer: created,
    example: { key: 'dia_x7Qm…', view: exampleKey },
    changes: { status: 201, versioned: false },
    problems: ['invalid_body', 'invalid_header', 'invalid_json', 'idempotency_conflict', 'unsupported_media_type'],
  })
  async create(
    @CurrentActor() actor: Actor,
    @Headers('idempotency-key') given: string | undefined,
    @Body({ schema: body }) wanted: z.output<typeof body>,
  ): Promise<{ key: string | null; view: AccessKey }> {
    const requestKey = checkedKey(given);
    const key = { ...wanted, roles: ROLES.filter((one) => one !== 'agent' && wanted.roles.includes(one)), scopes: [...new Set(wanted.scopes)] };
    const result = await this.commands.execute(new CreateKeyCommand(this.settings.organisationId, key, actor.id, requestKey));
    if (result.kind === 'unknown-teams') throw unknownTeams(wanted.teams, result.teams);
    if (result.kind === 'other') throw keyUsed({ fr: 'une autre clé', en: 'another key' });
    return { key: result.key, view: result.view };
  }
}
