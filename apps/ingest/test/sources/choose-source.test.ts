import { describe, expect, it } from 'vitest';
import { chooseSource } from '../../src/sources/choose-source.js';
import { SOURCES } from '../../src/sources/index.js';
import { topLevelKeys } from '../../src/sources/top-level-keys.js';

const chosen = (content: string, fileName?: string, format?: string): string => {
  const source = chooseSource(Buffer.from(content), fileName, format);
  return source.kind === 'ok' ? source.value.format : source.reason;
};

const refusalOf = (content: string, fileName?: string): string => {
  const refused = chooseSource(Buffer.from(content), fileName);
  return refused.kind === 'refused' ? refused.detail : '';
};

describe('formats', () => {
  it.each([
    ['eml', 'Received: from a\r\nSubject: b\r\n\r\nBonjour', undefined],
    ['eml', 'Subject: b\r\nX: y\r\n\r\nBonjour', 'courriel.EML'],
    ['webvtt', '\ufeffWEBVTT\n\n', 'export.txt'],
    ['whisper', '{"text":"long \\" { [","segments":[{"start":0', 'a.json'],
    ['diapason-chat', ' {"id":"1","format" : "diapason-chat"', undefined],
    ['canonical', '[ {"source":"a","channel":"chat","turns":[', undefined],
    ['unknown_format', 'Bonjour : ceci est un texte\n', 'a.txt'],
    ['unknown_format', 'Subject: un seul en-tête\n\n', 'a.txt'],
    ['vcon', '{"vcon":"0.4.0","segments":[]}', 'a.json'],
    ['unknown_format', '{"nested":{"segments":[]}}', 'a.json'],
    ['no_text', '', 'vide.eml'],
    ['no_text', '\ufeff \n', 'vide.json'],
    ['ambiguous_format', '{"channel":"phone","turns":[],"segments":[]}', 'a.json'],
    ['canonical', '{"channel":"phone","turns":[],"segments":[]}', 'a.jsonl'],
  ])('%s: %s', (expected, content, fileName) => {
    expect(chosen(content, fileName)).toBe(expected);
  });

  it('takes the word of who names the format, and lists those known', () => {
    expect(chosen('n’importe quoi', undefined, 'webvtt')).toBe('webvtt');
    const refused = chooseSource(Buffer.from(''), undefined, 'fax');
    for (const { format } of SOURCES) expect(refused).toMatchObject({ reason: 'unknown_format', detail: expect.stringContaining(format) });
  });

  it('says in a line what an unknown file may be and how to name its format', () => {
    expect(refusalOf('bonjour', 'notes.txt')).toContain('« .txt » peut être whatsapp : nommez-le par --format (check : --as');
    expect(refusalOf('{"a":1}', 'a.json')).toContain('fichier de mapping');
    expect(refusalOf('', 'vide.eml')).toBe('Le fichier est vide.');
    for (const text of [refusalOf('bonjour', 'notes.txt'), refusalOf('{"a":1}', 'a.json'), refusalOf('bonjour')]) expect(text.length).toBeLessThan(200);
  });

  it.each(['{{', '[{[', '{"a":{{"b":1}}}', '{[1]}', '{"a":1,[2]:{', '}{"vcon":1}', ']]{'])('looks at the shape of what is no JSON, %s, without falling over', (text) => {
    expect(chooseSource(Buffer.from(text)).kind).toMatch(/^(?:ok|refused)$/);
  });

  it('finds keys in a text cut anywhere', () => {
    const text = '{"a":{"x":1},"b":[["c"]],"d\\"":"e\\\\","f":null}';
    for (let cut = 0; cut <= text.length; cut++) expect([...topLevelKeys(text.slice(0, cut)).keys()].every((key) => 'abdf'.includes(key[0]!))).toBe(true);
    expect([...topLevelKeys(text)]).toEqual([['a', null], ['b', null], ['d\\"', 'e\\\\'], ['f', null]]);
  });
});
