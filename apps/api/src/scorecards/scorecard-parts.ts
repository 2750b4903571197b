import { ListScorecardsController } from '../list-scorecards/list-scorecards.controller.js';
import { ListScorecardsHandler } from '../list-scorecards/list-scorecards.handler.js';
import { ReadScorecardController } from '../read-scorecard/read-scorecard.controller.js';
import { ReadScorecardHandler } from '../read-scorecard/read-scorecard.handler.js';
import { CreateScorecardController } from '../create-scorecard/create-scorecard.controller.js';
import { CreateScorecardHandler } from '../create-scorecard/create-scorecard.handler.js';
import { CheckScorecardController } from '../check-scorecard/check-scorecard.controller.js';
import { ChangeScorecardController } from '../change-scorecard/change-scorecard.controller.js';
import { ChangeScorecardHandler } from '../change-scorecard/change-scorecard.handler.js';
import { PublishScorecardController } from '../publish-scorecard/publish-scorecard.controller.js';
import { PublishScorecardHandler } from '../publish-scorecard/publish-scorecard.handler.js';
import { RetireScorecardController } from '../retire-scorecard/retire-scorecard.controller.js';
import { RetireScorecardHandler } from '../retire-scorecard/retire-scorecard.handler.js';
import { DiscardScorecardVersionController } from '../discard-scorecard-version/discard-scorecard-version.controller.js';
import { DiscardScorecardVersionHandler } from '../discard-scorecard-version/discard-scorecard-version.handler.js';
import { ReportScorecardController } from '../report-scorecard/report-scorecard.controller.js';
import { ReportScorecardHandler } from '../report-scorecard/report-scorecard.handler.js';

/** Scorecards and what comes of them: for ApiModule. */
export const SCORECARD_CONTROLLERS = [
  ListScorecardsController,
  ReadScorecardController,
  CreateScorecardController,
  CheckScorecardController,
  ChangeScorecardController,
  PublishScorecardController,
  RetireScorecardController,
  DiscardScorecardVersionController,
  ReportScorecardController,
];

export const SCORECARD_HANDLERS = [
  ListScorecardsHandler,
  ReadScorecardHandler,
  CreateScorecardHandler,
  ChangeScorecardHandler,
  PublishScorecardHandler,
  RetireScorecardHandler,
  DiscardScorecardVersionHandler,
  ReportScorecardHandler,
];
