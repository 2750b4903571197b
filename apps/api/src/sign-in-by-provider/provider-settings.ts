import { isRole, type Role } from '#domain';
import { EnvironmentError } from '#runtime';
import { z } from 'zod';

/** An OpenID provider, and what its claims mean here. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** On the button. */
  readonly name: string;
  /** Claim with the groups of a person. */
  readonly rolesClaim: string;
  /** Group → role; empty: only who has an account comes in, with the rights it has. */
  readonly roles: ReadonlyMap<string, Role>;
  /** Claim with the refs of the teams that a person sees, `*` for all; absent: teams are left as they are. */
  readonly teamsClaim: string | null;
}

export const PROVIDER_VARIABLES = {
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional().describe('https://fournisseur.example, dont dépend /.well-known/openid-configuration'),
  OIDC_CLIENT_ID: z.string().optional().describe('l’identifiant donné par le fournisseur'),
  OIDC_CLIENT_SECRET: z.string().optional().describe('le secret donné par le fournisseur'),
  OIDC_NAME: z.string().optional().describe('ce que dit le bouton'),
  OIDC_ROLES_CLAIM: z.string().default('groups').describe('le nom d’un attribut'),
  OIDC_ROLES: z.string().default('').transform(rolesOf).describe('groupe=rôle, séparés par des virgules'),
  OIDC_TEAMS_CLAIM: z.string().optional().describe('le nom d’un attribut'),
};

/**
 * The provider of the environment, if there is one.
 * @throws EnvironmentError when a part of it is missing
 */
export function providerIn(env: z.output<z.ZodObject<typeof PROVIDER_VARIABLES>>, publicUrl: string | undefined): ProviderSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (issuer === undefined) return undefined;
  if (clientId === undefined || clientSecret === undefined || publicUrl === undefined) {
    throw new EnvironmentError('OIDC_ISSUER demande aussi OIDC_CLIENT_ID, OIDC_CLIENT_SECRET et DIAPASON_PUBLIC_URL (l’adresse à laquelle le fournisseur renvoie).');
  }
  return {
    issuer,
    clientId,
    clientSecret,
    name: env.OIDC_NAME ?? new URL(issuer).host,
    rolesClaim: env.OIDC_ROLES_CLAIM,
    roles: env.OIDC_ROLES,
    teamsClaim: env.OIDC_TEAMS_CLAIM ?? null,
  };
}

function rolesOf(text: string, context: z.RefinementCtx): ReadonlyMap<string, Role> {
  const found = new Map<string, Role>();
  for (const pair of text.split(',').map((part) => part.trim()).filter((part) => part !== '')) {
    const at = pair.lastIndexOf('=');
    const role = pair.slice(at + 1).trim();
    // Which agent somebody is, no group says: that account is made by hand.
    if (at < 1 || !isRole(role) || role === 'agent') context.addIssue({ code: 'custom', message: `${pair} n’est pas groupe=rôle` });
    else found.set(pair.slice(0, at).trim(), role);
  }
  return found;
}
