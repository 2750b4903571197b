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
import { SplitPeopleCommand } from './split-people.command.js';

const DETAILS =
  'Chaque référence repart avec ce qui lui avait été réuni auparavant, et tous les chiffres avec elle. Inscrit au journal. · ' +
  'Each ref leaves with what had been merged into it before, and so does every figure. Journalled.';

@Controller('v1')
export class SplitPeopleController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams(...DIRECTORY_KEEPERS)
  @Post('agents/:ref/split')
  @HttpCode(200)
  @Describe({ id: 'splitAgents', tag: 'directory', fr: 'Séparer des références d’un agent', en: 'Split refs off an agent', details: DETAILS, answer: personCard, example: examplePerson, changes: true, problems: EDIT_PROBLEMS })
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
  @Post('customers/:ref/split')
  @HttpCode(200)
  @Describe({ id: 'splitCustomers', tag: 'directory', fr: 'Séparer des références d’un client', en: 'Split refs off a customer', details: DETAILS, answer: personCard, example: { ...examplePerson, ref: 'c-17', team: null }, changes: true, problems: EDIT_PROBLEMS })
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
      this.commands.execute(new SplitPeopleCommand(organisationId, kind, ref, identities, actor.id, version)),
    );
  }
}
