import { CHANNELS } from '#domain';
import { MAX_TURNS, MAX_VALUE_BYTES, interactionSchema, parseInteraction } from '#messaging';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { anInteraction } from './interaction.fixture.js';

const errorsOf = (value: unknown) => {
  const parsed = parseInteraction(value);
  return parsed.ok ? [] : parsed.errors;
};

describe('a canonical interaction', () => {
  it('is read as it is, revision 1 unless told', () => {
    const { revision: _, ...untold } = anInteraction();
    expect(parseInteraction(untold)).toEqual({ ok: true, interaction: anInteraction() });
  });

  it('takes every field that the domain has', () => {
    const full = anInteraction({
      revision: 3,
      endedAt: '2026-03-02T08:20:00.123Z',
      direction: 'inbound',
      subject: 'Colis',
      caseRef: 'D-1',
      queue: 'livraison',
      tags: ['vip'],
      turns: [
        {
          id: '1',
          participantId: 'a',
          text: 'oui 📦',
          offsetMs: 0,
          durationMs: 900,
          private: true,
          words: [{ start: 4, end: 6, confidence: 0.5 }],
        },
      ],
    });
    expect(parseInteraction(full)).toEqual({ ok: true, interaction: full });
  });

  it('names the field, in French, with what is allowed', () => {
    const wrong = { ...anInteraction(), channel: 'telex', startedAt: '2026-03-02', 'a/b~c': 1, turns: 'non' };
    expect(errorsOf(wrong)).toEqual([
      { pointer: '/channel', message: `valeur inconnue ; permis : ${CHANNELS.join(', ')}` },
      {
        pointer: '/startedAt',
        message: 'instant illisible ; attendu : RFC 3339 avec décalage, par exemple 2026-03-02T09:15:00+01:00',
      },
      { pointer: '/turns', message: 'mauvais type ; attendu : un tableau' },
      { pointer: '/a~1b~0c', message: expect.stringContaining('champ inconnu ; permis : source, externalId, revision') },
    ]);
    expect(errorsOf({})[0]).toEqual({ pointer: '/source', message: 'champ obligatoire ; attendu : un texte' });
  });

  it.each<[string, unknown, string]>([
    ['nothing', null, ''],
    ['an array', [], ''],
    ['an unknown key below', { ...anInteraction(), participants: [{ id: 'a', role: 'agent', mood: 'sad' }] }, '/participants/0/mood'],
    ['a turn of nobody', anInteraction({ turns: [{ id: '1', participantId: 'x', text: '' }] }), '/turns/0/participantId'],
    ['a turn id twice', anInteraction({ turns: [0, 1].map(() => ({ id: '1', participantId: 'a', text: '' })) }), '/turns/1/id'],
    ['a participant id twice', anInteraction({ participants: ['a', 'a', 'c'].map((id) => ({ id, role: 'agent' as const })) }), '/participants/1/id'],
    ['a word outside its text', anInteraction({ turns: [{ id: '1', participantId: 'a', text: 'oui', words: [{ start: 2, end: 4, confidence: 1 }] }] }), '/turns/0/words/0'],
    ['a character in an id that no store can keep', anInteraction({ externalId: 'a\u0000b' }), '/externalId'],
    ['half a surrogate pair in an id', anInteraction({ externalId: 'a\ud83d' }), '/externalId'],
    ['revision 0', anInteraction({ revision: 0 }), '/revision'],
    ['a year before time', anInteraction({ startedAt: '0000-01-01T00:00:00Z' }), '/startedAt'],
    ['an offset that is none', anInteraction({ startedAt: '2026-01-01T00:00:00+23:00' }), '/startedAt'],
    ['too many turns', anInteraction({ turns: Array.from({ length: MAX_TURNS + 1 }, (_, at) => ({ id: `${at}`, participantId: 'a', text: '' })) }), '/turns'],
    ['no turn', anInteraction({ turns: [] }), '/turns'],
    ['too much text', anInteraction({ turns: [{ id: '1', participantId: 'a', text: 'é'.repeat(MAX_VALUE_BYTES / 2) }] }), ''],
  ])('refuses %s', (_, value, pointer) => {
    const errors = errorsOf(value);
    expect(errors.map((error) => error.pointer)).toContain(pointer);
    for (const { message } of errors) expect(message).toMatch(/permis|attendu|au plus|au moins|en double|contient/);
  });

  it('tells at most twenty errors of a hostile value', () => {
    const keys = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`k${at}`, at]));
    expect(errorsOf({ ...anInteraction(), ...keys })).toHaveLength(20);
  });

  it('can be documented', () => {
    const schema = z.toJSONSchema(interactionSchema, { target: 'openapi-3.0', io: 'input' });
    const text = JSON.stringify(schema);
    expect(text).toContain(JSON.stringify(CHANNELS));
    expect(text).toContain('"required":["source","externalId","channel","startedAt","participants","turns"]');
  });
});
