import { describe, expect, it } from 'vitest';
import { contentHash, findingIdOf, interactionIdOf, isOrganisationId, stableId, uuidV5 } from '#domain';

describe('stable ids', () => {
  it('follow the vector of RFC 9562, appendix A.4', () => {
    expect(uuidV5('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  it('do not mix up where a part ends', () => {
    expect(stableId('a', 'bc')).not.toBe(stableId('ab', 'c'));
    expect(stableId('a|1:b')).not.toBe(stableId('a', 'b'));
  });

  it('separate organisations, sources, revisions and places', () => {
    const interaction = interactionIdOf('o1', 'mailbox', 'm1');
    const ids = [
      interaction,
      interactionIdOf('o2', 'mailbox', 'm1'),
      interactionIdOf('o1', 'chat', 'm1'),
      findingIdOf('o1', interaction, 1, 'r', { turn: 0, start: 0, end: 4 }),
      findingIdOf('o1', interaction, 2, 'r', { turn: 0, start: 0, end: 4 }),
      findingIdOf('o1', interaction, 1, 'r', { turn: 0, start: 0, end: 5 }),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([['demo', true], ['maison-exemple', true], ['', false], ['-a', false], ['A', false], ['a:b', false]])(
    'organisation id %j: %s',
    (text, valid) => expect(isOrganisationId(text)).toBe(valid),
  );
});

describe('content hash', () => {
  it('sees neither the order of keys nor undefined members', () => {
    expect(contentHash({ a: 1, b: [{ c: 2, d: undefined }] })).toBe(contentHash({ b: [{ c: 2 }], a: 1 }));
  });

  it('sees every value, and the order of arrays', () => {
    expect(contentHash({ a: [1, 2] })).not.toBe(contentHash({ a: [2, 1] }));
    expect(contentHash({ a: '1' })).not.toBe(contentHash({ a: 1 }));
  });
});
