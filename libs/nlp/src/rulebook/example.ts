import { z } from 'zod';
import { CHANNELS } from '#domain';
import type { Channel, SpeakerRole } from '#domain';
import { closed } from './closed-schema.js';

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
}

const ROLES: Readonly<Record<string, SpeakerRole>> = {
  agent: 'agent',
  client: 'customer',
  bot: 'bot',
  tiers: 'third-party',
  système: 'system',
  inconnu: 'unknown',
};

const LINE = /^([\p{L}-]+)(?:\s+(?:(\d+):)?(\d{1,2}):(\d{2}))?\s*:\s*([\s\S]*)$/u;

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

const written = z.union([z.string().min(1), dialogue, surroundings], {
  error: 'un exemple est un texte, une liste de lignes « agent: … », « client: … », ou { channel, turns }',
});

/** An example of the rulebook, read into turns and bracketed spans. */
export const exampleText = written.transform((value, context): Example => {
  const around = typeof value === 'string' || Array.isArray(value) ? {} : value;
  const { turns: _turns, text: _text, ...rest }: Partial<z.infer<typeof surroundings>> = around;
  const lines = typeof value === 'string' ? value : Array.isArray(value) ? value : (value.turns ?? value.text!);
  const turns: ExampleTurn[] = [];
  const brackets: Bracket[] = [];
  for (const line of typeof lines === 'string' ? [lines] : lines) {
    const turn = typeof lines === 'string' ? { role: null, text: line } : spokenLine(line);
    if (turn === null) {
      context.addIssue({ code: 'custom', message: `« ${line.slice(0, 40)} » ne commence pas par un rôle`, params: { allowed: Object.keys(ROLES).map((role) => `${role}: …`) } });
      return z.NEVER;
    }
    const plain = takeBrackets(turn.text, turns.length, brackets);
    if (plain === null) {
      context.addIssue({ code: 'custom', message: `crochets mal appariés dans « ${line.slice(0, 60)} »` });
      return z.NEVER;
    }
    turns.push({ ...turn, text: plain });
  }
  return { ...rest, turns, brackets };
});

function spokenLine(line: string): ExampleTurn | null {
  const [, name, hours, minutes, seconds, text] = LINE.exec(line) ?? [];
  const role = name === undefined ? undefined : ROLES[name.toLowerCase()];
  if (role === undefined || text === undefined) return null;
  if (seconds === undefined) return { role, text };
  return { role, text, atMs: ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 };
}

/** The text without its brackets; null when they do not pair. */
function takeBrackets(text: string, turn: number, brackets: Bracket[]): string | null {
  let plain = '';
  let open = -1;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index]!;
    if (char === '\\' && (text[index + 1] === '[' || text[index + 1] === ']')) {
      index += 1;
      plain += text[index];
    } else if (char === '[') {
      if (open >= 0) return null;
      open = plain.length;
    } else if (char === ']') {
      if (open < 0) return null;
      brackets.push({ turn, start: open, end: plain.length });
      open = -1;
    } else plain += char;
  }
  return open < 0 ? plain : null;
}
