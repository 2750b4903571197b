import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { HealthModule } from '#runtime';
import { ACCESS_CONTROLLERS, ACCESS_HANDLERS } from './access/access-parts.js';
import { ApiHealth } from './api-health.js';
import { API_SETTINGS, type ApiSettings } from './api-settings.js';
import { ConsoleController } from './console/console.controller.js';
import { DiscardDeadLetterController } from './discard-dead-letter/discard-dead-letter.controller.js';
import { DiscardDeadLetterHandler } from './discard-dead-letter/discard-dead-letter.handler.js';
import { DISPUTE_CONTROLLERS, DISPUTE_HANDLERS } from './disputes/dispute-parts.js';
import { EraseCustomerController } from './erase-customer/erase-customer.controller.js';
import { EraseCustomerHandler } from './erase-customer/erase-customer.handler.js';
import { ListContradictionsController } from './list-contradictions/list-contradictions.controller.js';
import { ListContradictionsHandler } from './list-contradictions/list-contradictions.handler.js';
import { ListDeadLettersController } from './list-dead-letters/list-dead-letters.controller.js';
import { ListDeadLettersHandler } from './list-dead-letters/list-dead-letters.handler.js';
import { ListFindingsController } from './list-findings/list-findings.controller.js';
import { ListFindingsHandler } from './list-findings/list-findings.handler.js';
import { ListInteractionsController } from './list-interactions/list-interactions.controller.js';
import { ListInteractionsHandler } from './list-interactions/list-interactions.handler.js';
import { ListPeopleController } from './list-people/list-people.controller.js';
import { ListPeopleHandler } from './list-people/list-people.handler.js';
import { ListTeamsController } from './list-teams/list-teams.controller.js';
import { ListTeamsHandler } from './list-teams/list-teams.handler.js';
import { MergePeopleController } from './merge-people/merge-people.controller.js';
import { MergePeopleHandler } from './merge-people/merge-people.handler.js';
import { PutDirectoryController } from './put-directory/put-directory.controller.js';
import { PutDirectoryHandler } from './put-directory/put-directory.handler.js';
import { ListPledgesController } from './list-pledges/list-pledges.controller.js';
import { ListPledgesHandler } from './list-pledges/list-pledges.handler.js';
import { ReadTimelineController } from './read-timeline/read-timeline.controller.js';
import { ReadTimelineHandler } from './read-timeline/read-timeline.handler.js';
import { ReadDeadLetterController } from './read-dead-letter/read-dead-letter.controller.js';
import { ReadDeadLetterHandler } from './read-dead-letter/read-dead-letter.handler.js';
import { ReadErasureController } from './read-erasure/read-erasure.controller.js';
import { ReadErasureHandler } from './read-erasure/read-erasure.handler.js';
import { ReadFindingController } from './read-finding/read-finding.controller.js';
import { ReadFindingHandler } from './read-finding/read-finding.handler.js';
import { ReadInteractionController } from './read-interaction/read-interaction.controller.js';
import { ReadInteractionHandler } from './read-interaction/read-interaction.handler.js';
import { ReadOrganisationController } from './read-organisation/read-organisation.controller.js';
import { ReadOrganisationHandler } from './read-organisation/read-organisation.handler.js';
import { ReadPersonController } from './read-person/read-person.controller.js';
import { ReadPersonHandler } from './read-person/read-person.handler.js';
import { ReadRulebookController } from './read-rulebook/read-rulebook.controller.js';
import { ReadRulebookHandler } from './read-rulebook/read-rulebook.handler.js';
import { ReadWholeInteractionHandler } from './read-whole-interaction/read-whole-interaction.handler.js';
import { ReplayDeadLetterController } from './replay-dead-letter/replay-dead-letter.controller.js';
import { ReplayDeadLetterHandler } from './replay-dead-letter/replay-dead-letter.handler.js';
import { ReportAgentsController } from './report-agents/report-agents.controller.js';
import { ReportAgentsHandler } from './report-agents/report-agents.handler.js';
import { ReportChannelsController } from './report-channels/report-channels.controller.js';
import { ReportChannelsHandler } from './report-channels/report-channels.handler.js';
import { ReportAnswersController } from './report-answers/report-answers.controller.js';
import { ReportAnswersHandler } from './report-answers/report-answers.handler.js';
import { ReportConsistencyController } from './report-consistency/report-consistency.controller.js';
import { ReportConsistencyHandler } from './report-consistency/report-consistency.handler.js';
import { ReportRowsController } from './report-rows/report-rows.controller.js';
import { ReportRowsHandler } from './report-rows/report-rows.handler.js';
import { ReportRulesController } from './report-rules/report-rules.controller.js';
import { ReportRulesHandler } from './report-rules/report-rules.handler.js';
import { ReportTeamsController } from './report-teams/report-teams.controller.js';
import { ReportTeamsHandler } from './report-teams/report-teams.handler.js';
import { ReportTrendsController } from './report-trends/report-trends.controller.js';
import { ReportTrendsHandler } from './report-trends/report-trends.handler.js';
import { ReviewFindingController } from './review-finding/review-finding.controller.js';
import { ReviewFindingHandler } from './review-finding/review-finding.handler.js';
import { SplitPeopleController } from './split-people/split-people.controller.js';
import { SplitPeopleHandler } from './split-people/split-people.handler.js';
import { AssignReviewController } from './assign-review/assign-review.controller.js';
import { AssignReviewHandler } from './assign-review/assign-review.handler.js';
import { ClaimReviewController } from './claim-review/claim-review.controller.js';
import { ClaimReviewHandler } from './claim-review/claim-review.handler.js';
import { CompleteSampleItemController } from './complete-sample-item/complete-sample-item.controller.js';
import { CompleteSampleItemHandler } from './complete-sample-item/complete-sample-item.handler.js';
import { DrawSampleController } from './draw-sample/draw-sample.controller.js';
import { DrawSampleHandler } from './draw-sample/draw-sample.handler.js';
import { ListQueueItemsController } from './list-queue-items/list-queue-items.controller.js';
import { ListQueueItemsHandler } from './list-queue-items/list-queue-items.handler.js';
import { ListQueuesController } from './list-queues/list-queues.controller.js';
import { ListQueuesHandler } from './list-queues/list-queues.handler.js';
import { ListSamplesController } from './list-samples/list-samples.controller.js';
import { ListSamplesHandler } from './list-samples/list-samples.handler.js';
import { ReadSampleController } from './read-sample/read-sample.controller.js';
import { ReadSampleHandler } from './read-sample/read-sample.handler.js';
import { ReleaseReviewController } from './release-review/release-review.controller.js';
import { ReleaseReviewHandler } from './release-review/release-review.handler.js';
import { EVALUATION_CONTROLLERS, EVALUATION_HANDLERS } from './evaluations/evaluation-parts.js';
import { SCORECARD_CONTROLLERS, SCORECARD_HANDLERS } from './scorecards/scorecard-parts.js';
import { CALIBRATION_CONTROLLERS, CALIBRATION_HANDLERS } from './calibrations/calibration-parts.js';
import { COACHING_CONTROLLERS, COACHING_HANDLERS } from './coaching/coaching-parts.js';
import { AddFindingController } from './add-finding/add-finding.controller.js';
import { AddFindingHandler } from './add-finding/add-finding.handler.js';
import { RemoveFindingController } from './remove-finding/remove-finding.controller.js';
import { RemoveFindingHandler } from './remove-finding/remove-finding.handler.js';
import { ChangeRetentionController } from './change-retention/change-retention.controller.js';
import { ChangeRetentionHandler } from './change-retention/change-retention.handler.js';
import { EndObservationController } from './end-observation/end-observation.controller.js';
import { EndObservationHandler } from './end-observation/end-observation.handler.js';
import { StreamFindingsController } from './stream-findings/stream-findings.controller.js';
import { StreamFindingsHandler } from './stream-findings/stream-findings.handler.js';
import { WEBHOOK_CONTROLLERS, WEBHOOK_PROVIDERS } from './webhooks/webhook-parts.js';
import { WithdrawReviewController } from './withdraw-review/withdraw-review.controller.js';

/** Every query and command of the API, and the console's pages. The application gives the database (`StorageModule`). */
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
        ReviewFindingController,
        WithdrawReviewController,
        AssignReviewController,
        ClaimReviewController,
        CompleteSampleItemController,
        DrawSampleController,
        ListQueueItemsController,
        ListQueuesController,
        ListSamplesController,
        ReadSampleController,
        ReleaseReviewController,
        AddFindingController,
        RemoveFindingController,
        ChangeRetentionController,
        EndObservationController,
        StreamFindingsController,
        ReportAgentsController,
        ReportChannelsController,
        ReportConsistencyController,
        ReportAnswersController,
        ReportRulesController,
        ReportRowsController,
        ReportTeamsController,
        ReportTrendsController,
        ReadRulebookController,
        ReadOrganisationController,
        ListPeopleController,
        ReadPersonController,
        ListTeamsController,
        PutDirectoryController,
        MergePeopleController,
        SplitPeopleController,
        ReadTimelineController,
        ListPledgesController,
        ListContradictionsController,
        ListDeadLettersController,
        ReadDeadLetterController,
        ReplayDeadLetterController,
        DiscardDeadLetterController,
        ...CALIBRATION_CONTROLLERS,
        ...SCORECARD_CONTROLLERS,
        ...EVALUATION_CONTROLLERS,
        ...COACHING_CONTROLLERS,
        ...ACCESS_CONTROLLERS,
        ...WEBHOOK_CONTROLLERS,
        ...DISPUTE_CONTROLLERS,
        EraseCustomerController,
        ReadErasureController,
        ConsoleController,
      ],
      providers: [
        { provide: API_SETTINGS, useValue: settings },
        ApiHealth,
        ListInteractionsHandler,
        ReadInteractionHandler,
        ReadWholeInteractionHandler,
        ListFindingsHandler,
        ReadFindingHandler,
        ReviewFindingHandler,
        AssignReviewHandler,
        ClaimReviewHandler,
        CompleteSampleItemHandler,
        DrawSampleHandler,
        ListQueueItemsHandler,
        ListQueuesHandler,
        ListSamplesHandler,
        ReadSampleHandler,
        ReleaseReviewHandler,
        AddFindingHandler,
        RemoveFindingHandler,
        ChangeRetentionHandler,
        EndObservationHandler,
        StreamFindingsHandler,
        ReportAgentsHandler,
        ReportChannelsHandler,
        ReportConsistencyHandler,
        ReportAnswersHandler,
        ReportRulesHandler,
        ReportRowsHandler,
        ReportTeamsHandler,
        ReportTrendsHandler,
        ReadRulebookHandler,
        ReadOrganisationHandler,
        ListPeopleHandler,
        ReadPersonHandler,
        ListTeamsHandler,
        PutDirectoryHandler,
        MergePeopleHandler,
        SplitPeopleHandler,
        ReadTimelineHandler,
        ListPledgesHandler,
        ListContradictionsHandler,
        ListDeadLettersHandler,
        ReadDeadLetterHandler,
        ReplayDeadLetterHandler,
        DiscardDeadLetterHandler,
        ...CALIBRATION_HANDLERS,
        ...SCORECARD_HANDLERS,
        ...EVALUATION_HANDLERS,
        ...COACHING_HANDLERS,
        ...ACCESS_HANDLERS,
        ...WEBHOOK_PROVIDERS,
        ...DISPUTE_HANDLERS,
        EraseCustomerHandler,
        ReadErasureHandler,
      ],
    };
  }
}
