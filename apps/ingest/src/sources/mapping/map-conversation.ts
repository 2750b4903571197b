import { SPEAKER_ROLES, type SpeakerRole } from '#domain';
import { messageText } from '../html/message-text.js';
import type { Found } from '../interaction-of.js';
import type { Refused } from '../refusal.js';
import type { ReadContext } from '../source-reader.js';
import type { SpeakerLabel } from '../speaker.js';
import type { ThreadMessage } from '../thread/message.js';
import { revisionAt } from '../thread/revision.js';
import { threadOf } from '../thread/thread-of.js';
import { select, selectEach, type JsonPath, type Place } from './json-path.js';
import type { MappingSpec } from './mapping.schema.js';
import { Values } from './values.js';

/** One conversation, read where the mapping says its parts stand; refused for a value that is not what the mapping takes it for. */
export function mapConversation(spec: MappingSpec, conversation: Place, context: ReadContext): Found | Refused {
  const values = new Values(spec.timeZone ?? context.metadata?.timeZone);
  const found = new ConversationMap(spec, values).read(conversation, context);
  return values.refused ?? found;
}

class ConversationMap {
  constructor(
    private readonly spec: MappingSpec,
    private readonly values: Values,
  ) {}

  read(conversation: Place, context: ReadContext): Found {
    const { spec, values } = this;
    const id = values.name(spec.id, conversation);
    if (id === undefined) values.wrong(conversation, `rien à « ${spec.id.text} » : chaque conversation doit avoir un id`);
    const openedAt = values.time(spec.start, conversation);
    const endedAt = values.time(spec.end, conversation);
    const updatedAt = values.time(spec.updated, conversation);
    const counted = isOffset(spec.turns.time?.unit);
    const told = context.metadata?.startedAt;
    // Offsets count from the start; without one they still count from each other.
    const base = counted ? (openedAt ?? (told === undefined ? 0 : Date.parse(told))) : 0;
    const people = this.peopleOf(conversation);
    const messages = selectEach(spec.turns.list, conversation)
      .filter((turn) => this.isAmong(spec.turns.keep, turn))
      .map((turn): ThreadMessage => this.messageOf(turn, people, base));
    const { startedAt, ...thread } = threadOf(messages, context, counted ? base : openedAt);
    const tags = values.names(spec.tags, conversation).slice(0, 100);
    return {
      externalId: id,
      revision: counted && openedAt === undefined && updatedAt === undefined ? 1 : revisionAt(openedAt, endedAt, updatedAt, ...messages.map(({ at }) => at)),
      channel: this.channelOf(conversation),
      startedAt: counted && openedAt === undefined ? undefined : startedAt,
      ...(endedAt !== undefined && { endedAt: new Date(endedAt).toISOString() }),
      direction: spec.direction === undefined ? undefined : this.translate(spec.direction, conversation),
      subject: values.name(spec.subject, conversation),
      caseRef: values.name(spec.caseRef, conversation),
      queue: values.name(spec.queue, conversation),
      ...(tags.length > 0 && { tags }),
      ...thread,
    };
  }

  private messageOf(turn: Place, people: ReadonlyMap<string, SpeakerLabel>, base: number): ThreadMessage {
    const { values } = this;
    const { turns } = this.spec;
    const time = values.time(turns.time, turn);
    const duration = turns.duration && values.time({ path: turns.duration.path, unit: turns.duration.unit === 's' ? 'offset-s' : 'offset-ms' }, turn);
    const text = values.text(turns.text, turn) ?? '';
    return {
      id: values.name(turns.id, turn),
      from: this.speakerOf(turn, people),
      text: turns.html ? messageText(text) : text,
      private: this.isPrivate(turn),
      ...(time !== undefined && { at: isOffset(turns.time?.unit) ? base + time : time }),
      ...(duration !== undefined && { durationMs: duration }),
    };
  }

  /** What the turn says of its speaker wins over what the list of people says. */
  private speakerOf(turn: Place, people: ReadonlyMap<string, SpeakerLabel>): SpeakerLabel {
    const { turns } = this.spec;
    const key = this.values.name(turns.speaker, turn);
    const own = this.labelOf(turn, turns);
    const id = key ?? own.name ?? own.address ?? own.role ?? 'unknown';
    return { ...(key !== undefined && people.get(key)), ...own, id };
  }

  private peopleOf(conversation: Place): Map<string, SpeakerLabel> {
    const { people } = this.spec;
    if (people === undefined) return new Map();
    return new Map(
      selectEach(people.list, conversation).flatMap((person): [string, SpeakerLabel][] => {
        const key = this.values.name(people.key, person);
        return key === undefined ? [] : [[key, { id: key, ...this.labelOf(person, people) }]];
      }),
    );
  }

  private labelOf(from: Place, paths: Pick<MappingSpec['turns'], 'name' | 'address' | 'ref' | 'role'>): Omit<SpeakerLabel, 'id'> {
    const name = this.values.name(paths.name, from);
    const address = this.values.name(paths.address, from);
    const ref = this.values.name(paths.ref, from);
    const role = this.values.name(paths.role, from);
    return {
      ...(name !== undefined && { name }),
      ...(address !== undefined && { address }),
      ...(ref !== undefined && { ref }),
      ...(role !== undefined && { role: roleOf(this.spec, role) }),
    };
  }

  /** Nothing there: said. Anything but true and false is refused rather than taken for either. */
  private isPrivate(turn: Place): boolean {
    const told = this.spec.turns.private;
    if (told === undefined) return false;
    if ('values' in told) return this.isAmong(told, turn);
    const flags = select(told, turn).filter(({ value }) => value !== null);
    const wrong = flags.find(({ value }) => typeof value !== 'boolean');
    if (wrong !== undefined) this.values.wrong(wrong, 'true ou false est attendu ; pour un autre mot, écrivez « private: { path, values } » dans le mapping');
    return flags.some(({ value }) => value === true);
  }

  private isAmong(told: MappingSpec['turns']['keep'], turn: Place): boolean {
    return told === undefined || this.values.names(told.path, turn).some((word) => told.values.includes(word));
  }

  private channelOf(conversation: Place): Found['channel'] {
    const { channel } = this.spec;
    if (typeof channel === 'string') return channel;
    const found = this.translate(channel, conversation);
    if (found === undefined) this.values.wrong(select(channel.path, conversation)[0] ?? conversation, 'canal absent de « channel.values » ; ajoutez-le au mapping, ou donnez « otherwise »');
    return found ?? 'chat';
  }

  private translate<T extends string>(told: { path: JsonPath; values: Record<string, T>; otherwise?: T }, from: Place): T | undefined {
    const word = this.values.name(told.path, from);
    return word !== undefined && Object.hasOwn(told.values, word) ? told.values[word] : told.otherwise;
  }
}

const isOffset = (unit: string | undefined): boolean => unit?.startsWith('offset-') === true;

/** A word that `roles` does not have is no role: `unknown`, on which no agent rule runs. */
function roleOf({ roles }: MappingSpec, word: string): SpeakerRole {
  if (Object.hasOwn(roles, word)) return roles[word]!;
  return SPEAKER_ROLES.find((role) => role === word) ?? 'unknown';
}
