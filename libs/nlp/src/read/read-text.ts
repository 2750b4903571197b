import type { Channel } from '#domain';
import { detectLanguage, type LanguageReading } from './language.js';
import { type Lexicon, loadLexicon } from './lexicon.js';
import { registerMarkers, type RegisterReading } from './register.js';
import { splitSentences } from './sentences.js';
import type { Token } from './token.js';
import { tokenise } from './tokenise.js';
import { detectZones, type Zone } from './zones/detect-zones.js';

/** What the reader sees in a text. Every position is a UTF-16 offset into the text as it was given, ends exclusive. */
export interface TextReading {
  readonly language: LanguageReading;
  readonly register: { readonly value: RegisterReading['value']; readonly markers: readonly (readonly [number, number])[] };
  readonly sentences: readonly (readonly [number, number])[];
  readonly tokens: readonly { readonly start: number; readonly end: number; readonly lemmas: readonly string[] }[];
  readonly zones: readonly Zone[];
}

/** Reads one text by itself. `prior`: the conversation's language, when it is known. */
export function readText(text: string, options: { readonly channel?: Channel; readonly subject?: string; readonly prior?: string } = {}): TextReading {
  const lexicon = loadLexicon();
  const tokens = tokenise(text);
  const register = registerMarkers(text, tokens, lexicon);
  return {
    language: detectLanguage(text, options),
    register: { value: register.value, markers: register.markers.map(({ start, end }) => [start, end] as const) },
    sentences: splitSentences(text, tokens, options).map(({ start, end }) => [start, end] as const),
    tokens: tokens.map((token) => ({ start: token.start, end: token.end, lemmas: lemmasOf(text, token, lexicon) })),
    zones: detectZones(text, { channel: options.channel ?? 'chat', subject: options.subject }),
  };
}

function lemmasOf(text: string, { start, end, kind }: Token, lexicon: Lexicon): readonly string[] {
  const form = text.slice(start, end);
  return kind === 'word' ? lexicon.lemmas(form) : [form];
}
