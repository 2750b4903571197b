import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { AccessKey } from '#domain';
import { AllowForAllTeams } from '#runtime';
import { z } from 'zod';
import { exampleKey } from '../access/account.example.js';
import { accessKey } from '../access/account.schema.js';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { noParameters } from '../http/filters.schema.js';
import { Describe } from '../openapi/describe.decorator.js';
import { ListKeysQuery } from './list-keys.query.js';

const keyList = z.strictObject({ items: z.array(accessKey) }).meta({ id: 'AccessKeyList' });

@Controller('v1/keys')
export class ListKeysController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowForAllTeams('admin', 'dpo')
  @Get()
  @Header('cache-control', 'no-store')
  @Describe({ id: 'listKeys', tag: 'accounts', fr: 'Lister les clés des programmes', en: 'List the keys of programs', answer: keyList, example: { items: [exampleKey] }, problems: ['invalid_query'] })
  async list(@Query({ schema: noParameters }) _none: unknown): Promise<{ items: readonly AccessKey[] }> {
    return { items: await this.queries.execute(new ListKeysQuery(this.settings.organisationId)) };
  }
}
