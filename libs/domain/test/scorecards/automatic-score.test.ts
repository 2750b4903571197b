import * as fc from 'fast-check';
import { type AutomaticInput, automaticScore, type FindingStatus, percentOf, resultOf } from '#domain';
import { describe, expect, it } from 'vitest';
import { card, findings } from './cards.js';

const rule = (id: string, serves = 'issue', channels: readonly ('email' | 'chat' | 'phone')[] = ['email', 'chat', 'phone']) => ({
  id, kind: 'wording', polarity: 'violation' as const, severity: 'major' as const, serves, why: 'Parce que.', speaker: 'agent' as const, channels,
});
const INPUT: AutomaticInput = {
  channel: 'chat', contactReason: null, rulebook: { rules: [rule('refus'), rule('accueil', 'accueil'), rule('voix', 'issue', ['phone'])] }, notChecked: new Set(), observed: new Set(), findings: [], basis: 'confirmed',
};
const found = (ruleId: string, polarity: 'violation' | 'merit', status: FindingStatus = 'confirmed') => ({ ruleId, polarity, status });
const CARD = card([
  { id: 'refus', weight: 50, critical: 'section', source: findings({ by: 'no-violation' }, 'refus') },
  { id: 'accueil', weight: 30, source: findings({ by: 'any-merit' }, 'accueil') },
  { id: 'points', weight: 20, source: findings({ by: 'points', start: 2, outOf: 4, perViolation: 1, perMerit: 2 }, 'refus', 'accueil') },
]);
const score = (input: Partial<AutomaticInput>, definition = CARD): number | string => {
  const result = automaticScore(definition, { ...INPUT, ...input });
  return result.score === null ? result.state : percentOf(result.score);
};

describe('a score by findings, by hand', () => {
  it.each([
    ['nothing found: 50 + 0 + 20 × 2/4', {}, 60],
    ['a merit: 50 + 30 + 20', { findings: [found('accueil', 'merit')] }, 100],
    ['merits are capped', { findings: Array(9).fill(found('accueil', 'merit')) }, 100],
    ['a violation fails the section, which is all there is', { findings: [found('refus', 'violation'), found('accueil', 'merit')] }, 0],
    ['what was dismissed counts nowhere', { findings: [found('refus', 'violation', 'dismissed')] }, 60],
    ['what waits for review: not known yet', { findings: [found('refus', 'violation', 'detected')] }, 'open'],
    ['… unless detected findings count', { basis: 'detected', findings: [found('refus', 'violation', 'detected')] }, 0],
    ['a dispute: not known yet, whatever counts', { basis: 'detected', findings: [found('refus', 'violation', 'disputed')] }, 'open'],
    ['what waits and could change nothing: the merit is there', { findings: [found('accueil', 'merit'), found('accueil', 'merit', 'detected')] }, 100],
    ['findings of rules that nobody asks for', { findings: [found('autre', 'violation'), found('autre', 'violation', 'detected')] }, 60],
    ['a rule that could not run: (30 × 0) / 30', { notChecked: new Set(['refus']) }, 0],
    ['a rule under observation counts for no one: (0 + 20 × 2/4) / 50', { observed: new Set(['refus']) }, 20],
  ] satisfies [string, Partial<AutomaticInput>, number | string][])('%s', (_, input, expected) => {
    expect(score(input)).toBe(expected);
  });

  it('leaves out rules that this rulebook or channel does not have, and takes those of a commitment', () => {
    const voice = card([{ id: 'voix', source: findings({ by: 'no-violation' }, 'voix') }]);
    expect(score({}, voice)).toBe('nothing');
    expect(score({ channel: 'phone' }, voice)).toBe(100);
    const issue = card([{ id: 'issue', source: { kind: 'findings', rules: [], commitments: ['issue'], counts: { by: 'no-violation' } } }]);
    expect(score({ findings: [found('refus', 'violation')] }, issue)).toBe(0);
    expect(score({ findings: [found('accueil', 'violation')] }, issue)).toBe(100);
    expect(automaticScore(issue, { ...INPUT, rulebook: { rules: [] } }).criteria).toEqual([{ id: 'issue', state: 'left-out', result: null, why: 'no-rule' }]);
  });

  it('does not ask people', () => {
    expect(score({}, card([{ id: 'humain' }]))).toBe('nothing');
    expect(automaticScore(card([{ id: 'humain' }]), INPUT).criteria).toEqual([]);
  });
});

describe('points of findings', () => {
  it('fall by violations, rise by merits, and stay within their bounds', () => {
    const some = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), some, some, some, some, some, (outOf, start, perViolation, perMerit, violations, merits) => {
        const counts = { by: 'points', start: Math.min(start, outOf), outOf, perViolation, perMerit } as const;
        const value = (v: number, m: number): number => {
          const { numerator, denominator } = resultOf(counts, v, m);
          return numerator / denominator;
        };
        const here = value(violations, merits);
        expect(here).toBeGreaterThanOrEqual(0);
        expect(here).toBeLessThanOrEqual(1);
        expect(value(violations + 1, merits)).toBeLessThanOrEqual(here);
        expect(value(violations, merits + 1)).toBeGreaterThanOrEqual(here);
      }),
    );
  });

  it('are told only when no review could change them any more', () => {
    const statuses = fc.constantFrom<FindingStatus>('detected', 'confirmed', 'dismissed', 'disputed');
    const list = fc.array(fc.tuple(fc.constantFrom('refus', 'accueil'), fc.constantFrom('violation' as const, 'merit' as const), statuses).map(([id, polarity, status]) => found(id, polarity, status)), { maxLength: 5 });
    fc.assert(
      fc.property(list, fc.infiniteStream(fc.boolean()), (all, holds) => {
        const now = automaticScore(CARD, { ...INPUT, findings: all });
        const later = all.map((one) => (one.status === 'detected' || one.status === 'disputed' ? { ...one, status: holds.next().value! ? ('confirmed' as const) : ('dismissed' as const) } : one));
        const after = automaticScore(CARD, { ...INPUT, findings: later }).score;
        expect(now.state === 'open' ? after : now.score).toEqual(after);
      }),
      { numRuns: 2_000 },
    );
  });
});
