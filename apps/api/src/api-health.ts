import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HealthContributors } from '#runtime';
import { OrganisationRepository } from '#storage';
import { API_SETTINGS, type ApiSettings } from './api-settings.js';

/** The API is ready when its organisation can be read: the database answers, and there is something to show. */
@Injectable()
export class ApiHealth implements OnModuleInit {
  constructor(
    private readonly contributors: HealthContributors,
    private readonly organisations: OrganisationRepository,
    @Inject(API_SETTINGS) private readonly settings: ApiSettings,
  ) {}

  onModuleInit(): void {
    this.contributors.add('api', async () => {
      const { organisationId } = this.settings;
      const found = await this.organisations.readOrganisation(organisationId);
      return found === null ? `l’organisation « ${organisationId} » n’existe pas encore` : null;
    });
  }
}
