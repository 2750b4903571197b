import { type ToldAnalysis, interactionIdOf } from '#domain';
import {
  FINDINGS_TYPE,
  INTERACTION_TYPE,
  MAX_VALUE_BYTES,
  deadLetterMessage,
  decodeInteraction,
  encodeInteraction,
  findingsMessage,
  namesOf,
} from '#messaging';
import { CloudEvent, Kafka, type KafkaMessage } from 'cloudevents';
import { describe, expect, it } from 'vitest';
import { anInteraction, recordOf } from './interaction.fixture.js';

const mapHeaders = (headers: Readonly<Record<string, string | Buffer>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
const dataOf = (message: { value: Buffer | null }) => JSON.parse(String(message.value));
const encoded = encodeInteraction('exemple', anInteraction());
const record = recordOf(encoded);
const withHeaders = (headers: Record<string, string | undefined>) => {
  const changed = { ...record.headers };
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) delete changed[name];
    else changed[name] = Buffer.from(value);
  }
  return { ...record, headers: changed };
};

describe('an interaction as a CloudEvent', () => {
  it('comes back as it went', () => {
    expect(decodeInteraction(record)).toEqual({
      kind: 'done',
      value: { organisationId: 'exemple', interaction: anInteraction() },
    });
  });

  it('is keyed by organisation and interaction, and repeats its id when it is sent again', () => {
    const id = interactionIdOf('exemple', 'chatwoot', 'c-1');
    expect(encoded.key).toBe(`exemple:${id}`);
    expect(encoded.headers['ce_id']).toBe(`${id}.1`);
    expect(encodeInteraction('exemple', anInteraction())).toEqual(encoded);
  });

  it('is read by the CloudEvents SDK, all of it', () => {
    const sent: KafkaMessage = {
      key: String(encoded.key),
      value: encoded.value,
      headers: mapHeaders(encoded.headers),
      body: encoded.value,
    };
    const event = Kafka.toEvent(sent);
    if (!(event instanceof CloudEvent)) throw new Error('one event was sent');
    expect(event.validate()).toBe(true);
    expect(event).toMatchObject({
      specversion: '1.0',
      type: INTERACTION_TYPE,
      source: '/organisations/exemple/sources/chatwoot',
      subject: interactionIdOf('exemple', 'chatwoot', 'c-1'),
      organisation: 'exemple',
      time: '2026-03-02T08:15:00.000Z',
      datacontenttype: 'application/json',
    });
    expect(event.data).toEqual(anInteraction());
  });

  it.each(['binary', 'structured'] as const)('is read as the CloudEvents SDK writes it, in %s mode', (mode) => {
    const event = new CloudEvent({
      id: 'e-1',
      source: '/autre',
      type: INTERACTION_TYPE,
      organisation: 'exemple',
      datacontenttype: 'application/json',
      data: anInteraction(),
    });
    const { headers: all, body: value } = Kafka[mode](event);
    const headers = Object.fromEntries(Object.entries(all).flatMap(([name, text]) => (text ? [[name, String(text)]] : [])));
    const bytes = typeof value === 'string' ? value : JSON.stringify(value);
    const decoded = decodeInteraction(recordOf({ key: null, value: Buffer.from(bytes), headers }));
    expect(decoded).toEqual({ kind: 'done', value: { organisationId: 'exemple', interaction: anInteraction() } });
  });

  it.each([
    ['without headers', {}],
    ['with a content type', { 'content-type': 'application/json; charset=utf-8' }],
    ['with headers of another kind', { traceparent: '00-1-2-01', 'content-type': 'text/json' }],
  ])('is read as plain JSON %s, of the organisation that the topic belongs to', (_, headers) => {
    const plain = recordOf({ key: 'any', value: Buffer.from(JSON.stringify(anInteraction())), headers });
    expect(decodeInteraction(plain, 'exemple')).toEqual({ kind: 'done', value: { organisationId: 'exemple', interaction: anInteraction() } });
    expect(decodeInteraction(plain)).toMatchObject({ kind: 'park', reason: 'not_cloudevent' });
  });

  it.each([
    ['not_json', {}, '{"source":'],
    ['not_cloudevent', {}, '{"specversion":"1.0","type":"x","source":"/x","id":"1"}'],
    ['not_cloudevent', { ce_id: '1' }, JSON.stringify(anInteraction())],
    ['not_cloudevent', { 'content-type': 'application/cloudevents-batch+json' }, '[]'],
    ['invalid_interaction', {}, '[]'],
    ['invalid_interaction', {}, '{"organisation":"autre"}'],
  ])('plain or almost is parked as %s (case %#)', (reason, headers, text) => {
    expect(decodeInteraction(recordOf({ key: null, value: Buffer.from(text), headers }), 'exemple')).toMatchObject({ kind: 'park', reason });
  });

  it('in structured mode has one kind of data, and JSON in it', () => {
    const event = { specversion: '1.0', id: '1', source: '/x', type: INTERACTION_TYPE, organisation: 'exemple', data: anInteraction() };
    const read = (more: object) =>
      decodeInteraction(recordOf({ key: null, value: Buffer.from(JSON.stringify({ ...event, ...more })), headers: { 'content-type': 'application/cloudevents+json' } }));
    expect(read({}).kind).toBe('done');
    expect(read({ datacontenttype: 'application/avro' })).toMatchObject({ reason: 'not_json' });
    expect(read({ data_base64: 'e30=' })).toMatchObject({ reason: 'not_cloudevent' });
  });

  it('is read from base64 in structured mode', () => {
    const data_base64 = Buffer.from(JSON.stringify(anInteraction())).toString('base64');
    const event = { specversion: '1.0', id: '1', source: '/x', type: INTERACTION_TYPE, organisation: 'exemple', data_base64 };
    const headers = { 'content-type': 'application/cloudevents+json; charset=utf-8' };
    const value = Buffer.from(JSON.stringify(event));
    expect(decodeInteraction(recordOf({ key: null, value, headers })).kind).toBe('done');
  });

  it.each([
    ['empty_value', { ...record, value: null }],
    ['empty_value', { ...record, value: Buffer.alloc(0) }],
    ['too_large', { ...record, value: Buffer.alloc(MAX_VALUE_BYTES + 1) }],
    ['not_cloudevent', { ...record, headers: {} }],
    ['not_cloudevent', withHeaders({ ce_id: undefined })],
    ['not_cloudevent', withHeaders({ ce_specversion: '0.3' })],
    ['not_cloudevent', { ...withHeaders({ 'content-type': 'application/cloudevents+json' }), value: Buffer.from('[]') }],
    ['unsupported_type', withHeaders({ ce_type: 'diapason.interaction.v2' })],
    ['not_json', withHeaders({ 'content-type': 'application/avro' })],
    ['not_json', { ...record, value: Buffer.from('{"source":') }],
    ['not_json', { ...record, value: Buffer.from([0x22, 0xff, 0x22]) }],
    ['not_json', { ...withHeaders({ 'content-type': 'application/cloudevents+json' }), value: Buffer.from('{') }],
    ['invalid_interaction', { ...record, value: Buffer.from('{"source":"x"}') }],
    ['invalid_interaction', { ...record, value: Buffer.from('['.repeat(100_000) + ']'.repeat(100_000)) }],
    ['unknown_organisation', withHeaders({ ce_organisation: undefined })],
    ['unknown_organisation', withHeaders({ ce_organisation: 'Exemple SA' })],
  ])('is parked as %s (case %#)', (reason, poison) => {
    expect(decodeInteraction(poison)).toMatchObject({ kind: 'park', reason, detail: expect.stringMatching(/\w/) });
  });
});

describe('what a refused record says of itself', () => {
  const structured = { 'content-type': 'application/cloudevents+json' };
  it.each([
    ['a binary event', encoded.headers, encoded.value!.toString(), { organisation: 'exemple', source: 'chatwoot' }],
    ['its headers alone', encoded.headers, '{', { organisation: 'exemple', source: 'chatwoot' }],
    ['a structured event', structured, '{"organisation":"autre","data":{"source":"zendesk"}}', { organisation: 'autre', source: 'zendesk' }],
    ['plain JSON', {}, '{"source":"mailbox"}', { source: 'mailbox' }],
    ['nothing', { ce_source: '/organisations/x/sources/%E0%A4%A' }, 'null', {}],
  ])('%s', (_, headers, text, names) => {
    expect(namesOf(recordOf({ key: null, value: Buffer.from(text), headers }))).toEqual({ organisation: undefined, source: undefined, ...names });
  });
});

describe('a dead letter', () => {
  const poison = recordOf({ key: 'k', value: Buffer.from([0, 255]), headers: { ce_id: 'x', raw: Buffer.from([7]) } }, 41n);
  const message = deadLetterMessage({ record: poison, reason: 'not_json', detail: 'illisible' }, 'topic', 3);

  it('keeps key, value and headers byte-identical', () => {
    expect(message).toMatchObject({ stream: 'dead-letters', key: poison.key, value: poison.value });
    expect(message.headers).toMatchObject({ ce_id: Buffer.from('x'), raw: Buffer.from([7]) });
  });

  it('says where it came from as Spring Kafka does, and why from the closed list', () => {
    expect(message.headers).toMatchObject({
      'kafka_dlt-original-topic': 'topic',
      'kafka_dlt-original-partition': Buffer.from([0, 0, 0, 3]),
      'kafka_dlt-original-offset': Buffer.from([0, 0, 0, 0, 0, 0, 0, 41]),
      'kafka_dlt-exception-message': 'illisible',
      'diapason-dlq-reason': 'not_json',
    });
    const timestamp = message.headers['kafka_dlt-original-timestamp'];
    expect(Buffer.isBuffer(timestamp) && timestamp.readBigInt64BE()).toBe(BigInt(poison.timestamp));
  });
});

describe('the findings of an interaction', () => {
  const interaction = anInteraction();
  const told = (findings: number, again: string | null = null): ToldAnalysis => ({
    organisationId: 'exemple',
    interactionId: interactionIdOf('exemple', 'chatwoot', 'c-1'),
    source: interaction.source,
    externalId: interaction.externalId,
    revision: 1,
    channel: interaction.channel,
    startedAt: interaction.startedAt,
    rulebook: { name: 'exemple', version: '1.0.0', hash: 'f'.repeat(64) },
    findings: Array.from({ length: findings }, (_, at) => ({
      id: `f-${at}`,
      ruleId: 'refus.impossible',
      polarity: 'violation',
      severity: 'major',
      commitment: 'issue',
      evidence: [{ turn: 1, start: 12, end: 28, quote: "c'est impossible", sense: 'said' }],
      explanation: 'Ferme l’échange.',
      confidence: 1,
    })),
    notChecked: [],
    language: 'fr',
    again,
  });
  it('travel as a CloudEvent under the key of the interaction', () => {
    const message = findingsMessage(told(2));
    expect(message).toMatchObject({ stream: 'findings', key: encoded.key, headers: { ce_type: FINDINGS_TYPE } });
    expect(dataOf(message)).toMatchObject({ organisationId: 'exemple', revision: 1, findingCount: 2 });
    expect(dataOf(message).findings).toHaveLength(2);
  });

  it('are told again under the same key, with an id of its own', () => {
    const ids = [null, '77', '78'].map((again) => String(findingsMessage(told(1, again)).headers['ce_id']));
    expect(new Set(ids).size).toBe(3);
    expect(findingsMessage(told(1, '77')).key).toEqual(findingsMessage(told(1)).key);
  });

  it('are left out, and said to be, when they would not fit', () => {
    const message = findingsMessage(told(8000));
    expect(message.value!.length).toBeLessThan(MAX_VALUE_BYTES);
    expect(dataOf(message)).toMatchObject({ findingCount: 8000, findings: null });
  });
});
