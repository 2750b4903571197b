import { SAMPLE_SETTINGS, STRICT_SETTINGS } from '#domain';
import type { NewOrganisation } from '#storage';

/** The organisation that `diapason up` serves, and why its settings are what they are. */
export function organisationFor(samples: boolean, id: string | undefined): NewOrganisation {
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
