import type { AgentWords } from './words.js';
import type { Setting } from './people.js';

/** A stretch of a mail: the agent's own words, someone else's earlier ones, or neither (signatures, what mail programs write between). */
export interface Part {
  readonly who: 'own' | 'history' | 'other';
  readonly text: string;
}

export interface Reply {
  readonly own: AgentWords;
  readonly history: string;
  /** What the customer's mail quoted in turn. */
  readonly older: string;
  readonly setting: Setting;
  /** How the reply is signed, from 0: not at all, plain, after « -- », with a disclaimer. */
  readonly signed: number;
}

export interface Layout {
  readonly client: string;
  readonly build: (reply: Reply) => readonly Part[];
}

export const own = (text: string): Part => ({ who: 'own', text });
export const history = (text: string): Part => ({ who: 'history', text });
export const other = (text: string): Part => ({ who: 'other', text });

/** The agent's words and signature, as they stand above the history. */
export function top({ own: words, setting, signed }: Reply): Part[] {
  const signature = setting.signature.join('\n');
  return [
    own([words.greeting, ...words.paragraphs, words.closing].join('\n\n')),
    other(['', `\n\n${signature}`, `\n\n-- \n${signature}`, `\n${signature}\n\n${setting.disclaimer}`][signed % 4]!),
    other('\n\n'),
  ];
}

export const quote = (text: string, mark = '> '): string => text.split('\n').map((line) => `${mark}${line}`.trimEnd()).join('\n');

/** Lines of at most `width` characters, as programs break plain text. */
export function wrap(text: string, width = 72): string {
  return text.split('\n').map((line) => {
    const lines = [''];
    for (const word of line.split(' ')) {
      if (lines.at(-1)!.length + word.length + 1 > width && lines.at(-1) !== '') lines.push(word);
      else lines.push(`${lines.pop()} ${word}`.trimStart());
    }
    return lines.join('\n');
  }).join('\n');
}

/** Above the history a line or block of headers, marked or not. */
export const reply = (client: string, head: (reply: Reply) => string, mark: string | null = '> ', gap = '\n\n'): Layout => ({
  client,
  build: (mail) => [...top(mail), other(`${head(mail)}${gap}`), history(mark === null ? mail.history : quote(mail.history, mark)), other('\n')],
});
