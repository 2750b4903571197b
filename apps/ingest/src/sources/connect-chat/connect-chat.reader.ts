import { fromTheStart, type DatedUtterance } from '../absolute-times.js';
import { guessRoleOfLabel } from '../guess-role.js';
import { jsonTranscriptReader } from '../json-transcript.reader.js';
import { ok, type Read } from '../refusal.js';
import { NOBODY, type Transcript, type Voice } from '../transcript.js';
import { connectChatFileSchema, type ConnectChatFile, type ConnectMessage } from './connect-chat-file.schema.js';
import { connectRole } from './connect-role.js';

/** A chat of Amazon Connect, as it is kept or as Contact Lens analysed it. */
export const connectChatReader = jsonTranscriptReader({
  format: 'connect-chat',
  title: 'Chat Amazon Connect ou Contact Lens (JSON)',
  detect: (shape) => shape.has('Transcript') && shape.text('Channel') !== 'VOICE' && !shape.has('Transcript.BeginOffsetMillis') && ['AbsoluteTime', 'ContentType'].some((key) => shape.has(`Transcript.${key}`)),
  schema: connectChatFileSchema,
  transcriptOf,
});

type ConnectParticipant = NonNullable<ConnectChatFile['Participants']>[number];

function transcriptOf(file: ConnectChatFile): Read<Transcript> {
  const participants = new Map((file.Participants ?? []).map((who) => [who.ParticipantId, who]));
  const said = file.Transcript.filter(isSaid).map((message): DatedUtterance => ({
    voice: voiceOf(message, participants),
    text: message.Content ?? '',
    ...(message.Id && { id: message.Id }),
    ...(message.AbsoluteTime && { at: Date.parse(message.AbsoluteTime) }),
  }));
  const dated = fromTheStart(said);
  if (dated.kind === 'refused') return dated;
  const externalId = file.CustomerMetadata?.ContactId || file.ContactId;
  return ok({ ...dated.value, channel: 'chat', ...(externalId && { externalId }) });
}

/** Joining, leaving, typing, transfers and attachments are no words. Interactive messages are JSON of a bot's menu. */
const isSaid = ({ Type: type, ContentType: content }: ConnectMessage): boolean =>
  (type === null || type === undefined || type === 'MESSAGE') && (content === null || content === undefined || content.startsWith('text/'));

/** A bot may sit in the agent's or the system's place; its display name gives it away, as a guess. */
function voiceOf(message: ConnectMessage, participants: ReadonlyMap<string, ConnectParticipant>): Voice {
  const { ParticipantId: id } = message;
  const known = id ? participants.get(id) : undefined;
  const name = message.DisplayName || known?.DisplayName || undefined;
  const role = connectRole(message.ParticipantRole ?? known?.ParticipantRole);
  const voice = { id: id || message.ParticipantRole || NOBODY.id, ...(name !== undefined && { name }) };
  const bot = role !== 'customer' && role !== 'bot' && name !== undefined && guessRoleOfLabel(name) === 'bot';
  return bot ? { ...voice, role: 'bot', roleGuessed: true } : { ...voice, role };
}
