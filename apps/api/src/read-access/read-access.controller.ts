import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { ACCESS_STORE, type AccessStore } from '#domain';
import { ActorSource, AllowAnyone } from '#runtime';
import { exampleAccess } from '../access/account.example.js';
import { access, type AccessView } from '../access/account.schema.js';
import { API_SETTINGS, type ApiSettings } from '../api-settings.js';
import { noParameters } from '../http/filters.schema.js';
import { PROVIDER_PATH } from '../sign-in-by-provider/sign-in-by-provider.controller.js';
import { Describe } from '../openapi/describe.decorator.js';

@Controller('v1/access')
export class ReadAccessController {
  constructor(
    private readonly actors: ActorSource,
    @Inject(ACCESS_STORE) private readonly store: AccessStore,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  @AllowAnyone()
  @Get()
  @Header('cache-control', 'no-store')
  @Describe({
    id: 'readAccess',
    tag: 'accounts',
    fr: 'Savoir comment se connecter',
    en: 'Know how to sign in',
    answer: access,
    example: exampleAccess,
    problems: ['invalid_query'],
  })
  async read(@Query({ schema: noParameters }) _none: unknown): Promise<AccessView> {
    const [open, hasAccounts] = await Promise.all([this.actors.isOpen(), this.store.hasAccounts(this.settings.organisationId)]);
    const { provider } = this.settings;
    return { open, hasAccounts, providers: provider === undefined ? [] : [{ name: provider.name, path: PROVIDER_PATH }] };
  }
}
