import * as fc from 'fast-check';
import { checkScorecard, fraction, type GivenAnswer, humanScore, meanOf, NOT_APPLICABLE, percentOf, type ScorecardDefinition } from '#domain';
import { describe, expect, it } from 'vitest';
import { card, scale, type Wanted } from './cards.js';

const PHONE = { channel: 'phone', contactReason: null } as const;
const answers = (given: Readonly<Record<string, string>>): GivenAnswer[] => Object.entries(given).map(([criterion, answer]) => ({ criterion, answer }));
const percent = (definition: ScorecardDefinition, given: Readonly<Record<string, string>>, context: Parameters<typeof humanScore>[1] = PHONE): number | string => {
  const { state, score } = humanScore(definition, context, answers(given));
  return score === null ? state : percentOf(score);
};

const STORY = card(
  [{ id: 'salue', weight: 20 }, { id: 'ecoute', weight: 30, source: scale(0, 1, 3) }],
  [{ id: 'preuve', weight: 10, critical: 'section' }, { id: 'delai', weight: 25, condition: { when: { criterion: 'preuve', is: ['yes'] } } }, { id: 'appel', weight: 15, condition: { channels: ['phone'] } }],
  [{ id: 'identite', weight: 0, critical: 'all' }],
);
const ALL = { salue: 'yes', ecoute: 'p2', preuve: 'yes', delai: 'yes', appel: 'yes', identite: 'yes' };

describe('a score, by hand', () => {
  // What each line comes to was reckoned on paper: Σ weight × result over Σ weight.
  it.each([
    ['everything holds', ALL, 100],
    ['a third of a scale: (20 + 30 × 1/3 + 10 + 25 + 15) / 100', { ...ALL, ecoute: 'p1' }, 80],
    ['no greeting: (0 + 30 + 50) / 100', { ...ALL, salue: 'no' }, 80],
    ['greeting not applicable: (10 + 50) / 80', { ...ALL, salue: 'na', ecoute: 'p1' }, 75],
    ['one third of one thing alone: 30 × 1/3 / 30', { salue: 'na', ecoute: 'p1', preuve: 'na', appel: 'na', identite: 'na' }, 33.3],
    ['two thirds would be 66.7: 20 + 0 of 30', { salue: 'yes', ecoute: 'na', preuve: 'na', appel: 'na', identite: 'na' }, 100],
    ['the critical one of a section fails: 50 / 75, and the question after it is not asked', { ...ALL, preuve: 'no' }, 66.7],
    ['a section that failed keeps its weights: 30 / 75', { ...ALL, preuve: 'no', salue: 'no' }, 40],
    ['the critical one of all fails', { ...ALL, identite: 'no' }, 0],
    ['nothing applies: no score, not 0', { salue: 'na', ecoute: 'na', preuve: 'na', appel: 'na', identite: 'na' }, 'nothing'],
    ['an answer is missing', { ...ALL, delai: '' }, 'open'],
    ['an answer to what is not asked does not count', { ...ALL, preuve: 'na', delai: 'no' }, 100],
  ])('%s', (_, given, expected) => {
    expect(percent(STORY, given)).toBe(expected);
  });

  it('asks by channel and contact reason', () => {
    // Without the phone the last question of 15 is not asked: (20 + 10 + 10 + 25) / 85.
    expect(percent(STORY, { ...ALL, ecoute: 'p1', appel: 'no' }, { channel: 'chat', contactReason: null })).toBe(76.5);
    const refund = card([{ id: 'a' }, { id: 'b', condition: { reasons: ['refund'] } }]);
    expect(percent(refund, { a: 'yes' }, { channel: 'chat', contactReason: 'delivery' })).toBe(100);
    expect(percent(refund, { a: 'yes' }, { channel: 'chat', contactReason: null })).toBe(100);
    expect(percent(refund, { a: 'yes', b: 'no' }, { channel: 'chat', contactReason: 'refund' })).toBe(50);
  });

  it('tells sections apart, and what failed', () => {
    const result = humanScore(STORY, PHONE, answers({ ...ALL, preuve: 'no', ecoute: 'p1' }));
    expect(result.sections).toEqual([{ id: 's0', score: fraction(3, 5) }, { id: 's1', score: fraction(0, 1) }, { id: 's2', score: null }]);
    expect(result.failures).toEqual([{ criterion: 'preuve', fails: 'section' }]);
    expect(result.criteria.find(({ id }) => id === 'delai')).toEqual({ id: 'delai', state: 'left-out', result: null, why: 'condition' });
  });

  it('rounds once, halves up', () => {
    expect([fraction(1, 3), fraction(2, 3), fraction(1, 2000), fraction(1, 2001), fraction(1999, 2000)].map(percentOf)).toEqual([33.3, 66.7, 0.1, 0, 100]);
    expect(meanOf([fraction(1, 3), fraction(1, 3), fraction(1, 3)])).toBe(0.333333333333333);
    expect(meanOf(Array.from({ length: 10 }, () => fraction(1, 10)))).toBe(0.1);
    expect(meanOf([])).toBeNull();
  });
});

const ids = Array.from({ length: 8 }, (_, at) => `c${at}`);
const wanted = (id: string, at: number): fc.Arbitrary<Wanted> =>
  fc.record({
    id: fc.constant(id),
    weight: fc.integer({ min: 0, max: 100 }),
    critical: fc.constantFrom(undefined, undefined, 'section' as const, 'all' as const),
    source: fc.constantFrom(undefined, scale(0, 1, 2), scale(0, 3, 7, 20), scale(1, 19)),
    // Conditions only look back: no cycles.
    condition: at === 0 ? fc.constant(undefined) : fc.option(fc.integer({ min: 0, max: at - 1 }).map((other) => ({ when: { criterion: ids[other]!, is: ['yes', 'p1', 'p2'] } })), { nil: undefined }),
  }).map(({ critical, source, condition, ...rest }) => ({ ...rest, ...(critical && { critical }), ...(source && { source }), ...(condition && { condition }) }));
const cards = fc.tuple(...ids.map(wanted)).map((all) => card(all.slice(0, 3), all.slice(3, 6), all.slice(6)));
const given = fc.tuple(...ids.map(() => fc.constantFrom('yes', 'no', 'p0', 'p1', 'p2', NOT_APPLICABLE))).map((all) => answers(Object.fromEntries(all.map((answer, at) => [ids[at]!, answer]))));

describe('a score, whatever the scorecard', () => {
  it('is between 0 and 1 and made of safe integers, or none', () => {
    fc.assert(
      fc.property(cards, given, (definition, said) => {
        const { state, score } = humanScore(definition, PHONE, said);
        expect(score === null).toBe(state !== 'scored');
        if (score === null) return;
        expect(Number.isSafeInteger(score.numerator) && Number.isSafeInteger(score.denominator) && score.denominator > 0).toBe(true);
        expect(score.numerator >= 0 && score.numerator <= score.denominator).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('does not depend on the order of answers, of criteria in a section, nor of sections', () => {
    fc.assert(
      fc.property(cards, given, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (definition, said, chance) => {
        const mixed = <T>(all: readonly T[]): T[] => all.map((one) => ({ one, at: chance.next().value! })).sort((a, b) => a.at - b.at).map(({ one }) => one);
        const other = { ...definition, sections: mixed(definition.sections.map((section) => ({ ...section, criteria: mixed(section.criteria) }))) };
        expect(humanScore(other, PHONE, mixed(said)).score).toEqual(humanScore(definition, PHONE, said).score);
      }),
    );
  });

  it('does not change when every weight is doubled, nor by what does not apply', () => {
    fc.assert(
      fc.property(cards, given, fc.integer({ min: 0, max: 100 }), (definition, said, weight) => {
        const { score } = humanScore(definition, PHONE, said);
        const twice = { ...definition, sections: definition.sections.map((section) => ({ ...section, criteria: section.criteria.map((one) => ({ ...one, weight: one.weight * 2 })) })) };
        expect(humanScore(twice, PHONE, said).score).toEqual(score);
        const more = { ...definition, sections: [...definition.sections, ...card([{ id: 'plus', weight, critical: 'all' }]).sections] };
        expect(humanScore(more, PHONE, [...said, { criterion: 'plus', answer: NOT_APPLICABLE }]).score).toEqual(score);
      }),
    );
  });

  it('is 0 once something critical for all fails, and never grows by a worse answer', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ weight: fc.integer({ min: 1, max: 100 }), yes: fc.boolean() }), { minLength: 2, maxLength: 8 }), fc.nat(), (criteria, which) => {
        const at = which % criteria.length;
        const make = (critical?: 'all') => card(criteria.map(({ weight }, i) => ({ id: `c${i}`, weight, ...(critical && i === at && { critical }) })));
        const say = (worse: boolean) => answers(Object.fromEntries(criteria.map(({ yes }, i) => [`c${i}`, yes && !(worse && i === at) ? 'yes' : 'no'])));
        const [before, after] = [humanScore(make(), PHONE, say(false)).score!, humanScore(make(), PHONE, say(true)).score!];
        expect(after.numerator * before.denominator).toBeLessThanOrEqual(before.numerator * after.denominator);
        expect(humanScore(make('all'), PHONE, say(true)).score).toEqual(fraction(0, 1));
      }),
    );
  });

  it('has an end where conditions go round in a circle, which no scorecard may be published with', () => {
    const round = card([{ id: 'a', condition: { when: { criterion: 'b', is: ['yes'] } } }, { id: 'b', condition: { when: { criterion: 'c', is: ['yes'] } } }, { id: 'c', condition: { when: { criterion: 'a', is: ['yes'] } } }, { id: 'd' }]);
    expect(humanScore(round, PHONE, answers({ a: 'yes', b: 'yes', c: 'yes', d: 'yes' })).score).toEqual(fraction(1, 1));
    expect(checkScorecard(round, null).map(({ path }) => path.join('/'))).toEqual([0, 1, 2].map((at) => `sections/0/criteria/${at}/condition/when/criterion`));
  });
});
