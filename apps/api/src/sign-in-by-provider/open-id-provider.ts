import { Injectable } from '@nestjs/common';
import * as client from 'openid-client';
import type { Claims } from './read-claims.js';
import type { ProviderSettings } from './provider-settings.js';

/** What is remembered between leaving for the provider and coming back, in a cookie of its own. */
export interface Leave {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where in the console one was. */
  readonly to: string;
}

/** Signs in by OpenID Connect: discovery, authorization code flow, PKCE (S256), state and nonce. */
@Injectable()
export class OpenIdProvider {
  #configuration: Promise<client.Configuration> | undefined;

  constructor(
    private readonly settings: ProviderSettings,
    private readonly redirectUri: string,
  ) {}

  /** Where the browser goes, and what is to be remembered until it comes back. */
  async leave(to: string): Promise<{ readonly url: string; readonly leave: Leave }> {
    const leave = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier(), to };
    const url = client.buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: this.redirectUri,
      scope: 'openid profile email',
      state: leave.state,
      nonce: leave.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(leave.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, leave };
  }

  /**
   * Whom the provider names.
   * @param query of the address that the browser came back to
   * @throws what openid-client throws when anything does not fit: state, nonce, code, signature, issuer, audience
   */
  async comeBack(query: string, { state, nonce, verifier }: Leave): Promise<Claims> {
    const configuration = await this.configuration();
    const tokens = await client.authorizationCodeGrant(configuration, new URL(`${this.redirectUri}?${query}`), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const told = tokens.claims();
    if (told === undefined) throw new Error('the provider sent no id token');
    const more = configuration.serverMetadata().userinfo_endpoint === undefined ? {} : await client.fetchUserInfo(configuration, tokens.access_token, told.sub);
    return { ...more, ...told };
  }

  /** Asked once; again when it failed. */
  private configuration(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    // Plain HTTP is for a provider on this machine only: tests, and nothing else.
    const plain = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?:\/|$)/.test(issuer);
    this.#configuration ??= client
      .discovery(new URL(issuer), clientId, clientSecret, undefined, plain ? { execute: [client.allowInsecureRequests] } : undefined)
      .catch((error: unknown) => {
        this.#configuration = undefined;
        throw error;
      });
    return this.#configuration;
  }
}
