import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/read/index.js';

describe('readText', () => {
  it('shows what the reader sees', () => {
    const text = 'Bonjour, vous n’avez pas reçu le colis ?';
    const reading = readText(text, { channel: 'chat' });
    expect(reading.language).toMatchObject({ code: 'fr', reliable: true });
    expect(reading.register).toEqual({ value: 'formal', markers: [[9, 13], [16, 20]] });
    expect(reading.sentences).toEqual([[0, text.length]]);
    expect(reading.tokens.map(({ start, end }) => text.slice(start, end))).toEqual(['Bonjour', ',', 'vous', 'n’', 'avez', 'pas', 'reçu', 'le', 'colis', '?']);
    expect(reading.tokens[6]!.lemmas).toContain('recevoir');
    expect(reading.zones).toEqual([{ kind: 'body', start: 0, end: text.length }]);
  });

  it('gives lemmas to every token, spans inside the text, and the same reading twice, on any string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom('email', 'chat', 'phone', undefined), (text, channel) => {
      const reading = readText(text, { channel });
      for (const { lemmas } of reading.tokens) expect(lemmas.length).toBeGreaterThan(0);
      const spans = [...reading.sentences, ...reading.register.markers, ...[...reading.tokens, ...reading.zones].map(({ start, end }) => [start, end] as const)];
      for (const [start, end] of spans) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
      expect(readText(text, { channel })).toEqual(reading);
    }));
  });
});
