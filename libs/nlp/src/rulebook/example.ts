import { z } from 'zod';
import { CHANNELS } from '#domain';
import type { Channel, SpeakerRole } from '#domain';
import { closed, textIssue } from './closed-schema.js';
import type { TextTrouble } from './closed-schema.js';
import type { SourcePlace } from './rulebook.js';

/** A span of an example's turn that brackets enclosed; UTF-16 offsets into the text without brackets. */
export interface Bracket {
  readonly turn: number;
  readonly start: number;
  readonly end: number;
}

export interface ExampleTurn {
  /** Null: the rule's speaker. */
  readonly role: SpeakerRole | null;
  readonly text: string;
  readonly atMs?: number;
}

/** A `flags` or `passes` entry, read. */
export interface Example {
  readonly turns: readonly ExampleTurn[];
  readonly brackets: readonly Bracket[];
  readonly channel?: Channel;
  readonly subject?: string;
  readonly queue?: string;
  readonly tags?: readonly string[];
  readonly direction?: 'inbound' | 'outbound';
  /** Where it is written; absent for one given by hand. */
  readonly place?: SourcePlace;
  /** Several interactions with one customer, in place of one: `turns` are those of all of them in a row. */
  readonly history?: readonly ExamplePart[];
  /** RFC 3339: how far time has passed; absent: the last of `history`. */
  readonly asOf?: string;
}

/** One interaction of an example that has several. */
export interface ExamplePart {
  readonly channel: Channel;
  /** RFC 3339. */
  readonly at: string;
  readonly agent: string;
  /** How many of the example's turns are its own. */
  readonly turns: number;
}

const ROLES: Readonly<Record<string, SpeakerRole>> = {
  agent: 'agent',
  client: 'customer',
  bot: 'bot',
  tiers: 'third-party',
  système: 'system',
  inconnu: 'unknown',
};

/** « agent 1:02:03: » */
const LEAD = /^([\p{L}-]+)(?:\s+(?:(\d+):)?(\d{1,2}):(\d{2}))?\s*:\s*/u;

const dialogue = z.array(z.string().min(1)).min(1).max(200);

const surroundings = closed({
  channel: z.enum(CHANNELS).optional(),
  subject: z.string().optional(),
  queue: z.string().optional(),
  tags: z.array(z.string()).optional(),
  direction: z.enum(['inbound', 'outbound']).optional(),
  turns: dialogue.optional(),
  text: z.string().min(1).optional(),
}).refine((value) => (value.turns === undefined) !== (value.text === undefined), 'il faut « turns » ou « text », et un seul des deux');

const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/, 'une date et une heure : 2026-03-02T10:00:00+01:00')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'une date qui existe');

const part = closed({
  channel: z.enum(CHANNELS),
  at: instant.describe('quand : 2026-03-02T10:00:00+01:00'),
  agent: z.string().min(1).optional().describe('qui répond ; le même partout sinon'),
  turns: dialogue.optional(),
  text: z.string().min(1).optional(),
}).refine((value) => (value.turns === undefined) !== (value.text === undefined), 'il faut « turns » ou « text », et un seul des deux');

const overTime = closed({
  history: z.array(part).min(1).max(20).describe('les échanges d’un client, dans l’ordre'),
  'as-of': instant.optional().describe('jusqu’où le temps a passé'),
});

const written = z.union([z.string().min(1), dialogue, surroundings, overTime], {
  error: 'un exemple est un texte, une liste de lignes « agent: … », « client: … », { channel, turns } ou { history }',
});

/** An example of the rulebook, read into turns and bracketed spans. */
export const exampleText = written.meta({ id: 'example', description: "un texte, une liste de lignes « agent: … », « client: … », { channel, turns } ou { history }" }).transform((value, context): Example => {
  const around = typeof value === 'string' || Array.isArray(value) || 'history' in value ? {} : value;
  const { turns: _turns, text: _text, ...rest }: Partial<z.infer<typeof surroundings>> = around;
  const turns: ExampleTurn[] = [];
  const brackets: Bracket[] = [];
  for (const { line, path, dialogue: spoken } of linesOf(value)) {
    const read = readLine(line, spoken, turns.length);
    if ('trouble' in read) {
      context.addIssue(textIssue(read.message, read.trouble, path));
      return z.NEVER;
    }
    turns.push(read.turn);
    brackets.push(...read.brackets);
  }
  return { ...rest, ...historyOf(value), turns, brackets };
});

interface WrittenLine {
  readonly line: string;
  /** From the example to it. */
  readonly path: PropertyKey[];
  /** It has to begin with a role. */
  readonly dialogue: boolean;
}

/** Where the turns of each interaction begin, for an example of several. */
function historyOf(value: z.infer<typeof written>): Pick<Example, 'history' | 'asOf'> {
  if (typeof value === 'string' || Array.isArray(value) || !('history' in value)) return {};
  const history = value.history.map(({ channel, at, agent = 'a', turns }): ExamplePart => ({ channel, at, agent, turns: turns?.length ?? 1 }));
  return { history, ...(value['as-of'] === undefined ? {} : { asOf: value['as-of'] }) };
}

function linesOf(value: z.infer<typeof written> | z.infer<typeof part>): WrittenLine[] {
  if (typeof value === 'string') return [{ line: value, path: [], dialogue: false }];
  if (Array.isArray(value)) return value.map((line, index) => ({ line, path: [index], dialogue: true }));
  if ('history' in value) return value.history.flatMap((one, index) => linesOf(one).map(({ path, ...line }) => ({ ...line, path: ['history', index, ...path] })));
  if (value.turns === undefined) return [{ line: value.text!, path: ['text'], dialogue: false }];
  return value.turns.map((line, index) => ({ line, path: ['turns', index], dialogue: true }));
}

type ReadLine = { readonly turn: ExampleTurn; readonly brackets: readonly Bracket[] } | { readonly message: string; readonly trouble: TextTrouble };

function readLine(line: string, ofDialogue: boolean, turn: number): ReadLine {
  const lead = leadOf(line);
  if (!ofDialogue) return lead === null ? takeBrackets(line, 0, { role: null }, turn) : dialogueAsText(line.slice(0, lead.length).trim());
  if (lead !== null) return takeBrackets(line, lead.length, lead.speaker, turn);
  const found = LEAD.exec(line)?.[1] ?? line.slice(0, 40);
  return { message: 'la ligne ne commence pas par un rôle', trouble: { at: 0, found, allowed: Object.keys(ROLES) } };
}

/** Read as a text, the role would be words that somebody says: the list around it was forgotten. */
const dialogueAsText = (lead: string): ReadLine => ({
  message: `ce texte commence par un rôle : un dialogue s'écrit en liste, ["${lead} …"] ; pour un texte seul, retirez « ${lead} »`,
  trouble: { at: 0, found: lead },
});

/** Who speaks in a line of a dialogue and when, and the length of the words that say so; null when none do. */
function leadOf(line: string): { speaker: Omit<ExampleTurn, 'text'>; length: number } | null {
  const [lead = '', name = '', hours, minutes, seconds] = LEAD.exec(line) ?? [];
  const role = ROLES[name.toLowerCase()];
  if (role === undefined) return null;
  if (seconds === undefined) return { speaker: { role }, length: lead.length };
  return { speaker: { role, atMs: ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 }, length: lead.length };
}

/** A text given by hand: a dialogue when each of its lines begins with a role, else one turn of the rule's speaker. Brackets stay. */
export function spokenTurns(text: string): readonly ExampleTurn[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const turns = lines.flatMap((line) => {
    const lead = leadOf(line);
    return lead === null ? [] : [{ ...lead.speaker, text: line.slice(lead.length) }];
  });
  return turns.length > 0 && turns.length === lines.length ? turns : [{ role: null, text }];
}

/** What is said from `from` on, without its brackets. */
function takeBrackets(line: string, from: number, speaker: Omit<ExampleTurn, 'text'>, turn: number): ReadLine {
  const brackets: Bracket[] = [];
  let text = '';
  let open: { at: number; start: number } | null = null;
  for (let at = from; at < line.length; at += 1) {
    const char = line[at]!;
    if (char === '\\' && (line[at + 1] === '[' || line[at + 1] === ']')) {
      at += 1;
      text += line[at];
    } else if (char === '[') {
      if (open !== null) return mispaired(line, at);
      open = { at, start: text.length };
    } else if (char === ']') {
      if (open === null) return mispaired(line, at);
      brackets.push({ turn, start: open.start, end: text.length });
      open = null;
    } else text += char;
  }
  return open === null ? { turn: { ...speaker, text }, brackets } : mispaired(line, open.at);
}

const mispaired = (line: string, at: number): ReadLine => ({
  message: `crochets mal appariés dans « ${line.slice(0, 60)} »`,
  trouble: { at, found: line[at]!, allowed: ['[mots attendus]', '\\[ pour un crochet écrit'] },
});
