// npm run bench:quality -- --replies DIR: how much of the customer's words is taken for the agent's, and how much of the agent's is lost, in
// replies with history. Prints one JSON line. DIR has *.jsonl files, one mail a line, cut into parts that make its text:
//   {"id":"1","layout":"Outlook","parts":[{"who":"own","text":"Bonjour,\n\nC’est fait.\n\n"},{"who":"other","text":"De : …\n\n"},{"who":"history","text":"Où est mon colis ?"}]}
// own: the writer's words, greeting and leave included · history: someone else's · other: counted on neither side (signature, headers).
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { figuresOf, scoreReplies, type ReplyCase } from './score-replies.js';

const caseSchema = z.object({
  id: z.string(),
  layout: z.string().optional(),
  parts: z.array(z.object({ who: z.enum(['own', 'history', 'other']), text: z.string() })).min(1),
});

const folder = process.argv.at(-1)!;
const cases = readdirSync(folder).filter((name) => name.endsWith('.jsonl')).sort().flatMap(readCases);
if (cases.length === 0) fail(`${folder}: no *.jsonl file with a case in it`);

function readCases(name: string): ReplyCase[] {
  const lines = readFileSync(path.join(folder, name), 'utf8').split('\n');
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    const read = caseSchema.safeParse(parse(line));
    if (read.success) return [read.data];
    return fail(`${path.join(folder, name)}:${i + 1}: ${read.error.issues.map(({ path: at, message }) => `${at.join('.')} ${message}`).join('; ')}`);
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

const started = performance.now();
const tally = scoreReplies(cases);
const seconds = (performance.now() - started) / 1000;
const units = cases.reduce((sum, { parts }) => sum + parts.reduce((length, { text }) => length + text.length, 0), 0);
const byLayout = new Map<string, ReplyCase[]>();
for (const one of cases) byLayout.set(one.layout ?? '', [...(byLayout.get(one.layout ?? '') ?? []), one]);
const wrong = [...byLayout].map(([layout, mails]) => ({ layout, ...scoreReplies(mails) })).filter(({ losing, leaking }) => losing.length + leaking.length > 0);
console.log(JSON.stringify({
  set: 'replies', folder: path.basename(path.resolve(folder)), mails: tally.mails, layouts: byLayout.size, ...figuresOf(tally), secondsPerMillionCharacters: (seconds / units) * 1e6,
  leaking: tally.leaking, losing: tally.losing, worst: wrong.sort((a, b) => b.characters.leaked + b.characters.lost - a.characters.leaked - a.characters.lost).slice(0, 10).map(({ layout, mails, characters }) => ({ layout, mails, ...characters })),
}));
