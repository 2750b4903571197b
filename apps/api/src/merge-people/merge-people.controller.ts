import { Body, Controller, Headers, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, DIRECTORY_KEEPERS, type PersonCard, type PersonKind } from '#domain';
import { AllowForAllTeams, CurrentActor } from '#runtime';
import type { FastifyReply } from 'fastify';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { answerEdit, EDIT_PROBLEMS } from '../directory/person-edit.js';
import { ref as refSchema } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { examplePerson, identitiesBody, type IdentitiesBody, personCard } from '../read-models/directory.schema.js';
import { MergePeopleCommand } from './merge-people.command.js';

const DETAILS =
  'Rétroactif et pour la suite : tous les chiffres comptent la personne une fois. Une référence encore jamais vue vaut dès qu’elle arrive. Inscrit au journal ; se défait par « split ». · ' +
  'Retroactive and for what comes: every figure counts the person once. A ref never seen holds as soon as it comes. Journalled; undone by "split".';

@Controller('v1')
export class MergePeopleController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams(...DIRECTORY_KEEPERS)
  @Post('agents/:ref/merge')
  @HttpCode(200)
  @Describe({ id: 'mergeAgents', tag: 'directory', fr: 'Réunir plusieurs références d’un agent', en: 'Merge several refs of one agent', details: DETAILS, answer: personCard, example: examplePerson, changes: true, problems: EDIT_PROBLEMS })
  async agents(
    @CurrentActor() actor: Actor,
    @Param('ref', { schema: refSchema }) ref: string,
    @Body({ schema: identitiesBody }) body: IdentitiesBody,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PersonCard> {
    return this.edit(actor, 'agent', ref, body, ifMatch, reply);
  }

  @AllowForAllTeams(...DIRECTORY_KEEPERS)
  @Post('customers/:ref/merge')
  @HttpCode(200)
  @Describe({ id: 'mergeCustomers', tag: 'directory', fr: 'Réunir plusieurs références d’un client', en: 'Merge several refs of one customer', details: DETAILS, answer: personCard, example: { ...examplePerson, ref: 'c-17', team: null }, changes: true, problems: EDIT_PROBLEMS })
  async customers(
    @CurrentActor() actor: Actor,
    @Param('ref', { schema: refSchema }) ref: string,
    @Body({ schema: identitiesBody }) body: IdentitiesBody,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PersonCard> {
    return this.edit(actor, 'customer', ref, body, ifMatch, reply);
  }

  private edit(actor: Actor, kind: PersonKind, ref: string, { identities }: IdentitiesBody, ifMatch: string | undefined, reply: FastifyReply): Promise<PersonCard> {
    const { organisationId } = this.settings;
    return answerEdit(this.queries, reply, { organisationId, kind, ref, ifMatch }, (version) =>
      this.commands.execute(new MergePeopleCommand(organisationId, kind, ref, identities, actor.id, version)),
    );
  }
}
