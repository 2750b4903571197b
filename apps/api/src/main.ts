import { basename, join, resolve } from 'node:path';
import { Module, type DynamicModule } from '@nestjs/common';
import { STRICT_SETTINGS } from '#domain';
import { ACCESS_VARIABLES, accessModeAt, AccessModule, createHttpApp, DATABASE_VARIABLES, HTTP_VARIABLES, log, onShutdown, readEnvironment } from '#runtime';
import { type NewOrganisation, OrganisationRepository, StorageModule } from '#storage';
import { z } from 'zod';
import { firstAccountAddress } from './access/first-account.js';
import { ApiModule } from './api.module.js';
import { providerIn, PROVIDER_VARIABLES } from './sign-in-by-provider/provider-settings.js';
import { describeApi } from './openapi/describe-api.js';
import { WEBHOOK_VARIABLES } from './webhooks/webhook-variables.js';

const environment = z.object({
  ...HTTP_VARIABLES,
  ...DATABASE_VARIABLES,
  ...ACCESS_VARIABLES,
  ...WEBHOOK_VARIABLES,
  ...PROVIDER_VARIABLES,
});

@Module({})
class ApiProcess {}

/**
 * The API as a process of its own: listens until SIGINT or SIGTERM.
 * @throws EnvironmentError when a variable is missing or wrong, DatabaseUnreachableError when the database does not answer; what connecting or listening throws.
 */
export async function startApi(env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const settings = readEnvironment(environment, env);
  const organisationId = settings.DIAPASON_ORGANISATION;
  const publicUrl = settings.DIAPASON_PUBLIC_URL;
  const provider = providerIn(settings, publicUrl);
  const mode = accessModeAt(settings.HOST, settings.DIAPASON_ACCESS ?? 'accounts');
  const root: DynamicModule = {
    module: ApiProcess,
    imports: [
      StorageModule.register({ databaseUrl: settings.DATABASE_URL, migrationUrl: settings.DATABASE_MIGRATION_URL, waitMs: settings.DIAPASON_START_WAIT * 1000 }),
      AccessModule.register({ mode, organisationId }),
      ApiModule.register({ organisationId, consoleDir: consoleFolder(), webhooks: { privateAddresses: settings.DIAPASON_WEBHOOKS_PRIVATE }, ...(publicUrl !== undefined && { publicUrl }), ...(provider !== undefined && { provider }) }),
    ],
  };
  const app = await createHttpApp(root, {
    port: settings.PORT,
    host: settings.HOST,
    allowedHosts: settings.DIAPASON_ALLOWED_HOSTS,
    prepare: async (api) => {
      await api.get(OrganisationRepository).ensureOrganisation(startingAs(organisationId));
      describeApi(api);
    },
  });
  onShutdown([{ name: 'api', stop: () => app.close() }]);
  const url = await app.getUrl();
  log.info('api is ready', { url, organisation: organisationId, access: mode });
  const address = mode === 'open' ? null : await firstAccountAddress(app, organisationId, publicUrl ?? url);
  if (address !== null) log.warn('nobody has an account yet: open this address once, within 24 hours, to make the first', { address });
}

/** Processes start in any order: whoever comes first creates the organisation, with the strict settings. */
const startingAs = (id: string): NewOrganisation => ({
  id,
  name: id,
  timeZone: 'Europe/Paris',
  settings: STRICT_SETTINGS,
  reason: 'création : réglages stricts',
});

/** Where the build puts the console, from the built code and from the sources alike. */
export function consoleFolder(): string {
  const above = resolve(import.meta.dirname, '../../..');
  return basename(above) === 'dist' ? join(above, 'console') : join(above, 'dist/console');
}
