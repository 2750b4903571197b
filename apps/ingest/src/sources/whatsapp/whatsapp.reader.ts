import { basename, dirname } from 'node:path';
import { decodeText } from '../decode-text.js';
import { interactionOf } from '../interaction-of.js';
import { inMebibytes, LIMITS } from '../limits.js';
import { refuse } from '../refusal.js';
import type { ReadContext, ReadItem, SourceReader } from '../source-reader.js';
import type { SpeakerLabel } from '../speaker.js';
import { inZone } from '../thread/local-time.js';
import type { ThreadMessage } from '../thread/message.js';
import { revisionAt } from '../thread/revision.js';
import { threadOf } from '../thread/thread-of.js';
import { dayOrderOf, timeIn } from './day-order.js';
import { beginsAsExport, entriesOf } from './lines.js';
import { isFrench, saidIn } from './said.js';

/** A conversation as WhatsApp's « Exporter discussion » writes it. */
export const whatsappReader: SourceReader = {
  format: 'whatsapp',
  title: 'Discussion WhatsApp exportée (.txt)',
  extensions: ['.txt'],
  mediaTypes: ['text/plain'],
  detect: (head) => beginsAsExport(head.toString('utf8', 0, 4096)) || (head[0] === 0xff && head[1] === 0xfe && beginsAsExport(head.toString('utf16le', 2, 4096))),
  read: readChat,
};

function* readChat(bytes: Buffer, context: ReadContext): Generator<ReadItem> {
  yield chatOf(bytes, context);
}

function chatOf(bytes: Buffer, context: ReadContext): ReadItem {
  if (bytes.length > LIMITS.fileBytes) return refuse('too_large', `Discussion de ${inMebibytes(bytes.length)}, pour ${inMebibytes(LIMITS.fileBytes)} au plus.`);
  const text = decodeText(bytes);
  if (text.kind === 'refused') return text;
  const entries = entriesOf(text.value);
  if (entries === undefined) return refuse('invalid_file', 'La première ligne doit être un message daté, par exemple « 03/04/2026, 14:05 - Jeanne: Bonjour ».', 'ligne 1');
  const { metadata } = context;
  const order = dayOrderOf(entries, { order: metadata?.dateOrder, startedAt: metadata?.startedAt, french: isFrench(text.value) });
  if (order.kind === 'refused') return order;
  const named = externalIdOf(context);
  if (named.kind === 'refused') return named;
  const zone = metadata?.timeZone;
  const messages = entries.flatMap((entry): ThreadMessage[] => {
    const said = saidIn(entry.rest);
    const local = timeIn(order.value, entry) ?? 0;
    const at = zone === undefined ? local : inZone(local, zone);
    if (said.kind === 'nothing') return [];
    return [{ at, text: said.text, from: said.kind === 'system' ? { id: 'whatsapp', role: 'system' } : speaker(said.name) }];
  });
  const { startedAt, ...thread } = threadOf(messages, context);
  return interactionOf(
    {
      channel: 'chat',
      externalId: named.value,
      revision: revisionAt(...messages.map(({ at }) => at)),
      // The clock of a phone does not say where it hangs: distances hold, the start has to be told.
      startedAt: zone === undefined ? undefined : startedAt,
      ...thread,
    },
    bytes,
    'whatsapp',
    context,
  );
}

/** A number goes by its digits, however its phone writes it. */
function speaker(name: string): SpeakerLabel {
  const digits = name.replace(/[\s().-]/g, '');
  return /^\+\d{6,15}$/.test(digits) ? { id: digits, name, address: digits } : { id: name, name };
}

/** The file's name, as usual; but iPhones call every export `_chat.txt`, within a folder that has the name. */
function externalIdOf({ fileName, metadata }: ReadContext): { kind: 'ok'; value: string | undefined } | ReturnType<typeof refuse> {
  if (metadata?.externalId !== undefined || fileName === undefined || !/^_chat(?: ?\(\d+\))?\.txt$/i.test(basename(fileName))) return { kind: 'ok', value: undefined };
  const folder = basename(dirname(fileName));
  if (folder !== '' && folder !== '.') return { kind: 'ok', value: folder };
  return refuse('invalid_metadata', 'Toutes les discussions exportées d’un iPhone s’appellent « _chat.txt » : renommez le fichier, ou donnez « externalId » dans les métadonnées.');
}
