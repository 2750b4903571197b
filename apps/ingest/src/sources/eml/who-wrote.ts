import { decodeWords, type Email } from 'postal-mime';

type Header = (name: string) => string;

/** How mail programs begin the subject of an answer that nobody wrote, in the languages that reach a French service; without accents. */
const AUTOMATIC_SUBJECT =
  /^\[?(?:reponse automatique|(?:reponse auto|auto[- ]?reponse)\b|(?:(?:message|avis) d'absence|absen(?:ce|te?) du bureau)\b|automatic reply|auto(?:matic)?[- ]?(?:reply|response)\b|out of (?:the )?office|automatische antwort|abwesenheit|respuesta automatica|risposta automatica|resposta automatica|automatisch antwoord|afwezig)/;

/** Headers by which programs that answer alone say so; RFC 3834 has the first, the others are older or vendors' own. */
const AUTOMATIC_HEADERS = ['x-autoreply', 'x-autorespond', 'x-autoresponse', 'x-autoreply-from', 'x-mail-autoreply'];

/**
 * Whether a machine wrote the mail: it says so (RFC 3834 and its elders), it is a report on another mail, or it came with an empty return
 * path. `X-Auto-Response-Suppress` says nothing: helpdesks put it on what agents wrote.
 */
export function isAutomatic(email: Email): boolean {
  const header = headersOf(email);
  return (
    !/^(?:no\b.*)?$/i.test(header('auto-submitted').trim()) ||
    AUTOMATIC_HEADERS.some((name) => !/^(?:no|false|)$/i.test(header(name).trim())) ||
    /^auto[-_]?reply\b/i.test(header('precedence')) ||
    /^multipart\/report/i.test(header('content-type')) ||
    header('return-path').trim() === '<>' ||
    AUTOMATIC_SUBJECT.test(folded(email.subject ?? ''))
  );
}

/** Whether it is a letter that was not sent: drafts as Outlook, Thunderbird and Gmail's export mark them. */
export function isDraft(email: Email): boolean {
  const header = headersOf(email);
  const labels = decodeWords(header('x-gmail-labels')).split(',').map((label) => label.trim().toLowerCase());
  return header('x-unsent').trim() === '1' || header('x-mozilla-draft-info') !== '' || labels.includes('drafts') || labels.includes('brouillons');
}

const headersOf = (email: Email): Header => (name) => email.headers.find(({ key }) => key === name)?.value ?? '';

const folded = (text: string): string => text.trim().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
