import { InvalidCursorError } from '../read/cursor.js';

export const encodeRef = (ref: string): string => Buffer.from(`ref ${ref}`).toString('base64url');

/** The last ref of a page. @throws InvalidCursorError for anything that `encodeRef` did not make */
export function decodeRef(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!/^ref [^\0]+$/s.test(text) || encodeRef(text.slice(4)) !== cursor) throw new InvalidCursorError('not a cursor of this list');
  return text.slice(4);
}
