import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { AllowAnyone, credentialsOf } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { meOfAccount } from '../access/account-answers.js';
import { exampleMe } from '../access/account.example.js';
import { me, type Me } from '../access/account.schema.js';
import { setSession } from '../access/session-cookie.js';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { noParameters } from '../http/filters.schema.js';
import { noSuch } from '../http/no-such.js';
import { Describe } from '../openapi/describe.decorator.js';
import { SignOutCommand } from '../sign-out/sign-out.command.js';
import { ListInventedQuery } from './list-invented.query.js';
import { LookAsCommand } from './look-as.command.js';

const demonstration = z.strictObject({ people: z.array(me) }).meta({ id: 'Demonstration' });
const body = z.strictObject({ accountId: z.uuid() });

/** As whom whoever reaches an open port may look, beside doing everything. */
@Controller('v1/demonstration')
export class DemonstrationController {
  constructor(
    private readonly queries: QueryBus,
    private readonly commands: CommandBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowAnyone()
  @Get()
  @Header('cache-control', 'no-store')
  @Describe({
    id: 'readDemonstration',
    tag: 'accounts',
    fr: 'Lister les personnes inventées de la démonstration',
    en: 'List the invented people of the demonstration',
    details: 'Aucune dès que quelqu’un de réel a un compte. · None once somebody real has an account.',
    answer: demonstration,
    example: { people: [exampleMe] },
    problems: ['invalid_query'],
  })
  async read(@Query({ schema: noParameters }) _none: unknown): Promise<{ people: Me[] }> {
    const people = await this.queries.execute(new ListInventedQuery(this.settings.organisationId));
    return { people: people.map(meOfAccount) };
  }

  @AllowAnyone()
  @Post('session')
  @HttpCode(200)
  @Describe({
    id: 'lookAs',
    tag: 'accounts',
    fr: 'Voir comme une personne inventée',
    en: 'Look as an invented person',
    details: 'Tant que l’accès est ouvert : la session a les droits de cette personne. `DELETE /v1/session` y met fin. · While access is open: the session has that person’s rights. `DELETE /v1/session` ends it.',
    answer: me,
    example: exampleMe,
    changes: { status: 200, versioned: false },
    problems: ['invalid_body', 'invalid_json', 'not_found', 'forbidden', 'unsupported_media_type'],
  })
  async lookAs(@Body({ schema: body }) { accountId }: z.output<typeof body>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Me> {
    const { organisationId } = this.settings;
    const signedIn = await this.commands.execute(new LookAsCommand(organisationId, accountId));
    if (signedIn === null) throw noSuch('Personne inventée', 'invented person');
    const { session: before } = credentialsOf(request);
    if (before !== null) await this.commands.execute(new SignOutCommand(organisationId, before));
    setSession(this.settings, reply, signedIn.session);
    return meOfAccount(signedIn.account);
  }
}
