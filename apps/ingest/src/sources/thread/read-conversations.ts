import type { z } from 'zod';
import { interactionOf, type Found } from '../interaction-of.js';
import { checkJson } from '../json-text.js';
import { jsonDocuments } from '../json-documents.js';
import { refuse, type Refused } from '../refusal.js';
import type { ReadContext, ReadItem } from '../source-reader.js';

/** A source whose files hold conversations as JSON. */
export interface ConversationSource<T> {
  /** `Interaction.source` when nobody names one. */
  readonly source: string;
  /** What one is called, French, capitalised: it begins the sentence that says what is wrong with it. */
  readonly what: string;
  /** The member that holds the conversations, in files that wrap them in an object. */
  readonly envelope?: string;
  readonly schema: z.ZodType<T>;
  readonly found: (conversation: T, context: ReadContext) => Found | Refused;
}

/** What only one conversation can have. */
export const OF_ONE = ['externalId', 'revision', 'startedAt', 'endedAt', 'direction', 'subject', 'caseRef'] as const;

/** Reads a file of one conversation, an array of them, an object that wraps them, or one a line. Never throws. */
export function* readConversations<T>(bytes: Buffer, context: ReadContext, source: ConversationSource<T>): Generator<ReadItem> {
  const documents = [...jsonDocuments(bytes, source.envelope)];
  const alone = documents.length === 1;
  const told = OF_ONE.find((member) => context.metadata?.[member] !== undefined);
  if (!alone && told !== undefined) {
    yield refuse('invalid_metadata', `Un fichier de plusieurs conversations ne peut pas recevoir « ${told} » pour toutes.`);
    return;
  }
  for (const document of documents) {
    if (document.kind === 'refused') yield document;
    else {
      const { value, place } = document.value;
      const item = itemOf(value, bytes, context, source);
      yield place === '' ? item : { ...item, place: item.kind === 'refused' && item.place?.startsWith('/') === true ? placeIn(place, item.place) : place };
    }
  }
}

function itemOf<T>(value: unknown, bytes: Buffer, context: ReadContext, { schema, what, source, found }: ConversationSource<T>): ReadItem {
  const checked = checkJson(schema, value, 'invalid_file', what);
  if (checked.kind === 'refused') return checked;
  const conversation = found(checked.value, context);
  return 'kind' in conversation ? conversation : interactionOf({ ...conversation, channel: context.metadata?.channel ?? conversation.channel }, bytes, source, context);
}

/** `/tickets/3` + `/comments/0` is one pointer; a line and a pointer are told one after the other. */
const placeIn = (place: string, pointer: string): string => {
  if (!place.startsWith('/')) return `${place}, ${pointer}`;
  return pointer === '/' ? place : `${place}${pointer}`;
};
