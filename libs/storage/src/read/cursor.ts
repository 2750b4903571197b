/** The cursor of a page request is not one that a page handed out: the caller's mistake. */
export class InvalidCursorError extends Error {
  override readonly name = 'InvalidCursorError';
  readonly code = 'invalid_cursor';
}

/** The last row of a page in (start, id) order; newest first. */
export interface KeysetCursor {
  /** ISO 8601 in UTC, milliseconds. */
  readonly startedAt: string;
  readonly id: string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

export const isUuid = (text: string): boolean => UUID.test(text.toLowerCase());

export const encodeCursor = ({ startedAt, id }: KeysetCursor): string => Buffer.from(`${startedAt} ${id}`).toString('base64url');

/** @throws InvalidCursorError for anything that `encodeCursor` did not make. */
export function decodeCursor(text: string): KeysetCursor {
  const [startedAt = '', id = '', ...rest] = Buffer.from(text, 'base64url').toString('utf8').split(' ');
  const isCursor = INSTANT.test(startedAt) && !Number.isNaN(Date.parse(startedAt)) && UUID.test(id) && rest.length === 0;
  if (!isCursor) throw new InvalidCursorError('not a cursor of this list');
  return { startedAt, id };
}
