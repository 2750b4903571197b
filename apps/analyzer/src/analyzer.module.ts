import {
  ANALYSIS_STORE,
  type AnalysisStore,
  HISTORY_STORE,
  type HistoryJudge,
  type HistoryPass,
  type HistoryStore,
  INTERACTION_STREAM,
  type InteractionStream,
  STRICT_SETTINGS,
  isOrganisationId,
} from '#domain';
import { OutboxPublisher, findingsMessage } from '#messaging';
import { type CompiledRulebook, analyse, historyJudge, judgeOfNoRules, topicsOfText } from '#nlp';
import { HealthContributors, log } from '#runtime';
import { AutomaticEvaluations, OrganisationRepository, RulebookRepository } from '#storage';
import { type DynamicModule, Inject, Injectable, Module, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AnalyseInteractions } from './analyse-interaction/analyse-interactions.consumer.js';
import { AnalyzerMetrics } from './analyse-interaction/analyzer-metrics.js';
import { Breaker } from './analyse-interaction/breaker.js';
import { CountDeadLetters } from './analyse-interaction/count-dead-letters.js';
import { KeepEvaluations } from './evaluate/keep-evaluations.js';
import { PASS_TIME, PassTime, type PassTimeOptions } from './pass-time/pass-time.js';
import { JUDGE_DUE, JudgeDue, type JudgeDueOptions } from './judge-due/judge-due.js';
import { KeepViews } from './project/keep-views.js';
import { REFRESH_BI, RefreshBi, type RefreshBiOptions } from './refresh-bi/refresh-bi.js';
import { RETAIN, Retain, type RetainOptions } from './retain/retain.js';
import { openRulebook } from './rulebook/open-rulebook.js';
import { TakeInFacts } from './take-in-facts/take-in-facts.consumer.js';

export interface AnalyzerOptions {
  /** Folder of the rulebook; it is proven before anything is read. */
  readonly rulebookDir: string;
  /** The only organisation whose interactions are judged: the rulebook is its own. */
  readonly organisationId: string;
  /** Analyzers of one group share the work; `diapason-analyzer` unless told. */
  readonly group?: string;
  /** Stops when more than half of the last 100 records are parked; true unless told. */
  readonly breaker?: boolean;
  /** Creates the organisation with the strict settings when it is not there; absent: it must be there. */
  readonly newOrganisation?: { readonly name: string; readonly timeZone: string };
  /** False: nothing passes by the periods of retention, as where everybody is invented. */
  readonly retention?: boolean;
  /** The present, by which pledges fall due and periods end; the system's clock unless told. */
  readonly now?: () => Date;
}

/** How often the dates that have gone by are looked for. */
const PASS_TIME_EVERY_MS = 60_000;
/** How soon a merge of refs is seen in the history of the customer. */
const JUDGE_DUE_EVERY_MS = 500;
/** How soon a review is seen in the evaluations that findings make. */
const EVALUATE_EVERY_MS = 500;
/** How far behind the reports BI tools are at most. */
const REFRESH_BI_EVERY_MS = 300_000;
/** How often it is asked whether the day's retention is done. */
const RETAIN_EVERY_MS = 600_000;

const OPTIONS = Symbol('AnalyzerOptions');
/** The compiled rulebook that this process judges with. */
export const COMPILED_RULEBOOK = Symbol('CompiledRulebook');
const HISTORY = Symbol('History');
/** Gives the judge of histories and the present; null when the rulebook looks at no history. */
type History = () => HistoryPass | null;

/** What is known once the application starts. */
@Injectable()
class AtHand {
  /** In which time zone customers read « demain »: the organisation's. */
  zone = 'Europe/Paris';
  /** Rules over time that are not in every version of the rulebook. */
  young: ReadonlySet<string> = new Set();
}

const passBy =
  (judge: HistoryJudge, atHand: AtHand, now: () => Date = () => new Date()) =>
  (): HistoryPass => ({ judge, asOf: now().toISOString(), young: atHand.young, announce: (told) => [findingsMessage(told)] });

/** Order at start: the rulebook proves itself (while injecting), is published, and only then interactions are read. */
@Injectable()
class AnalyzerLifecycle implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(
    @Inject(OPTIONS) private readonly options: AnalyzerOptions,
    @Inject(COMPILED_RULEBOOK) private readonly rulebook: CompiledRulebook,
    private readonly organisations: OrganisationRepository,
    private readonly rulebooks: RulebookRepository,
    private readonly consumer: AnalyseInteractions,
    private readonly facts: TakeInFacts,
    private readonly time: PassTime,
    private readonly due: JudgeDue,
    private readonly bi: RefreshBi,
    private readonly retain: Retain,
    private readonly evaluations: KeepEvaluations,
    @Inject(HISTORY_STORE) private readonly histories: HistoryStore,
    private readonly atHand: AtHand,
    private readonly health: HealthContributors,
    @Inject(OutboxPublisher) private readonly publisher: OutboxPublisher | null,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { organisationId, newOrganisation } = this.options;
    if (newOrganisation) {
      const reason = 'first start of the analyzer';
      await this.organisations.ensureOrganisation({ id: organisationId, ...newOrganisation, settings: STRICT_SETTINGS, reason });
    }
    this.atHand.zone = (await this.organisations.readOrganisation(organisationId))?.timeZone ?? this.atHand.zone;
    await this.rulebooks.publishRulebook(organisationId, this.rulebook.description);
    const { name, version, rules } = this.rulebook.description;
    const { asked, young } = await this.histories.adoptRules(organisationId, this.rulebook.description.hash, historyJudge(this.rulebook));
    this.atHand.young = young;
    log.info('the rulebook is proven and in force', { name, version, rules: rules.length, historiesToJudgeAgain: asked });
    this.health.add('analyzer', () => this.consumer.trouble());
    this.health.add('facts', async () => this.facts.trouble());
    this.health.add('time', async () => this.time.trouble());
    this.health.add('evaluations', async () => this.evaluations.trouble());
    this.health.add('histories', async () => this.due.trouble());
    this.health.add('bi', async () => this.bi.trouble());
    this.health.add('retention', async () => this.retain.trouble());
    this.health.add('outbox', async () => this.publisher?.trouble() ?? null);
    this.publisher?.start();
    await this.consumer.start();
    await this.facts.start();
    this.time.start();
    this.due.start();
    this.bi.start();
    if (this.options.retention ?? true) this.retain.start();
    this.evaluations.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.evaluations.stop();
    await this.retain.stop();
    await this.bi.stop();
    await this.due.stop();
    await this.time.stop();
    await this.facts.stop();
    await this.consumer.stop();
  }
}

/** Judges what travels: needs StorageModule, MessagingModule and HealthModule beside it. */
@Module({})
export class AnalyzerModule {
  static register(options: AnalyzerOptions): DynamicModule {
    if (!isOrganisationId(options.organisationId)) throw new RangeError(`not an organisation id: ${options.organisationId}`);
    return {
      module: AnalyzerModule,
      providers: [
        { provide: OPTIONS, useValue: options },
        { provide: COMPILED_RULEBOOK, useFactory: () => openRulebook(options.rulebookDir) },
        AnalyzerMetrics,
        KeepViews,
        CountDeadLetters,
        AnalyzerLifecycle,
        AtHand,
        {
          provide: HISTORY,
          inject: [COMPILED_RULEBOOK, AtHand],
          useFactory: (rulebook: CompiledRulebook, atHand: AtHand): History => {
            const judge = historyJudge(rulebook);
            return judge === null ? () => null : passBy(judge, atHand, options.now);
          },
        },
        {
          provide: PASS_TIME,
          inject: [HISTORY],
          useFactory: (history: History): PassTimeOptions => ({ organisationId: options.organisationId, history, everyMs: PASS_TIME_EVERY_MS }),
        },
        PassTime,
        {
          provide: JUDGE_DUE,
          inject: [COMPILED_RULEBOOK, AtHand, OutboxPublisher],
          useFactory: (rulebook: CompiledRulebook, atHand: AtHand, publisher: OutboxPublisher | null): JudgeDueOptions => ({
            organisationId: options.organisationId,
            history: passBy(historyJudge(rulebook) ?? judgeOfNoRules, atHand, options.now),
            publisher,
            everyMs: JUDGE_DUE_EVERY_MS,
          }),
        },
        JudgeDue,
        { provide: REFRESH_BI, useFactory: (): RefreshBiOptions => ({ organisationId: options.organisationId, everyMs: REFRESH_BI_EVERY_MS }) },
        RefreshBi,
        { provide: RETAIN, useFactory: (): RetainOptions => ({ organisationId: options.organisationId, everyMs: RETAIN_EVERY_MS, now: options.now ?? (() => new Date()) }) },
        Retain,
        {
          provide: KeepEvaluations,
          inject: [AutomaticEvaluations],
          useFactory: (evaluations: AutomaticEvaluations) => new KeepEvaluations(evaluations, options.organisationId, EVALUATE_EVERY_MS),
        },
        {
          provide: TakeInFacts,
          inject: [INTERACTION_STREAM, HISTORY_STORE, ANALYSIS_STORE, OutboxPublisher, HISTORY],
          useFactory: (stream: InteractionStream, store: HistoryStore, positions: AnalysisStore, publisher: OutboxPublisher | null, history: History) =>
            new TakeInFacts({
              stream,
              store,
              positions,
              publisher,
              organisationId: options.organisationId,
              // A group of its own: members of one Kafka group have to read the same topics.
              group: `${options.group ?? 'diapason-analyzer'}-facts`,
              history,
              topicsOf: topicsOfText,
            }),
        },
        {
          provide: AnalyseInteractions,
          inject: [INTERACTION_STREAM, ANALYSIS_STORE, OutboxPublisher, COMPILED_RULEBOOK, AnalyzerMetrics, AtHand, HISTORY],
          useFactory: (
            stream: InteractionStream,
            store: AnalysisStore,
            publisher: OutboxPublisher | null,
            rulebook: CompiledRulebook,
            metrics: AnalyzerMetrics,
            atHand: AtHand,
            history: History,
          ) => {
            const breaker = new Breaker(options.breaker ?? true);
            metrics.watch(breaker);
            return new AnalyseInteractions({
              stream,
              store,
              publisher,
              metrics,
              judge: {
                organisationId: options.organisationId,
                analyse: (interaction) => analyse(interaction, rulebook, options.organisationId, { timeZone: atHand.zone }),
              },
              breaker,
              group: options.group ?? 'diapason-analyzer',
              history,
            });
          },
        },
      ],
      exports: [COMPILED_RULEBOOK],
    };
  }
}
