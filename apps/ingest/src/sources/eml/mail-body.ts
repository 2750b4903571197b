import { htmlToText } from '../html/html-to-text.js';
import { withoutArmour } from './armour.js';
import { charsetOfHtml, decodeCharset } from './decode-charset.js';
import type { MimePart } from './mime-parts.js';
import { unflow } from './unflow.js';

/** What of a mail's parts is words, and what stands for words that cannot be read. */
export interface MailBody {
  readonly text: string;
  /** Kinds of parts that may hold words and are not read. */
  readonly unread: ReadonlySet<'encrypted' | 'signed' | 'calendar' | 'winmail' | 'message'>;
}

type Unread = MailBody['unread'] extends ReadonlySet<infer T> ? T : never;

const UNREAD: Readonly<Record<string, Unread>> = {
  'multipart/encrypted': 'encrypted',
  'application/pgp-encrypted': 'encrypted',
  'text/calendar': 'calendar',
  'application/ics': 'calendar',
  'application/ms-tnef': 'winmail',
  'application/vnd.ms-tnef': 'winmail',
  'message/rfc822': 'message',
};

/** The whole body as sent, quoted history marked by `> `; attachments, attached mails and invitations are no words of the writer's. */
export function bodyOf(root: MimePart): MailBody {
  const unread = new Set<Unread>();
  return { text: textOf(root, unread), unread };
}

function textOf(part: MimePart, unread: Set<Unread>): string {
  const kind = UNREAD[part.type] ?? sealed(part);
  if (kind !== undefined) unread.add(kind);
  if (kind !== undefined || part.disposition === 'attachment') return '';
  if (part.type === 'text/plain') return plainOf(part, unread);
  if (part.type === 'text/html') return htmlToText(decodeCharset(part.bytes, part.params['charset'] ?? charsetOfHtml(part.bytes), part.decoded));
  if (!part.type.startsWith('multipart/')) return '';
  if (part.type === 'multipart/alternative') return alternativeOf(part.parts, unread);
  // The second part of a signed one is the signature; what follows in a report is for machines.
  const read = part.type === 'multipart/signed' || part.type === 'multipart/report' ? part.parts.slice(0, 1) : part.parts;
  return joined(read, unread);
}

/** A text with a file name is an attachment, unless nothing comes before it. */
function joined(parts: readonly MimePart[], unread: Set<Unread>): string {
  const texts: string[] = [];
  for (const part of parts) {
    const text = part.fileName !== undefined && texts.some(hasWords) ? '' : textOf(part, unread);
    if (text !== '') texts.push(text);
  }
  return texts.join('\n');
}

/** S/MIME that is more than a signature beside the text (RFC 8551 §3). */
function sealed({ type, params }: MimePart): Unread | undefined {
  if (!/^application\/(?:x-)?pkcs7-mime$/.test(type)) return undefined;
  return params['smime-type'] === 'signed-data' ? 'signed' : 'encrypted';
}

function plainOf({ bytes, params, decoded }: MimePart, unread: Set<Unread>): string {
  const isFlowed = params['format']?.toLowerCase() === 'flowed';
  const text = decodeCharset(bytes, params['charset'] ?? '', decoded);
  const { text: bare, encrypted } = withoutArmour(text);
  if (encrypted) unread.add('encrypted');
  return isFlowed ? unflow(bare, params['delsp']?.toLowerCase() === 'yes') : bare;
}

/** Of several forms of one text the plain one, unless it is empty or only says that the other is to be looked at. */
function alternativeOf(parts: readonly MimePart[], unread: Set<Unread>): string {
  const forms = parts.map((part) => ({ isPlain: part.type === 'text/plain', text: textOf(part, unread) })).filter(({ text }) => hasWords(text));
  const plain = forms.find(({ isPlain }) => isPlain);
  const other = forms.findLast(({ isPlain }) => !isPlain);
  if (plain === undefined || other === undefined) return (plain ?? other)?.text ?? '';
  return isPlaceholder(plain.text, other.text) ? other.text : plain.text;
}

const PLACEHOLDER = /\bhtml\b|navigateur|version en ligne|logiciel de messagerie|client de messagerie|\bbrowser\b|\bmail (?:client|reader)\b|view (?:it|this) /i;

/** A true form of the other's text begins with its words. */
const isPlaceholder = (plain: string, other: string): boolean => plain.length <= 400 && PLACEHOLDER.test(plain) && !lettersOf(other).includes(lettersOf(plain).slice(0, 60));

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

const hasWords = (text: string): boolean => text.trim() !== '';
