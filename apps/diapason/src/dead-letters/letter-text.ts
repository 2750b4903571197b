import { PARK_REASONS, type ParkReason } from '#domain';
import { z } from 'zod';

export const letterSchema = z.object({
  id: z.string(),
  status: z.enum(['waiting', 'replayed', 'discarded']),
  reason: z.enum(PARK_REASONS),
  detail: z.string(),
  source: z.string().nullable(),
  topic: z.string(),
  partition: z.number(),
  offset: z.string(),
  sentAt: z.string(),
  buriedAt: z.string(),
  bytes: z.number(),
  settled: z.object({ at: z.string(), by: z.string(), note: z.string().nullable(), interactionId: z.string().nullable() }).nullable(),
});
export type Letter = z.output<typeof letterSchema>;

const bytesSchema = z.object({ base64: z.string(), text: z.string().nullable() });
export const wholeLetterSchema = letterSchema.extend({
  key: bytesSchema.nullable(),
  value: bytesSchema.nullable(),
  headers: z.array(bytesSchema.extend({ name: z.string() })),
  replayOf: z.string().nullable(),
});
export type WholeLetter = z.output<typeof wholeLetterSchema>;

const STATUS = { waiting: 'à traiter', replayed: 'rejoué', discarded: 'écarté' } as const;

/** What the person at the terminal can do about a letter that waits. */
const REMEDIES: Readonly<Record<ParkReason, string>> = {
  empty_value: 'rien à rejouer : écartez-le (discard), ou envoyez l’interaction (replay --file)',
  too_large: 'découpez l’interaction, ou retirez la confiance des mots, puis replay --file',
  not_cloudevent: 'si la valeur est la bonne : show --raw > message.json, puis replay --file message.json',
  unsupported_type: 'si c’est bien une interaction : show --raw > message.json, puis replay --file message.json ; sinon écartez-le',
  not_json: 'corrigez : show --raw > message.json, puis replay --file message.json',
  invalid_interaction: 'corrigez le champ cité : show --raw > message.json, puis replay --file message.json',
  invalid_fact: 'corrigez le fait à sa source et renvoyez-le avec « POST /v1/facts »',
  unknown_organisation: 's’il est bien d’ici : show --raw > message.json, puis replay --file message.json ; sinon écartez-le',
  id_conflict: 'si ce contenu est le bon : augmentez « revision » et replay --file ; sinon écartez-le',
  erased: 'rien n’en est gardé : faites effacer la personne à la source aussi, puis écartez-le',
  analysis_failed: 'c’est notre faute : signalez le détail, puis replay après la correction',
};

/** Longer values are shown from their beginning: a terminal is no place for a million characters. */
const SHOWN_CHARACTERS = 4_000;

/** One letter a line: id, status, time, reason, source, what is wrong. */
export function letterTable(letters: readonly Letter[]): string {
  const cells = letters.map((letter) => [
    letter.id, STATUS[letter.status], letter.buriedAt.slice(0, 19).replace('T', ' '), letter.reason, letter.source ?? '—', shorten(letter.detail),
  ]);
  const rows = [['id', 'état', 'mis de côté (UTC)', 'raison', 'source', 'détail'], ...cells].map((row) => row.map(printable));
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  return rows.map((row) => row.map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at]!))).join('  ')).join('\n');
}

/** A letter for a person: what is known of it, then key, headers and value. */
export function letterLines(letter: WholeLetter): string {
  const { settled } = letter;
  return [
    `Message ${letter.id} · ${STATUS[letter.status]}`,
    `  raison   ${letter.reason}`,
    `  détail   ${printable(letter.detail)}`,
    ...(letter.status === 'waiting' ? [`  à faire  ${REMEDIES[letter.reason]}`] : []),
    `  source   ${printable(letter.source ?? '—')}`,
    `  d’où     ${letter.topic}[${letter.partition}] à ${letter.offset}, envoyé ${letter.sentAt}, mis de côté ${letter.buriedAt}`,
    ...(letter.replayOf === null ? [] : [`  renvoi manqué du message ${printable(letter.replayOf)}`]),
    ...(settled === null ? [] : [`  réglé    ${settled.at} par ${settled.by}${settled.note === null ? '' : ` : ${printable(settled.note)}`}${settled.interactionId === null ? '' : ` : interaction ${settled.interactionId}`}`]),
    `  clé      ${shown(letter.key)}`,
    ...letter.headers.map(({ name, ...bytes }) => `  en-tête  ${printable(name)}: ${shown(bytes)}`),
    `  valeur   ${letter.bytes} octets ; les octets exacts : --raw`,
    '',
    shown(letter.value),
  ].join('\n');
}

const shown = (bytes: { readonly base64: string; readonly text: string | null } | null): string =>
  bytes === null ? '(absente)' : bytes.text === null ? begun(`base64 ${bytes.base64}`) : printable(begun(bytes.text));

const begun = (text: string): string =>
  text.length <= SHOWN_CHARACTERS ? text : `${text.slice(0, SHOWN_CHARACTERS)}\n… (les ${SHOWN_CHARACTERS} premiers caractères sur ${text.length} ; tout le reste : --raw, ou --format json)`;

/** Strangers' bytes must not drive the terminal. */
const printable = (text: string): string =>
  text.replaceAll(/[^\P{Cc}\n\t]|\p{Cf}/gu, (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`);

const shorten = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= 100 ? line : `${line.slice(0, 99)}…`;
};
