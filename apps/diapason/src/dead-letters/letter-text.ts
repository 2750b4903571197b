import { z } from 'zod';

export const letterSchema = z.object({
  id: z.string(),
  status: z.enum(['waiting', 'replayed', 'discarded']),
  reason: z.string(),
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
  bytes === null ? '(absente)' : bytes.text === null ? `base64 ${bytes.base64}` : printable(bytes.text);

/** Strangers' bytes must not drive the terminal. */
const printable = (text: string): string =>
  text.replaceAll(/[^\P{Cc}\n\t]|\p{Cf}/gu, (character) => `\\u${character.codePointAt(0)!.toString(16).padStart(4, '0')}`);

const shorten = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= 100 ? line : `${line.slice(0, 99)}…`;
};
