import { Controller, Delete, Inject, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { AllowAnyone, credentialsOf } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { clearSession } from '../access/session-cookie.js';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { Describe } from '../openapi/describe.decorator.js';
import { SignOutCommand } from './sign-out.command.js';

const signedOut = z.strictObject({ signedIn: z.literal(false) }).meta({ id: 'SignedOut' });

@Controller('v1/session')
export class SignOutController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowAnyone()
  @Delete()
  @Describe({
    id: 'signOut',
    tag: 'accounts',
    fr: 'Se déconnecter',
    en: 'Sign out',
    answer: signedOut,
    example: { signedIn: false },
    changes: { status: 200, versioned: false },
    problems: ['forbidden'],
  })
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<z.output<typeof signedOut>> {
    const { session } = credentialsOf(request);
    if (session !== null) await this.commands.execute(new SignOutCommand(this.settings.organisationId, session));
    clearSession(this.settings, reply);
    return { signedIn: false };
  }
}
