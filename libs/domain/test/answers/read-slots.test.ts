import { readSlots, weekdaysAfter, type Pledge } from '#domain';
import { describe, expect, it } from 'vitest';

const evidence = { turn: 1, start: 0, end: 10, quote: 'je vous le rends', sense: 'said' as const };
const base = {
  id: '1', interactionId: '2', revision: 1, channel: 'chat' as const, at: '2026-10-02T09:00:00.000Z', evidence, confidence: 1, act: 'refund' as const, actor: 'agent' as const, object: null, topics: [], amount: null,
  quantity: null,
};
const pledge = (more: Partial<Pledge>): Pledge => ({ kind: 'pledge', ...base, deadline: null, condition: null, firmness: 'firm', because: null, ...more });
const words = (quote: string) => ({ start: 0, end: quote.length, quote });
const keys = (statement: Parameters<typeof readSlots>[0], reads = true) =>
  readSlots(statement, '2026-10-02', (text) => (reads && text === 'sous 48 h' ? { days: 2, workingDays: 2, minutes: null } : null)).map(({ slot, value }) => [slot, value.key]);

describe('what a statement answers', () => {
  it('of a pledge: yes, under a condition or not, by when and how much', () => {
    expect(keys(pledge({}))).toEqual([['possible', 'yes'], ['condition', 'without']]);
    const full = pledge({
      deadline: { words: words('sous 48 h'), from: null, by: { local: '2026-10-04', instant: '2026-10-04T22:00:00.000Z' } },
      condition: words('si vous renvoyez le colis'),
      amount: { value: 15, currency: 'EUR' },
    });
    expect(keys(full)).toEqual([['possible', 'yes'], ['condition', 'with'], ['delay', 'P2D'], ['amount', '15 EUR']]);
  });

  it('counts the days up to a date where no length of time is named, and tells what is counted from an event', () => {
    const tuesday = pledge({ deadline: { words: words('mardi'), from: null, by: { local: '2026-10-06T12:00', instant: '2026-10-06T10:00:00.000Z' } } });
    const [, , delay] = readSlots(tuesday, '2026-10-02', () => null);
    expect(delay).toMatchObject({ written: 'mardi', value: { key: 'P4D', delay: { days: 4, workingDays: 2, minutes: null, afterEvent: false } } });
    expect(keys(pledge({ deadline: { words: words('sous 48 h'), from: null, by: null } }))).toContainEqual(['delay', 'P2D after']);
    expect(keys(pledge({ deadline: { words: words('ensuite'), from: null, by: null } })).map(([slot]) => slot)).not.toContain('delay');
  });

  it('of a refusal no, of a fact which version, and how much', () => {
    expect(keys({ kind: 'refusal', ...base })).toEqual([['possible', 'no']]);
    expect(keys({ kind: 'claim', ...base, question: 'cost', answer: 'charged', amount: { value: 10, unit: '%' } })).toEqual([['version', 'charged'], ['amount', '10 %']]);
  });
});

it('counts Mondays to Fridays day by day', () => {
  for (let first = 0; first < 7; first++) {
    const day = new Date(Date.UTC(2026, 7, 31 + first)).toISOString().slice(0, 10);
    let counted = 0;
    for (let days = 0; days < 25; days++) {
      expect(weekdaysAfter(day, days)).toBe(counted);
      const next = new Date(Date.UTC(2026, 7, 31 + first + days + 1)).getUTCDay();
      if (next !== 0 && next !== 6) counted++;
    }
  }
});
