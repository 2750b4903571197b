import { toVcon } from '#api';
import { CHANNELS, type Interaction, interactionIdOf, SPEAKER_ROLES, type WholeInteraction } from '#domain';
import { readBytes } from '#ingest/read';
import { parseInteraction } from '#messaging/messages';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vconFacts } from './vcon-facts.js';

/** Texts with what breaks texts: accents, emoji, line ends, quotes, markup, what looks like mail. */
const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom('', ' ', 'Bonjour\r\n> cité\r\n', '<b>gras</b>', '{"a":1}', 'Agent : Bonjour', '\u0000', '\ud83d\ude00'));
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((id) => !/\p{Surrogate}|\0/u.test(id));
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

const participant = fc.record({ role: fc.constantFrom(...SPEAKER_ROLES), roleGuessed: maybe(fc.boolean()), ref: maybe(fc.oneof(name, fc.emailAddress())), name: maybe(fc.oneof(name, fc.constant(''))), team: maybe(fc.record({ ref: name, name: maybe(name) }, { requiredKeys: ['ref'] })) });
const turn = fc.record({ who: fc.nat(), text, offsetMs: maybe(fc.nat(90_000_000)), durationMs: maybe(fc.nat(100_000)), private: maybe(fc.constant(true)), confidence: maybe(fc.double({ min: 0, max: 1, noNaN: true })) });

/** Without what is undefined, as JSON has it; `private: false` says nothing either. */
const told = <T>(value: T): T => JSON.parse(JSON.stringify(value));

/** Readers of files take no instant from 2100 on for true. */
const instant = fc.date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2099-12-01T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString());

const interactions: fc.Arbitrary<Interaction> = fc
  .record({
    source: name,
    externalId: name,
    revision: fc.integer({ min: 1, max: 2_147_483_647 }),
    channel: fc.constantFrom(...CHANNELS),
    startedAt: instant,
    endedAt: maybe(instant),
    direction: maybe(fc.constantFrom('inbound' as const, 'outbound' as const)),
    subject: maybe(text),
    caseRef: maybe(name),
    queue: maybe(name),
    tags: maybe(fc.array(name, { minLength: 1, maxLength: 4 })),
    people: fc.array(participant, { minLength: 1, maxLength: 4 }),
    said: fc.array(turn, { minLength: 1, maxLength: 6 }),
    ids: fc.uniqueArray(fc.oneof(name, fc.emailAddress()), { minLength: 10, maxLength: 10 }),
  })
  .map(({ people, said, ids, ...rest }): Interaction =>
    told({
      ...rest,
      participants: people.map((who, at) => ({ id: ids[at]!, ...who })),
      turns: said.map(({ who, confidence, ...one }, at) => ({
        id: ids[at]!,
        participantId: ids[who % people.length]!,
        ...one,
        ...(confidence !== undefined && one.text.length > 0 && { words: [{ start: 0, end: one.text.length, confidence }] }),
      })),
    }),
  )
  .filter((interaction) => interaction.turns.some(({ text: words }) => words.trim() !== '') && parseInteraction(interaction).ok);

const whole = (interaction: Interaction): WholeInteraction => ({
  id: interactionIdOf('essai', interaction.source, interaction.externalId),
  interaction,
  recordedAt: '2026-11-02T10:15:00.000Z',
  language: 'fr',
  rulebook: { name: 'exemple', version: '1.0.0', hash: 'a'.repeat(64) },
  findings: [],
  notChecked: [],
});

async function readBack(vcon: unknown): Promise<Interaction> {
  const items = [];
  for await (const item of readBytes(Buffer.from(JSON.stringify(vcon)), { fileName: 'a.vcon' })) items.push(item);
  const [item] = items;
  if (items.length !== 1 || item?.kind !== 'interaction') throw new Error(JSON.stringify(items));
  return told(item.interaction);
}

describe('an interaction that goes out as a vCon', () => {
  it('is what the draft asks for', () => {
    const property = fc.property(interactions, (interaction) => {
      expect(vconFacts.safeParse(told(toVcon(whole(interaction)))).error).toBeUndefined();
    });
    fc.assert(property, { numRuns: 400 });
  });

  it('comes back the same', async () => {
    await fc.assert(fc.asyncProperty(interactions, async (interaction) => {
        expect(await readBack(toVcon(whole(interaction)))).toEqual(interaction);
      }), { numRuns: 400 });
  });

  it('never says a private note in a dialog or a transcript', () => {
    const property = fc.property(interactions, (interaction) => {
      const { dialog, analysis, attachments } = toVcon(whole(interaction));
      const notes = interaction.turns.filter((one) => one.private === true);
      const said = dialog.filter(({ body }) => body !== undefined).length + analysis.filter(({ type }) => type === 'transcript').flatMap(({ body }) => body).length;
      expect([said, attachments.map(({ body }) => body)]).toEqual([interaction.turns.length - notes.length, notes.map((one) => one.text)]);
    });
    fc.assert(property, { numRuns: 200 });
  });

  it('is read by its dialogs alone where our member is gone or no longer fits', async () => {
    const interaction: Interaction = {
      source: 'essai', externalId: '1', revision: 1, channel: 'chat', startedAt: '2026-11-02T10:15:00.000Z',
      participants: [{ id: 'c', role: 'customer', ref: 'c-1', name: 'Camille' }, { id: 'a', role: 'agent', ref: 'lou@quenouille.example', name: 'Lou' }],
      turns: [{ id: '1', participantId: 'c', text: 'Bonjour', offsetMs: 0 }, { id: '2', participantId: 'a', text: 'Note', offsetMs: 1000, private: true }, { id: '3', participantId: 'a', text: 'Bonsoir', offsetMs: 2000 }],
    };
    const { diapason: _gone, ...bare } = toVcon(whole(interaction));
    const more = toVcon(whole(interaction));
    const longer = { ...more, dialog: [...more.dialog, { ...more.dialog[0]!, start: '2026-11-02T10:15:03.000Z', body: 'Encore moi' }] };
    for (const [vcon, texts] of [[bare, ['Bonjour', 'Note', 'Bonsoir']], [longer, ['Bonjour', 'Note', 'Bonsoir', 'Encore moi']]] as const) {
      const read = await readBack(vcon);
      expect(read).toMatchObject({ source: 'vcon', externalId: more.uuid, channel: 'chat' });
      expect(read.turns.map((one) => [one.text, one.private])).toEqual(texts.map((words) => [words, words === 'Note' ? true : undefined]));
      expect(read.participants.map(({ role, name: who }) => [role, who])).toEqual([['customer', 'Camille'], ['agent', 'Lou']]);
    }
  });

  it('has another id for another revision, and for another rulebook', () => {
    const first = whole({ source: 'a', externalId: 'b', revision: 1, channel: 'chat', startedAt: '2026-11-02T10:15:00Z', participants: [], turns: [] });
    const ids = [first, { ...first, interaction: { ...first.interaction, revision: 2 } }, { ...first, rulebook: { ...first.rulebook, hash: 'b' } }, first].map((one) => toVcon(one).uuid);
    expect([new Set(ids).size, ids[3]]).toEqual([3, ids[0]]);
  });
});
