import { withoutC1 } from '../windows-1252.js';

const END_OF_HEADERS = /\r?\n\r?\n/;
/** Headers beyond it are refused by their own limit. */
const LONGEST = 1024 * 1024;

/** Headers with bytes that are neither ASCII nor UTF-8 are Windows-1252, as old mailers wrote names and subjects: the mail with them in UTF-8. */
export function withReadableHeaders(bytes: Buffer): Buffer {
  const head = bytes.toString('latin1', 0, LONGEST);
  const length = END_OF_HEADERS.exec(head)?.index ?? head.length;
  const headers = bytes.subarray(0, length);
  if (!headers.toString('utf8').includes('\ufffd')) return bytes;
  return Buffer.concat([Buffer.from(withoutC1(headers.toString('latin1'))), bytes.subarray(length)]);
}
