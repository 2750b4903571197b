import { Controller, Header, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Actor } from '#domain';
import { AllowForAllTeams, CurrentActor } from '#runtime';
import { z } from 'zod';
import { linkView, noSuchAccount } from '../access/account-answers.js';
import { exampleLink } from '../access/account.example.js';
import { accountLink, type AccountLinkView } from '../access/account.schema.js';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { Describe } from '../openapi/describe.decorator.js';
import { IssueLinkCommand } from './issue-link.command.js';

@Controller('v1/accounts')
export class IssueLinkController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams('admin')
  @Post(':id/link')
  @Header('cache-control', 'no-store')
  @Describe({
    id: 'issueLink',
    tag: 'accounts',
    fr: 'Faire un lien pour choisir un mot de passe',
    en: 'Make a link to choose a password',
    details: 'Montré une seule fois ; remplace celui qu’avait le compte. Le mot de passe actuel vaut jusqu’à ce que le lien serve. · Shown once; replaces the one the account had. The current password holds until the link is used.',
    answer: accountLink,
    example: exampleLink,
    changes: { status: 201, versioned: false },
    problems: ['invalid_path', 'not_found'],
  })
  async issue(@CurrentActor() actor: Actor, @Param('id', { schema: z.uuid() }) id: string): Promise<AccountLinkView> {
    const link = await this.commands.execute(new IssueLinkCommand(this.settings.organisationId, id, actor.id));
    if (link === null) throw noSuchAccount();
    return linkView(link);
  }
}
