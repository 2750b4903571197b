import type { AnswerTopic, Channel, Polarity, Severity, Status } from '../api/types.js';

export const CHANNELS: readonly Channel[] = ['email', 'chat', 'phone'];
export const SEVERITIES: readonly Severity[] = ['critical', 'major', 'minor', 'info'];
export const POLARITIES: readonly Polarity[] = ['violation', 'merit'];

export const TOPICS: readonly AnswerTopic[] = [
  'refund', 'gesture', 'call-back', 'reply', 'deliver', 'send-technician', 'repair', 'exchange', 'send-document', 'cancel', 'transfer', 'check', 'correct', 'cost', 'warranty', 'commitment', 'means',
];

/** Where a finding stands, as its agent sees it: its status, and what became of a dispute. */
export type Standing = Status | 'upheld' | 'overturned';
export const STANDINGS: readonly Standing[] = ['detected', 'confirmed', 'dismissed', 'disputed', 'upheld', 'overturned'];
export const STATUSES: readonly Status[] = ['detected', 'confirmed', 'disputed', 'dismissed'];

export interface ReportFilter {
  from?: string;
  to?: string;
  channel?: Channel;
  agent?: string;
  team?: string;
}
export interface InteractionFilter extends ReportFilter {
  customer?: string;
  case?: string;
}
export interface FindingFilter extends ReportFilter {
  rule?: string;
  commitment?: string;
  severity?: Severity;
  polarity?: Polarity;
  status?: Status;
}
/** What the list of contradictions understands here. */
export type ContradictionFilter = Pick<ReportFilter, 'from' | 'to' | 'channel'>;
/** What the consistency report understands: it never narrows to one person. */
export type ConsistencyFilter = Pick<FindingFilter, 'from' | 'to' | 'channel' | 'team' | 'rule' | 'commitment'>;
/** One question: what customers came for, and what they are answered about. */
export interface QuestionFilter {
  reason?: string;
  topic?: AnswerTopic;
}
/** What the report of answers understands. */
export type AnswersFilter = Pick<ReportFilter, 'from' | 'to' | 'channel' | 'team'> & QuestionFilter;
/** Own findings: where they stand. */
export interface OwnFilter {
  standing?: Standing;
}
export type AnyFilter = InteractionFilter & FindingFilter & QuestionFilter & OwnFilter;
export type FilterName = keyof AnyFilter;
const FILTER_NAMES: readonly FilterName[] = ['from', 'to', 'channel', 'agent', 'team', 'customer', 'case', 'rule', 'commitment', 'severity', 'polarity', 'status', 'standing', 'reason', 'topic'];

/** Name in the address bar → member of the filter; French, since people read and share addresses. */
export const PARAMETER: Readonly<Record<FilterName, string>> = {
  from: 'du',
  to: 'au',
  channel: 'canal',
  agent: 'agent',
  team: 'equipe',
  customer: 'client',
  case: 'dossier',
  rule: 'regle',
  commitment: 'engagement',
  severity: 'gravite',
  polarity: 'sens',
  status: 'revue',
  standing: 'etat',
  reason: 'motif',
  topic: 'sujet',
};

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
const oneOf = <T extends string>(values: readonly T[], text: string): T | undefined => values.find((value) => value === text);

/** Reads the filters of an address; what it does not understand is left out, never sent to the API. */
export function readFilters(parameters: URLSearchParams): AnyFilter {
  const text = (name: FilterName): string | undefined => parameters.get(PARAMETER[name]) || undefined;
  const known = <T extends string>(name: FilterName, values: readonly T[]): T | undefined => oneOf(values, text(name) ?? '');
  const day = (name: 'from' | 'to'): string | undefined => (isDay(text(name) ?? '') ? text(name) : undefined);
  const [start, end] = [day('from'), day('to')];
  // Whoever types the days the wrong way round means the period between them.
  const reversed = start !== undefined && end !== undefined && start > end;
  const found = {
    from: reversed ? end : start,
    to: reversed ? start : end,
    channel: known('channel', CHANNELS),
    agent: text('agent'),
    team: text('team'),
    customer: text('customer'),
    case: text('case'),
    rule: text('rule'),
    commitment: text('commitment'),
    severity: known('severity', SEVERITIES),
    polarity: known('polarity', POLARITIES),
    status: known('status', STATUSES),
    standing: known('standing', STANDINGS),
    reason: text('reason'),
    topic: known('topic', TOPICS),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** The members that a page's queries understand, and nothing else. */
export const pick = (filters: AnyFilter, names: readonly FilterName[]): AnyFilter =>
  Object.fromEntries(names.flatMap((name) => (filters[name] === undefined ? [] : [[name, filters[name]]])));

/** The query string of a link to a list: `?agent=a1&sens=violation`. */
export function filterSearch(filters: AnyFilter): string {
  const parameters = new URLSearchParams();
  for (const name of FILTER_NAMES) {
    const value = filters[name];
    if (value !== undefined) parameters.set(PARAMETER[name], value);
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
