import { array, assert, boolean, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mark } from '../src/interaction/marks.js';
import { segment, type Segment, type Words } from '../src/interaction/segments.js';

const mark = (number: number, start: number, end: number, more: Partial<Mark> = {}): Mark => ({
  findingId: `f${number}`,
  number,
  ruleId: 'r',
  polarity: 'violation',
  sense: 'said',
  start,
  end,
  ...more,
});
const words = (segments: readonly Segment[]): readonly Words[] => segments.filter((one) => one.kind === 'words');
const drawn = (segments: readonly Segment[]): string =>
  segments
    .map((one) => (one.kind === 'due' ? `<due ${one.mark.number}>` : one.marks.length === 0 ? one.text : `[${one.marks.map(({ number }) => number).join('+')}:${one.text}]`))
    .join('');
const asked = (start: number, end: number) => words(segment('abcdef', [mark(1, 2, 4)], [], { start, end })).flatMap((one) => (one.asked ? [one.text] : []));

describe('segment', () => {
  it('leaves a text without marks whole', () => {
    expect(drawn(segment('Bonjour', []))).toBe('Bonjour');
    expect(segment('', [])).toEqual([]);
  });

  it('cuts where marks overlap, nest and touch', () => {
    const text = 'Je comprends votre attente, mais non.';
    expect(drawn(segment(text, [mark(1, 0, 32), mark(2, 0, 18), mark(3, 28, 36)]))).toBe(
      '[1+2:Je comprends votre][1: attente, ][1+3:mais][3: non].',
    );
    expect(drawn(segment('abcd', [mark(1, 0, 2), mark(2, 2, 4)]))).toBe('[1:ab][2:cd]');
  });

  it('cuts out the words that the address leads to, across marks, and none when they are gone', () => {
    expect(asked(1, 3)).toEqual(['b', 'c']);
    expect(asked(4, 90)).toEqual(['ef']);
    expect(asked(50, 90)).toEqual([]);
  });

  it('writes a number where a finding begins, once per extract', () => {
    const parts = words(segment('abcdef', [mark(1, 0, 6), mark(2, 2, 4)]));
    expect(parts.map(({ opening }) => opening.map(({ number }) => number))).toEqual([[1], [2], []]);
  });

  it('counts in UTF-16 code units, as evidence does', () => {
    const text = 'Merci 😊 à vous';
    expect(drawn(segment(text, [mark(1, text.indexOf('à'), text.length)]))).toBe('Merci 😊 [1:à vous]');
  });

  it('never shows half a character', () => {
    expect(drawn(segment('a😊b', [mark(1, 2, 4)]))).toBe('a[1:😊b]');
    expect(drawn(segment('a😊b', [mark(1, 0, 2)]))).toBe('[1:a😊]b');
  });

  it('says where something was due: before the words, or after them at the end of the turn', () => {
    expect(drawn(segment('Oui.', [mark(1, 0, 4, { sense: 'missing' })]))).toBe('<due 1>[1:Oui.]');
    expect(drawn(segment('Oui. Non.\n', [mark(1, 5, 9, { sense: 'missing' })]))).toBe('Oui. [1:Non.]<due 1>\n');
    expect(drawn(segment('Oui.', [mark(1, 4, 4, { sense: 'missing' })]))).toBe('Oui.<due 1>');
    expect(drawn(segment('', [mark(1, 0, 0, { sense: 'missing' })]))).toBe('<due 1>');
  });

  it('keeps zones, under marks too', () => {
    const parts = words(segment('Merci > impossible', [mark(1, 8, 18)], [{ kind: 'quoted', start: 6, end: 18 }]));
    expect(parts.map(({ text, zone }) => [text, zone?.kind ?? null])).toEqual([
      ['Merci ', null],
      ['> ', 'quoted'],
      ['impossible', 'quoted'],
    ]);
  });

  it('gives back the text, whatever the marks', () => {
    const span = record({ start: integer({ min: -3, max: 40 }), end: integer({ min: -3, max: 40 }), missing: boolean() });
    const letters = array(constantFrom('a', ' ', 'é', '😊', '\n', '\uD83D', '\uDE0A'), { maxLength: 20 }).map((list) => list.join(''));
    assert(
      property(letters, array(span, { maxLength: 6 }), array(span, { maxLength: 3 }), (text, spans, zones) => {
        const marks = spans.map(({ start, end, missing }, i) => mark(i + 1, start, end, { sense: missing ? 'missing' : 'said' }));
        const segments = segment(text, marks, zones.map(({ start, end }) => ({ kind: 'quoted' as const, start, end })));
        expect(words(segments).map((one) => one.text).join('')).toBe(text);
        expect(segments.filter((one) => one.kind === 'due')).toHaveLength(spans.filter(({ missing }) => missing).length);
        for (const one of words(segments)) expect(text.slice(one.start, one.start + one.text.length)).toBe(one.text);
      }),
    );
  });
});
