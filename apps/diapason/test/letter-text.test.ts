import { PARK_REASONS } from '#domain';
import { describe, expect, it } from 'vitest';
import { letterLines, type WholeLetter } from '../src/dead-letters/letter-text.js';

const letter = (changes: Partial<WholeLetter>): WholeLetter => ({
  id: '7', status: 'waiting', reason: 'not_json', detail: 'JSON invalide à la ligne 1, colonne 1', source: null, topic: 't', partition: 0, offset: '3',
  sentAt: '2026-11-02T10:15:00.000Z', buriedAt: '2026-11-02T10:15:01.000Z', bytes: 3, settled: null, key: null, value: { base64: 'YWJj', text: 'abc' }, headers: [], replayOf: null, ...changes,
});

describe('a dead letter for a person', () => {
  it('says what can be done about each reason, until it is settled', () => {
    const said = PARK_REASONS.map((reason) => /^ {2}à faire {2}(.+)$/m.exec(letterLines(letter({ reason })))?.[1]);
    expect(new Set(said).size).toBe(PARK_REASONS.length);
    expect(said).not.toContain(undefined);
    expect(letterLines(letter({ status: 'discarded', settled: { at: '', by: 'local', note: 'essai', interactionId: null } }))).not.toContain('à faire');
  });

  it('shows the beginning of a long value, and how to see the rest', () => {
    const long = letterLines(letter({ value: { base64: '', text: 'x'.repeat(1_000_000) } }));
    expect(long.length).toBeLessThan(6_000);
    expect(long).toContain('(les 4000 premiers caractères sur 1000000 ; tout le reste : --raw');
    expect(letterLines(letter({ value: { base64: 'A'.repeat(9_000), text: null } }))).toContain('premiers caractères');
  });

  it('does not let bytes of strangers drive the terminal', () => {
    const shown = letterLines(letter({ value: { base64: '', text: '\u001b[2J\u202e' }, detail: '\u0007' }));
    expect(['\u001b', '\u202e', '\u0007'].filter((character) => shown.includes(character))).toEqual([]);
  });
});
