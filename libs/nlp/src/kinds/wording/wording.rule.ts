import { z } from 'zod';
import { OCCURRENCE_KEYS, compileConditions } from '../../conditions/occurrence-filter.js';
import { onlySubject, whereTrouble } from '../../conditions/where.js';
import type { Occurrence, Reading } from '../../reading/reading.js';
import { closed, patternList } from '../../rulebook/closed-schema.js';
import { defineKind } from '../kind.js';
import type { RawFinding } from '../kind.js';

const atLeast = z.union([
  z.int().min(2).max(1000).transform((times) => ({ times, per: 'interaction' as const })),
  closed({ times: z.number().positive().max(1000), per: z.enum(['interaction', 'turn', '100-words']) }),
]);

/** Words that kill; with `polarity: merit`, words that serve. */
export const wording = defineKind(
  {
    match: patternList.describe('chaque occurrence est une constatation ; plusieurs tout près dans une phrase, une seule'),
    'at-least': atLeast.optional().describe('à partir de ce nombre ; une seule constatation alors'),
    ...OCCURRENCE_KEYS,
  },
  {
    name: 'wording',
    bracketed: true,
    compile: (spec, header, context) => {
      const match = context.phrases(spec.match);
      const keep = compileConditions(spec, header, context);
      const threshold = spec['at-least'];
      return {
        // A subject that no text repeats wakes nothing, and yet has to be told.
        ...(onlySubject(spec.where) ? {} : { wakes: match }),
        run: (reading) => {
          const trouble = whereTrouble(spec.where, reading, header.speaker);
          if (trouble !== null) return { notChecked: trouble };
          const found = keep(
            reading.saidBy(header.speaker, match).filter((one) => reading.turns[one.turn]!.spoken),
            reading,
          );
          if (threshold === undefined) return slips(found, reading).map((places): RawFinding => ({ places }));
          return groups(found, threshold.per, reading, threshold.times).map((group): RawFinding => ({ places: group, detail: `${group.length} fois.` }));
        },
      };
    },
    explain: (spec, header) => {
      const list = spec.match.map((pattern) => `« ${pattern.text} »`).join(', ');
      const times = spec['at-least'] === undefined ? '' : ` au moins ${spec['at-least'].times} fois (${spec['at-least'].per})`;
      return `${header.polarity === 'merit' ? 'Point fort' : 'Écart'} quand ${header.speaker} dit${times} : ${list}.`;
    },
  },
);

/** Words of one rule that stand this near in one sentence are one slip: « si vous n'êtes pas content, allez voir ailleurs ». */
const ONE_BREATH = 5;

/** The occurrences, those of one breath together. */
function slips(found: readonly Occurrence[], reading: Reading): Occurrence[][] {
  const breaths: Occurrence[][] = [];
  for (const one of found) {
    const last = breaths.at(-1)?.at(-1);
    const near = last !== undefined && last.turn === one.turn && one.firstToken - last.endToken <= ONE_BREATH;
    if (near && reading.sentenceStart(last.firstToken) === reading.sentenceStart(one.firstToken)) breaths.at(-1)!.push(one);
    else breaths.push([one]);
  }
  return breaths;
}

/** The groups of occurrences that reach the threshold. */
function groups(found: readonly Occurrence[], per: 'interaction' | 'turn' | '100-words', reading: Reading, times: number): (readonly Occurrence[])[] {
  if (found.length === 0) return [];
  if (per === 'interaction') return found.length >= times ? [found] : [];
  const turns = [...new Set(found.map((one) => one.turn))];
  const byTurn = turns.map((turn) => found.filter((one) => one.turn === turn));
  if (per === 'turn') return byTurn.filter((group) => group.length >= times);
  const words = reading.turnsOf(reading.turns[found[0]!.turn]!.role).reduce((sum, turn) => sum + turn.endToken - turn.firstToken, 0);
  // A single word in a five-word answer is not twenty per hundred: the rate is taken over 100 words at least.
  return (found.length * 100) / Math.max(100, words) >= times ? [found] : [];
}
