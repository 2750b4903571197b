import { expect, it } from 'vitest';
import { runDiapason } from './run-diapason.js';

const NOWHERE = { DATABASE_URL: 'postgres://lea:hunter2@127.0.0.1:1/diapason', KAFKA_BROKERS: '127.0.0.1:1', DIAPASON_START_WAIT: '2', LOG_LEVEL: 'info', PORT: '0' };

it.each([
  ['api', 'DATABASE_URL : pas de base de données à 127.0.0.1:1'],
  ['analyzer', 'KAFKA_BROKERS : aucune réponse de Kafka à 127.0.0.1:1'],
  ['ingest', 'KAFKA_BROKERS : aucune réponse de Kafka à 127.0.0.1:1'],
])('%s without what it needs: a line for each attempt, then what to put right, once', async (process, message) => {
  const { code, stdout, stderr } = await runDiapason([process], '', NOWHERE);
  expect(code).toBe(2);
  const lines = stderr.split('\n');
  const attempts = lines.filter((line) => line.includes('trying again'));
  expect(attempts.map((line) => JSON.parse(line))).toEqual([expect.objectContaining({ level: 'warn', message: expect.stringContaining('127.0.0.1:1') })]);
  expect(lines.filter((line) => line.includes(message))).toHaveLength(1);
  expect(stderr).toMatch(/\nVérifiez que (?:PostgreSQL|Kafka) tourne/);
  expect(`${stdout}${stderr}`).not.toMatch(/hunter2|erreur inattendue|\n {4}at /);
});
