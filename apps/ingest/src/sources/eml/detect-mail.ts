import { isFromLine, splitFromLine } from '../mbox/from-line.js';

const KNOWN_HEADERS = new Set([
  'from', 'to', 'cc', 'date', 'subject', 'message-id', 'received', 'return-path', 'mime-version', 'delivered-to', 'reply-to', 'sender',
  'content-type', 'content-transfer-encoding', 'in-reply-to', 'references', 'dkim-signature', 'authentication-results', 'bcc',
]);

const HEADER = /^([!-9;-~]+)[ \t]*:/;

/** Two known header fields before the first empty line and nothing that is no header; a file named `.eml` needs one. */
export function looksLikeMail(head: Buffer, fileName?: string): boolean {
  if (looksLikeMbox(head, fileName)) return false;
  const lines = head.toString('latin1', 0, 64 * 1024).replace(/^(?:\xef\xbb\xbf|[\r\n])+/, '').split(/\r?\n|\r/);
  let known = 0;
  let strange = 0;
  for (const [i, line] of lines.entries()) {
    if (line === '' || (i === lines.length - 1 && i > 0)) break;
    const name = HEADER.exec(line)?.[1]?.toLowerCase();
    if (name !== undefined && KNOWN_HEADERS.has(name)) known++;
    else if (name === undefined && !/^[ \t]/.test(line) && !/^>?From /.test(line)) strange++;
  }
  return isNamedMail(fileName) ? known >= 1 : known >= 2 && strange === 0;
}

/** Several mails of a mailbox file, or one after a separator; a single one in a file named `.eml` is a mail. */
export function looksLikeMbox(head: Buffer, fileName?: string): boolean {
  const split = splitFromLine(head.toString('latin1'));
  if (split === undefined || !isFromLine(split.fromLine, true) || !HEADER.test(split.rest)) return false;
  return !isNamedMail(fileName) || hasSeveralMails(head);
}

/** Begins with the separator of a mailbox and has a second one. */
export function hasSeveralMails(bytes: Buffer): boolean {
  const split = splitFromLine(bytes.toString('latin1'));
  if (split === undefined || !isFromLine(split.fromLine, true)) return false;
  for (const [, blank, line = ''] of split.rest.matchAll(/(\n\r?)?\n(From [^\r\n]{0,512})(?=\r?\n[!-9;-~]+[ \t]*:)/g)) {
    if (isFromLine(line, blank !== undefined)) return true;
  }
  return false;
}

const isNamedMail = (fileName: string | undefined): boolean => fileName?.toLowerCase().endsWith('.eml') === true;
