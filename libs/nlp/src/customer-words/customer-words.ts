import type { Channel, CustomerSaying, SpeakerRole, WordingMove } from '#domain';
import { foldWord, splitSentences, tokenise } from '../read/index.js';
import { isForeign, zonesOf } from '../reading/zones.js';
import { MARKERS, NOT_THANKS } from './markers.js';

/** A turn as far as reading the customer's words needs it. */
export interface HeardTurn {
  readonly position: number;
  readonly role: SpeakerRole;
  readonly text: string;
  readonly private: boolean;
}

export interface CustomerWords {
  readonly sayings: readonly CustomerSaying[];
  readonly wording: WordingMove;
}

/**
 * What the customer said in an interaction that carries a marker, whole sentences in the customer's own words, and how many of them came before
 * and after the agent's first words. Quoted history and signatures are left out.
 */
export function customerWords(turns: readonly HeardTurn[], channel: Channel): CustomerWords {
  const heard = turns.filter((turn) => !turn.private);
  const answered = heard.find(({ role }) => role === 'agent')?.position ?? Infinity;
  const sayings: CustomerSaying[] = [];
  const wording = { displeasedBefore: 0, displeasedAfter: 0, thanksBefore: 0, thanksAfter: 0, sentencesBefore: 0, sentencesAfter: 0 };
  for (const turn of heard) {
    if (turn.role !== 'customer') continue;
    const when = turn.position < answered ? 'Before' : 'After';
    for (const sentence of sentencesOf(turn, channel)) {
      wording[`sentences${when}`] += 1;
      const kind = kindOf(sentence.quote);
      if (kind === null) continue;
      sayings.push({ kind, turn: turn.position, ...sentence, sense: 'said' });
      if (kind === 'displeased' || kind === 'thanks') wording[`${kind}${when}`] += 1;
    }
  }
  return { sayings, wording };
}

function kindOf(sentence: string): CustomerSaying['kind'] | null {
  const folded = foldWord(sentence);
  const found = MARKERS.find(([kind, marker]) => marker.test(folded) && !(kind === 'thanks' && NOT_THANKS.test(folded)));
  return found?.[0] ?? null;
}

function sentencesOf({ text, position }: HeardTurn, channel: Channel): { start: number; end: number; quote: string }[] {
  const foreign = zonesOf(text, position, channel).filter(isForeign);
  return splitSentences(text, tokenise(text), { channel })
    .filter(({ start, end }) => !foreign.some((zone) => zone.start < end && start < zone.end))
    .map(({ start, end }) => ({ start, end, quote: text.slice(start, end) }));
}
