import { Controller, Get, Inject, type OnModuleInit, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { AllowAnyone, log } from '#runtime';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { setSession } from '../access/session-cookie.js';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { noSuch } from '../http/no-such.js';
import { type Leave, OpenIdProvider } from './open-id-provider.js';
import { readClaims } from './read-claims.js';
import { SignInByProviderCommand } from './sign-in-by-provider.command.js';

export const PROVIDER_PATH = '/v1/sign-in/provider';
const COOKIE = 'diapason-provider';
const LEAVE_SECONDS = 600;
const leaveSchema = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string() });

/** For browsers, which follow addresses: no operation of the API document. */
@ApiExcludeController()
@AllowAnyone()
@Controller('v1/sign-in/provider')
export class SignInByProviderController implements OnModuleInit {
  #provider: OpenIdProvider | undefined;

  constructor(
    private readonly commands: CommandBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  onModuleInit(): void {
    const { provider, publicUrl } = this.settings;
    if (provider !== undefined && publicUrl !== undefined) this.#provider = new OpenIdProvider(provider, `${publicUrl}${PROVIDER_PATH}/return`);
  }

  @Get()
  async leave(@Query('vers') to: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { url, leave } = await this.provider().leave(typeof to === 'string' ? to : '/');
    await this.remember(reply, Buffer.from(JSON.stringify(leave)).toString('base64url'), LEAVE_SECONDS).redirect(url, 302);
  }

  @Get('return')
  async comeBack(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const provider = this.provider();
    const leave = leaveIn(request.headers.cookie ?? '');
    // Of no more use, whatever comes of it.
    this.remember(reply, '', 0);
    try {
      if (leave === null) throw new Error('came back without having left from here');
      const claims = await provider.comeBack(request.url.split('?')[1] ?? '', leave);
      const signedIn = await this.commands.execute(new SignInByProviderCommand({ ...readClaims(claims, this.settings.provider!), organisationId: this.settings.organisationId }));
      if (signedIn === null) {
        await reply.redirect('/connexion?refus=compte', 302);
        return;
      }
      setSession(this.settings, reply, signedIn.session);
      await reply.redirect(/^\/(?![/\\])/.test(leave.to) ? leave.to : '/', 302);
    } catch (error) {
      log.warn('a sign-in by the OpenID provider failed', { error });
      await reply.redirect('/connexion?refus=fournisseur', 302);
    }
  }

  private provider(): OpenIdProvider {
    if (this.#provider === undefined) throw noSuch('Fournisseur d’identité', 'identity provider');
    return this.#provider;
  }

  private remember(reply: FastifyReply, value: string, seconds: number): FastifyReply {
    const secure = this.settings.publicUrl?.startsWith('https:') ? '; Secure' : '';
    return reply.header('set-cookie', `${COOKIE}=${value}; Path=${PROVIDER_PATH}; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`).header('cache-control', 'no-store');
  }
}

function leaveIn(header: string): Leave | null {
  const value = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]+)`).exec(header)?.[1];
  if (value === undefined) return null;
  try {
    return leaveSchema.parse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')));
  } catch {
    // Not one that we wrote.
    return null;
  }
}
