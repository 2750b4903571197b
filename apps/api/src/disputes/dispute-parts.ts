import { CommentFindingController } from '../comment-finding/comment-finding.controller.js';
import { CommentFindingHandler } from '../comment-finding/comment-finding.handler.js';
import { DisputeFindingController } from '../dispute-finding/dispute-finding.controller.js';
import { DisputeFindingHandler } from '../dispute-finding/dispute-finding.handler.js';
import { ListDisputesController } from '../list-disputes/list-disputes.controller.js';
import { ListDisputesHandler } from '../list-disputes/list-disputes.handler.js';
import { ListOwnFindingsController } from '../list-own-findings/list-own-findings.controller.js';
import { ListOwnFindingsHandler } from '../list-own-findings/list-own-findings.handler.js';
import { ResolveDisputeController } from '../resolve-dispute/resolve-dispute.controller.js';
import { ResolveDisputeHandler } from '../resolve-dispute/resolve-dispute.handler.js';
import { WithdrawDisputeController } from '../withdraw-dispute/withdraw-dispute.controller.js';
import { WithdrawDisputeHandler } from '../withdraw-dispute/withdraw-dispute.handler.js';

/** What agents say of their findings, and what becomes of it: for ApiModule. */
export const DISPUTE_CONTROLLERS = [
  ListOwnFindingsController,
  CommentFindingController,
  DisputeFindingController,
  WithdrawDisputeController,
  ResolveDisputeController,
  ListDisputesController,
];

export const DISPUTE_HANDLERS = [
  ListOwnFindingsHandler,
  CommentFindingHandler,
  DisputeFindingHandler,
  WithdrawDisputeHandler,
  ResolveDisputeHandler,
  ListDisputesHandler,
];
