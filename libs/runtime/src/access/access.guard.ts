import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import { type Actor, isAllowed } from '#domain';
import type { FastifyRequest } from 'fastify';
import { ProblemException } from '../http/problem.js';
import type { ActorSource } from './actor-source.js';
import { ADMISSION, type Admission } from './allow.decorator.js';
import { credentialsOf } from './credentials.js';
import { rememberActor } from './current-actor.decorator.js';

/** In front of every handler: closed unless `@Allow` opens it, to whom it names. */
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    /** Undefined: nobody can be known. */
    private readonly source: () => ActorSource | undefined,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const admission = this.reflector.getAllAndOverride<Admission | undefined>(ADMISSION, [context.getHandler(), context.getClass()]);
    if (admission?.to === 'anyone') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const credentials = credentialsOf(request);
    const actor = (await this.source()?.actorOf(credentials)) ?? null;
    if (actor === null) throw unknown(credentials.key !== null);
    if (admission === undefined || !isAllowed(actor, admission.to)) throw missing(admission?.to ?? [], actor);
    if (admission.allTeams && actor.teams !== 'all') throw narrow();
    rememberActor(request, actor);
    return true;
  }
}

/** 401; RFC 6750 §3 tells a key that is not valid from none at all. */
const unknown = (withKey: boolean): ProblemException =>
  new ProblemException(
    401,
    'unauthorised',
    withKey
      ? { fr: 'Cette clé n’est pas connue, n’est plus valable ou a été retirée.', en: 'This key is not known, has expired or was revoked.' }
      : { fr: 'Connectez-vous, ou envoyez une clé : « Authorization: Bearer dia_… ».', en: 'Sign in, or send a key: "Authorization: Bearer dia_…".' },
    undefined,
    { 'www-authenticate': `Bearer realm="diapason"${withKey ? ', error="invalid_token"' : ''}` },
  );

function missing(permissions: readonly string[], { roles, scopes }: Actor): ProblemException {
  const held = [...roles, ...scopes].join(', ');
  const needed = permissions.join(', ');
  return new ProblemException(403, 'forbidden', {
    fr: needed === '' ? 'Cette adresse n’est ouverte à personne.' : `Il faut l’un de ces droits : ${needed}. Vous avez : ${held || 'aucun'}.`,
    en: needed === '' ? 'This address is open to nobody.' : `One of these rights is needed: ${needed}. You have: ${held || 'none'}.`,
  });
}

const narrow = (): ProblemException =>
  new ProblemException(403, 'forbidden', {
    fr: 'Ceci concerne toutes les équipes : il faut un accès à toutes les équipes.',
    en: 'This is about every team: access to all teams is needed.',
  });
