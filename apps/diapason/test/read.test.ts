import { expect, it } from 'vitest';
import { z } from 'zod';
import { runDiapason } from './run-diapason.js';

const span = z.tuple([z.number().int(), z.number().int()]);
const readingSchema = z.strictObject({
  id: z.union([z.string(), z.number()]),
  language: z.strictObject({ code: z.string(), confidence: z.number(), reliable: z.boolean() }),
  register: z.strictObject({ value: z.enum(['formal', 'informal', 'mixed', 'neutral']), markers: z.array(span) }),
  sentences: z.array(span),
  tokens: z.array(z.strictObject({ start: z.number(), end: z.number(), lemmas: z.array(z.string()) })),
  zones: z.array(z.strictObject({ kind: z.string(), start: z.number(), end: z.number() })),
});

it('reads one JSON line per text, in order, and tells wrong lines by their number', async () => {
  const text = 'Je vous rappelle demain. Merci 🙂 !';
  const lines = [JSON.stringify({ id: 'a', text }), 'rien', '{"id":"b"}', JSON.stringify({ id: 7, text: 'tu peux me dire', channel: 'phone' })];
  const { code, stdout, stderr } = await runDiapason(['read', '--jsonl'], lines.join('\n'));
  expect(code).toBe(2);
  expect(stderr.split('\n').slice(0, 2)).toEqual(['-:2: pas du JSON valable (colonne 1)', '-:3: « text » : champ obligatoire ; attendu : un texte']);
  const [first, second] = stdout.trim().split('\n').map((line) => readingSchema.parse(JSON.parse(line)));
  expect(first).toMatchObject({ id: 'a', language: { code: 'fr' }, register: { value: 'formal' } });
  expect(first!.register.markers.map(([start, end]) => text.slice(start, end))).toContain('vous');
  expect(first!.tokens.find(({ start, end }) => text.slice(start, end) === 'rappelle')?.lemmas).toContain('rappeler');
  expect(first!.sentences.map(([start, end]) => text.slice(start, end).trim())).toEqual(['Je vous rappelle demain.', 'Merci 🙂 !']);
  expect(second).toMatchObject({ id: 7, register: { value: 'informal' } });
});
