import { z } from 'zod';
import { LOG_LEVELS } from './log.js';

/**
 * What every process that listens reads from its environment: spread it into the schema given to readEnvironment.
 * The port is the API's; the other processes have defaults of their own, so that all can run on one machine.
 */
export const HTTP_VARIABLES = {
  HOST: z.string().default('127.0.0.1').describe('une adresse à écouter, par exemple 127.0.0.1 ou 0.0.0.0'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4646).describe('un port de 0 à 65535'),
  DIAPASON_ALLOWED_HOSTS: z
    .string()
    .default('')
    .transform((text) => text.split(',').map((name) => name.trim().toLowerCase()).filter((name) => name !== ''))
    .describe('des noms de serveur séparés par des virgules'),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info').describe(LOG_LEVELS.join(', ')),
};
