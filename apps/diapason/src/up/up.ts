import path from 'node:path';
import { isOrganisationId } from '#domain';
import { describeApi, firstAccountAddress, providerIn, PROVIDER_VARIABLES, WEBHOOK_VARIABLES } from '#api';
import { InteractionPublisher, secretsIn } from '#ingest';
import { waitForKafka } from '#messaging';
import { ACCESS_VARIABLES, accessModeAt, createHttpApp, log, onShutdown, readEnvironment, setLogLevel } from '#runtime';
import { CoachingRepository, DirectoryReader, DirectoryRepository, InventedAccounts, OrganisationRepository, Projector, ReportReader, ScorecardRepository } from '#storage';
import { commandName } from '../command-name.js';
import { Failure } from '../failure.js';
import { projectRoot } from '../project-root.js';
import { z } from 'zod';
import { AllInOneModule } from './all-in-one.module.js';
import { openServer } from './database.js';
import { readDirectoryFile } from './directory-file.js';
import { listSamplePeople } from './list-sample-people.js';
import { demonstrate } from './demonstration/demonstrate.js';
import { holdFolder } from './one-instance.js';
import { organisationFor } from './organisation.js';
import { publishSampleScorecard } from './sample-scorecard.js';
import { sayTaken } from './say-samples.js';
import { type SamplesTaken, takeInSamples } from './take-in-samples.js';

const SETTLE_MS = 10_000;
/** For a Kafka that is still starting. */
const START_WAIT_MS = 30_000;

export interface UpOptions {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly samples: boolean;
  /** Whether invented people work in the sample organisation. */
  readonly demonstration: boolean;
  readonly rulebook: string;
  readonly organisation?: string;
}

/** Starts everything in this process and prints the address; SIGINT and SIGTERM stop it in order, database last. */
export async function up(options: UpOptions): Promise<void> {
  // A person watches this terminal: only what went wrong, unless asked for more.
  const quiet = !process.env['LOG_LEVEL'];
  // Until all is up whatever goes wrong is thrown, and told once.
  if (quiet) setLogLevel('silent');
  const samplesFolder = path.join(projectRoot(), 'samples');
  const organisation = organisationFor(options.samples, options.organisation);
  if (!isOrganisationId(organisation.id)) {
    throw new Failure(`« ${organisation.id} » n’est pas un identifiant d’organisation : minuscules, chiffres et tirets, 63 signes au plus.`);
  }

  const environment = readEnvironment(z.object({ ...ACCESS_VARIABLES, ...WEBHOOK_VARIABLES, ...PROVIDER_VARIABLES }));
  const { DIAPASON_ACCESS: asked, DIAPASON_PUBLIC_URL: publicUrl, DIAPASON_WEBHOOKS_PRIVATE: privateWebhooks } = environment;
  const provider = providerIn(environment, publicUrl);
  const access = accessModeAt(options.host, asked ?? (process.env['DATABASE_URL'] ? 'accounts' : 'setup'));

  const folder = holdFolder(path.resolve(options.data));
  say('Démarrage de Diapason…');
  const database = await openServer(options.data).catch((error: unknown) => {
    folder.release();
    throw error;
  });
  const kafkaBrokers = process.env['KAFKA_BROKERS'];
  const app = await (async () => {
    if (kafkaBrokers) await waitForKafka({ brokers: kafkaBrokers.split(','), waitMs: START_WAIT_MS, onRetry: log.warn });
    return createHttpApp(
      AllInOneModule.register({
        databaseUrl: database.url,
        migrationUrl: database.migrationUrl,
        kafkaBrokers,
        chatwootSecrets: secretsIn(process.env['DIAPASON_CHATWOOT_SECRET']),
        organisationId: organisation.id,
        access,
        publicUrl,
        provider,
        privateWebhooks,
        rulebookDir: path.resolve(options.rulebook),
        // Invented people have nothing to be protected, and samples are to be seen next year too.
        retention: !options.samples,
        consoleDir: path.join(projectRoot(), 'dist/console'),
        directory: options.samples ? await readDirectoryFile(path.join(samplesFolder, 'directory.json')) : undefined,
      }),
      {
        port: options.port,
        host: options.host,
        bodyLimit: 32 * 1024 * 1024,
        prepare: async (prepared) => {
          // Before the analyzer starts: it takes in nothing for an organisation that does not exist.
          await prepared.get(OrganisationRepository).ensureOrganisation(organisation);
          describeApi(prepared);
        },
      },
    );
  })().catch(async (error: unknown) => {
    await database.stop();
    folder.release();
    throw inWords(error, options.port);
  });

  if (quiet) setLogLevel('warn');
  const url = (await app.getUrl()).replace('[::1]', 'localhost').replace('127.0.0.1', 'localhost');
  folder.announce(url);
  onShutdown([
    { name: 'application', stop: () => app.close() },
    { name: 'database', stop: () => database.stop() },
    { name: 'data folder', stop: async () => folder.release() },
  ]);

  let taken: SamplesTaken | null = null;
  if (options.samples) {
    const people = listSamplePeople(app.get(DirectoryReader), app.get(DirectoryRepository), organisation.id, path.join(samplesFolder, 'directory.json'));
    const scorecard = publishSampleScorecard(app.get(ScorecardRepository), organisation.id);
    taken = await Promise.all([people, scorecard]).then(() => takeInSamples(app.get(InteractionPublisher), samplesFolder)).catch((error: unknown) => {
      // The service itself is up: the next start takes in what is missing.
      log.error('the samples could not be taken in', { error });
      return null;
    });
  }
  // The first page opened must show what was just taken in.
  await app.get(Projector).settle(SETTLE_MS).catch((error: unknown) => log.warn('the views lag behind', { error }));
  if (options.samples && options.demonstration && access !== 'accounts') {
    await demonstrate(app.get(InventedAccounts), app.get(CoachingRepository), organisation.id, url).catch((error: unknown) => log.error('the demonstration is not complete', { error }));
  }
  say(`\nDiapason est prêt : ${url}`);
  if (taken !== null) say(await sayTaken(app.get(ReportReader), organisation.id, taken));
  const address = access === 'open' ? null : await firstAccountAddress(app, organisation.id, publicUrl ?? url);
  if (address !== null) {
    say(access === 'setup' ? '  Accès ouvert sur cette machine, jusqu’au premier compte. Pour le créer (une fois, dans les 24 heures) :' : '  Personne n’a encore de compte. Pour créer le premier (une fois, dans les 24 heures) :');
    say(`  ${address}`);
  }
  say(`  API : ${url}/docs · données : ${path.resolve(options.data)} · Ctrl-C pour arrêter`);
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** A taken port is told with the option that avoids it; the message itself is the server's. */
function inWords(error: unknown, port: number): unknown {
  if (!(error instanceof Error) || error.name !== 'ListenError') return error;
  return new Failure(`${error.message} Par exemple : ${commandName()} up --port ${port + 1} (ou npm start -- --port ${port + 1})`, 1);
}
