import { htmlToText } from '../html/html-to-text.js';
import { parseMail } from '../eml/parse-mail.js';
import { ok, refuse, type Read } from '../refusal.js';
import { contentOf, mediaTypeOf } from './content.js';
import type { VconContent } from './vcon-file.schema.js';

/**
 * What was written in a `text` dialog, or a note among the attachments. A mail's body may be a whole MIME part, whose
 * boundary stands in `mediatype`; its attachments are dropped. Pictures and files have no words: ''.
 * @param place where it stands, for a refusal
 */
export async function textOf(part: VconContent, place: string): Promise<Read<string>> {
  const type = mediaTypeOf(part) || 'text/plain';
  if (!/^(?:text\/|multipart\/|message\/rfc822$)/.test(type)) return ok('');
  if (part.body === undefined && part.url !== undefined) return refuse('no_text', 'vCon : ce texte est à une adresse (« url »), et rien n’est téléchargé : mettez-le dans « body ».', place);
  const content = contentOf(part, place);
  if (content.kind === 'refused') return content;
  const text = content.value ?? '';
  if (typeof text !== 'string') return refuse('invalid_file', 'vCon : un texte est attendu dans « body ».', `${place}/body`);
  if (type === 'text/html') return ok(htmlToText(text));
  if (type.startsWith('text/')) return ok(text);
  const mail = await parseMail(Buffer.from(type === 'message/rfc822' ? text : `MIME-Version: 1.0\r\nContent-Type: ${headerOf(part)}\r\n\r\n${text}`));
  return mail.kind === 'ok' ? ok(mail.value.text) : { ...mail, place };
}

/** Whether it was written as a mail. */
export const isMail = (part: VconContent & { readonly message_id?: string | null }): boolean =>
  /^(?:multipart\/|message\/rfc822$)/.test(mediaTypeOf(part)) || part.message_id?.includes('@') === true;

/** The media type with its parameters, unfolded. */
const headerOf = ({ mediatype, mimetype }: VconContent): string => (mediatype ?? mimetype ?? '').replace(/\s+/g, ' ');
