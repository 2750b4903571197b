import { basename, join, resolve } from 'node:path';
import { Module, type DynamicModule } from '@nestjs/common';
import { STRICT_SETTINGS } from '#domain';
import { AccessModule, createHttpApp, DATABASE_VARIABLES, HTTP_VARIABLES, log, onShutdown, readEnvironment } from '#runtime';
import { type NewOrganisation, OrganisationRepository, StorageModule } from '#storage';
import { z } from 'zod';
import { ApiModule } from './api.module.js';
import { describeApi } from './openapi/describe-api.js';

const environment = z.object({
  ...HTTP_VARIABLES,
  ...DATABASE_VARIABLES,
});

@Module({})
class ApiProcess {}

/**
 * The API as a process of its own: listens until SIGINT or SIGTERM.
 * @throws EnvironmentError when a variable is missing or wrong, DatabaseUnreachableError when the database does not answer; what connecting or listening throws.
 */
export async function startApi(env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const settings = readEnvironment(environment, env);
  const root: DynamicModule = {
    module: ApiProcess,
    imports: [
      StorageModule.register({ databaseUrl: settings.DATABASE_URL, waitMs: settings.DIAPASON_START_WAIT * 1000 }),
      AccessModule.open(settings.DIAPASON_ORGANISATION),
      ApiModule.register({ organisationId: settings.DIAPASON_ORGANISATION, consoleDir: consoleFolder() }),
    ],
  };
  const app = await createHttpApp(root, {
    port: settings.PORT,
    host: settings.HOST,
    allowedHosts: settings.DIAPASON_ALLOWED_HOSTS,
    prepare: async (api) => {
      await api.get(OrganisationRepository).ensureOrganisation(startingAs(settings.DIAPASON_ORGANISATION));
      describeApi(api);
    },
  });
  onShutdown([{ name: 'api', stop: () => app.close() }]);
  log.info('api is ready', { url: await app.getUrl(), organisation: settings.DIAPASON_ORGANISATION });
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
