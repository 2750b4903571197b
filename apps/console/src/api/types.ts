import type { paths } from './schema.js';

/** What GET on a path answers with when all is well. */
type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type Organisation = Answer<'/v1/organisation'>;
export type AgentReport = Answer<'/v1/reports/agents'>;
export type ChannelReport = Answer<'/v1/reports/channels'>;
export type ConsistencyReport = Answer<'/v1/reports/consistency'>;
export type AnswersReport = Answer<'/v1/reports/consistency/answers'>;
export type RuleReport = Answer<'/v1/reports/rules'>;
export type InteractionPage = Answer<'/v1/interactions'>;
export type FindingPage = Answer<'/v1/findings'>;
export type InteractionDetail = Answer<'/v1/interactions/{id}'>;
export type CustomerTimeline = Answer<'/v1/customers/{ref}/timeline'>;
export type ContradictionPage = Answer<'/v1/contradictions'>;
export type PersonPage = Answer<'/v1/agents'>;
export type Rulebook = Answer<'/v1/rulebooks/current'>;

export type QueueSummary = Answer<'/v1/queues'>['queues'][number];
export type QueueItem = Answer<'/v1/queues/{queue}/items'>['items'][number];
export type ReviewSample = Answer<'/v1/samples'>['items'][number];
export type NewSample = paths['/v1/samples']['post']['requestBody']['content']['application/json'];

export type Person = PersonPage['items'][number];
export type AgentRow = AgentReport['rows'][number];
export type ChannelRow = ChannelReport['rows'][number];
export type RuleRow = RuleReport['rows'][number];
export type ConsistencyRow = ConsistencyReport['rows'][number];
export type Spread = NonNullable<ConsistencyRow['betweenAgents']>;
export type ChannelGap = ConsistencyRow['channels'][number];
export type Funnel = NonNullable<ConsistencyRow['funnel']>;
export type FunnelPoint = Funnel['points'][number];
export type AnsweredQuestion = AnswersReport['rows'][number];
export type AnsweredSlot = AnsweredQuestion['slots'][number];
export type SaidValue = AnsweredSlot['values'][number];
export type AnswerTopic = AnsweredQuestion['topic'];
export type InteractionSummary = InteractionPage['items'][number];
export type Finding = FindingPage['items'][number];
export type CounterEvidence = NonNullable<Finding['against']>;
export type Contradiction = ContradictionPage['items'][number];
export type TimelineEntry = CustomerTimeline['items'][number];
export type Pledge = TimelineEntry['pledges'][number];
export type Turn = InteractionDetail['turns'][number];
export type Rule = Rulebook['rules'][number];
export type SampledShare = NonNullable<NonNullable<RuleRow['sampled']>['recall']>;
export type Proportion = AgentRow['withViolation'];
export type Named = AgentRow['agent'];
export type Channel = InteractionSummary['channel'];
export type Polarity = Finding['polarity'];
export type Status = Finding['status'];
export type Review = NonNullable<Finding['review']>;
export type Judgement = paths['/v1/findings/{id}/review']['put']['requestBody']['content']['application/json'];
export type Severity = Finding['severity'];
