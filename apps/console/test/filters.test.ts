import { describe, expect, it } from 'vitest';
import { filterSearch, pick, readFilters } from '../src/filters/filters.js';

describe('filters in the address', () => {
  it('come back as they were written', () => {
    const filters = { from: '2026-09-01', to: '2026-09-30', channel: 'phone', agent: 'a 1', rule: 'issue.impossible', commitment: 'issue', polarity: 'violation' } as const;
    expect(readFilters(new URLSearchParams(filterSearch(filters)))).toEqual(filters);
    expect(filterSearch({})).toBe('');
  });

  it('leave out what the API would refuse', () => {
    expect(readFilters(new URLSearchParams('canal=fax&gravite=&sens=bon&du=hier&au=2026-13-40'))).toEqual({});
  });

  it('are put in order when the days are the wrong way round', () => {
    expect(readFilters(new URLSearchParams('du=2026-10-20&au=2026-10-01'))).toEqual({ from: '2026-10-01', to: '2026-10-20' });
  });

  it('keep only what a page understands', () => {
    expect(pick({ channel: 'chat', rule: 'r' }, ['channel', 'from'])).toEqual({ channel: 'chat' });
  });
});
