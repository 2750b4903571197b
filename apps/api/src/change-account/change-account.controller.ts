import { Body, Controller, Headers, Inject, Param, Patch, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Account, Actor } from '#domain';
import { AllowForAllTeams, checkIfMatch, CurrentActor, ProblemException } from '#runtime';
import { type AccountChanged, AccountRepository } from '#storage';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { accountTag, agentUnnamed, noSuchAccount, unknownTeams } from '../access/account-answers.js';
import { exampleAccount } from '../access/account.example.js';
import { account, agentRef, personName, roles, teams } from '../access/account.schema.js';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { Describe } from '../openapi/describe.decorator.js';
import { ownIdentity } from '../reviews/own-words.js';
import { ChangeAccountCommand } from './change-account.command.js';

const body = z.strictObject({
  name: personName.optional(),
  roles: roles.optional(),
  teams: teams.optional(),
  agentRef: agentRef.optional(),
  disabled: z.boolean().optional().describe('Ferme le compte et finit ses sessions · Closes the account and ends its sessions'),
});

@Controller('v1/accounts')
export class ChangeAccountController {
  constructor(
    private readonly commands: CommandBus,
    private readonly accounts: AccountRepository,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams('admin')
  @Patch(':id')
  @Describe({
    id: 'changeAccount',
    tag: 'accounts',
    fr: 'Changer les droits d’un compte, le fermer ou le rouvrir',
    en: 'Change the rights of an account, close or reopen it',
    details: 'Inscrit au journal. Vaut dès la requête suivante. Le dernier administrateur le reste. · Journalled. Holds from the next request on. The last administrator stays one.',
    answer: account,
    example: exampleAccount,
    changes: true,
    problems: ['invalid_body', 'invalid_json', 'invalid_path', 'not_found', 'own_identity', 'last_admin', 'precondition_failed', 'unsupported_media_type'],
  })
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: body }) change: z.output<typeof body>,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Account> {
    const { organisationId } = this.settings;
    const result = await this.commands.execute(new ChangeAccountCommand(organisationId, id, change, actor.id, await this.seen(id, ifMatch)));
    if (result.kind !== 'done') throw refusal(result, change.teams ?? []);
    void reply.header('etag', accountTag(result.account));
    return result.account;
  }

  private async seen(id: string, ifMatch: string | undefined): Promise<number | undefined> {
    if (ifMatch === undefined) return undefined;
    const found = await this.accounts.readAccount(this.settings.organisationId, id);
    if (found === null) throw noSuchAccount();
    checkIfMatch(ifMatch, accountTag(found));
    return ifMatch.trim() === '*' ? undefined : found.version;
  }
}

function refusal(result: Exclude<AccountChanged, { kind: 'done' }>, asked: 'all' | readonly string[]): ProblemException {
  if (result.kind === 'missing') return noSuchAccount();
  if (result.kind === 'own') return ownIdentity();
  if (result.kind === 'agent-unnamed') return agentUnnamed();
  if (result.kind === 'unknown-teams') return unknownTeams(asked, result.teams);
  if (result.kind === 'stale') {
    return new ProblemException(412, 'precondition_failed', { fr: 'Ce compte a changé entre-temps. Rien n’a été changé : relisez-le.', en: 'This account changed meanwhile. Nothing was changed: read it again.' });
  }
  return new ProblemException(409, 'last_admin', {
    fr: 'C’est le dernier administrateur de toutes les équipes : donnez d’abord ce rôle à un autre compte actif.',
    en: 'This is the last administrator of every team: give that role to another active account first.',
  });
}
