import { assert, dictionary, integer, property, string, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packHeaders, unpackHeaders } from '../src/write/headers.js';
import { storableJson, storableText } from '../src/write/storable.js';

describe('storableText', () => {
  it('replaces what PostgreSQL refuses, one unit for one unit', () => {
    expect(storableText('a\u0000b\uD800c\uDC00d')).toBe('a\uFFFDb\uFFFDc\uFFFDd');
    expect(storableText('😀 é « c’est »')).toBe('😀 é « c’est »');
  });

  it('keeps length and every other unit, and leaves nothing to refuse', () => {
    assert(
      property(string({ unit: integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }), (text) => {
        const kept = storableText(text);
        const same = [...Array(text.length).keys()].every((i) => kept[i] === text[i] || kept[i] === '\uFFFD');
        expect(same && kept.length === text.length).toBe(true);
        expect(kept).not.toContain('\0');
        expect(Buffer.from(kept).toString()).toBe(kept);
      }),
    );
  });

  it('reaches every text of a JSON value', () => {
    expect(storableJson({ a: ['x\u0000'], b: { c: '\uDFFF' } })).toBe('{"a":["x\uFFFD"],"b":{"c":"\uFFFD"}}');
  });
});

describe('headers', () => {
  it('come back byte-identical, whatever the names and bytes', () => {
    const headers = dictionary(string(), uint8Array().map((bytes) => Buffer.from(bytes)));
    assert(
      property(headers, (wanted) => {
        const back = unpackHeaders(packHeaders(wanted));
        expect(Object.keys(back)).toEqual(Object.keys(wanted));
        for (const [name, bytes] of Object.entries(wanted)) expect(back[name]!.equals(bytes)).toBe(true);
      }),
    );
  });

  it('take text as UTF-8', () => {
    expect(unpackHeaders(packHeaders({ ce_type: 'é' }))).toEqual({ ce_type: Buffer.from('é') });
  });
});
