import { type Amount, type Interaction, type Moment, type PledgeDeadline, type Pledge, stableId, type Statement, statementIdOf, type Turn, type Words } from '#domain';
import { localText, type LocalTime } from './deadlines/civil-date.js';
import type { Clock } from './deadlines/clock.js';
import { namesFirst, toldOf, type ToldOf } from './told-of.js';
import { actorOf } from './judge/actor-of.js';
import type { Clause } from './clauses/clause.js';
import type { Gists } from './gist/gists.js';
import { ABLE, DEEDS } from './lexicon/deed-nouns.js';
import { WordFlag } from '../read/index.js';
import { durationIn } from './read-claims.js';
import { ACT_VERBS, CARRIER_VERBS } from './lexicon/act-verbs.js';
import { lemmasOf } from './verbs/verb-group.js';
import { BECAUSE } from './lexicon/because-phrases.js';
import type { ReadAddress } from './read-address.js';
import type { ReadClaim } from './read-claims.js';
import type { ReadStatement } from './read-statements.js';
import { allTopicsOf, coreTopicsOf, objectOf, quantityOf, topicsOf } from './topics.js';
import type { TurnWords } from './words/turn-words.js';

/** The turn that statements were read from. */
export interface Source {
  readonly interaction: Interaction;
  readonly interactionId: string;
  readonly turn: Turn;
  readonly index: number;
  /** RFC 3339. */
  readonly at: string;
  readonly agentRef: string | undefined;
  readonly words: TurnWords;
  /** Every clause of the turn. */
  readonly read: readonly ReadStatement[];
  readonly clock: Clock;
  readonly gists: Gists;
}

/** What was read as the domain knows it; clauses that are none of its kinds are left out. */
export function toStatements(read: readonly ReadStatement[], source: Source): Statement[] {
  return read.flatMap((one): Statement[] => {
    switch (one.verdict.kind) {
      case 'pledge':
        return [pledgeOf(one, source)];
      case 'refusal':
        return [{ kind: 'refusal', ...baseOf('refusal', one, source), ...aboutOf(one, source), ...source.gists.take(one) }];
      case 'done':
      case 'doing':
        return one.act.by === null || (one.verdict.kind === 'done' && !(isContact(one) ? isMade(one, source) : isDeed(one))) ? [] : [{ kind: 'fulfilment', done: one.verdict.kind === 'done', ...baseOf('fulfilment', one, source), ...aboutOf(one, source), ...source.gists.take(one) }];
      default:
        return [];
    }
  });
}

/** « je vous appelle au sujet de votre colis », « je reviens vers vous comme convenu »: said in the present, the contact itself is what is done. */
const isContact = ({ act, clause: { group } }: ReadStatement): boolean => group?.tense === 'present' && !group.isPassive && (act.act === 'call-back' || act.act === 'reply') && (group.subject === 'je' || group.subject === 'nous' || group.subject === 'on');

/**
 * Whether the company made this contact: a call that the source says came from the customer is none, and where it says nothing, whoever calls says so when the call begins.
 * In writing the words are enough.
 */
const isMade = ({ act }: ReadStatement, { interaction: { channel, direction }, index }: Source): boolean =>
  act.act === 'reply' ? channel !== 'phone' : channel === 'phone' && direction !== 'inbound' && (direction === 'outbound' || index < OPENING_TURNS);

/** Turns, of everybody, in which a call begins. */
const OPENING_TURNS = 4;

/** « le virement est fait »; « le plombier est coincé » does nothing of what a plumber is sent for. */
const isDeed = ({ act, clause: { group } }: ReadStatement): boolean => act.by === 'verb' || group === null || lemmasOf(group).some((lemma) => ACT_VERBS.has(lemma) || CARRIER_VERBS.has(lemma));

/** Questions answered with a duration too: `covered:24` is for 24 months. */
const LASTING = new Set(['warranty', 'commitment']);

export function claimOf({ statement, question, answer, isOwnTopic }: ReadClaim, source: Source): Statement {
  const { topics, amount, quantity, about } = aboutOf(statement, source, allTopicsOf);
  const deeds = deedsOf(source.words, statement.clause, question);
  const months = quantity === null || !LASTING.has(question) ? null : quantity.noun === 'mois' ? quantity.value : quantity.noun === 'an' || quantity.noun === 'annee' ? 12 * quantity.value : null;
  const lasting = question === 'time-limit' ? `${answer}:${durationIn(source.words, statement.start, statement.clause.tail)}` : months === null ? answer : `${answer}:${months}`;
  const because = becauseOf(statement, source);
  return { kind: 'claim', ...baseOf('claim', { start: namedFrom(statement, source.words), end: statement.end }, source, question), ...(because === null ? {} : { because }), question, answer: lasting, ...(about === undefined ? {} : { about }), topics: [...new Set([...topics.filter((topic) => !isOwnTopic.has(topic)), ...deeds])].sort(), amount, ...(question === 'when' && statement.notBefore !== null ? { when: momentOf(statement.notBefore.by, source.clock) } : {}), ...source.gists.take(statement) };
}

/** What the clauses tell that made no statement of another kind. */
export const toldOfRest = (source: Source): Statement[] =>
  source.gists.rest().map(({ one, gist }) => {
    const because = becauseOf(one, source);
    return { kind: 'claim', ...baseOf('claim', { start: namedFrom(one, source.words), end: one.end }, source, 'told'), ...(because === null ? {} : { because }), question: 'told', answer: 'told', topics: [], amount: null, gist };
  });

/** « l'offre Confort | c'est douze mois »: with the noun that « ce » stands for. */
const namedFrom = ({ start, clause }: ReadStatement, words: TurnWords): number => (clause.group?.subject === 'ce' && clause.front < start && namesFirst(words, clause.front) ? clause.front : start);

/** Questions about what may or has to be done; of the others the verb is no topic. */
const ABOUT_DEEDS = new Set(['possible', 'time-limit', 'need', 'who', 'cost', 'access', 'entitled', 'commitment']);

/** The nouns of what the customer may or has to do, by the verbs: « vous pouvez reporter » is about a `report`. */
function deedsOf(words: TurnWords, { group, start, end, tail }: Clause, question: string): string[] {
  const found = group === null || group.verbs.length < 2 || !ABOUT_DEEDS.has(question) ? [] : group.verbs.at(-1)!;
  const deeds = found.flatMap((lemma) => DEEDS.get(lemma) ?? []);
  for (let i = start; i < end; i++) {
    const deed = ABLE.get(words.at(i).replace(/s$/, ''));
    if (deed !== undefined) deeds.push(deed);
  }
  // « trente jours pour | retourner l'article »
  if (question === 'time-limit') for (let i = end; i < tail; i++) if (words.has(i, WordFlag.infinitive)) deeds.push(...words.verbs(i).flatMap((lemma) => DEEDS.get(lemma) ?? []));
  return deeds;
}

export const addressOf = (address: ReadAddress, source: Source): Statement => ({ kind: 'address', ...baseOf('address', address, source, address.register), register: address.register });

function pledgeOf(one: ReadStatement, source: Source): Statement {
  return {
    kind: 'pledge', ...baseOf('pledge', one, source), ...aboutOf(one, source), deadline: deadlineOf(one, source), condition: one.condition === null ? null : wordsOf(one.condition, source),
    firmness: one.condition === null ? 'firm' : 'conditional', because: becauseOf(one, source), ...source.gists.take(one),
  };
}

/** `mark` tells statements of one kind at one place apart: two questions answered by one clause. */
function baseOf(kind: Statement['kind'], one: { start: number; end: number }, source: Source, mark?: string) {
  const { interaction, interactionId, index, at, agentRef } = source;
  const { start, end, quote } = wordsOf(one, source);
  const id = statementIdOf(interactionId, interaction.revision, kind, { turn: index, start, end });
  return {
    id: mark === undefined ? id : stableId(id, mark), interactionId, revision: interaction.revision, channel: interaction.channel,
    at, ...(agentRef === undefined ? {} : { agentRef }), ...(interaction.caseRef === undefined ? {} : { caseRef: interaction.caseRef }),
    evidence: { turn: index, start, end, quote, sense: 'said' as const }, confidence: confidenceOf(source.turn, start, end),
  };
}

/** Said in the pledge or not long before it. */
const becauseOf = ({ start, end }: ReadStatement, { words }: Source): Pledge['because'] => BECAUSE.find(({ words: phrases }) => phrases.isIn(words, Math.max(0, start - REASON_REACH), end))?.why ?? null;

/** Words before a pledge in which its reason is looked for. */
const REASON_REACH = 40;

/** The first word that ends after an offset; words are in the order of the text. */
function firstAfter(words: NonNullable<Turn['words']>, offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The lowest of the words that the span touches; 1 where the source gave none. */
function confidenceOf({ words }: Turn, start: number, end: number): number {
  let lowest = 1;
  if (words === undefined) return lowest;
  for (let i = firstAfter(words, start); i < words.length && words[i]!.start < end; i++) lowest = Math.min(lowest, words[i]!.confidence);
  return lowest;
}

function aboutOf(one: ReadStatement, source: Source, nounsOf: typeof topicsOf = topicsOf) {
  const { words } = source;
  const left = [...(one.deadline === null ? [] : [one.deadline]), ...(one.amount === null ? [] : [one.amount]), ...(one.condition === null ? [] : [one.condition])];
  const amount: Amount | null = one.amount?.amount ?? null;
  const { topics, about } = toldOf(words, one, left, nounsOf, () => toldBefore(one, source));
  return {
    act: one.act.act, actor: actorOf(words, one.clause), object: objectOf(words, one.clause, left), topics, ...(about === null ? {} : { about: wordsOf(about, source).quote }), amount, quantity: quantityOf(words, one.clause, left),
  };
}

/** Of the clause before it in its sentence, where that names its subject. */
function toldBefore(one: ReadStatement, { words, read }: Source): ToldOf | null {
  const before = read[read.indexOf(one) - 1];
  if (before === undefined || before.clause.sentence !== one.clause.sentence || before.clause.group === null) return null;
  return toldOf(words, before, [], coreTopicsOf);
}

function wordsOf({ start, end }: { start: number; end: number }, { words, turn }: Source): Words {
  const span = words.span(start, end);
  return { ...span, quote: turn.text.slice(span.start, span.end) };
}

/** What waits for an event is counted from it: no date can be told. */
function deadlineOf({ deadline, condition }: ReadStatement, source: Source): PledgeDeadline | null {
  if (deadline === null) return null;
  const waits = deadline.isFromEvent || (deadline.isDelay && condition !== null);
  return { words: wordsOf(deadline, source), from: waits || deadline.from === null ? null : momentOf(deadline.from, source.clock), by: waits ? null : momentOf(deadline.by, source.clock) };
}

const momentOf = (time: LocalTime, clock: Clock): Moment => ({ local: localText(time), instant: new Date(clock.instantOf(time)).toISOString() });
