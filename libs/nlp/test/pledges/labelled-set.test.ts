import { describe, expect, it } from 'vitest';
import { ACTORS, ACTS, CONTRADICTIONS, lot, NOT_PLEDGES, readPairs, readTurns, type Span } from './labelled-set.js';

const PARTS = ['a', 'b', 'c', 'd', 'e', 'f', 'h', 'i', 'j'] as const;
const allTurns = PARTS.flatMap(readTurns);
const allPairs = [...PARTS, 'g' as const].flatMap(readPairs);

const LONE_SURROGATE = /\p{Surrogate}/u;

/** The words at a span, or undefined when it leaves the text, is empty, has blanks at an end or cuts a character in two. */
function wordsAt(text: string, [start, end]: Span): string | undefined {
  const words = text.slice(start, end);
  const inside = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length;
  return inside && words === words.trim() && !LONE_SURROGATE.test(words) ? words : undefined;
}

const DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/;
const localDay = (at: string): string => at.slice(0, 10);
/** Comparable: a date alone lasts until its end. */
const last = (date: string): string => (date.includes('T') ? date : `${date}T24:00`);

describe('the labelled turns', () => {
  it.each(allTurns.map((turn) => [turn.id, turn] as const))('%s: every span is words of its text', (_, turn) => {
    const spans = [...turn.pledges.flatMap(({ span, deadline, condition }) => [span, deadline?.words ?? span, condition ?? span]), ...turn.others.map(({ span }) => span)];
    expect(spans.filter((span) => wordsAt(turn.text, span) === undefined)).toEqual([]);
  });

  it('have known labels, and a condition exactly where the pledge is conditional', () => {
    const pledges = allTurns.flatMap((turn) => turn.pledges);
    expect(pledges.filter(({ act, actor }) => !ACTS.includes(act) || !ACTORS.includes(actor))).toEqual([]);
    expect(pledges.filter(({ firmness, condition }) => (firmness === 'conditional') !== (condition !== null))).toEqual([]);
    expect(allTurns.flatMap((turn) => turn.others).filter(({ why }) => !NOT_PLEDGES.includes(why))).toEqual([]);
  });

  it('fall due on or after the day of the interaction, from before by', () => {
    const wrong = allTurns.flatMap(({ id, at, pledges }) =>
      pledges.filter(({ deadline }) => {
        if (deadline === null || deadline.by === null) return false;
        const { from, by } = deadline;
        return !DATE.test(by) || last(by) < at.slice(0, 16) || (from !== null && (!DATE.test(from) || localDay(from) < localDay(at) || last(from) >= last(by)));
      }).map(() => id));
    expect(wrong).toEqual([]);
  });

  it('no clause is both a pledge and not one', () => {
    const both = allTurns.filter(({ pledges, others }) => pledges.some(({ span: [start, end] }) => others.some(({ span }) => span[0] < end && start < span[1])));
    expect(both.map(({ id }) => id)).toEqual([]);
  });
});

describe('the labelled pairs', () => {
  it.each(allPairs.map((pair) => [pair.id, pair] as const))('%s: both spans are words, b comes after a, and the kind fits', (_, pair) => {
    expect(wordsAt(pair.a.text, pair.aspan)).toBeDefined();
    expect(wordsAt(pair.b.text, pair.bspan)).toBeDefined();
    expect(Date.parse(pair.a.at)).toBeLessThan(Date.parse(pair.b.at));
    expect([pair.kind === null, pair.why !== null]).toEqual([!pair.contradictory, !pair.contradictory]);
    expect([...CONTRADICTIONS, null]).toContain(pair.kind);
  });
});

describe('the parts', () => {
  it.each([
    ['turns of a and b', readTurns('a'), readTurns('b')],
    ['pairs of a and b', readPairs('a'), readPairs('b')],
    ['turns of c and d', readTurns('c'), readTurns('d')],
    ['pairs of c and d', readPairs('c'), readPairs('d')],
  ] as const)('%s were drawn by lot, and none is in both', (_, tuned, kept) => {
    const drawn = [...tuned, ...kept].map(({ id }) => id).toSorted((one, other) => (lot(one) < lot(other) ? -1 : 1));
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(new Set(drawn.slice(0, tuned.length))).toEqual(new Set(tuned.map(({ id }) => id)));
  });

  it('no text is labelled twice', () => {
    const texts = allTurns.map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
