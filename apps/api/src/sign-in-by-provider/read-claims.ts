import { loginOf, ROLES } from '#domain';
import type { ProviderSignIn } from '#storage';
import type { ProviderSettings } from './provider-settings.js';

export type Claims = Readonly<Record<string, unknown>> & { readonly iss: string; readonly sub: string };

/** What a provider says of somebody, as it is understood here. Groups without a role give none. */
export function readClaims(claims: Claims, { rolesClaim, roles, teamsClaim }: ProviderSettings): Omit<ProviderSignIn, 'organisationId'> {
  const groups = textsOf(claims[rolesClaim]);
  const held = new Set(groups.map((group) => roles.get(group)));
  const teams = teamsClaim === null ? null : textsOf(claims[teamsClaim]);
  const email = claims['email_verified'] === true && typeof claims['email'] === 'string' ? loginOf(claims['email']) : null;
  return {
    issuer: claims.iss,
    subject: claims.sub,
    login: email,
    name: [claims['name'], email].find((text) => typeof text === 'string' && text !== '')?.toString().slice(0, 120) ?? claims.sub,
    roles: roles.size === 0 ? null : ROLES.filter((role) => held.has(role)),
    teams: teams === null ? null : teams.includes('*') ? 'all' : teams,
  };
}

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
