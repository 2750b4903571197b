import { Body, Controller, HttpCode, Inject, Put, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Actor, DIRECTORY_KEEPERS, type DirectoryChanges } from '#domain';
import { AllowForAllTeams, CurrentActor } from '#runtime';
import { z } from 'zod';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { identityConflict } from '../directory/person-edit.js';
import { Describe } from '../openapi/describe.decorator.js';
import { type DirectoryBody, directoryChanges, directoryOf, directorySchema } from '../read-models/directory.schema.js';
import { PutDirectoryCommand } from './put-directory.command.js';

const putRequest = z.strictObject({ dryRun: z.enum(['true', 'false']).optional().describe('`true` : dire ce qui changerait, ne rien changer · only tell what would change') });
const NONE = { added: 0, changed: 0, unchanged: 0, attached: 0 };

@Controller('v1/directory')
export class PutDirectoryController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams(...DIRECTORY_KEEPERS)
  @Put()
  @HttpCode(200)
  @Describe({
    id: 'putDirectory',
    tag: 'directory',
    fr: 'Compléter l’annuaire : agents, équipes, clients et leurs références',
    en: 'Complete the directory: agents, teams, customers and their refs',
    details:
      'Tout ou rien, et sans effet la seconde fois. Ce qui n’est pas dit reste : un fichier plus court n’efface rien. Chaque changement est inscrit au journal. ' +
      'Vaut pour les interactions déjà là comme pour celles à venir. · ' +
      'All or nothing, and without effect the second time. What is not said stays: a shorter file erases nothing. Every change is journalled. ' +
      'Holds for the interactions that are there and for those to come.',
    answer: directoryChanges,
    example: { agents: { added: 1, changed: 0, unchanged: 7, attached: 3 }, teams: { ...NONE, unchanged: 2 }, customers: NONE },
    changes: { status: 200, versioned: false },
    problems: ['invalid_body', 'invalid_json', 'invalid_query', 'identity_conflict', 'payload_too_large', 'unsupported_media_type'],
  })
  async put(
    @CurrentActor() actor: Actor,
    @Body({ schema: directorySchema }) body: DirectoryBody,
    @Query({ schema: putRequest }) { dryRun }: z.output<typeof putRequest>,
  ): Promise<DirectoryChanges> {
    const edit = await this.commands.execute(new PutDirectoryCommand(this.settings.organisationId, directoryOf(body), actor.id, dryRun === 'true'));
    if (edit.kind === 'conflict') throw identityConflict(edit.conflicts);
    return edit.changes;
  }
}
