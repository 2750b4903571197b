import { EnvironmentError } from '#runtime';
import { describe, expect, it } from 'vitest';
import { startIngest } from '../src/start-ingest.js';

const GOOD = { DATABASE_URL: 'postgres://u:p@localhost:1/db', KAFKA_BROKERS: 'localhost:1' };

describe('the ingest process', () => {
  it('says which settings are missing or wrong before it starts anything', async () => {
    await expect(startIngest({})).rejects.toThrow(/DATABASE_URL[^]*KAFKA_BROKERS/);
    await expect(startIngest({ ...GOOD, KAFKA_BROKERS: 'localhost' })).rejects.toThrow(EnvironmentError);
    await expect(startIngest({ ...GOOD, DIAPASON_DIRECTORY: '/nowhere/directory.json' })).rejects.toThrow(/n'existe pas/);
  });
});
