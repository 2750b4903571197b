import { assert, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { decodeCursor, encodeCursor, InvalidCursorError } from '../src/read/cursor.js';

const id = '0b0e4a54-6d2c-5a43-9a8e-1f2d3c4b5a69';

it('gives back what it was made from', () => {
  const cursor = { startedAt: '2026-03-10T10:00:00.123Z', id };
  expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor);
});

it('refuses everything else', () => {
  const forged = [{ startedAt: '2026-13-10T10:00:00.123Z', id }, { startedAt: '2026-03-10', id }, { startedAt: '2026-03-10T10:00:00.123Z', id: "' OR 1=1" }];
  for (const cursor of forged) expect(() => decodeCursor(encodeCursor(cursor))).toThrow(InvalidCursorError);
  assert(
    property(string(), (text) => {
      expect(() => decodeCursor(text)).toThrow(InvalidCursorError);
    }),
  );
});
