import { Body, Controller, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { AllowAnyone, ProblemException } from '#runtime';
import { type LinkSight, SignInRepository } from '#storage';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { meOfAccount } from '../access/account-answers.js';
import { exampleMe } from '../access/account.example.js';
import { login, me, type Me, personName, purpose } from '../access/account.schema.js';
import { checkPassword, newPassword } from '../access/password.schema.js';
import { setSession } from '../access/session-cookie.js';
import { linkGone } from '../access/sign-in-problems.js';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { Describe } from '../openapi/describe.decorator.js';
import { UseLinkCommand } from './use-link.command.js';

const token = z.string().min(1).max(100);
const lookBody = z.strictObject({ token });
const useBody = z.strictObject({
  token,
  password: newPassword,
  login: login.optional().describe('Du premier compte seulement · Of the first account only'),
  name: personName.optional().describe('Du premier compte seulement · Of the first account only'),
});
const sight = z.strictObject({ purpose, login: z.string().nullable(), name: z.string().nullable() }).meta({ id: 'LinkSight' }) satisfies z.ZodType<LinkSight>;

/** The token is in the body: an address ends up in logs. */
@Controller('v1/links')
export class UseLinkController {
  constructor(
    private readonly commands: CommandBus,
    private readonly signIns: SignInRepository,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowAnyone()
  @Post('look')
  @HttpCode(200)
  @Describe({
    id: 'lookAtLink',
    tag: 'accounts',
    fr: 'Voir à quoi sert un lien, sans l’utiliser',
    en: 'See what a link is for, without using it',
    answer: sight,
    example: { purpose: 'invitation', login: 'camille.roux@maison.example', name: 'Camille Roux' },
    changes: { status: 200, versioned: false },
    problems: ['invalid_body', 'invalid_json', 'link_gone', 'forbidden', 'unsupported_media_type'],
  })
  async look(@Body({ schema: lookBody }) body: z.output<typeof lookBody>): Promise<LinkSight> {
    const found = await this.signIns.lookAtLink(this.settings.organisationId, body.token);
    if (found === null) throw linkGone();
    return found;
  }

  @AllowAnyone()
  @Post('use')
  @HttpCode(200)
  @Describe({
    id: 'useLink',
    tag: 'accounts',
    fr: 'Choisir son mot de passe par un lien, et se connecter',
    en: 'Choose one’s password by a link, and sign in',
    details: 'Un lien sert une fois. Toute autre session du compte finit. · A link is used once. Every other session of the account ends.',
    answer: me,
    example: exampleMe,
    changes: { status: 200, versioned: false },
    problems: ['invalid_body', 'invalid_json', 'link_gone', 'forbidden', 'unsupported_media_type'],
  })
  async use(@Body({ schema: useBody }) body: z.output<typeof useBody>, @Res({ passthrough: true }) reply: FastifyReply): Promise<Me> {
    const { organisationId } = this.settings;
    const found = await this.signIns.lookAtLink(organisationId, body.token);
    if (found === null) throw linkGone();
    const owner = found.purpose === 'first' ? firstOwner(body) : { login: found.login!, name: found.name! };
    checkPassword(body.password, owner);
    const signedIn = await this.commands.execute(new UseLinkCommand(organisationId, body.token, body.password, found.purpose === 'first' ? owner : null));
    if (signedIn === null) throw linkGone();
    setSession(this.settings, reply, signedIn.session);
    return meOfAccount(signedIn.account);
  }
}

function firstOwner({ login: name, name: fullName }: z.output<typeof useBody>): { login: string; name: string } {
  if (name !== undefined && fullName !== undefined) return { login: name, name: fullName };
  throw new ProblemException(422, 'unprocessable', { fr: 'Le premier compte a besoin d’un identifiant et d’un nom.', en: 'The first account needs a login and a name.' }, [
    { pointer: name === undefined ? '#/login' : '#/name', detail: { fr: 'Champ obligatoire.', en: 'Required.' } },
  ]);
}
