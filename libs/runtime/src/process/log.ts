import type { LoggerService } from '@nestjs/common';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
export type LogFields = Readonly<Record<string, unknown>>;

const isLevel = (text: string | undefined): text is LogLevel => LOG_LEVELS.some((level) => level === text);
let threshold: LogLevel = isLevel(process.env['LOG_LEVEL']) ? process.env['LOG_LEVEL'] : 'info';

/** Which lines are written from now on. */
export const setLogLevel = (level: LogLevel): void => {
  threshold = level;
};

/** One line per event on standard error (standard output belongs to results): JSON, or readable on a terminal. */
export const log = {
  debug: (message: string, fields?: LogFields): void => write('debug', message, fields),
  info: (message: string, fields?: LogFields): void => write('info', message, fields),
  warn: (message: string, fields?: LogFields): void => write('warn', message, fields),
  error: (message: string, fields?: LogFields): void => write('error', message, fields),
};

function write(level: LogLevel, message: string, fields: LogFields = {}): void {
  if (LOG_LEVELS.indexOf(level) < LOG_LEVELS.indexOf(threshold)) return;
  const line = process.stderr.isTTY ? prettyLine(level, message, fields) : jsonLine(level, message, fields);
  process.stderr.write(`${line}\n`);
}

export const jsonLine = (level: LogLevel, message: string, fields: LogFields): string =>
  JSON.stringify({ time: new Date().toISOString(), level, message, ...fields }, plain);

const COLOURS: Readonly<Record<LogLevel, number>> = { debug: 90, info: 36, warn: 33, error: 31, silent: 0 };

export function prettyLine(level: LogLevel, message: string, fields: LogFields): string {
  const details = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}=${value instanceof Error ? value.stack : JSON.stringify(value, plain)}`);
  const time = new Date().toTimeString().slice(0, 8);
  return `\u001B[90m${time}\u001B[0m \u001B[${COLOURS[level]}m${level.padEnd(5)}\u001B[0m ${message}${details.join('')}`;
}

function plain(_name: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (!(value instanceof Error)) return value;
  const { name, message, stack, cause } = value;
  const code: unknown = Reflect.get(value, 'code');
  return { name, message, code, stack, cause };
}

const words = (message: unknown): string => (typeof message === 'string' ? message : String(message));

/** Nest logs what it also throws while it starts; an error meant for the operator (it has an exit code) is told once, where it ends the process. */
const isToldAtTheEdge = (message: unknown, context: unknown): boolean =>
  context === 'ExceptionHandler' && message instanceof Error && typeof Reflect.get(message, 'exitCode') === 'number';

/** Nest's own messages through the same door; its start-up chatter is for debugging only. */
export const nestLogger: LoggerService = {
  log: (message: unknown, context?: unknown) => log.debug(words(message), { context }),
  debug: (message: unknown, context?: unknown) => log.debug(words(message), { context }),
  verbose: (message: unknown, context?: unknown) => log.debug(words(message), { context }),
  warn: (message: unknown, context?: unknown) => log.warn(words(message), { context }),
  error: (message: unknown, ...rest: unknown[]) => {
    if (!isToldAtTheEdge(message, rest.at(-1))) log.error(words(message), { error: message, context: rest.at(-1) });
  },
  fatal: (message: unknown, ...rest: unknown[]) => log.error(words(message), { error: message, context: rest.at(-1) }),
};
