import { ACCESS_STORE, ANALYSIS_STORE, HISTORY_STORE, OUTBOX } from '#domain';
import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AnswersReader } from './answers/answers.reader.js';
import { AccessKeyRepository } from './accounts/access-key.repository.js';
import { AccountRepository } from './accounts/account.repository.js';
import { InventedAccounts } from './accounts/invented-accounts.repository.js';
import { PgAccessStore } from './accounts/pg-access-store.js';
import { ProviderAccountRepository } from './accounts/provider-account.repository.js';
import { SignInRepository } from './accounts/sign-in.repository.js';
import { BiFigures } from './bi/bi-figures.repository.js';
import { CalibrationReader } from './calibrations/calibration.reader.js';
import { CalibrationRepository } from './calibrations/calibration.repository.js';
import { AutomaticEvaluations } from './evaluations/automatic.repository.js';
import { EvaluationReader } from './evaluations/evaluation.reader.js';
import { EvaluationRepository } from './evaluations/evaluation.repository.js';
import { ScoreReportReader } from './evaluations/score-report.reader.js';
import { ScorecardReader } from './scorecards/scorecard.reader.js';
import { ScorecardRepository } from './scorecards/scorecard.repository.js';
import { CoachingNoteRepository } from './coaching/coaching-note.repository.js';
import { CoachingReader } from './coaching/coaching.reader.js';
import { CoachingRepository } from './coaching/coaching.repository.js';
import { EffectReader } from './coaching/effect.reader.js';
import { PreparationReader } from './coaching/preparation.reader.js';
import { waitForDatabase, type WaitOptions } from './database/wait-for-database.js';
import { ConsistencyReader } from './consistency/consistency.reader.js';
import { DeadLetterReader } from './dead-letters/dead-letter.reader.js';
import { DeadLetterRepository } from './dead-letters/dead-letter.repository.js';
import { DirectoryReader } from './directory/directory.reader.js';
import { DirectoryRepository } from './directory/directory.repository.js';
import { CommentRepository } from './disputes/comment.repository.js';
import { DisputeReader } from './disputes/dispute.reader.js';
import { DisputeRepository } from './disputes/dispute.repository.js';
import { ErasureRepository } from './erasure/erasure.repository.js';
import { FindingEventReader } from './finding-events/finding-events.reader.js';
import { GatheredConversationRepository } from './gathered/gathered-conversation.repository.js';
import { HandFindingRepository } from './hand-findings/hand-finding.repository.js';
import { ObservationRepository } from './observation/observation.repository.js';
import { ContradictionReader } from './history/read/contradiction.reader.js';
import { PledgeReader } from './history/read/pledge.reader.js';
import { TimelineReader } from './history/read/timeline.reader.js';
import { PgHistoryStore } from './history/pg-history-store.js';
import { OrganisationRepository } from './organisations/organisation.repository.js';
import { Projector } from './projector/projector.js';
import { FactReader } from './read/fact.reader.js';
import { FindingReader } from './read/finding.reader.js';
import { InteractionReader } from './read/interaction.reader.js';
import { ReportReader } from './read/report.reader.js';
import { SurroundingsReader } from './read/surroundings.reader.js';
import { QueueReader } from './review-queues/queue.reader.js';
import { QueueRepository } from './review-queues/queue.repository.js';
import { DossierReader } from './dossier/dossier.reader.js';
import { RetentionRepository } from './retention/retention.repository.js';
import { ReviewRepository } from './reviews/review.repository.js';
import { RulebookRepository } from './rulebooks/rulebook.repository.js';
import { SampleCompletion } from './samples/complete-item.js';
import { SampleReader } from './samples/sample.reader.js';
import { SampleRepository } from './samples/sample.repository.js';
import { DeliveryQueue } from './webhooks/delivery-queue.js';
import { DeliveryRepository } from './webhooks/delivery.repository.js';
import { WebhookRepository } from './webhooks/webhook.repository.js';
import { PgAnalysisStore } from './write/pg-analysis-store.js';
import { PgOutbox } from './write/pg-outbox.js';

export interface StorageOptions extends WaitOptions {
  readonly databaseUrl: string;
}

const PARTS = [
  AccessKeyRepository,
  AccountRepository,
  InventedAccounts,
  PgAccessStore,
  ProviderAccountRepository,
  SignInRepository,
  BiFigures,
  GatheredConversationRepository,
  OrganisationRepository,
  RulebookRepository,
  InteractionReader,
  FactReader,
  FindingReader,
  ReportReader,
  SurroundingsReader,
  ConsistencyReader,
  AnswersReader,
  DeadLetterReader,
  DeadLetterRepository,
  DirectoryReader,
  DirectoryRepository,
  ReviewRepository,
  ObservationRepository,
  HandFindingRepository,
  DisputeRepository,
  DisputeReader,
  CommentRepository,
  QueueReader,
  QueueRepository,
  SampleReader,
  SampleRepository,
  SampleCompletion,
  CalibrationReader,
  CalibrationRepository,
  ScorecardReader,
  ScorecardRepository,
  EvaluationReader,
  EvaluationRepository,
  AutomaticEvaluations,
  ScoreReportReader,
  CoachingReader,
  CoachingRepository,
  CoachingNoteRepository,
  PreparationReader,
  EffectReader,
  ErasureRepository,
  RetentionRepository,
  DossierReader,
  FindingEventReader,
  Projector,
  PgAnalysisStore,
  PgHistoryStore,
  PledgeReader,
  ContradictionReader,
  TimelineReader,
  PgOutbox,
  WebhookRepository,
  DeliveryRepository,
  DeliveryQueue,
];

/** Where everything is kept. Connects and migrates while the application starts; closes last, in onApplicationShutdown. */
@Module({})
export class StorageModule {
  static register({ databaseUrl, ...options }: StorageOptions): DynamicModule {
    return {
      module: StorageModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({
            type: 'postgres' as const,
            // waitForDatabase waits, in a calmer way than Nest, which logs a stack for each attempt.
            toRetry: () => false,
          }),
          dataSourceFactory: () => waitForDatabase(databaseUrl, options),
        }),
      ],
      providers: [
        ...PARTS,
        { provide: ACCESS_STORE, useExisting: PgAccessStore },
        { provide: ANALYSIS_STORE, useExisting: PgAnalysisStore },
        { provide: HISTORY_STORE, useExisting: PgHistoryStore },
        { provide: OUTBOX, useExisting: PgOutbox },
      ],
      exports: [...PARTS, ACCESS_STORE, ANALYSIS_STORE, HISTORY_STORE, OUTBOX, TypeOrmModule],
    };
  }
}
