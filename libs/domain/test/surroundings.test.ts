import { describe, expect, it } from 'vitest';
import { surroundingsOf } from '#domain';

describe('the words around an extract', () => {
  it('are the rest of a short turn', () => {
    expect(surroundingsOf('Non, c’est impossible, désolé.', { start: 5, end: 21 })).toEqual({ before: 'Non, ', after: ', désolé.' });
  });

  it('are cut between two words of a long one, and say so', () => {
    const text = `${'avant '.repeat(60)}c’est impossible${' après'.repeat(60)}`;
    const start = text.indexOf('c’est');
    const { before, after } = surroundingsOf(text, { start, end: start + 'c’est impossible'.length });
    expect(before).toMatch(/^… (?:avant )+$/);
    expect(after).toMatch(/^(?: après)+ …$/);
    expect(Math.max(before.length, after.length)).toBeLessThanOrEqual(161);
  });

  it('never end in half a character', () => {
    const text = `${'🎸'.repeat(200)}non${'🎸'.repeat(200)}`;
    const { before, after } = surroundingsOf(text, { start: 400, end: 403 });
    expect(() => encodeURIComponent(before + after)).not.toThrow();
  });
});
