import type { InteractionDetail, TurnView } from '#domain';
import { interactionOf } from '../sources/interaction-of.js';
import type { ReadContext, ReadItem } from '../sources/source-reader.js';
import type { ThreadMessage } from '../sources/thread/message.js';
import { revisionAt } from '../sources/thread/revision.js';
import { threadOf } from '../sources/thread/thread-of.js';
import { gather, type Gathered } from './gathered.js';

/** What was gathered as an interaction; refused `no_text` as long as nothing was said. */
export function gatheredInteraction(gathered: Gathered, source: string, externalId: string, revision: number, context: ReadContext): ReadItem {
  const { openedAt, channel, subject, queue, tags } = gathered.fields;
  const thread = threadOf(messagesOf(gathered), context, openedAt?.value);
  return interactionOf(
    { source, externalId, revision, channel: channel?.value ?? 'chat', subject: subject?.value, queue: queue?.value, tags: tags?.value, ...thread },
    Buffer.alloc(0),
    source,
    context,
  );
}

/** By number where ids are numbers: those of one moment then stand as they were written. */
const messagesOf = ({ messages }: Gathered): ThreadMessage[] =>
  Object.entries(messages)
    .sort(([a], [b]) => Number(a) - Number(b) || (a < b ? -1 : 1))
    .flatMap(([, { value }]) => value ?? []);

/** By the clock of its last change, and more than every revision before. */
export const nextRevision = ({ fields, messages }: Gathered, ...before: readonly number[]): number =>
  Math.max(revisionAt(...[...Object.values(fields), ...Object.values(messages)].map(({ at }) => at)), ...before.map((revision) => revision + 1));

/** What is needed of an interaction as it is kept. */
type Kept = Pick<InteractionDetail, 'startedAt' | 'channel' | 'subject'> & { readonly turns: readonly Pick<TurnView, 'id' | 'speaker' | 'text' | 'offsetMs' | 'private'>[] };

/** A revision that somebody else took in, as the least word on each of its turns: what no event brought is not lost. */
export function withKept(gathered: Gathered, kept: Kept): Gathered {
  const start = Date.parse(kept.startedAt);
  const least = { weight: 0, at: 0, rank: 0 } as const;
  const messages = kept.turns.map(({ id, speaker, text, offsetMs, private: note }) => {
    const { role, ref, name } = speaker;
    const from = { id: `${role}:${ref ?? name ?? ''}`, role, ...(ref !== null && { ref }), ...(name !== null && { name }) };
    const message: ThreadMessage = { id, from, text, private: note, ...(offsetMs !== null && { at: start + offsetMs }) };
    return { id, version: least, message };
  });
  const { subject, channel } = kept;
  return gather(gathered, { version: least, fields: { openedAt: start, channel, ...(subject !== null && { subject }) }, messages });
}
