import { describe, expect, it } from 'vitest';
import type { Finding } from '../src/api/types.js';
import { quoteOf } from '../src/findings/quote.js';
import { inReadingOrder, marksByTurn } from '../src/interaction/marks.js';

type Evidence = Finding['evidence'][number];
const at = (turn: number, start: number, end: number): Evidence => ({ turn, start, end, quote: '', sense: 'said' });
const finding = (id: string, ...evidence: Evidence[]): Finding => ({
  id,
  interactionId: 'i',
  revision: 1,
  channel: 'chat',
  startedAt: '2026-11-04T10:00:00Z',
  agent: null,
  team: null,
  ruleId: `rule.${id}`,
  rulebook: { name: 'n', version: '1.0.0', hash: 'h' },
  polarity: 'violation',
  severity: 'minor',
  commitment: { id: 'c', text: null },
  status: 'detected', review: null, byHand: null, comment: null, dispute: null,
  evidence,
  against: null, explanation: '',
  instead: null,
  confidence: 1, wordsGone: null, names: {},
});

describe('marks', () => {
  it('are numbered as one reads: by turn, by first word, the longer first', () => {
    const ordered = inReadingOrder([finding('late', at(2, 0, 4)), finding('inner', at(0, 3, 5)), finding('outer', at(0, 3, 9)), finding('first', at(0, 0, 2))]);
    expect(ordered.map(({ id }) => id)).toEqual(['first', 'outer', 'inner', 'late']);
  });

  it('keep one number over all the extracts of a finding, in every turn', () => {
    const marks = marksByTurn([finding('a', at(0, 0, 2), at(3, 1, 4)), finding('b', at(3, 0, 1))]);
    expect([...marks].map(([turn, list]) => [turn, list.map(({ number }) => number)])).toEqual([
      [0, [1]],
      [3, [1, 2]],
    ]);
  });
});

describe('quoteOf', () => {
  it('is one line, cut at a word', () => {
    expect(quoteOf({ quote: 'je reviens\n  vers vous' })).toBe('je reviens vers vous');
    const long = quoteOf({ quote: 'un mot '.repeat(60) });
    expect(long.length).toBeLessThanOrEqual(161);
    expect(long).toMatch(/ (un|mot)…$/);
    expect(quoteOf(undefined)).toBe('');
  });
});
