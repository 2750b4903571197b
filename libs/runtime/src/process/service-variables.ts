import { isOrganisationId } from '#domain';
import { z } from 'zod';

/** Whose data, and where it is kept: for every process. */
export const DATABASE_VARIABLES = {
  DATABASE_URL: z.url({ protocol: /^postgres(?:ql)?$/ }).describe('postgres://utilisateur:mot-de-passe@serveur:5432/base'),
  DATABASE_MIGRATION_URL: z.url({ protocol: /^postgres(?:ql)?$/ }).optional().describe('la même base, avec l’utilisateur à qui les tables appartiennent'),
  DIAPASON_START_WAIT: z.coerce.number().int().min(0).max(3_600).default(30).describe('combien de secondes attendre la base et Kafka au démarrage, de 0 à 3600'),
  DIAPASON_ORGANISATION: z.string().refine(isOrganisationId).default('principale').describe('un identifiant : a-z, 0-9, tirets'),
};

/** How interactions travel: for the processes that publish or consume. */
export const KAFKA_VARIABLES = {
  KAFKA_BROKERS: z
    .string()
    .regex(/^[^\s,:]+:\d+(?:,[^\s,:]+:\d+)*$/)
    .transform((brokers) => brokers.split(','))
    .describe('serveur:9092,serveur:9092'),
  /** Two installations on one cluster. */
  KAFKA_PREFIX: z
    .string()
    .regex(/^[\w.-]{0,100}$/)
    .default('')
    .describe('ce qui précède les noms des sujets et du groupe : lettres, chiffres, points, tirets'),
};
