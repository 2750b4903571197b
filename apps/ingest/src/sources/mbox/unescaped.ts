/**
 * A mail as it was before it was put into a mailbox: a line that began with `From ` was written `>From `, and by careful
 * writers (mboxrd) `>From ` was written `>>From `. The empty line that parts it from the next goes too.
 */
export function unescaped(bytes: Buffer): Buffer {
  const mail = bytes.subarray(0, bytes.length - emptyLineAtEnd(bytes));
  if (!mail.includes('>From ')) return mail;
  return Buffer.from(mail.toString('latin1').replace(/^>(?=>*From )/gm, ''), 'latin1');
}

function emptyLineAtEnd(bytes: Buffer): number {
  const end = bytes.toString('latin1', Math.max(0, bytes.length - 4));
  return end.endsWith('\r\n\r\n') ? 2 : end.endsWith('\n\n') ? 1 : 0;
}
