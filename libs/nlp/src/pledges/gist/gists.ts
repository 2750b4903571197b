import type { Gist } from '#domain';
import type { Clock } from '../deadlines/clock.js';
import type { ReadStatement } from '../read-statements.js';
import type { TurnWords } from '../words/turn-words.js';
import { isTold, readGist } from './read-gist.js';

/** So many nouns of a turn are kept in mind, the last said first. */
const MEMORY = 8;

/** Of each clause of a turn the gist, given out once: with the first statement that the clause makes. */
export class Gists {
  private readonly found = new Map<ReadStatement, Gist>();

  constructor(words: TurnWords, read: readonly ReadStatement[], clock: Clock) {
    let around: readonly string[] = [];
    for (const one of read) {
      const gist = readGist(words, one, clock, around);
      const named = gist.things.map((thing) => thing.replace(/^-/, ''));
      if (named.length > 0) around = [named[0]!, ...named.slice(1).toReversed(), ...around.filter((thing) => !named.includes(thing))].slice(0, MEMORY);
      if (gist.things.length + gist.deeds.length + (one.clause.group === null ? 0 : (gist.beside?.length ?? 0)) > 0 && isTold(words, one)) this.found.set(one, gist);
    }
  }

  take(one: ReadStatement): { readonly gist?: Gist } {
    const gist = this.found.get(one);
    if (gist === undefined) return {};
    this.found.delete(one);
    return { gist };
  }

  /** Those that nobody took and that tell enough to be held against another. */
  rest(): { readonly one: ReadStatement; readonly gist: Gist }[] {
    return [...this.found].flatMap(([one, gist]) => (tellsEnough(gist) ? [{ one, gist }] : []));
  }
}

const tellsEnough = ({ things, beside, deeds, tells }: Gist): boolean => things.length + (beside?.length ?? 0) > 0 && (tells.length > 0 || deeds.length > 0 || things.some((thing) => thing.startsWith('-')));
