import { proportion, type Proportion } from '#domain';
import { detectZones } from '#nlp';

/**
 * One mail cut into parts that make its text when put together: the agent's own words (greeting and closing formula
 * included), someone else's earlier words, and what is neither (signature, disclaimer, what mail programs write).
 */
export interface ReplyCase {
  readonly id: string;
  /** Mail program or kind of case; figures are given per layout too. */
  readonly layout?: string;
  readonly parts: readonly { readonly who: 'own' | 'history' | 'other'; readonly text: string }[];
}

export interface Tally {
  readonly mails: number;
  readonly characters: { readonly own: number; readonly lost: number; readonly history: number; readonly leaked: number };
  /** Ids of the mails that lose or leak anything. */
  readonly losing: readonly string[];
  readonly leaking: readonly string[];
}

/** Zones whose words count as the writer's. */
const OWN = new Set(['subject', 'greeting', 'body', 'closing']);

/**
 * Characters, white space and quote marks aside, of someone else's words in a zone of the writer's (leaked), and of the writer's words in
 * a zone that is not (lost).
 */
export function scoreReplies(cases: Iterable<ReplyCase>): Tally {
  const characters = { own: 0, lost: 0, history: 0, leaked: 0 };
  const losing: string[] = [];
  const leaking: string[] = [];
  let mails = 0;
  for (const { id, parts } of cases) {
    mails++;
    const { own, lost, history, leaked } = scoreReply(parts);
    characters.own += own;
    characters.lost += lost;
    characters.history += history;
    characters.leaked += leaked;
    if (lost > 0) losing.push(id);
    if (leaked > 0) leaking.push(id);
  }
  return { mails, characters, losing, leaking };
}

function scoreReply(parts: ReplyCase['parts']): Tally['characters'] {
  const text = parts.map((part) => part.text).join('');
  const zones = detectZones(text, { channel: 'email' });
  const counts = { own: 0, lost: 0, history: 0, leaked: 0 };
  let at = 0;
  let zone = 0;
  for (const { who, text: words } of parts) {
    for (const end = at + words.length; at < end; at++) {
      if (who === 'other' || /[\s>]/.test(text[at]!)) continue;
      while (zone < zones.length && zones[zone]!.end <= at) zone++;
      const found = zones[zone];
      const isOwn = found !== undefined && found.start <= at && OWN.has(found.kind);
      counts[who]++;
      if (who === 'own' && !isOwn) counts.lost++;
      if (who === 'history' && isOwn) counts.leaked++;
    }
  }
  return counts;
}

/** Leaked of someone else's words and lost of the writer's, each by characters and by mails. Characters of one mail are not independent: their interval is too narrow. */
export function figuresOf({ mails, characters, losing, leaking }: Tally): Record<'leak' | 'lost', Record<'characters' | 'mails', Proportion>> {
  return {
    leak: { characters: proportion(characters.leaked, characters.history), mails: proportion(leaking.length, mails) },
    lost: { characters: proportion(characters.lost, characters.own), mails: proportion(losing.length, mails) },
  };
}
