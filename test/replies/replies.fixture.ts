import type { ReplyCase } from '../../bench/quality/score-replies.js';
import { HEADER_LAYOUTS } from './layouts-headers.js';
import { OTHER_LAYOUTS } from './layouts-other.js';
import { SENTENCE_LAYOUTS } from './layouts-sentences.js';
import { setting } from './people.js';
import { AGENT_WORDS, CUSTOMER_WORDS } from './words.js';

export const LAYOUTS = [...SENTENCE_LAYOUTS, ...HEADER_LAYOUTS, ...OTHER_LAYOUTS];

/** Replies per layout: each with other words, other people, another date and another way to sign. */
const PER_LAYOUT = 6;

export function laidOut(): ReplyCase[] {
  return LAYOUTS.flatMap(({ client, build }, layout) =>
    Array.from({ length: PER_LAYOUT }, (_, i) => {
      const n = layout * PER_LAYOUT + i;
      const reply = {
        own: AGENT_WORDS[n % AGENT_WORDS.length]!,
        history: CUSTOMER_WORDS[(n * 3 + layout) % CUSTOMER_WORDS.length]!,
        older: AGENT_WORDS[(n + 5) % AGENT_WORDS.length]!.paragraphs.join('\n\n'),
        setting: setting(n),
        signed: i,
      };
      return { id: `${client} ${i}`, layout: client, parts: build(reply) };
    }),
  );
}
