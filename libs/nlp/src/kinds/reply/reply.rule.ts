import { z } from 'zod';
import { compileConditions } from '../../conditions/occurrence-filter.js';
import type { Occurrence, ReadTurn, Reading } from '../../reading/reading.js';
import { patternList } from '../../rulebook/closed-schema.js';
import { defineKind } from '../kind.js';
import type { RawFinding } from '../kind.js';

/** What one side says calls for an answer: distress for an acknowledgement, a refusal for an alternative. */
export const reply = defineKind(
  {
    heard: patternList.describe('ce qui appelle une réponse'),
    from: z.enum(['customer', 'agent']).optional().describe('qui le dit (customer)'),
    answer: patternList.describe('l’un de ces motifs y répond'),
    'within-turns': z.int().min(0).max(50).optional().describe('dans les n tours suivants de la personne visée (1) ; 0 : dans le même message'),
    unless: patternList.optional().describe('n’appelle pas de réponse ce qui partage un mot avec l’un de ces motifs'),
  },
  {
    name: 'reply',
    judgesAbsence: (_, header) => header.polarity === 'violation',
    requiredPhrases: (spec) => spec.answer,
    compile: (spec, header, context) => {
      const heard = context.phrases(spec.heard);
      const answer = context.phrases(spec.answer);
      const keep = compileConditions({ unless: spec.unless }, header, context);
      const from = spec.from ?? 'customer';
      const within = spec['within-turns'] ?? 1;
      return {
        wakes: heard,
        run: (reading) => {
          const findings: RawFinding[] = [];
          const answers = reading.saidBy(header.speaker, answer).filter((one) => reading.turns[one.turn]!.spoken);
          for (const call of firstPerTurn(keep(reading.saidBy(from, heard), reading))) {
            if (!reading.turns[call.turn]!.spoken) continue;
            const due = within === 0 ? [reading.turns[call.turn]!] : nextTurns(reading, header.speaker, call.turn, within);
            const answered = answers.find((one) => due.some((turn) => turn.index === one.turn) && !overlap(one, call));
            if (header.polarity === 'merit') {
              if (answered !== undefined) findings.push({ places: [answered] });
            } else if (answered === undefined) {
              const missing = missed(reading, call, due, within);
              if (missing !== null) findings.push(missing);
            }
          }
          return distinct(findings);
        },
      };
    },
    explain: (spec, header) => {
      const within = spec['within-turns'] ?? 1;
      const when = within === 0 ? 'dans le même message' : `dans ses ${within} tours suivants`;
      return `Quand ${spec.from ?? 'customer'} dit ${list(spec.heard)}, ${header.speaker} répond ${when} par l'un de : ${list(spec.answer)}.`;
    },
  },
);

const list = (patterns: readonly { text: string }[]): string => patterns.map((pattern) => `« ${pattern.text} »`).join(', ');

const overlap = (a: Occurrence, b: Occurrence): boolean => a.firstToken < b.endToken && b.firstToken < a.endToken;

/** Said twice in a turn, it calls for one answer. */
const firstPerTurn = (found: readonly Occurrence[]): Occurrence[] => found.filter((one, index) => index === 0 || found[index - 1]!.turn !== one.turn);

const nextTurns = (reading: Reading, speaker: ReadTurn['role'], after: number, count: number): readonly ReadTurn[] =>
  reading
    .turnsOf(speaker)
    .filter((turn) => turn.index > after)
    .slice(0, count);

/** On the words heard when the answer was due beside them, else on the first sentence that should have answered; null when nobody spoke after. */
function missed(reading: Reading, call: Occurrence, due: readonly ReadTurn[], within: number): RawFinding | null {
  if (within === 0) return { places: [call] };
  const first = due[0];
  if (first === undefined) return null;
  const { text } = reading.turns[call.turn]!;
  return {
    places: [{ ...reading.sentenceAt(first.firstToken), sense: 'missing' }, call],
    detail: `Entendu : « ${text.slice(call.start, call.end)} ».`,
  };
}

/** Two calls in a row answered by the same turn make one finding. */
function distinct(findings: readonly RawFinding[]): RawFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ places: [first] }) => {
    const key = `${first!.turn}:${first!.start}`;
    return !seen.has(key) && seen.add(key);
  });
}
