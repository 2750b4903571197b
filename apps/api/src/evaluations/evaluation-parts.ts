import { ListEvaluationsController } from '../list-evaluations/list-evaluations.controller.js';
import { ListEvaluationsHandler } from '../list-evaluations/list-evaluations.handler.js';
import { ListOwnEvaluationsController } from '../list-own-evaluations/list-own-evaluations.controller.js';
import { ReadEvaluationController } from '../read-evaluation/read-evaluation.controller.js';
import { ReadEvaluationHandler } from '../read-evaluation/read-evaluation.handler.js';
import { ReadInteractionEvaluationsController } from '../read-interaction-evaluations/read-interaction-evaluations.controller.js';
import { ReadInteractionEvaluationsHandler } from '../read-interaction-evaluations/read-interaction-evaluations.handler.js';
import { BeginEvaluationController } from '../begin-evaluation/begin-evaluation.controller.js';
import { BeginEvaluationHandler } from '../begin-evaluation/begin-evaluation.handler.js';
import { AnswerEvaluationController } from '../answer-evaluation/answer-evaluation.controller.js';
import { AnswerEvaluationHandler } from '../answer-evaluation/answer-evaluation.handler.js';
import { SubmitEvaluationController } from '../submit-evaluation/submit-evaluation.controller.js';
import { SubmitEvaluationHandler } from '../submit-evaluation/submit-evaluation.handler.js';
import { DiscardEvaluationController } from '../discard-evaluation/discard-evaluation.controller.js';
import { DiscardEvaluationHandler } from '../discard-evaluation/discard-evaluation.handler.js';
import { AcknowledgeEvaluationController } from '../acknowledge-evaluation/acknowledge-evaluation.controller.js';
import { AcknowledgeEvaluationHandler } from '../acknowledge-evaluation/acknowledge-evaluation.handler.js';
import { CommentEvaluationController } from '../comment-evaluation/comment-evaluation.controller.js';
import { CommentEvaluationHandler } from '../comment-evaluation/comment-evaluation.handler.js';

/** Evaluations by scorecards: for ApiModule. */
export const EVALUATION_CONTROLLERS = [
  ListEvaluationsController,
  ListOwnEvaluationsController,
  ReadEvaluationController,
  ReadInteractionEvaluationsController,
  BeginEvaluationController,
  AnswerEvaluationController,
  SubmitEvaluationController,
  DiscardEvaluationController,
  AcknowledgeEvaluationController,
  CommentEvaluationController,
];

export const EVALUATION_HANDLERS = [
  ListEvaluationsHandler,
  ReadEvaluationHandler,
  ReadInteractionEvaluationsHandler,
  BeginEvaluationHandler,
  AnswerEvaluationHandler,
  SubmitEvaluationHandler,
  DiscardEvaluationHandler,
  AcknowledgeEvaluationHandler,
  CommentEvaluationHandler,
];
