import { CreateWriteSide1764000000000 } from './1764000000000-create-write-side.js';
import { SettleDeadLetters1764100000000 } from './1764100000000-settle-dead-letters.js';
import { GatherConversations1764300000000 } from './1764300000000-gather-conversations.js';
import { ReviewFindings1764400000000 } from './1764400000000-review-findings.js';
import { KeepDirectory1764450000000 } from './1764450000000-keep-directory.js';
import { KeepInstantsAsSent1764470000000 } from './1764470000000-keep-instants-as-sent.js';
import { RememberWhatWasSaid1764600000000 } from './1764600000000-remember-what-was-said.js';
import { FindCases1764700000000 } from './1764700000000-find-cases.js';
import { KeepContactReason1764750000000 } from './1764750000000-keep-contact-reason.js';
import { SilenceBreaksNoPledge1764800000000 } from './1764800000000-silence-breaks-no-pledge.js';
import { JudgeHistoriesAgain1765000000000 } from './1765000000000-judge-histories-again.js';
import { ReviewByQueues1765100000000 } from './1765100000000-review-by-queues.js';
import { KeepAccounts1765130000000 } from './1765130000000-keep-accounts.js';
import { EraseCustomers1765200000000 } from './1765200000000-erase-customers.js';
import { CalibrateReviewers1765310000000 } from './1765310000000-calibrate-reviewers.js';
import { SendWebhooks1765330000000 } from './1765330000000-send-webhooks.js';
import { AddFindingsByHand1765400000000 } from './1765400000000-add-findings-by-hand.js';
import { ObserveRules1765410000000 } from './1765410000000-observe-rules.js';
import { DisputeFindings1765420000000 } from './1765420000000-dispute-findings.js';
import { DisputeFindingsByHand1765500000000 } from './1765500000000-dispute-findings-by-hand.js';
import { CoachAgents1765510000000 } from './1765510000000-coach-agents.js';
import { KeepScorecards1765520000000 } from './1765520000000-keep-scorecards.js';
import { ShowFiguresToBi1765540000000 } from './1765540000000-show-figures-to-bi.js';
import { InventAccounts1765550000000 } from './1765550000000-invent-accounts.js';
import { PassInTime1765620000000 } from './1765620000000-pass-in-time.js';

/** In order of their number; a published migration is never edited. */
export const MIGRATIONS = [
  CreateWriteSide1764000000000,
  SettleDeadLetters1764100000000,
  GatherConversations1764300000000,
  ReviewFindings1764400000000,
  KeepDirectory1764450000000,
  KeepInstantsAsSent1764470000000,
  RememberWhatWasSaid1764600000000,
  FindCases1764700000000,
  KeepContactReason1764750000000,
  SilenceBreaksNoPledge1764800000000,
  JudgeHistoriesAgain1765000000000,
  ReviewByQueues1765100000000,
  KeepAccounts1765130000000,
  EraseCustomers1765200000000,
  CalibrateReviewers1765310000000,
  SendWebhooks1765330000000,
  AddFindingsByHand1765400000000,
  ObserveRules1765410000000,
  DisputeFindings1765420000000,
  DisputeFindingsByHand1765500000000,
  CoachAgents1765510000000,
  KeepScorecards1765520000000,
  ShowFiguresToBi1765540000000,
  InventAccounts1765550000000,
  PassInTime1765620000000,
] as const;
