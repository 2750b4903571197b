import { z } from 'zod';
import type { Occurrence, Reading } from '../../reading/reading.js';
import { patternList } from '../../rulebook/closed-schema.js';
import { defineKind } from '../kind.js';
import { DIMENSIONS, TONE_PATTERNS } from './dimensions.js';

const FEWEST_WORDS = 30;
const MOST_PLACES = 20;
/** As if that many words pulled to neutral: two polite words do not make an interaction as polite as can be. */
const NEUTRAL_WEIGHT = 2;

const bound = z.number().min(0).max(100);

/** A band per dimension, computed from words and explained by them. */
export const tone = defineKind(
  {
    dimension: z.enum(DIMENSIONS).describe('tenue, courtoisie, assurance, tour positif, marques d’attention'),
    'at-least': bound.optional().describe('de 0 à 100, 50 étant neutre ; l’un des deux bords au moins'),
    'at-most': bound.optional().describe('de 0 à 100, 50 étant neutre ; l’un des deux bords au moins'),
    'min-words': z.int().min(1).max(10_000).optional().describe('pas jugé en dessous de ce nombre de mots (30)'),
    raises: patternList.optional().describe('d’autres mots qui élèvent la mesure'),
    lowers: patternList.optional().describe('d’autres mots qui l’abaissent'),
  },
  {
    name: 'tone',
    trouble: (spec) => (spec['at-least'] === undefined && spec['at-most'] === undefined ? { message: 'il faut « at-least » ou « at-most »' } : null),
    compile: (spec, header, context) => {
      const readyMade = TONE_PATTERNS[spec.dimension];
      const raises = context.phrases([...readyMade.raises, ...(spec.raises ?? [])]);
      const lowers = context.phrases([...readyMade.lowers, ...(spec.lowers ?? [])]);
      const low = spec['at-least'] ?? 0;
      const high = spec['at-most'] ?? 100;
      return {
        run: (reading) => {
          const turns = reading.turnsOf(header.speaker);
          const words = turns.reduce((sum, turn) => sum + turn.endToken - turn.firstToken, 0);
          if (words < (spec['min-words'] ?? FEWEST_WORDS)) return [];
          const up = said(reading, header.speaker, raises);
          const down = said(reading, header.speaker, lowers);
          const level = Math.round(50 + (50 * (up.length - down.length)) / (up.length + down.length + NEUTRAL_WEIGHT));
          const outside = level < low || level > high;
          if (outside === (header.polarity === 'merit')) return [];
          const made = level < low || (!outside && level < 50) ? down : up;
          const places = made.length > 0 ? made.slice(0, MOST_PLACES) : [{ ...reading.sentenceAt(turns[0]!.firstToken), sense: 'missing' as const }];
          const detail = `${NAMES[spec.dimension]} : ${level} sur 100 (attendu : ${low} à ${high}) ; ${up.length} mots ou tours l'élèvent, ${down.length} l'abaissent, sur ${words} mots.`;
          return [{ places, detail }];
        },
      };
    },
    explain: (spec, header) => `${NAMES[spec.dimension]} des mots de ${header.speaker} entre ${spec['at-least'] ?? 0} et ${spec['at-most'] ?? 100}, 50 étant neutre.`,
  },
);

const NAMES = { formality: 'Tenue', courtesy: 'Courtoisie', certainty: 'Assurance', positivity: 'Tour positif', empathy: "Marques d'attention" } as const;

const said = (reading: Reading, speaker: string, phrases: readonly number[]): readonly Occurrence[] =>
  reading.find(phrases).filter((one) => reading.turns[one.turn]!.role === speaker && reading.turns[one.turn]!.spoken);
