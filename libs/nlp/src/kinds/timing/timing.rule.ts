import { z } from 'zod';
import type { Reading } from '../../reading/reading.js';
import { patternList } from '../../rulebook/closed-schema.js';
import { defineKind } from '../kind.js';
import { durationMs, writtenDurationMs } from './duration.js';
import { tooLong } from './delays.js';

const length = z
  .string()
  .refine((text) => writtenDurationMs(text) !== null, '« 30 s », « 2 min », « 4 h » ou « 1 j »')
  .transform((text) => writtenDurationMs(text)!);

/** First answer, answers, silences, and waits that were announced against real returns. Needs turns with times. */
export const timing = defineKind(
  {
    measure: z.enum(['first-answer', 'answer', 'silence', 'announced-wait']).describe('première réponse, chaque réponse, silence, ou attente annoncée contre retour réel'),
    'at-most': length.optional().describe('« 30 s », « 2 min », « 4 h », « 1 j » ; pas pour announced-wait'),
    announce: patternList.optional().describe('pour announced-wait : des motifs avec une <durée>'),
  },
  {
    name: 'timing',
    judgesAbsence: () => true,
    trouble: (spec) => {
      const needed = spec.measure === 'announced-wait' ? 'announce' : 'at-most';
      return spec[needed] === undefined ? { message: `« ${spec.measure} » demande « ${needed} »`, at: ['measure'] } : null;
    },
    compile: (spec, header, context) => {
      const announce = context.phrases(spec.announce);
      const atMost = spec['at-most'] ?? Infinity;
      return {
        run: (reading) => {
          if (reading.turns.some((turn) => turn.spoken && turn.startMs === undefined)) return { notChecked: 'les tours de parole ne sont pas horodatés' };
          if (spec.measure === 'announced-wait') {
            return reading.saidBy(header.speaker, announce).flatMap((said) => {
              const turn = reading.turns[said.turn]!;
              const wait = durationMs(turn.text.slice(said.start, said.end));
              const back = reading.turnsOf(header.speaker).find((next) => next.index > said.turn);
              if (wait === null) return [];
              const from = turn.endMs ?? turn.startMs!;
              const real = (back === undefined ? endOf(reading) : back.startMs!) - from;
              const broken = real > wait;
              // Who has not come back, while there was still time to, has not kept it either.
              if (broken === (header.polarity === 'merit') || (back === undefined && !broken)) return [];
              return [{ places: [said], detail: back === undefined ? `Pas de retour, ${spoken(real)} après.` : `Retour après ${spoken(real)}.` }];
            });
          }
          const late = tooLong(spec.measure, reading, header.speaker, atMost);
          if (header.polarity === 'violation') return late.map(({ place, ms }) => ({ places: [place], detail: `Délai : ${spoken(ms)}.` }));
          const first = reading.turnsOf(header.speaker)[0];
          return late.length > 0 || first === undefined || reading.turnsOf('customer').length === 0 ? [] : [{ places: [reading.sentenceAt(first.firstToken)] }];
        },
      };
    },
    explain: (spec, header) => `${spec.measure} de ${header.speaker}${spec['at-most'] === undefined ? ' : pas plus que ce qui est annoncé' : ` en ${spoken(spec['at-most'])} au plus`}.`,
  },
);

/** When the last that is known of the interaction ends, in milliseconds from its start. */
const endOf = (reading: Reading): number => Math.max(...reading.turns.filter((turn) => turn.spoken).map((turn) => turn.endMs ?? turn.startMs!));

function spoken(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} h`;
}
