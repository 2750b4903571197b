import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOne, refusalOf } from './read-one.js';
import { messageEvent } from '../chatwoot/events.js';

const SAMPLE = readFileSync(new URL('../../src/sources/chatwoot/samples/conversation-1842.json', import.meta.url), 'utf8');
const file = JSON.parse(SAMPLE);
const changed = (change: object): string => JSON.stringify({ ...file, ...change });
const outgoing = (change: object): string => changed({ messages: [{ ...file.messages[4], ...change }] });

describe('chatwoot', () => {
  it('reads an exported conversation: bots, system and notes told from what agents say', async () => {
    const read = await readOne(SAMPLE);
    expect(read).toMatchObject({ source: 'chatwoot', externalId: '1-1842', channel: 'chat', startedAt: '2026-09-09T07:00:00.000Z', queue: 'Livraison', tags: ['colis'] });
    const roles = new Map(read.participants.map(({ id, role }) => [id, role]));
    expect(read.turns.map(({ id, participantId, private: note }) => [id, roles.get(participantId), note === true])).toEqual([
      ['5001', 'customer', false],
      ['5002', 'bot', false],
      ['5003', 'system', false],
      ['5004', 'agent', true],
      ['5005', 'agent', false],
      ['5007', 'agent', false],
    ]);
  });

  it.each([
    ['a bot', { sender: { id: 2, name: 'Robot', type: 'agent_bot' } }, 'bot'],
    ['the assistant', { sender: { id: 2, type: 'captain_assistant' } }, 'bot'],
    ['an automation', { sender: null, content_attributes: { automation_rule_id: 9 } }, 'bot'],
    ['a campaign', { sender: null, additional_attributes: { campaign_id: 9 } }, 'bot'],
    ['nobody', { sender: null }, 'unknown'],
    ['a kind that does not exist yet', { sender: { id: 2, type: 'constructor' } }, 'unknown'],
    ['a user of a version without types', { sender: { id: 3, name: 'Claire' } }, 'agent'],
  ])('an outgoing message of %s', async (_, change, role) => {
    expect((await readOne(outgoing(change))).participants[0]?.role).toBe(role);
  });

  it.each([
    ['Channel::Email', 'email'],
    ['Channel::Voice', 'phone'],
    ['Channel::Whatsapp', 'chat'],
  ])('%s → %s', async (channel, expected) => {
    expect((await readOne(changed({ channel }))).channel).toBe(expected);
  });

  it('refuses a single event, which is not the conversation, and says where it belongs', async () => {
    expect(await refusalOf(JSON.stringify(messageEvent(7, 1, 1, 'contact', 'Bonjour')))).toMatchObject({ reason: 'invalid_file', detail: expect.stringContaining('/v1/webhooks/chatwoot') });
  });

  it.each([
    ['an export that does not say of which account', { account_id: undefined }, '/account_id'],
    ['a kind of message that does not exist', { messages: [{ ...file.messages[0], message_type: 4 }] }, '/messages/0/message_type'],
    ['a time in milliseconds', { messages: [{ ...file.messages[0], created_at: 1788937200000 }] }, '/messages/0/created_at'],
  ])('refuses %s', async (_, change, place) => {
    expect(await refusalOf(changed(change))).toMatchObject({ reason: 'invalid_file', place });
  });
});
