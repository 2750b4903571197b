import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { nestLogger } from '../process/log.js';

/** The address cannot be listened on: told to the operator, exit code 1. */
export class ListenError extends Error {
  readonly exitCode = 1;
  override readonly name = 'ListenError';
}

const REASONS: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: (port, host) => `Le port ${port} de ${host} est déjà pris : arrêtez ce qui l’occupe, ou choisissez un autre PORT.`,
  EACCES: (port, host) => `Le port ${port} de ${host} est réservé : choisissez un PORT à partir de 1024.`,
  EADDRNOTAVAIL: (_port, host) => `L’adresse ${host} n’est pas à cette machine : corrigez HOST.`,
};

/** @throws ListenError for what an operator can put right; else what listening throws. */
export async function listen(app: NestFastifyApplication, port: number, host: string): Promise<void> {
  // Nest logs what it also throws: an operator is to read it once, in words.
  app.useLogger(false);
  try {
    await app.listen(port, host);
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    const reason = typeof code === 'string' ? REASONS[code] : undefined;
    throw reason === undefined ? error : new ListenError(reason(port, host), { cause: error });
  } finally {
    app.useLogger(nestLogger);
  }
}
