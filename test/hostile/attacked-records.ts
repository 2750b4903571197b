import type { Interaction, OutgoingMessage } from '#domain';
import { readBytes } from '#ingest/read';
import { encodeInteraction } from '#messaging';
import { ATTACK_NAMES, ATTACKS } from './attacks.js';
import { Chance } from './chance.js';
import { SEEDS } from './seeds.js';

/** Tells a record from all others, and travels with it into the dead letters. */
export const RECORD_ID = 'hostile-id';

const BYTES = SEEDS.map(({ bytes }) => bytes);

/** Every interaction of every sample. */
export async function sampleInteractions(): Promise<Interaction[]> {
  const interactions: Interaction[] = [];
  for (const { file, bytes } of SEEDS) for await (const item of readBytes(bytes, { fileName: file })) if (item.kind === 'interaction') interactions.push(item.interaction);
  return interactions;
}

/** The three ways in which an interaction may travel. */
export const MODES = ['binary', 'structured', 'plain'] as const;

export function inMode(mode: (typeof MODES)[number], organisationId: string, interaction: Interaction): OutgoingMessage {
  const binary = encodeInteraction(organisationId, interaction);
  if (mode === 'binary') return binary;
  if (mode === 'plain') return { ...binary, headers: {} };
  const attributes = Object.entries(binary.headers).filter(([name]) => name.startsWith('ce_')).map(([name, value]) => [name.slice(3), String(value)]);
  const event = { ...Object.fromEntries(attributes), datacontenttype: 'application/json', data: interaction };
  return { key: binary.key, value: Buffer.from(JSON.stringify(event)), headers: { 'content-type': 'application/cloudevents+json; charset=UTF-8' } };
}

type RecordAttack = (message: OutgoingMessage, chance: Chance) => OutgoingMessage;

const HEADERS: readonly Readonly<Record<string, string | Buffer>>[] = [
  { ce_specversion: '0.3' },
  { ce_type: 'diapason.interaction.v2' },
  { ce_id: '' },
  { ce_organisation: 'Une Autre !' },
  { ce_organisation: Buffer.from([0xff, 0xfe]) },
  { 'content-type': 'application/xml' },
  { 'content-type': 'application/cloudevents+json' },
  { 'content-type': 'application/cloudevents-batch+json' },
  { 'content-type': Buffer.alloc(20_000, 'a') },
  { ce_source: Buffer.from([0, 1, 2, 255]), 'ce_ ': 'x' },
];

const ON_RECORDS: readonly RecordAttack[] = [
  (message, chance) => ({ ...message, value: ATTACKS[chance.pick(ATTACK_NAMES)]!(message.value ?? Buffer.alloc(0), chance, BYTES) }),
  (message, chance) => ({ ...message, headers: { ...message.headers, ...chance.pick(HEADERS) } }),
  (message, chance) => ({ ...message, headers: Object.fromEntries(Object.entries(message.headers).filter(() => chance.below(3) > 0)) }),
  (message, chance) => ({ ...message, key: chance.pick([null, Buffer.from([0, 255, 0x80]), Buffer.alloc(10_000, 'k'), '']) }),
  (message, chance) => ({ ...message, value: chance.pick([null, Buffer.alloc(0), Buffer.from('null'), Buffer.from('[]'), Buffer.from('"')]) }),
];

/** The nth attacked record of a seeded row: the same one in every run. */
export function nthAttackedRecord(n: number, organisationId: string, seeds: readonly Interaction[]): OutgoingMessage {
  const chance = new Chance(1_000_000 + n);
  const seed = seeds[n % seeds.length]!;
  const message = inMode(MODES[n % MODES.length]!, organisationId, { ...seed, source: 'attaque', externalId: `attaque-${n}` });
  // Bytes are what is attacked most: there are the most ways to.
  const attack = chance.below(2) === 0 ? ON_RECORDS[0]! : chance.pick(ON_RECORDS);
  return withId(attack(message, chance), `a${n}`);
}

export const withId = (message: OutgoingMessage, id: string): OutgoingMessage => ({ ...message, headers: { ...message.headers, [RECORD_ID]: id } });
