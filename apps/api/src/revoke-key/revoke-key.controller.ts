import { Controller, Delete, Inject, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { AccessKey, Actor } from '#domain';
import { AllowForAllTeams, CurrentActor } from '#runtime';
import { z } from 'zod';
import { exampleKey } from '../access/account.example.js';
import { accessKey } from '../access/account.schema.js';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { noSuch } from '../http/no-such.js';
import { Describe } from '../openapi/describe.decorator.js';
import { RevokeKeyCommand } from './revoke-key.command.js';

@Controller('v1/keys')
export class RevokeKeyController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams('admin')
  @Delete(':id')
  @Describe({
    id: 'revokeKey',
    tag: 'accounts',
    fr: 'Retirer une clé',
    en: 'Revoke a key',
    details: 'Vaut dès la requête suivante, pour toujours. · Holds from the next request on, for good.',
    answer: accessKey,
    example: { ...exampleKey, revokedAt: '2026-09-20T08:00:00.000Z' },
    changes: { status: 200, versioned: false },
    problems: ['invalid_path', 'not_found'],
  })
  async revoke(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string): Promise<AccessKey> {
    const key = await this.commands.execute(new RevokeKeyCommand(this.settings.organisationId, id, actor.id));
    if (key === null) throw noSuch('Clé', 'key');
    return key;
  }
}
