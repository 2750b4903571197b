/** Events as Chatwoot sends them, of one conversation; seconds are counted from its start. */
export const START = 1_788_937_200;

const people = {
  contact: { id: 17, name: 'Jeanne Exemple', email: 'jeanne@client.example', type: 'contact' },
  user: { id: 3, name: 'Claire Aubry', email: 'claire.aubry@maison.example', type: 'user' },
};

export const conversation = (id: number, after: number, change: object = {}) => ({
  id,
  channel: 'Channel::WebWidget',
  inbox_id: 4,
  created_at: START,
  updated_at: START + after + 0.25,
  labels: ['colis'],
  messages: [],
  ...change,
});

/** What `conversation.messages` has: numbers for words, and no sender for bots. */
const mention = (id: number, after: number, content: string, type: number) => ({ id, content, message_type: type, created_at: START + after, account_id: 1, private: false });

export function messageEvent(conversationId: number, id: number, after: number, who: keyof typeof people, content: string, change: object = {}) {
  return {
    event: 'message_created',
    id,
    content,
    message_type: who === 'contact' ? 'incoming' : 'outgoing',
    created_at: new Date((START + after) * 1000 + 250).toISOString(),
    private: false,
    content_type: 'text',
    content_attributes: {},
    sender: people[who],
    account: { id: 1, name: 'Maison Exemple' },
    inbox: { id: 4, name: 'Site' },
    conversation: conversation(conversationId, after, { messages: [mention(id, after, content, who === 'contact' ? 0 : 1)] }),
    ...change,
  };
}

/** A conversation of three messages and a note, one of them changed later, one deleted. */
export function wholeConversation(id: number) {
  return [
    { event: 'conversation_created', account: { id: 1 }, ...conversation(id, 0) },
    messageEvent(id, 10, 1, 'contact', 'Bonjour, où est mon colis ?'),
    messageEvent(id, 11, 60, 'user', 'Note : à relancer.', { private: true }),
    messageEvent(id, 12, 90, 'user', 'Bonjour Madame, je regarde.'),
    messageEvent(id, 13, 95, 'user', 'Mauvaise fenêtre'),
    messageEvent(id, 13, 99, 'user', 'This message was deleted', { event: 'message_updated', content_attributes: { deleted: true }, created_at: new Date((START + 95) * 1000).toISOString() }),
    messageEvent(id, 12, 120, 'user', 'Bonjour Madame, il arrive demain.', { event: 'message_updated', created_at: new Date((START + 90) * 1000).toISOString() }),
    { event: 'conversation_status_changed', status: 'resolved', ...conversation(id, 200, { labels: ['colis', 'rendu'], messages: [mention(12, 90, 'Bonjour Madame, il arrive demain.', 1)] }) },
  ];
}
