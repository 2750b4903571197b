import { describe, expect, it } from 'vitest';
import { preferredType } from '../src/http/preferred-type.js';

const OFFERS = ['application/json', 'application/vcon+json', 'text/csv'];

describe('the preferred media type', () => {
  it.each([
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'application/json'],
    ['application/vcon+json', 'application/vcon+json'],
    ['Application/VCON+JSON ; Q=0.9', 'application/vcon+json'],
    ['application/vcon+json, */*', 'application/vcon+json'],
    ['application/vcon+json;q=0.5, application/json', 'application/json'],
    ['application/vcon+json;q=0.5, application/json;q=0.4', 'application/vcon+json'],
    ['text/csv, application/json', 'text/csv'],
    ['application/json, text/csv', 'application/json'],
    ['text/*', 'text/csv'],
    ['application/*;q=0.2, text/csv;q=0.1', 'application/json'],
    ['*/*, application/json;q=0', 'application/vcon+json'],
    ['*/*;q=0.1, application/*;q=0, text/csv', 'text/csv'],
    ['application/json;q=abc', 'application/json'],
    ['application/xml', undefined],
    ['application/json;q=0', undefined],
    ['*/*;q=0', undefined],
    ['application/vcon', undefined],
  ])('for %s is %s', (accept, type) => {
    expect(preferredType(accept, OFFERS)).toBe(type);
  });
});
