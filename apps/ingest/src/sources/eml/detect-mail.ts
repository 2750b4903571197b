const KNOWN_HEADERS = new Set([
  'from', 'to', 'cc', 'date', 'subject', 'message-id', 'received', 'return-path', 'mime-version', 'delivered-to', 'reply-to', 'sender',
  'content-type', 'content-transfer-encoding', 'in-reply-to', 'references', 'dkim-signature', 'authentication-results', 'bcc',
]);

const HEADER = /^([!-9;-~]+)[ \t]*:/;

/** Two known header fields before the first empty line and nothing that is no header; a file named `.eml` needs one. */
export function looksLikeMail(head: Buffer, fileName?: string): boolean {
  const lines = head.toString('latin1', 0, 64 * 1024).replace(/^(?:\xef\xbb\xbf|[\r\n])+/, '').split(/\r?\n|\r/);
  let known = 0;
  let strange = 0;
  for (const [i, line] of lines.entries()) {
    if (line === '' || (i === lines.length - 1 && i > 0)) break;
    const name = HEADER.exec(line)?.[1]?.toLowerCase();
    if (name !== undefined && KNOWN_HEADERS.has(name)) known++;
    else if (name === undefined && !/^[ \t]/.test(line) && !/^>?From /.test(line)) strange++;
  }
  return fileName?.toLowerCase().endsWith('.eml') === true ? known >= 1 : known >= 2 && strange === 0;
}

/** Begins like a mailbox file and has a second message. */
export const looksLikeMbox = (bytes: Buffer): boolean =>
  bytes.toString('latin1', 0, 5) === 'From ' && /\n\r?\nFrom \S+ [^\r\n]{10,60}\r?\n[!-9;-~]+:/.test(bytes.toString('latin1'));
