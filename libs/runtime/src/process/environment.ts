import { z } from 'zod';
import { log } from './log.js';

/** A setting is missing or wrong: told to the operator, exit code 2. */
export class EnvironmentError extends Error {
  readonly exitCode = 2;
  override readonly name = 'EnvironmentError';
}

const FR = z.locales.fr().localeError;

/**
 * Reads the variables of a schema; others are left alone, an empty one counts as absent.
 * What is allowed is said by the schema's `.describe()`, else by its own constraint.
 * @throws EnvironmentError naming every wrong variable, what was found and what is allowed.
 */
export function readEnvironment<S extends z.ZodObject>(
  schema: S,
  env: Readonly<Record<string, string | undefined>> = process.env,
): z.output<S> {
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => (env[name] === undefined || env[name] === '' ? [] : [[name, env[name]]])),
  );
  const read = z.safeParse(schema, given, { error: FR });
  if (read.success) return read.data;
  const lines = read.error.issues.map((issue) => {
    const name = String(issue.path[0] ?? '');
    const member: unknown = schema.shape[name];
    const allowed = member instanceof z.ZodType ? member.description : undefined;
    const found = given[name] === undefined ? 'absente' : `« ${discreet(name, given[name])} »`;
    return `  ${name} : ${found} ; attendu : ${allowed ?? issue.message}`;
  });
  throw new EnvironmentError(`Réglages à corriger dans l’environnement :\n${lines.join('\n')}`);
}

/** Errors are read by many eyes: secrets are not shown, nor passwords within addresses. */
function discreet(name: string, value: string): string {
  if (/PASSWORD|SECRET|TOKEN|KEY/i.test(name)) return '•••';
  return value.replace(/(:\/\/[^/@:]*):[^@]*@/, '$1:•••@');
}

/**
 * Runs a process's main function; an error ends the process, with the error's own `exitCode` when it has one
 * (its message is then meant for the operator), else 1 with the stack in the log.
 */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    const exitCode: unknown = error instanceof Error ? Reflect.get(error, 'exitCode') : undefined;
    if (error instanceof Error && typeof exitCode === 'number') process.stderr.write(`${error.message}\n`);
    else log.error('the process could not go on', { error });
    process.exit(typeof exitCode === 'number' ? exitCode : 1);
  }
}
