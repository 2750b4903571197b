import { Body, Controller, Inject, Put, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Actor, ROLES } from '#domain';
import { Allow, CurrentActor, ProblemException } from '#runtime';
import { AccountRepository } from '#storage';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { meOfAccount } from '../access/account-answers.js';
import { exampleMe } from '../access/account.example.js';
import { me, type Me } from '../access/account.schema.js';
import { checkPassword, knownPassword, newPassword } from '../access/password.schema.js';
import { setSession } from '../access/session-cookie.js';
import { tooManyAttempts } from '../access/sign-in-problems.js';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { Describe } from '../openapi/describe.decorator.js';
import { ChangePasswordCommand } from './change-password.command.js';

const body = z.strictObject({ current: knownPassword, password: newPassword });

@Controller('v1/me/password')
export class ChangePasswordController {
  constructor(
    private readonly commands: CommandBus,
    private readonly accounts: AccountRepository,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @Allow(...ROLES)
  @Put()
  @Describe({
    id: 'changePassword',
    tag: 'accounts',
    fr: 'Changer son mot de passe',
    en: 'Change one’s password',
    details: 'Toute autre session du compte finit. · Every other session of the account ends.',
    answer: me,
    example: exampleMe,
    changes: { status: 200, versioned: false },
    problems: ['invalid_body', 'invalid_json', 'too_many_requests', 'unsupported_media_type'],
  })
  async change(@CurrentActor() actor: Actor, @Body({ schema: body }) { current, password }: z.output<typeof body>, @Res({ passthrough: true }) reply: FastifyReply): Promise<Me> {
    const { organisationId } = this.settings;
    const account = actor.kind === 'account' ? await this.accounts.readAccount(organisationId, actor.id) : null;
    if (account === null) throw new ProblemException(403, 'forbidden', { fr: 'Seul un compte a un mot de passe.', en: 'Only an account has a password.' });
    checkPassword(password, account);
    const result = await this.commands.execute(new ChangePasswordCommand(organisationId, account.id, account.login, current, password));
    if (result.kind === 'wait') throw tooManyAttempts(result.seconds);
    if (result.kind === 'wrong') throw wrongCurrent();
    setSession(this.settings, reply, result.signedIn.session);
    return meOfAccount(result.signedIn.account);
  }
}

const wrongCurrent = (): ProblemException =>
  new ProblemException(422, 'unprocessable', { fr: 'Le mot de passe actuel n’est pas le bon.', en: 'The current password is not right.' }, [
    { pointer: '#/current', detail: { fr: 'Ce n’est pas le mot de passe de ce compte.', en: 'This is not the account’s password.' } },
  ]);
