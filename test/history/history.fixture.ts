import path from 'node:path';
import {
  contentHash,
  factIdOf,
  interactionIdOf,
  statementIdOf,
  type AnalysedInteraction,
  type Channel,
  type HistoryJudge,
  type Interaction,
  type PledgeAct,
  type ReadFact,
  type Statement,
} from '#domain';
import { compileRulebook, historyJudge, loadRulebook } from '#nlp';
import { RULEBOOK } from '../contracts/analysis-store.fixture.js';

export const TEST_RULEBOOK = path.join(import.meta.dirname, 'rulebook');

/** The judge of this folder's rulebook: every contradiction, what was not kept and what was. */
export function testJudge(): HistoryJudge {
  const loaded = loadRulebook(TEST_RULEBOOK);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return historyJudge(compileRulebook(loaded.rulebook))!;
}

/** A statement as a test writes it; `words` name it in what is compared. */
export type Said = { readonly words: string } & (
  | { readonly kind: 'pledge'; readonly act?: PledgeAct; readonly topics?: readonly string[]; readonly euros?: number; readonly due?: string; readonly condition?: string; readonly because?: 'customer-asked' | 'condition-met' | 'added' }
  | { readonly kind: 'refusal'; readonly act?: PledgeAct; readonly topics?: readonly string[] }
  | { readonly kind: 'fulfilment'; readonly act?: PledgeAct; readonly topics?: readonly string[] }
  | { readonly kind: 'claim'; readonly answer: string }
  | { readonly kind: 'address'; readonly register: 'tu' | 'vous' }
);

export interface Heard {
  readonly externalId: string;
  readonly revision?: number;
  readonly customer: string;
  readonly agent?: string;
  readonly channel: Channel;
  readonly startedAt: string;
  readonly caseRef?: string;
  readonly direction?: 'inbound' | 'outbound';
  readonly said: readonly Said[];
}

/** An analysed interaction whose agent said these things, one turn each. */
export function heard(organisationId: string, wanted: Heard): AnalysedInteraction {
  const { externalId, revision = 1, channel, startedAt, caseRef, direction, agent = 'a-1' } = wanted;
  const interaction: Interaction = {
    source: 'essai',
    externalId,
    revision,
    channel,
    startedAt,
    ...(caseRef === undefined ? {} : { caseRef }),
    ...(direction === undefined ? {} : { direction }),
    participants: [
      { id: 'c', role: 'customer', ref: wanted.customer },
      { id: 'a', role: 'agent', ref: agent, team: { ref: 'e-1' } },
    ],
    turns: [{ id: 't', participantId: 'a', text: 'Bonjour.' }, ...wanted.said.map(({ words }, index) => ({ id: `t${index}`, participantId: 'a', text: words }))],
  };
  const interactionId = interactionIdOf(organisationId, 'essai', externalId);
  const statements = wanted.said.map((said, index) => statementOf(said, index + 1, { interactionId, revision, channel, at: startedAt, agentRef: agent, ...(caseRef === undefined ? {} : { caseRef }) }));
  return {
    organisationId,
    interactionId,
    interaction,
    contentHash: contentHash(interaction),
    analysis: { rulebook: RULEBOOK, findings: [], notChecked: [], language: 'fr', zones: [], statements },
  };
}

type Where = Pick<Statement, 'interactionId' | 'revision' | 'channel' | 'at' | 'agentRef' | 'caseRef'>;

function statementOf(said: Said, turn: number, where: Where): Statement {
  const place = { turn, start: 0, end: said.words.length };
  const base = { ...where, id: statementIdOf(where.interactionId, where.revision, said.kind, place), evidence: { ...place, quote: said.words, sense: 'said' as const }, confidence: 1 };
  if (said.kind === 'claim') return { ...base, kind: 'claim', question: 'cost', answer: said.answer, topics: [], amount: null };
  if (said.kind === 'address') return { ...base, kind: 'address', register: said.register };
  const about = { act: said.act ?? ('refund' as const), actor: 'company' as const, object: null, topics: said.topics ?? [], quantity: null };
  if (said.kind === 'refusal') return { ...base, ...about, kind: 'refusal', amount: null };
  if (said.kind === 'fulfilment') return { ...base, ...about, kind: 'fulfilment', amount: null, done: true };
  return {
    ...base,
    ...about,
    kind: 'pledge',
    amount: said.euros === undefined ? null : { value: said.euros, currency: 'EUR' },
    deadline: said.due === undefined ? null : { words: place0, from: null, by: { local: said.due, instant: `${said.due}T23:00:00.000Z` } },
    condition: said.condition === undefined ? null : { ...place0, quote: said.condition },
    firmness: said.condition === undefined ? 'firm' : 'conditional',
    because: said.because ?? null,
  };
}

const place0 = { start: 0, end: 1, quote: 'x' };

export interface Reported {
  readonly externalId: string;
  readonly revision?: number;
  readonly customer: string;
  readonly act: PledgeAct;
  readonly at: string;
  readonly caseRef?: string;
  readonly topics?: readonly string[];
}

export function reported(organisationId: string, { externalId, revision = 1, customer, act, at, caseRef, topics = [] }: Reported): ReadFact {
  const fact = { source: 'erp', externalId, revision, customerRef: customer, act, at, ...(caseRef === undefined ? {} : { caseRef }) };
  return { organisationId, factId: factIdOf(organisationId, 'erp', externalId), fact, contentHash: contentHash(fact), topics };
}
