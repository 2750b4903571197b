import { Controller, Get, Header, Inject, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Account } from '#domain';
import { AllowForAllTeams } from '#runtime';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { accountTag, noSuchAccount } from '../access/account-answers.js';
import { exampleAccount } from '../access/account.example.js';
import { account } from '../access/account.schema.js';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { noParameters } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { ListAccountsQuery } from './list-accounts.query.js';

const accountList = z.strictObject({ items: z.array(account) }).meta({ id: 'AccountList' });

@Controller('v1/accounts')
export class ListAccountsController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams('admin', 'dpo')
  @Get()
  @Header('cache-control', 'no-store')
  @Describe({ id: 'listAccounts', tag: 'accounts', fr: 'Lister les comptes', en: 'List accounts', answer: accountList, example: { items: [exampleAccount] }, problems: ['invalid_query'] })
  async list(@Query({ schema: noParameters }) _none: unknown): Promise<{ items: readonly Account[] }> {
    return { items: await this.queries.execute(new ListAccountsQuery(this.settings.organisationId)) };
  }

  @AllowForAllTeams('admin', 'dpo')
  @Get(':id')
  @Describe({ id: 'readAccount', tag: 'accounts', fr: 'Lire un compte', en: 'Read an account', answer: account, example: exampleAccount, problems: ['invalid_path', 'invalid_query', 'not_found'] })
  async read(@Param('id', { schema: z.uuid() }) id: string, @Query({ schema: noParameters }) _none: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<Account> {
    const accounts = await this.queries.execute(new ListAccountsQuery(this.settings.organisationId));
    const found = accounts.find((one) => one.id === id);
    if (found === undefined) throw noSuchAccount();
    void reply.header('etag', accountTag(found));
    return found;
  }
}
