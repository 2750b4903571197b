import { NestFactory } from '@nestjs/core';
import { SAMPLE_SETTINGS, STRICT_SETTINGS, type Organisation } from '#domain';
import { OrganisationRepository, StorageModule } from '#storage';
import { nestLogger } from '#runtime';

/** The organisation that `diapason up` serves, and why its settings are what they are. */
export function organisationFor(samples: boolean, id: string | undefined): Organisation & { readonly reason: string } {
  return samples
    ? {
        id: id ?? 'maison-exemple',
        name: 'Maison Exemple',
        timeZone: 'Europe/Paris',
        settings: SAMPLE_SETTINGS,
        reason: 'Données d’exemple : toutes les personnes sont inventées.',
      }
    : {
        id: id ?? 'principale',
        name: id ?? 'Mon organisation',
        timeZone: 'Europe/Paris',
        settings: STRICT_SETTINGS,
        reason: 'Premier démarrage : réglages stricts.',
      };
}

/** Must be there before the analyzer starts: it takes in nothing for an organisation that does not exist. */
export async function ensureOrganisation(databaseUrl: string, organisation: Organisation & { readonly reason: string }): Promise<void> {
  const context = await NestFactory.createApplicationContext(StorageModule.register({ databaseUrl }), { logger: nestLogger });
  try {
    await context.get(OrganisationRepository).ensureOrganisation(organisation);
  } finally {
    await context.close();
  }
}
