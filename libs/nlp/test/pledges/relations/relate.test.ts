import type { Fact, Statement } from '#domain';
import { describe, expect, it } from 'vitest';
import { relate } from '../../../src/pledges/relations/relate.js';
import { address, by, claim, eur, fact, fulfilment, pledge, refusal } from './statements.js';

const LATER = '2026-12-31T00:00:00Z';
const kinds = (statements: readonly Statement[], asOf = LATER): string[] => relate({ statements, facts: [] }, asOf).contradictions.map(({ kind }) => kind);
const statuses = (statements: readonly Statement[], facts: readonly Fact[] = [], asOf = LATER): string[] => relate({ statements, facts }, asOf).settlements.map(({ status }) => status);

const MONDAY = '2026-03-02T10:00:00Z';
const TUESDAY = '2026-03-03T10:00:00Z';
const FRIDAY = '2026-03-06T10:00:00Z';

const points = (at: string, value: number, because: 'added' | null = null): Statement => pledge({ at, quantity: { value, noun: 'point' }, because });

describe('two statements that cannot both hold', () => {
  it('a later date is a moved deadline, a sooner or equal one is not', () => {
    const first = pledge({ at: MONDAY, deadline: by('2026-03-10') });
    const moved = relate({ statements: [pledge({ at: TUESDAY, deadline: by('2026-03-12') }), first], facts: [] }, LATER).contradictions;
    expect(moved.map(({ kind, earlier, detail }) => [kind, earlier.id, detail])).toEqual([['deadline-moved', first.id, 'Annoncé pour le mardi 10 mars 2026, puis pour le jeudi 12 mars 2026.']]);
    expect(kinds([first, pledge({ at: TUESDAY, deadline: by('2026-03-10') })])).toEqual([]);
    expect(kinds([first, pledge({ at: TUESDAY, deadline: by('2026-03-04') })])).toEqual([]);
  });

  it('each date is held against the last word on it, so that three dates make two contradictions', () => {
    const dates = ['2026-03-10', '2026-03-12', '2026-03-20'];
    expect(kinds(dates.map((day, index) => pledge({ at: `2026-03-0${index + 1}T10:00:00Z`, deadline: by(day) })))).toEqual(['deadline-moved', 'deadline-moved']);
  });

  it('another amount, another number of points', () => {
    const { contradictions } = relate({ statements: [pledge({ at: MONDAY, amount: eur(60) }), pledge({ at: TUESDAY, amount: eur(45.5) })], facts: [] }, LATER);
    expect(contradictions.map(({ kind, detail }) => [kind, detail])).toEqual([['amount-changed', '60\u00A0€, puis 45,50\u00A0€.']]);
    const changed = relate({ statements: [pledge({ at: MONDAY, quantity: { value: 1500, noun: 'point' } }), pledge({ at: TUESDAY, quantity: { value: 1, noun: 'point' } })], facts: [] }, LATER).contradictions;
    expect(changed.map(({ kind, detail }) => [kind, detail])).toEqual([['amount-changed', '1\u00A0500 points, puis 1.']]);
    expect(kinds([pledge({ at: MONDAY, amount: eur(90) }), pledge({ at: TUESDAY, amount: { value: 10, unit: '%' } })])).toEqual([]);
  });

  it('what comes on top is a sum of its own: no other amount changes it', () => {
    const [whole, onTop] = [pledge({ at: MONDAY, amount: eur(129.9) }), pledge({ at: TUESDAY, amount: eur(15), because: 'added' })];
    expect(kinds([whole, onTop, pledge({ at: FRIDAY, amount: eur(129.9) })])).toEqual([]);
    expect(kinds([whole, onTop, fulfilment({ at: FRIDAY, amount: eur(129.9) })])).toEqual([]);
    expect(kinds([whole, onTop, pledge({ at: FRIDAY, amount: eur(100) })])).toEqual(['amount-changed']);
  });

  it('what came on top since is counted in', () => {
    expect(kinds([points(MONDAY, 150), points(TUESDAY, 50, 'added'), points(FRIDAY, 200)])).toEqual([]);
    expect(kinds([points(MONDAY, 150), points(TUESDAY, 50, 'added'), points(FRIDAY, 180)])).toEqual(['amount-changed']);
  });

  it('granted, then refused; said again, a refusal is no news', () => {
    expect(kinds([pledge({ at: MONDAY }), refusal({ at: TUESDAY }), refusal({ at: FRIDAY })])).toEqual(['yes-to-no']);
    expect(kinds([refusal({ at: MONDAY }), pledge({ at: TUESDAY })])).toEqual([]);
  });

  it('a condition that is forgotten, not one that is met', () => {
    const conditional = pledge({ at: MONDAY, condition: { start: 0, end: 1, quote: 'si le retour est conforme' } });
    expect(kinds([conditional, pledge({ at: TUESDAY })])).toEqual(['conditional-turned-firm']);
    expect(kinds([conditional, pledge({ at: TUESDAY, because: 'condition-met' })])).toEqual([]);
  });

  it('two answers to one question of fact: two versions across channels, yes and no on one', () => {
    const free = claim({ at: MONDAY, topics: ['livraison'] });
    expect(kinds([free, claim({ at: TUESDAY, topics: ['livraison'], answer: 'paid', channel: 'phone' })])).toEqual(['two-versions']);
    expect(kinds([free, claim({ at: TUESDAY, topics: ['livraison'], answer: 'paid' })])).toEqual(['yes-to-no']);
    expect(kinds([free, claim({ at: TUESDAY, topics: ['montage'], answer: 'paid' })])).toEqual([]);
  });

  it('tu after vous', () => {
    expect(kinds([address({ at: MONDAY }), address({ at: TUESDAY, register: 'tu', channel: 'chat' })])).toEqual(['register-shift']);
    expect(kinds([address({ at: MONDAY }), address({ at: TUESDAY })])).toEqual([]);
  });
});

describe('two statements that do not concern each other', () => {
  it.each([
    ['another act', pledge({ at: TUESDAY, act: 'gesture', amount: eur(10) })],
    ['another object', pledge({ at: TUESDAY, topics: ['congelateur'], amount: eur(10) })],
    ['another case', pledge({ at: TUESDAY, caseRef: 'd-2', amount: eur(10) })],
    ['what comes on top', pledge({ at: TUESDAY, because: 'added', amount: eur(10) })],
    ['what the customer asked for', pledge({ at: TUESDAY, because: 'customer-asked', amount: eur(10), deadline: by('2026-04-01') })],
    ['months later', pledge({ at: '2026-09-01T10:00:00Z', amount: eur(10) })],
  ])('%s', (_, later) => {
    expect(kinds([pledge({ at: MONDAY, topics: ['frigo'], amount: eur(60), deadline: by('2026-03-10') }), later])).toEqual([]);
  });

  it('the same interaction, where people correct themselves', () => {
    const interactionId = '00000000-0000-5000-8000-000000000001';
    expect(kinds([pledge({ at: MONDAY, interactionId, amount: eur(70) }), pledge({ at: MONDAY, interactionId, amount: eur(60) })])).toEqual([]);
  });

  it('a matter that was closed in between', () => {
    const done = fulfilment({ at: '2026-03-04T10:00:00Z' });
    expect(kinds([pledge({ at: MONDAY, deadline: by('2026-03-05') }), done, pledge({ at: FRIDAY, deadline: by('2026-03-10') })])).toEqual([]);
  });
});

const other = (at: string, caseRef?: string) => pledge({ at, act: 'cancel', topics: ['contrat'], ...(caseRef === undefined ? {} : { caseRef }) });

describe('what became of a pledge', () => {
  const due = pledge({ at: MONDAY, deadline: by('2026-03-04'), amount: eur(60) });

  it.each([
    ['open until its date is over', [], '2026-03-04T22:59:00Z', 'open'],
    ['not known from then on, for as long as nothing is heard', [], '2026-03-04T23:00:00Z', 'unheard'],
    ['kept by a fact in time', [fact({ at: TUESDAY, amount: eur(60) })], LATER, 'kept'],
    ['kept late by a fact after it', [fact({ at: FRIDAY })], LATER, 'kept-late'],
    ['not known for as long as the fact is not', [fact({ at: FRIDAY })], '2026-03-05T00:00:00Z', 'unheard'],
    ['not kept by a smaller amount', [fact({ at: TUESDAY, amount: eur(40) })], LATER, 'unheard'],
    ['not kept by what happened before it', [fact({ at: '2026-03-01T10:00:00Z' })], LATER, 'unheard'],
    ['not kept in another case', [fact({ at: TUESDAY, caseRef: 'd-2' })], LATER, 'unheard'],
  ] as const)('%s', (_, facts, asOf, status) => {
    expect(statuses([due], facts, asOf)).toEqual([status]);
  });

  it('kept when an agent says that it is done, unless the words themselves date it late', () => {
    expect(statuses([due, fulfilment({ at: FRIDAY, quote: 'le virement est fait' })])).toEqual(['kept']);
    expect(statuses([due, fulfilment({ at: FRIDAY, quote: 'le virement a été fait ce matin' })])).toEqual(['kept-late']);
    expect(statuses([due, fulfilment({ at: FRIDAY, quote: 'le virement a été fait avant-hier' })])).toEqual(['kept']);
    expect(statuses([due, fulfilment({ at: FRIDAY, done: false })])).toEqual(['broken']);
  });

  it('broken once there was contact after its date, and nothing shows that it was done', () => {
    expect(statuses([due, other(FRIDAY)])[0]).toBe('broken');
    expect(statuses([due, other(TUESDAY)])[0]).toBe('unheard');
    expect(statuses([due, other(FRIDAY, 'd-2')])[0]).toBe('unheard');
    expect(statuses([due, other(FRIDAY)], [], '2026-03-05T00:00:00Z')[0]).toBe('unheard');
  });

  it('released when the customer asked for another date in time', () => {
    const asked = pledge({ at: TUESDAY, deadline: by('2026-03-20'), because: 'customer-asked' });
    expect(statuses([due, asked], [], '2026-03-10T00:00:00Z')).toEqual(['released', 'open']);
  });

  it('without a date, or waiting for its condition, it stays open', () => {
    expect(statuses([pledge({ at: MONDAY })])).toEqual(['open']);
    expect(statuses([pledge({ at: MONDAY, deadline: by('2026-03-04'), condition: { start: 0, end: 1, quote: 'si' } })])).toEqual(['open']);
  });
});

it('only what a change can touch is told about, and the rest serves to judge it', () => {
  const statements = [pledge({ at: MONDAY, amount: eur(60) }), pledge({ at: TUESDAY, amount: eur(45) }), pledge({ at: FRIDAY, amount: eur(30) })];
  const all = relate({ statements, facts: [] }, LATER);
  const touched = relate({ statements, facts: [] }, LATER, { from: Date.parse(FRIDAY), to: Date.parse(TUESDAY) });
  expect(all.contradictions).toHaveLength(2);
  expect(touched).toEqual({ contradictions: all.contradictions.slice(1), settlements: all.settlements.slice(0, 2) });
});
