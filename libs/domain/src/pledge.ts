import type { Evidence } from './finding.js';
import { stableId } from './ids.js';
import type { Channel } from './interaction.js';

/** What may be undertaken. `other` is what none of the rest fits: setting aside, unblocking, not charging. */
export const PLEDGE_ACTS = [
  'refund', 'gesture', 'call-back', 'reply', 'deliver', 'send-technician', 'repair', 'exchange', 'send-document', 'cancel', 'transfer', 'check', 'correct', 'other',
] as const;
export type PledgeAct = (typeof PLEDGE_ACTS)[number];

/** Who has to do it: the one who speaks · the company (« nous », « on », a colleague, the passive) · a carrier, bank, expert, partner. */
export const PLEDGE_ACTORS = ['agent', 'company', 'third-party'] as const;
export type PledgeActor = (typeof PLEDGE_ACTORS)[number];

export type Amount = { readonly value: number; readonly currency: 'EUR' } | { readonly value: number; readonly unit: '%' };

/** Something counted that is no money: « 500 points », « six mois ». */
export interface Quantity {
  readonly value: number;
  /** Folded, singular: `point`, `mois`. */
  readonly noun: string;
}

/** Words of the turn that `evidence` points to; UTF-16 offsets into its original text, end exclusive. */
export interface Words {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** A point in the customer's time. */
export interface Moment {
  /** In the interaction's time zone: a date (`2026-03-03`: until its end) or a time to the minute (`2026-03-03T12:00`). */
  readonly local: string;
  /** RFC 3339 in UTC: when `local` is over. A date alone is over at the next midnight of that time zone. */
  readonly instant: string;
}

export interface PledgeDeadline {
  readonly words: Words;
  /** Only where the words name a lower bound: « entre 8 h et 12 h », « 5 à 7 jours ». */
  readonly from: Moment | null;
  /** Null when it is counted from an event that has no date: « dès réception, sous 3 jours ». */
  readonly by: Moment | null;
}

/**
 * A clause in a form that two wordings of one thing have in common. Words are folded and singular; the noun of a deed goes by its verb (`remboursement`: `rembourser`).
 * Statements that were kept before there was one have none, and are only matched by the rest.
 */
export interface Gist {
  /** Its nouns; one that is denied (« sans frais ») begins with `-`. */
  readonly things: readonly string[];
  /** Its verbs, but those that say nothing by themselves. */
  readonly deeds: readonly string[];
  /** Nouns said before it in its turn that its pronouns may stand for, the nearest first. */
  readonly beside?: readonly string[];
  /** `slot:value`, `+point` or `-point`: `€:60`, `days:30`, `place:gare`, `-free`. */
  readonly tells: readonly string[];
  readonly denied?: true;
  /** Told of what happened. */
  readonly past?: true;
  readonly conditional?: true;
}

/** What every statement of an agent that matters over time has. */
interface StatementBase {
  /** `statementIdOf`: extracting twice gives the same id. */
  readonly id: string;
  readonly interactionId: string;
  readonly revision: number;
  readonly channel: Channel;
  /** RFC 3339: when the turn was said (the interaction's start where the turn has no time of its own). */
  readonly at: string;
  /** `ref` of the agent who spoke; absent when the source named none. */
  readonly agentRef?: string;
  readonly caseRef?: string;
  /** The clause itself. */
  readonly evidence: Evidence;
  /** 0 to 1; the lowest transcription confidence among the words of the clause, 1 for written channels. */
  readonly confidence: number;
  /** Of a clause that makes several statements the first has it. */
  readonly gist?: Gist;
}

/** What the statement is about. */
interface About {
  readonly act: PledgeAct;
  readonly actor: PledgeActor;
  /** A few words as they were said, or null. */
  readonly object: string | null;
  /** Lemmas of the nouns of the clause and of its object, folded and sorted: what two statements are matched by. */
  readonly topics: readonly string[];
  /** Words said before the clause to tell of what: « Concernant la commande 55102 ». */
  readonly about?: string;
  readonly amount: Amount | null;
  readonly quantity: Quantity | null;
}

/** What an agent undertook towards a customer: what, how much, by when. */
export interface Pledge extends StatementBase, About {
  readonly kind: 'pledge';
  /** Null: no date was given. */
  readonly deadline: PledgeDeadline | null;
  /** « si… », « dès réception de… », « sous réserve… »; may stand outside the clause. */
  readonly condition: Words | null;
  readonly firmness: 'firm' | 'conditional';
  /** The words say why it differs from what was said before: the customer asked, the condition is met, it comes on top. */
  readonly because: 'customer-asked' | 'condition-met' | 'added' | null;
}

/** The same acts refused: « nous ne pourrons pas rembourser ». */
export interface Refusal extends StatementBase, About {
  readonly kind: 'refusal';
}

/** The same acts said to be done: « le virement a été fait hier », « c'est réglé ». Evidence that a pledge was kept. */
export interface Fulfilment extends StatementBase, About {
  readonly kind: 'fulfilment';
  /** The company did it; false when it is said to be under way or to be happening now. */
  readonly done: boolean;
}

/** A fact of the customer's case, as the agent stated it: « la livraison est gratuite », « vous êtes engagé douze mois ». */
export interface Claim extends StatementBase {
  readonly kind: 'claim';
  /** What is told about: `cost`, `need`, `access`, `warranty` …; `told`: nothing of these, only its gist. */
  readonly question: string;
  /** What is told: two values of one question about the same topics cannot both hold. With a duration in months where one is told: `covered:24`. */
  readonly answer: string;
  readonly topics: readonly string[];
  /** As `About.about`. */
  readonly about?: string;
  readonly amount: Amount | null;
  /** Of `when not-before`: the moment up to which it will not be. */
  readonly when?: Moment;
  /** Why it differs from what was told before, where the words say so. */
  readonly because?: NonNullable<Pledge['because']>;
}

/** How the customer is addressed in a turn. */
export interface Address extends StatementBase {
  readonly kind: 'address';
  readonly register: 'tu' | 'vous';
}

export type Statement = Pledge | Refusal | Fulfilment | Claim | Address;

/** One id per interaction, revision, kind and place. `interactionId` already holds the organisation. */
export const statementIdOf = (interactionId: string, revision: number, kind: Statement['kind'], place: { readonly turn: number; readonly start: number; readonly end: number }): string =>
  stableId('statement', interactionId, revision, kind, place.turn, place.start, place.end);
