import { type DynamicModule, Module } from '@nestjs/common';
import { ApiModule, describeApi } from '#api';
import { AccessModule, createHttpApp, setLogLevel } from '#runtime';
import { StorageModule } from '#storage';
import { Client } from 'pg';

/** A statement as it goes to PostgreSQL. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

@Module({})
class RecordedApi {}

/** The statements that the API sends for each address, in order: it answers each once, in this process, and is listened to. */
export async function recordStatements(databaseUrl: string, organisationId: string, addresses: readonly string[]): Promise<Statement[][]> {
  setLogLevel('silent');
  const root: DynamicModule = {
    module: RecordedApi,
    imports: [StorageModule.register({ databaseUrl }), AccessModule.register({ mode: 'open', organisationId }), ApiModule.register({ organisationId })],
  };
  const app = await createHttpApp(root, { port: 0, prepare: describeApi });
  const sent: Statement[] = [];
  const query = Reflect.get(Client.prototype, 'query');
  Client.prototype.query = function listen(this: Client, config: unknown, ...rest: unknown[]) {
    const text: unknown = typeof config === 'string' ? config : Reflect.get(Object(config), 'text');
    const values: unknown = typeof config === 'string' ? rest[0] : Reflect.get(Object(config), 'values');
    if (typeof text === 'string') sent.push({ text, values: Array.isArray(values) ? [...values] : [] });
    return Reflect.apply(query, this, [config, ...rest]);
  };
  const all: Statement[][] = [];
  for (const address of addresses) {
    sent.length = 0;
    const { statusCode, body } = await app.inject(address);
    if (statusCode !== 200) throw new Error(`${address}: ${statusCode} ${body}`);
    all.push(sent.filter(({ text }) => /^\s*(SELECT|WITH)\b/i.test(text)));
  }
  Client.prototype.query = query;
  await app.close();
  return all;
}

/** One plain connection that may read what the API reads. */
export async function openPeer(url: string, organisationId: string): Promise<{ run: (statements: readonly Statement[]) => Promise<void>; close: () => Promise<void> }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('SET ROLE diapason_app');
  await client.query(`SELECT set_config('diapason.organisation', $1, false)`, [organisationId]);
  return {
    run: async (statements) => {
      for (const { text, values } of statements) await client.query(text, [...values]);
    },
    close: () => client.end(),
  };
}
