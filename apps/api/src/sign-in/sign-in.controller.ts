import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { AllowAnyone, credentialsOf } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { meOfAccount } from '../access/account-answers.js';
import { exampleMe } from '../access/account.example.js';
import { login, me, type Me } from '../access/account.schema.js';
import { knownPassword } from '../access/password.schema.js';
import { setSession } from '../access/session-cookie.js';
import { tooManyAttempts, wrongCredentials } from '../access/sign-in-problems.js';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { Describe } from '../openapi/describe.decorator.js';
import { SignOutCommand } from '../sign-out/sign-out.command.js';
import { SignInCommand } from './sign-in.command.js';

const body = z.strictObject({ login, password: knownPassword });

@Controller('v1/session')
export class SignInController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowAnyone()
  @Post()
  @HttpCode(200)
  @Describe({
    id: 'signIn',
    tag: 'accounts',
    fr: 'Se connecter',
    en: 'Sign in',
    details:
      'La session voyage dans un cookie `HttpOnly` ; elle finit douze heures après la dernière requête, et au plus tard au bout de sept jours. Après cinq mots de passe faux, chaque essai attend plus longtemps. · ' +
      'The session travels in an `HttpOnly` cookie; it ends twelve hours after the last request, and after seven days at the latest. After five wrong passwords each attempt waits longer.',
    answer: me,
    example: exampleMe,
    changes: { status: 200, versioned: false },
    problems: ['invalid_body', 'invalid_json', 'wrong_credentials', 'forbidden', 'too_many_requests', 'unsupported_media_type'],
  })
  async signIn(@Body({ schema: body }) { login: name, password }: z.output<typeof body>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Me> {
    const { organisationId } = this.settings;
    const result = await this.commands.execute(new SignInCommand(organisationId, name, password));
    if (result.kind === 'wait') throw tooManyAttempts(result.seconds);
    if (result.kind === 'wrong') throw wrongCredentials();
    const { session: before } = credentialsOf(request);
    if (before !== null) await this.commands.execute(new SignOutCommand(organisationId, before));
    setSession(this.settings, reply, result.signedIn.session);
    return meOfAccount(result.signedIn.account);
  }
}
