import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import type { Permission } from '#domain';
import { ApiProblems } from '../http/api-problems.decorator.js';

/** Who may call a handler. A handler that says nothing is closed to everybody. */
export interface Admission {
  readonly to: readonly Permission[] | 'anyone';
  /** Only for those who see every team: what it shows or changes cannot be told apart by team. */
  readonly allTeams: boolean;
}

export const ADMISSION = 'diapason:admission';
/** In the OpenAPI document: roles and scopes, or `anyone`. */
export const ALLOW_EXTENSION = 'x-allow';
export const ALL_TEAMS_EXTENSION = 'x-all-teams';

const admit = (admission: Admission): MethodDecorator & ClassDecorator =>
  applyDecorators(
    SetMetadata(ADMISSION, admission),
    ApiExtension(ALLOW_EXTENSION, admission.to),
    ...(admission.allTeams ? [ApiExtension(ALL_TEAMS_EXTENSION, true)] : []),
    ...(admission.to === 'anyone' ? [] : [ApiSecurity('key'), ApiSecurity('session'), ApiProblems('unauthorised', 'forbidden')]),
  );

/** Opens a handler to whoever has one of the roles or scopes, within the actor's teams. */
export const Allow = (...permissions: readonly Permission[]): MethodDecorator & ClassDecorator => admit({ to: permissions, allTeams: false });

/** The same, for those who see every team. */
export const AllowForAllTeams = (...permissions: readonly Permission[]): MethodDecorator & ClassDecorator => admit({ to: permissions, allTeams: true });

/** Opens a handler to everybody, signed in or not: pages, health, and doors with a lock of their own. */
export const AllowAnyone = (): MethodDecorator & ClassDecorator => admit({ to: 'anyone', allTeams: false });
