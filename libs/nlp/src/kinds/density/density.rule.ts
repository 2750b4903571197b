import { z } from 'zod';
import { compileConditions } from '../../conditions/occurrence-filter.js';
import { patternList } from '../../rulebook/closed-schema.js';
import { defineKind } from '../kind.js';
import type { Place } from '../kind.js';
import { MEASURE_NAMES, MEASURES } from './measures.js';

const MOST_PLACES = 50;
const FEWEST_WORDS = 30;

/** Too much of something per 100 words: hedges, negations, jargon, « euh », capitals, « !!! ». */
export const density = defineKind(
  {
    count: z.union([z.enum(MEASURE_NAMES), patternList]).describe('ce qui est compté : des motifs, ou une mesure toute faite'),
    'more-than': z.number().min(0).max(100).describe('au-delà de ce nombre pour 100 mots'),
    'min-words': z.int().min(1).max(10_000).optional().describe('pas jugé en dessous de ce nombre de mots (30)'),
    unless: patternList.optional().describe('ne pas compter ce qui partage un mot avec l’un de ces motifs'),
  },
  {
    name: 'density',
    compile: (spec, header, context) => {
      const phrases = typeof spec.count === 'string' ? null : context.phrases(spec.count);
      const measure = typeof spec.count === 'string' ? MEASURES[spec.count] : null;
      const keep = compileConditions({ unless: spec.unless }, header, context);
      return {
        ...(phrases === null ? {} : { wakes: phrases }),
        run: (reading) => {
          const turns = reading.turnsOf(header.speaker);
          const words = turns.reduce((sum, turn) => sum + turn.endToken - turn.firstToken, 0);
          if (words < (spec['min-words'] ?? FEWEST_WORDS)) return [];
          const places: readonly Place[] =
            phrases === null ? turns.flatMap((turn) => measure!(turn, reading)) : keep(reading.saidBy(header.speaker, phrases).filter((one) => reading.turns[one.turn]!.spoken), reading);
          const rate = (places.length * 100) / words;
          const over = rate > spec['more-than'];
          if (places.length === 0 || over === (header.polarity === 'merit')) return [];
          const figure = rate.toLocaleString('fr-FR', { maximumFractionDigits: 1 });
          return [{ places: places.slice(0, MOST_PLACES), detail: `${places.length} pour ${words} mots, soit ${figure} pour 100 (seuil : ${spec['more-than']}).` }];
        },
      };
    },
    explain: (spec, header) => {
      const what = typeof spec.count === 'string' ? spec.count : spec.count.map((pattern) => `« ${pattern.text} »`).join(', ');
      return `Plus de ${spec['more-than']} pour 100 mots de ${header.speaker} : ${what}.`;
    },
  },
);
