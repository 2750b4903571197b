import * as fc from 'fast-check';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseInteraction } from '#messaging';
import { readPaths, type ReadOptions } from '../../src/files/read-paths.js';
import { parsePath, select } from '../../src/sources/mapping/json-path.js';
import { readMapping, type Mapping } from '../../src/sources/mapping/mapping.js';
import { readAll, readOne, refusalOf } from './read-one.js';

const examples = fileURLToPath(new URL('../../src/sources/mapping/examples/', import.meta.url));
const example = (file: string): string => readFileSync(join(examples, file), 'utf8');

function mappingOf(text: string): Mapping {
  const read = readMapping(Buffer.from(text), 'mapping.yaml');
  if (read.kind === 'refused') throw new Error(read.detail);
  return read.value;
}

const SMALL = { mapping: 1, source: 's', id: '$.id', channel: 'chat', turns: { list: '$.t', text: '$.x' } };
const small = (change: object = {}): Mapping => mappingOf(JSON.stringify({ ...SMALL, ...change }));

async function pathItems(paths: readonly string[], options: ReadOptions = {}) {
  const items = [];
  for await (const item of readPaths(paths, options)) items.push(item);
  return items;
}

describe('a mapping file', () => {
  it('reads sessions with people, events and notes (messagerie)', async () => {
    const [first, second, ...more] = await readAll(example('messagerie/sessions.json'), { mapping: mappingOf(example('messagerie/mapping.yaml')) });
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      format: 'mapping',
      place: '/sessions/0',
      interaction: {
        source: 'messagerie-maison',
        externalId: 'S-881',
        channel: 'chat',
        startedAt: '2026-09-09T08:00:00.000Z',
        subject: 'Retour',
        caseRef: 'D-2044',
        tags: ['retour', 'taille'],
        participants: [
          { id: '3', role: 'bot', name: 'Accueil' },
          { id: '1', role: 'customer', ref: 'ana.petit@client.example', name: 'Ana Petit' },
          { id: '2', role: 'agent', ref: 'lou.martin@maison.example', name: 'Lou' },
        ],
        turns: [
          { id: 'm1', text: 'Bienvenue !', offsetMs: 1000 },
          { id: 'm2', text: 'Bonjour, comment renvoyer une veste\u00a0?', offsetMs: 30_000 },
          { id: 'm3', private: true },
          { id: 'm4', text: "Bonjour Madame Petit,\nje vous envoie l'étiquette.", offsetMs: 120_000 },
        ],
      },
    });
    expect(second).toMatchObject({ interaction: { externalId: 'S-882', channel: 'email' } });
  });

  it('reads calls in an object, tracks merged in order, offsets of texts (standard)', async () => {
    expect(await readOne(example('standard/appels.json'), { mapping: mappingOf(example('standard/mapping.json')) })).toMatchObject({
      externalId: '70441',
      channel: 'phone',
      startedAt: '2026-09-21T07:30:00.000Z',
      queue: 'Conseil',
      direction: 'inbound',
      participants: [
        { id: 'Client', role: 'customer', roleGuessed: true },
        { id: 'Conseiller 1', role: 'agent', roleGuessed: true },
      ],
      turns: [
        { text: 'Maison Exemple, bonjour.', offsetMs: 400, durationMs: 3700 },
        { text: "Bonjour, j'appelle\npour ma facture.", offsetMs: 4870, durationMs: 2330 },
        { text: "Je l'ouvre.", offsetMs: 8050 },
      ],
    });
  });

  it('is found beside the files, and is no transcript itself', async () => {
    const items = await pathItems([examples]);
    expect(items.map((item) => (item.kind === 'interaction' ? item.interaction.externalId : item.detail)).sort()).toEqual(['70441', 'S-881', 'S-882']);
  });

  it('is not used for a file that does not have its members, and is refused where it doubts with a known format', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'chat-mapping-'));
    try {
      await writeFile(join(folder, 'mapping.yaml'), '{ mapping: 1, source: s, id: $.id, channel: chat, turns: { list: $.messages, text: $.x } }');
      await writeFile(join(folder, 'autre.json'), '{"segments":[{"start":0,"end":1,"text":"a"}]}');
      await writeFile(join(folder, 'deux.json'), '{"id":"1","messages":[],"segments":[]}');
      await writeFile(join(folder, 'lignes.jsonl'), '{"id":"1","messages":[{"x":"un"}]}\n{"id":"2","messages":[{"x":"deux"}]}');
      const items = await pathItems([folder]);
      expect(items).toMatchObject([{ format: 'whisper' }, { reason: 'ambiguous_format', detail: expect.stringContaining('whisper ou mapping') }, { interaction: { externalId: '1' } }, { place: 'ligne 2' }]);
      await writeFile(join(folder, 'mapping.yaml'), 'mapping: 1\nsource: s\nid: ref\n');
      await writeFile(join(folder, 'un.vtt'), 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Agent>Bonjour\n');
      const broken = await pathItems([folder]);
      expect(broken.map((item) => (item.kind === 'refused' ? item.reason : item.format))).toEqual(['invalid_mapping', 'invalid_mapping', 'invalid_mapping', 'webvtt']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('reads every file when it is given', async () => {
    const mapping = small({ id: '$.cle', turns: { list: '$.segments[*]', text: '$.text' } });
    const whisper = '{"cle":"x","segments":[{"start":0,"end":1,"text":"a"}]}';
    expect(await readOne(whisper, { mapping }, 'mapping')).toMatchObject({ externalId: 'x', source: 's' });
    expect(await refusalOf(whisper, {}, 'mapping')).toMatchObject({ reason: 'invalid_mapping', detail: expect.stringContaining('--mapping') });
  });

  it.each([
    ['an unknown member', 'mapping: 1\nsource: s\nid: $.id\nchannel: chat\nturn: {}\n', 'mapping.yaml:5:1: turn : champ inconnu'],
    ['a path that is none', 'mapping: 1\nsource: s\nid: id\nchannel: chat\nturns:\n  list: $.a\n  text: $.b\n', 'mapping.yaml:3:5: id : chemin « id » : un chemin commence par « $ »'],
    ['a path with a filter', 'mapping: 1\nsource: s\nid: $.id\nchannel: chat\nturns:\n  list: $.a[?(@.b)]\n  text: $.b\n', 'mapping.yaml:6:9: turns.list : chemin « $.a[?(@.b)] », caractère 4'],
    ['a time without its unit', 'mapping: 1\nsource: s\nid: $.id\nchannel: chat\nstart: { path: $.a }\nturns: { list: $.a, text: $.b }\n', 'mapping.yaml:5:8: start.unit'],
    ['what is missing', '{ "mapping": 1,\n  "source": "s" }', 'mapping.yaml:1:1: id'],
    ['a channel that is none', 'mapping: 1\nsource: s\nid: $.id\nchannel: fax\nturns: { list: $.a, text: $.b }\n', 'mapping.yaml:4:10: channel : champ obligatoire ; attendu : email, chat, phone, ou'],
    ['no YAML', 'mapping: [1', 'mapping.yaml:1:'],
    ['an alias', 'mapping: 1\nsource: &a s\nid: *a\n', 'mapping.yaml:2:'],
    ['a text', 'bonjour', 'mapping.yaml:1:1'],
    ['another version', 'mapping: 2\n', 'mapping.yaml:1:10: mapping'],
  ])('says what is wrong with %s, and where', (_, text, told) => {
    const read = readMapping(Buffer.from(text), 'mapping.yaml');
    expect(read).toMatchObject({ kind: 'refused', reason: 'invalid_mapping', detail: expect.stringContaining(told) });
  });

  it.each([
    ['no id', {}, { t: [{ x: 'a' }] }, '/'],
    ['an object for a text', {}, { id: 1, t: [{ x: { y: 1 } }] }, '/t/0/x'],
    ['a private flag that is neither', { turns: { ...SMALL.turns, private: '$.p' } }, { id: 1, t: [{ x: 'a', p: 'oui' }] }, '/t/0/p'],
    ['milliseconds for seconds', { start: { path: '$.s', unit: 'epoch-s' } }, { id: 1, s: 1_788_940_800_000, t: [{ x: 'a' }] }, '/s'],
    ['a time without a zone', { start: { path: '$.s', unit: 'iso' } }, { id: 1, s: '2026-09-09T08:00:00', t: [{ x: 'a' }] }, '/s'],
    ['a channel that is not told', { channel: { path: '$.c', values: { a: 'chat' } } }, { id: 1, c: 'fax', t: [{ x: 'a' }] }, '/c'],
  ])('refuses a conversation with %s, by its pointer', async (_, change, value, place) => {
    expect(await refusalOf(JSON.stringify(value), { mapping: small(change) }, 'mapping')).toMatchObject({ reason: 'invalid_file', place });
  });

  it('takes a word that is no role for `unknown`, and the language’s own names for words', async () => {
    const mapping = small({ roles: { op: 'agent' }, turns: { list: '$.t', text: '$.x', name: '$.r', role: '$.r' } });
    const words = ['op', 'constructor', '__proto__', 'toString', 'customer'];
    const read = await readOne(JSON.stringify({ id: 1, t: words.map((r) => ({ x: 'a', r })) }), { mapping }, 'mapping');
    expect(read.participants.map(({ role }) => role)).toEqual(['agent', 'unknown', 'unknown', 'unknown', 'customer']);
  });

  it('needs a start for offsets, and keeps their distances meanwhile', async () => {
    const mapping = small({ channel: 'phone', turns: { list: '$.t', text: '$.x', time: { path: '$.o', unit: 'offset-ms' } } });
    const call = JSON.stringify({ id: 1, t: [{ x: 'a', o: 500 }, { x: 'b', o: 2500 }] });
    expect(await readAll(call, { mapping }, 'mapping')).toMatchObject([{ startMissing: true, interaction: { turns: [{ offsetMs: 500 }, { offsetMs: 2500 }] } }]);
    const metadata = { startedAt: '2026-09-09T10:00:00+02:00' };
    expect(await readOne(call, { mapping, metadata }, 'mapping')).toMatchObject({ startedAt: metadata.startedAt, turns: [{ offsetMs: 500 }, { offsetMs: 2500 }] });
  });

  it('says that a path of conversations leads nowhere', async () => {
    expect(await refusalOf('{"a":1}', { mapping: mappingOf(example('messagerie/mapping.yaml')) }, 'mapping')).toMatchObject({ reason: 'no_text', detail: expect.stringContaining('$.sessions[*]') });
  });
});

describe('paths', () => {
  const value = { a: [{ b: 1 }, { b: 2 }], 'c d': { e: 3 }, n: null };
  const at = (text: string): unknown[] => {
    const path = parsePath(text);
    if (path.kind === 'refused') throw new Error(path.detail);
    return select(path.value, { value, pointer: [] }).map((place) => place.value);
  };

  it.each([
    ['$', [value]],
    ['$.a[*].b', [1, 2]],
    ['$.a[-1].b', [2]],
    ['$.a[7]', []],
    ["$['c d'].e", [3]],
    ['$["c d"].*', [3]],
    ['$.n', [null]],
    ['$.n.x', []],
    ['$.a.length', []],
    ['$.constructor', []],
    ['$.__proto__.polluted', []],
    ["$['__proto__']", []],
  ])('%s', (path, expected) => {
    expect(at(path)).toEqual(expected);
  });

  it.each(['', 'a', '$a', '$.', '$..a', '$[', '$[a]', '$[?(@.x)]', '$[(1)]', '$.a b', "$['a", '$[1:2]', `$${'.a'.repeat(21)}`])('« %s » is none', (path) => {
    expect(parsePath(path).kind).toBe('refused');
  });

  it('any text is a path or none, and leads to values of the file only', () => {
    const text = fc.string({ maxLength: 40 }).map((rest) => `$${rest}`);
    const property = fc.property(fc.oneof(text, fc.string()), (path) => {
      const parsed = parsePath(path);
      return parsed.kind === 'refused' || select(parsed.value, { value, pointer: [] }).length <= 8;
    });
    expect(fc.check(property, { numRuns: 2000 })).toMatchObject({ failed: false });
  });
});

describe('hostile mappings and files', () => {
  it('any bytes for a mapping are read or refused', () => {
    const property = fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => ['ok', 'refused'].includes(readMapping(Buffer.from(text), 'm').kind));
    expect(fc.check(property, { numRuns: 500 })).toMatchObject({ failed: false });
    const bomb = `a: &a [x,x,x,x]\n${Array.from({ length: 9 }, (_, i) => `${String.fromCodePoint(98 + i)}: &${String.fromCodePoint(98 + i)} [${`*${String.fromCodePoint(97 + i)},`.repeat(9)}]`).join('\n')}`;
    for (const text of [bomb, '['.repeat(60_000), `mapping: ${'{a: '.repeat(15_000)}`, 'x'.repeat(70_000)]) expect(readMapping(Buffer.from(text), 'm').kind).toBe('refused');
  });

  it.each(['messagerie/sessions.json', 'standard/appels.json'])('any values in any place of %s are read or refused', async (file) => {
    const mapping = mappingOf(example(file.replace(/[^/]+$/, file.startsWith('m') ? 'mapping.yaml' : 'mapping.json')));
    const text = example(file);
    const strangers = fc.constantFrom('null', '1e308', '-1', '""', '"x"', '[]', '{}', '[[[]]]', '{"__proto__":{"a":1}}', '"\\u0000"', '"\\ud800"', 'true');
    const tokens = [...text.matchAll(/"(?:[^"\\]|\\.)*"(?=\s*[,\]}])|-?\d+(?:\.\d+)?(?=\s*[,\]}])/g)];
    const property = fc.asyncProperty(fc.array(fc.tuple(fc.nat({ max: tokens.length - 1 }), strangers), { minLength: 1, maxLength: 3 }), async (changes) => {
      const changed = changes.sort(([a], [b]) => b - a).reduce((whole, [which, by]) => `${whole.slice(0, tokens[which]!.index)}${by}${whole.slice(tokens[which]!.index + tokens[which]![0].length)}`, text);
      const items = await readAll(changed, { mapping }, 'mapping');
      return items.length > 0 && items.every((item) => item.kind === 'refused' || parseInteraction(item.interaction).ok);
    });
    expect(await fc.check(property, { numRuns: 300 })).toMatchObject({ failed: false });
  });

  it('deep JSON is refused before it is walked', async () => {
    expect(await refusalOf(`{"t":${'['.repeat(200_000)}`, { mapping: small() }, 'mapping')).toMatchObject({ reason: 'too_deep' });
  });

  it('takes as many turns as an interaction may have', async () => {
    const many = JSON.stringify({ id: 'x', t: Array.from({ length: 9_000 }, (_, i) => ({ x: `message ${i}` })) });
    expect((await readOne(many, { mapping: small() }, 'mapping')).turns).toHaveLength(9_000);
  });
});
