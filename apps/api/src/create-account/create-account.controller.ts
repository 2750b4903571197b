import { Body, Controller, Inject, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Account, type Actor, ROLES } from '#domain';
import { AllowForAllTeams, CurrentActor, ProblemException } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { agentUnnamed, linkView, unknownTeams } from '../access/account-answers.js';
import { exampleAccount, exampleLink } from '../access/account.example.js';
import { account, accountLink, type AccountLinkView, agentRef, login, personName, roles, teams } from '../access/account.schema.js';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { Describe } from '../openapi/describe.decorator.js';
import { CreateAccountCommand } from './create-account.command.js';

const body = z.strictObject({ login, name: personName, roles, teams, agentRef: agentRef.default(null) });
const created = z.strictObject({ account, link: accountLink }).meta({ id: 'AccountCreated' });

@Controller('v1/accounts')
export class CreateAccountController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams('admin')
  @Post()
  @Describe({
    id: 'createAccount',
    tag: 'accounts',
    fr: 'Créer un compte',
    en: 'Create an account',
    details:
      'La réponse porte, une seule fois, le lien par lequel la personne choisit son mot de passe. Un identifiant ne se prend qu’une fois : renvoyer la requête donne 409, jamais deux comptes. · ' +
      'The answer carries, once, the link by which the person chooses a password. A login is taken once: sending the request again gives 409, never two accounts.',
    answer: created,
    example: { account: { ...exampleAccount, state: 'invited', lastSignIn: null, version: 1 }, link: exampleLink },
    changes: { status: 201, versioned: false },
    problems: ['invalid_body', 'invalid_json', 'login_taken', 'unsupported_media_type'],
  })
  async create(
    @CurrentActor() actor: Actor,
    @Body({ schema: body }) wanted: z.output<typeof body>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ account: Account; link: AccountLinkView }> {
    if (wanted.roles.includes('agent') && wanted.agentRef === null) throw agentUnnamed();
    const result = await this.commands.execute(new CreateAccountCommand(this.settings.organisationId, { ...wanted, roles: ROLES.filter((role) => wanted.roles.includes(role)) }, actor.id));
    if (result.kind === 'unknown-teams') throw unknownTeams(wanted.teams, result.teams);
    if (result.kind === 'login-taken') throw loginTaken(wanted.login);
    void reply.header('cache-control', 'no-store').header('location', `/v1/accounts/${result.account.id}`);
    return { account: result.account, link: linkView(result.link) };
  }
}

const loginTaken = (name: string): ProblemException =>
  new ProblemException(409, 'login_taken', { fr: `« ${name} » est déjà l’identifiant d’un compte.`, en: `"${name}" is the login of an account already.` }, [
    { pointer: '#/login', detail: { fr: 'Déjà pris.', en: 'Already taken.' } },
  ]);
