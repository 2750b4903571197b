import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gather, NOTHING_GATHERED, type Gathered } from '../../src/gather-conversation/gathered.js';
import { gatheredInteraction, nextRevision, withKept } from '../../src/gather-conversation/gathered-interaction.js';
import { readChatwootEvent } from '../../src/receive-webhook/chatwoot-event.js';
import { messageEvent, wholeConversation } from './events.js';

const EVENTS = wholeConversation(7);

function gatherAll(events: readonly unknown[], known: Gathered = NOTHING_GATHERED): Gathered {
  return events.reduce<Gathered>((state, event) => {
    const delivery = readChatwootEvent(event);
    if (delivery.kind === 'refused') throw new Error(`${delivery.place}: ${delivery.detail}`);
    return delivery.value === null ? state : gather(state, delivery.value.piece);
  }, known);
}

const interactionOf = (state: Gathered) => gatheredInteraction(state, 'chatwoot', '1-7', nextRevision(state), {});

describe('events of Chatwoot', () => {
  it('make the conversation: the latest state of each message, notes apart, the deleted one gone', () => {
    expect(interactionOf(gatherAll(EVENTS))).toMatchObject({
      kind: 'interaction',
      interaction: {
        source: 'chatwoot',
        externalId: '1-7',
        channel: 'chat',
        startedAt: '2026-09-09T07:00:00.000Z',
        queue: 'Site',
        tags: ['colis', 'rendu'],
        participants: [
          { id: 'contact:17', role: 'customer', ref: 'jeanne@client.example', name: 'Jeanne Exemple' },
          { id: 'user:3', role: 'agent', ref: 'claire.aubry@maison.example', name: 'Claire Aubry' },
        ],
        turns: [
          { id: '10', text: 'Bonjour, où est mon colis ?', offsetMs: 1250 },
          { id: '11', text: 'Note : à relancer.', private: true },
          { id: '12', text: 'Bonjour Madame, il arrive demain.', offsetMs: 90_000 },
        ],
      },
    });
  });

  it('make the same conversation in any order, however often they come', async () => {
    const deliveries = fc.shuffledSubarray([...EVENTS, ...EVENTS], { minLength: EVENTS.length }).filter((some) => new Set(some).size === EVENTS.length);
    const expected = gatherAll(EVENTS);
    const property = fc.property(deliveries, (events) => JSON.stringify(gatherAll(events)) === JSON.stringify(expected));
    expect(fc.check(property, { numRuns: 300 })).toMatchObject({ failed: false });
  });

  it('grow in revision with each change, and never below one that was sent', () => {
    const first = gatherAll(EVENTS.slice(0, 4));
    expect(nextRevision(gatherAll(EVENTS.slice(4), first))).toBeGreaterThan(nextRevision(first));
    // An earlier message that comes late.
    const sent = nextRevision(gatherAll(EVENTS.slice(2)));
    expect(nextRevision(gatherAll(EVENTS), sent)).toBe(sent + 1);
  });

  it('do not take away what an export had and no event brought', () => {
    const exported: Parameters<typeof withKept>[1] = {
      startedAt: '2026-09-09T06:59:00.000Z',
      channel: 'chat',
      subject: null,
      turns: [
        { id: '9', speaker: { role: 'system', roleGuessed: false, ref: null, name: null }, text: 'Conversation ouverte', offsetMs: 0, private: false },
        { id: '12', speaker: { role: 'agent', roleGuessed: false, ref: 'claire.aubry@maison.example', name: 'Claire Aubry' }, text: 'Bonjour Madame, je regarde.', offsetMs: 60_000, private: false },
      ],
    };
    const joined = interactionOf(withKept(gatherAll(EVENTS), exported));
    expect(joined).toMatchObject({ interaction: { startedAt: '2026-09-09T06:59:00.000Z', turns: [{ id: '9' }, { id: '10' }, { id: '11' }, { id: '12', text: 'Bonjour Madame, il arrive demain.' }] } });
  });

  it('do not forget who wrote a message when a later event mentions it without its sender', () => {
    const bot = messageEvent(7, 14, 5, 'user', 'Je suis un robot.', { sender: { id: 2, name: 'Robot', type: 'agent_bot' } });
    const state = gatherAll([bot, { event: 'conversation_updated', ...bot.conversation, updated_at: bot.conversation.updated_at + 60 }]);
    expect(interactionOf(state)).toMatchObject({ interaction: { participants: [{ role: 'bot', name: 'Robot' }] } });
  });

  it.each([
    ['an event about something else', { event: 'contact_created', id: 1 }],
    ['a conversation that does not say whose it is', { event: 'conversation_updated', id: 7 }],
  ])('%s changes nothing', (_, event) => {
    expect(readChatwootEvent(event)).toEqual({ kind: 'ok', value: null });
  });

  it.each([
    ['no event', {}, '/event'],
    ['a message without its account', { ...EVENTS[1], account: undefined }, '/account'],
    ['a time that is none', { ...EVENTS[1], created_at: 'hier' }, '/created_at'],
    ['a list', [], '/'],
  ])('%s is refused with its place', (_, event, place) => {
    expect(readChatwootEvent(event)).toMatchObject({ kind: 'refused', place });
  });

  it('any value in any place is read or refused, and ids of the language’s own are ids', () => {
    const values = fc.oneof(fc.json().map((text): unknown => JSON.parse(text)), fc.constantFrom('__proto__', 'constructor', -1, 1e300, null));
    const names = Object.keys(EVENTS[1]!);
    const property = fc.property(fc.constantFrom(...EVENTS), fc.constantFrom(...names), values, (event, name, value) => {
      const delivery = readChatwootEvent({ ...event, [name]: value });
      if (delivery.kind === 'refused' || delivery.value === null) return true;
      const state = gather(NOTHING_GATHERED, delivery.value.piece);
      return JSON.stringify(gather(state, delivery.value.piece)) === JSON.stringify(state) && interactionOf(state).kind !== undefined;
    });
    expect(fc.check(property, { numRuns: 1000 })).toMatchObject({ failed: false });
  });
});
