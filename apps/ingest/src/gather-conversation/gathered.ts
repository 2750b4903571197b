import type { Channel } from '#domain';
import type { ThreadMessage } from '../sources/thread/message.js';

/** How much a word on something counts: compared in this order, the greater wins. */
export interface Version {
  /** 0: another import had it; 1: mentioned beside something else, and perhaps in short; 2: told about itself. */
  readonly weight: 0 | 1 | 2;
  /** When, in milliseconds since the epoch, by the source's clock. */
  readonly at: number;
  /** Of one moment, the later kind of event. */
  readonly rank: number;
}

interface Versioned<T> extends Version {
  readonly value: T;
}

/** What is known of a conversation besides its messages. */
export interface ConversationFields {
  /** Milliseconds since the epoch. */
  readonly openedAt?: number;
  readonly channel?: Channel;
  readonly subject?: string;
  readonly queue?: string;
  readonly tags?: readonly string[];
}

/** What one delivery says of a conversation; fields and messages that it does not name stay as they are. */
export interface Piece {
  readonly version: Version;
  readonly fields: ConversationFields;
  /** null: the message was deleted. */
  readonly messages: readonly { readonly id: string; readonly version: Version; readonly message: ThreadMessage | null }[];
}

/** A conversation as far as it has been told: the latest state of each of its parts. */
export interface Gathered {
  readonly fields: { readonly [Name in keyof ConversationFields]?: Versioned<ConversationFields[Name]> };
  readonly messages: Readonly<Record<string, Versioned<ThreadMessage | null>>>;
}

export const NOTHING_GATHERED: Gathered = { fields: {}, messages: {} };

/**
 * Adds a piece. Any order and repetition of the same pieces gives the same conversation: of two states the one
 * of greater version counts, a deletion whenever it was, and of two at the same moment the one whose JSON sorts last.
 */
export function gather(known: Gathered, { version, fields, messages }: Piece): Gathered {
  const joinedFields = new Map<string, Versioned<unknown>>(Object.entries(known.fields));
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) put(joinedFields, name, { ...version, value });
  const joinedMessages = new Map(Object.entries(known.messages));
  for (const { id, version: own, message } of messages) put(joinedMessages, id, { ...own, value: message });
  return { fields: inOrder(joinedFields), messages: inOrder(joinedMessages) };
}

function put<T>(known: Map<string, Versioned<T>>, key: string, next: Versioned<T>): void {
  const before = known.get(key);
  if (before === undefined || outranks(next, before)) known.set(key, next);
}

function outranks(next: Versioned<unknown>, before: Versioned<unknown>): boolean {
  if ((next.value === null) !== (before.value === null)) return next.value === null;
  if (next.weight !== before.weight) return next.weight > before.weight;
  if (next.at !== before.at) return next.at > before.at;
  if (next.rank !== before.rank) return next.rank > before.rank;
  return JSON.stringify(next.value) > JSON.stringify(before.value);
}

/** The same members whatever the order they came in, so that states compare as JSON; `__proto__` is an id like any other. */
const inOrder = <T>(entries: ReadonlyMap<string, T>): Record<string, T> => Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
