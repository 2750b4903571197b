import type { Turn } from '../api/types.js';
import type { Mark } from './marks.js';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A part of the turn that is not the speaker's own words, or not yet: shown, but dimmed and never judged. */
export interface Zone {
  readonly kind: Turn['zones'][number]['kind'];
  readonly start: number;
  readonly end: number;
}

/** Words that share the same marks and zone. */
export interface Words {
  readonly kind: 'words';
  readonly start: number;
  readonly text: string;
  /** Every extract that covers these words, the widest first. */
  readonly marks: readonly Mark[];
  /** Those of `marks` that begin here: where a finding's number is written. */
  readonly opening: readonly Mark[];
  readonly zone: Zone | null;
  /** The address leads to these words. */
  readonly asked: boolean;
}

/** The place where something was due and was not said. */
export interface Due {
  readonly kind: 'due';
  readonly start: number;
  readonly mark: Mark;
}
export type Segment = Words | Due;

const isLowSurrogate = (text: string, at: number): boolean => at > 0 && at < text.length && /[\uDC00-\uDFFF]/.test(text.charAt(at)) && /[\uD800-\uDBFF]/.test(text.charAt(at - 1));

/** Brings a span inside the text and off the middle of a surrogate pair, widening it rather than losing half a character. */
function fit<T extends Span>(text: string, span: T): T {
  const clamp = (at: number): number => Math.min(text.length, Math.max(0, Math.trunc(at)));
  let [start, end] = [clamp(span.start), clamp(span.end)];
  if (isLowSurrogate(text, start)) start -= 1;
  if (isLowSurrogate(text, end)) end += 1;
  return { ...span, start, end: Math.max(start, end) };
}

/** What was due goes before the words it was due with, or after them when they close the turn. */
const dueAt = (text: string, { start, end }: Mark): number => (start > 0 && text.slice(end).trim() === '' ? end : start);

/**
 * Cuts a turn's text wherever a mark or a zone begins or ends. The words of the segments, joined, are the text itself;
 * marks may overlap, nest, touch, be empty or run past the text. `passage` is what the address leads to.
 */
export function segment(text: string, marks: readonly Mark[], zones: readonly Zone[] = [], passage: Span | null = null): readonly Segment[] {
  const fitted = marks.map((mark) => fit(text, mark)).sort((a, b) => a.start - b.start || b.end - a.end || a.number - b.number);
  const said = fitted.filter((mark) => mark.end > mark.start);
  const due = fitted.filter((mark) => mark.sense === 'missing').map((mark): Due => ({ kind: 'due', start: dueAt(text, mark), mark }));
  const dimmed = zones.map((zone) => fit(text, zone)).filter((zone) => zone.end > zone.start);

  const asked = passage === null ? null : fit(text, passage);

  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...said, ...dimmed, ...(asked === null ? [] : [asked])]) cuts.add(start).add(end);
  for (const { start } of due) cuts.add(start);
  const ends = [...cuts].sort((a, b) => a - b);

  const segments: Segment[] = [];
  ends.forEach((start, i) => {
    segments.push(...due.filter((one) => one.start === start));
    const end = ends[i + 1];
    if (end === undefined) return;
    const covering = said.filter((mark) => mark.start <= start && mark.end >= end);
    segments.push({
      kind: 'words',
      start,
      text: text.slice(start, end),
      marks: covering,
      opening: covering.filter((mark) => mark.start === start && mark.sense === 'said'),
      asked: asked !== null && asked.start <= start && asked.end >= end,
      zone: dimmed.find((zone) => zone.start <= start && zone.end >= end) ?? null,
    });
  });
  return segments;
}
