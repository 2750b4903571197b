import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { HealthModule } from '#runtime';
import { API_SETTINGS, type ApiSettings } from './api-settings.js';
import { ConsoleController } from './console/console.controller.js';
import { ListFindingsController } from './list-findings/list-findings.controller.js';
import { ListInteractionsController } from './list-interactions/list-interactions.controller.js';
import { ReadFindingController } from './read-finding/read-finding.controller.js';
import { ReadInteractionController } from './read-interaction/read-interaction.controller.js';
import { ReadOrganisationController } from './read-organisation/read-organisation.controller.js';
import { ReadRulebookController } from './read-rulebook/read-rulebook.controller.js';
import { ReportAgentsController } from './report-agents/report-agents.controller.js';
import { ReportChannelsController } from './report-channels/report-channels.controller.js';
import { ReportRulesController } from './report-rules/report-rules.controller.js';

/** Every query of the API, and the console's pages. The application gives the database (`StorageModule`). */
@Module({})
export class ApiModule {
  static register(settings: ApiSettings): DynamicModule {
    return {
      module: ApiModule,
      imports: [CqrsModule.forRoot(), HealthModule],
      controllers: [
        ListInteractionsController,
        ReadInteractionController,
        ListFindingsController,
        ReadFindingController,
        ReportAgentsController,
        ReportChannelsController,
        ReportRulesController,
        ReadRulebookController,
        ReadOrganisationController,
        ConsoleController,
      ],
      providers: [{ provide: API_SETTINGS, useValue: settings }],
    };
  }
}
