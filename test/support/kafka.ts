import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, mkdtemp, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from './free-port.js';

export interface TestKafka {
  /** `host:port[,host:port]` as KAFKA_BROKERS takes it. */
  readonly brokers: string;
  stop(): Promise<void>;
}

const KAFKA_VERSION = '4.3.1';
const HERE = path.join(import.meta.dirname, 'kafka');
const CLUSTER_ID = 'MkU3OEVBNTcwNTJENDM2Qg';
const START_LIMIT_MS = 60_000;
const run = promisify(execFile);

/**
 * A real Kafka for tests: the one of KAFKA_BROKERS, else one of our own from the jars of Maven Central (Java ≥ 17
 * and Maven; the jars are kept in KAFKA_JARS_DIR or the user's cache).
 * @returns null, and says so aloud, when there is neither; with REQUIRE_KAFKA=1 that is an error.
 */
export async function startTestKafka(): Promise<TestKafka | null> {
  const brokers = process.env['KAFKA_BROKERS'];
  if (brokers) return { brokers, stop: async () => undefined };
  const missing = await whatIsMissing();
  if (missing === null) return startFromJars();
  const message =
    `Kafka tests cannot run: KAFKA_BROKERS is not set and ${missing}. ` +
    'Install Java 17 and Maven, or run `docker compose up -d kafka` and set KAFKA_BROKERS=localhost:9092.';
  if (process.env['REQUIRE_KAFKA'] === '1') throw new Error(message);
  process.stderr.write(`\n*** ${message} ***\n\n`);
  return null;
}

async function whatIsMissing(): Promise<string | null> {
  const java = await run('java', ['-version'], { timeout: 10_000 }).catch(() => null);
  const major = Number(/version "(\d+)/.exec(java?.stderr ?? '')?.[1] ?? 0);
  if (major < 17) return major === 0 ? 'there is no Java' : `Java is ${major}, not 17 or later`;
  if (await exists(path.join(jarsDirectory(), '.complete'))) return null;
  const maven = await run('mvn', ['-v'], { timeout: 30_000 }).catch(() => null);
  return maven === null ? 'there is no Maven to fetch it with' : null;
}

async function startFromJars(): Promise<TestKafka> {
  const jars = await fetchJars();
  const data = await mkdtemp(path.join(tmpdir(), 'diapason-test-kafka-'));
  const [port, controllerPort] = [await freePort(), await freePort()];
  const properties = path.join(data, 'server.properties');
  const template = await readFile(path.join(HERE, 'server.properties'), 'utf8');
  await writeFile(
    properties,
    template
      .replaceAll('@CPORT@', String(controllerPort))
      .replaceAll('@PORT@', String(port))
      .replaceAll('@DATA@', data),
  );
  const jvm = [
    '-Xms128m',
    '-Xmx256m',
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    `-Dlog4j2.configurationFile=${path.join(HERE, 'log4j2.properties')}`,
    '-cp',
    `${jars}/*`,
  ];
  await run('java', [...jvm, 'kafka.tools.StorageTool', 'format', '-t', CLUSTER_ID, '-c', properties]);
  const log = await open(path.join(data, 'out.log'), 'w');
  const child = spawn('java', [...jvm, 'kafka.Kafka', properties], { stdio: ['ignore', log.fd, log.fd] });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    if (child.exitCode === null && child.signalCode === null) {
      kill();
      await once(child, 'exit');
    }
    await log.close();
    await rm(data, { recursive: true, force: true });
  };
  for (const started = Date.now(); ; await sleep(100)) {
    const output = await readFile(path.join(data, 'out.log'), 'utf8');
    if (output.includes('Kafka Server started')) return { brokers: `127.0.0.1:${port}`, stop };
    if (child.exitCode !== null || Date.now() - started > START_LIMIT_MS) {
      await stop();
      throw new Error(`the Kafka broker did not start:\n${output.slice(-2000)}`);
    }
  }
}

const jarsDirectory = () =>
  process.env['KAFKA_JARS_DIR'] ??
  path.join(process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'), 'diapason-kafka', KAFKA_VERSION);

async function fetchJars(): Promise<string> {
  const directory = jarsDirectory();
  if (await exists(path.join(directory, '.complete'))) return directory;
  // Fetched beside and renamed, so that two runs at once never see half a set of jars.
  const beside = `${directory}.${process.pid}`;
  await mkdir(path.dirname(directory), { recursive: true });
  const copy = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
  const pom = path.join(HERE, 'pom.xml');
  await run(
    'mvn',
    ['-B', '-q', '-f', pom, `-Dkafka.version=${KAFKA_VERSION}`, copy, '-DincludeScope=runtime', `-DoutputDirectory=${beside}`],
    { timeout: 300_000, maxBuffer: 1 << 24 },
  );
  await writeFile(path.join(beside, '.complete'), '');
  try {
    await rename(beside, directory);
  } catch (error) {
    if (!(await exists(path.join(directory, '.complete')))) throw error;
    await rm(beside, { recursive: true, force: true });
  }
  return directory;
}

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );
