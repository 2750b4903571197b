import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { EnvironmentError, nearest, onShutdown, readEnvironment, setLogLevel } from '#runtime';
import { jsonLine, prettyLine } from '../src/process/log.js';
import { languageOf } from '../src/http/language.js';

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe('un port de 0 à 65535'),
  DATABASE_URL: z.url({ protocol: /^postgres/ }).describe('une adresse postgres://…'),
  LOG_LEVEL: z.enum(['info', 'debug']).optional(),
});

describe('readEnvironment', () => {
  it('reads, converts, fills in, and takes an empty variable as absent', () => {
    expect(readEnvironment(schema, { PORT: '', DATABASE_URL: 'postgres://localhost/test', OTHER: 'x' })).toEqual({
      PORT: 3000,
      DATABASE_URL: 'postgres://localhost/test',
    });
  });

  it('names each variable, what was found and what is allowed, without showing a password', () => {
    const wrong = { PORT: '99999', DATABASE_URL: 'mysql://u:hunter2@h/d', LOG_LEVEL: 'loud' };
    const read = () => readEnvironment(schema, wrong);
    expect(read).toThrow(EnvironmentError);
    expect(read).toThrow('PORT : « 99999 » ; attendu : un port de 0 à 65535');
    expect(read).toThrow('DATABASE_URL : « mysql://u:•••@h/d » ; attendu : une adresse postgres://…');
    expect(read).toThrow(/LOG_LEVEL : « loud » ; attendu : .*"info"\|"debug"/);
    expect(() => readEnvironment(schema, {})).toThrow('DATABASE_URL : absente');
    expect(new EnvironmentError('x').exitCode).toBe(2);
  });
});

describe('onShutdown', () => {
  let off: (() => void) | undefined;
  afterEach(() => off?.());
  const ended = (steps: Parameters<typeof onShutdown>[0], withinMs = 1000) => {
    setLogLevel('silent');
    const exit = vi.fn<(code: number) => void>();
    off = onShutdown(steps, { withinMs, exit });
    process.emit('SIGTERM', 'SIGTERM');
    return exit;
  };

  it('stops in order, goes on after a failure and says so by its code', async () => {
    const order: string[] = [];
    const step = (name: string, fail = false) => ({
      name,
      stop: async () => {
        order.push(name);
        if (fail) throw new Error(name);
      },
    });
    const exit = ended([step('http'), step('analyzer', true), step('database')]);
    await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(1));
    expect(order).toEqual(['http', 'analyzer', 'database']);
  });

  it('ends with 0 when all is well', async () => {
    const exit = ended([{ name: 'http', stop: async () => 'closed' }]);
    await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(0));
  });

  it('does not wait for ever, and ends at once on a second signal', async () => {
    const exit = ended([{ name: 'stuck', stop: () => new Promise(() => {}) }], 20);
    process.emit('SIGINT', 'SIGINT');
    expect(exit).toHaveBeenCalledWith(130);
    await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(1));
  });
});

describe('log lines', () => {
  it('are one JSON object each, errors and bigints included', () => {
    const error = Object.assign(new Error('no'), { code: 'E1' });
    expect(JSON.parse(jsonLine('error', 'stopped\nhere', { error, offset: 12n }))).toMatchObject({
      level: 'error',
      message: 'stopped\nhere',
      offset: '12',
      error: { name: 'Error', message: 'no', code: 'E1', stack: expect.stringContaining('process.test') },
    });
  });

  it('are readable on a terminal', () => {
    expect(prettyLine('info', 'ready', { port: 3000, none: undefined })).toMatch(/info.*ready port=3000$/);
  });
});

it.each([
  [undefined, 'fr'],
  ['en', 'en'],
  ['fr-CA, en;q=0.9', 'fr'],
  ['de, en;q=0.4', 'en'],
  ['en;q=0.2, fr;q=0.8', 'fr'],
  ['en;q=0', 'fr'],
  ['*;;;q=x', 'fr'],
])('reads Accept-Language %s as %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});

it('finds the nearest word, or none', () => {
  expect(nearest('chanel', ['limit', 'channel'])).toBe('channel');
  expect(nearest('lmiit', ['limit', 'channel'])).toBe('limit');
  expect(nearest('xyz', ['limit', 'channel'])).toBeUndefined();
  expect(nearest('a'.repeat(100_000), ['limit'])).toBeUndefined();
});
