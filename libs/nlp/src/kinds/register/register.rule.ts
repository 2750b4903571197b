import { z } from 'zod';
import type { ReadTurn } from '../../reading/reading.js';
import { defineKind } from '../kind.js';
import type { Place } from '../kind.js';
import { markersOf } from './markers.js';

const MOST_PLACES = 20;

/** Tu or vous, as the brand wants it, or at least the same from one end of the interaction to the other. */
export const register = defineKind(
  { expect: z.enum(['vous', 'tu', 'stable']).describe('stable : l’un ou l’autre, sans changer au cours de l’échange') },
  {
    name: 'register',
    compile: (spec, header) => ({
      run: (reading) => {
        const turns = reading.turnsOf(header.speaker);
        const marked = turns.flatMap((turn) => markersOf(turn).map((marker) => ({ ...marker, turn })));
        if (header.polarity === 'merit') {
          const right = marked.filter((one) => spec.expect === 'stable' || one.value === spec.expect);
          return right.length === 0 || right.length < marked.length ? [] : [{ places: [place(right[0]!)] }];
        }
        const expected = spec.expect === 'stable' ? marked[0]?.value : spec.expect;
        const wrong = marked.filter((one) => one.value !== expected);
        if (wrong.length === 0) return [];
        const detail =
          spec.expect === 'stable'
            ? `L'échange commence en « ${expected} » et passe à « ${wrong[0]!.value} ».`
            : `« ${spec.expect} » attendu, « ${wrong[0]!.value} » employé.`;
        return [{ places: wrong.slice(0, MOST_PLACES).map(place), detail }];
      },
    }),
    explain: (spec, header) =>
      spec.expect === 'stable'
        ? `${header.speaker} ne passe pas du « vous » au « tu », ni l'inverse.`
        : `${header.speaker} s'adresse au client en « ${spec.expect} ».`,
  },
);

const place = (one: { turn: ReadTurn; start: number; end: number }): Place => ({ turn: one.turn.index, start: one.start, end: one.end });
