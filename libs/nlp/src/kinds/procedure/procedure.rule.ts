import { z } from 'zod';
import { applicability, compileApplicability } from '../../conditions/applicability.js';
import { standsIn, whereKeys, whereTrouble } from '../../conditions/where.js';
import type { Occurrence, Phrases, Reading } from '../../reading/reading.js';
import { closed, patternList } from '../../rulebook/closed-schema.js';
import { defineKind } from '../kind.js';
import type { Place, RawFinding, RuleHeader } from '../kind.js';
import { longestOrder } from './longest-order.js';

const stepName = z.string().min(1).max(60);

const step = closed({
  step: stepName.describe('nom de l’étape'),
  say: patternList.describe('l’étape est faite quand l’un de ces motifs est dit'),
  optional: z.boolean().optional().describe('facultative : jugée seulement pour l’ordre'),
  by: z.enum(['agent', 'customer']).optional().describe('qui la fait ; la personne visée sinon'),
  when: applicability.optional().describe('due seulement alors'),
  within: whereKeys.optional().describe('à faire à cet endroit de l’échange, dans ces secondes'),
});

const neverBefore = closed({ say: patternList.describe('ces mots ne viennent pas'), before: stepName.describe('avant que cette étape soit faite') });

interface CompiledStep {
  readonly name: string;
  readonly say: Phrases;
  readonly optional: boolean;
  readonly by: RuleHeader['speaker'];
  readonly applies: (reading: Reading) => boolean;
  readonly within: z.infer<typeof whereKeys> | undefined;
}

/** Steps in order, some optional or conditional, with deadlines, and words that must not come before a step. */
export const procedure = defineKind(
  {
    steps: z
      .array(step)
      .min(1)
      .max(50)
      .refine((steps) => new Set(steps.map((one) => one.step)).size === steps.length, 'deux étapes portent le même nom')
      .describe('les étapes, dans l’ordre où elles sont dues'),
    ordered: z.boolean().optional().describe('false : l’ordre ne compte pas'),
    'never-before': z.array(neverBefore).min(1).max(50).optional().describe('jamais ceci avant cela'),
  },
  {
    name: 'procedure',
    judgesAbsence: () => true,
    trouble: (spec) => {
      const allowed = spec.steps.map((one) => one.step);
      const before = (spec['never-before'] ?? []).map((one) => one.before);
      const index = before.findIndex((name) => !allowed.includes(name));
      return index < 0 ? null : { message: '« never-before » nomme une étape qui n\'existe pas', at: ['never-before', index, 'before'], found: before[index]!, allowed };
    },
    requiredPhrases: (spec) => spec.steps.filter((one) => one.by !== 'customer').flatMap((one) => one.say),
    compile: (spec, header, context) => {
      const steps = spec.steps.map((one): CompiledStep => ({
        name: one.step,
        say: context.phrases(one.say),
        optional: one.optional ?? false,
        by: one.by ?? header.speaker,
        applies: one.when === undefined ? () => true : compileApplicability(one.when, context),
        within: one.within,
      }));
      const forbidden = (spec['never-before'] ?? []).map((one) => ({ say: context.phrases(one.say), before: one.before }));
      return {
        run: (reading) => {
          for (const one of steps) {
            const trouble = whereTrouble(one.within, reading, one.by);
            if (trouble !== null) return { notChecked: trouble };
          }
          if (reading.turnsOf(header.speaker).length === 0) return [];
          const done = steps.filter((one) => one.applies(reading)).map((one) => ({ ...one, ...whereDone(one, reading) }));
          const missing = done.filter((one) => one.found.length === 0 && !one.optional);
          const late = missing.filter((one) => one.anywhere.length > 0);
          const misplaced = spec.ordered === false ? [] : outOfOrder(done.filter((one) => one.found.length > 0));
          const tooEarly = forbidden.flatMap((one) => {
            const first = done.find((other) => other.name === one.before)?.found[0];
            return reading.saidBy(header.speaker, one.say).filter((said) => first === undefined || said.firstToken < first.firstToken).map((said) => ({ said, before: one.before }));
          });
          const trouble = missing.length + misplaced.length + tooEarly.length > 0;
          if (header.polarity === 'merit') return trouble ? [] : [{ places: done.filter((one) => one.found.length > 0).map((one) => one.found[0]!) }].filter((finding) => finding.places.length > 0);
          if (!trouble) return [];
          return [report(reading, header, { missing: missing.filter((one) => !late.includes(one)), late, misplaced, tooEarly })];
        },
      };
    },
    explain: (spec) =>
      `Étapes ${spec.ordered === false ? '' : 'dans cet ordre '}: ${spec.steps.map((one) => one.step + (one.optional ? ' (facultative)' : '')).join(' → ')}.`,
  },
);

function whereDone(one: CompiledStep, reading: Reading): { found: readonly Occurrence[]; anywhere: readonly Occurrence[] } {
  const anywhere = reading.saidBy(one.by, one.say).filter((said) => reading.turns[said.turn]!.spoken);
  return { found: anywhere.filter((said) => standsIn(one.within, reading, one.by, said)), anywhere };
}

interface DoneStep {
  readonly name: string;
  readonly found: readonly Occurrence[];
  readonly anywhere: readonly Occurrence[];
}

/** The steps that cannot be fitted into the order written, as few as possible. */
function outOfOrder(done: readonly DoneStep[]): readonly DoneStep[] {
  const kept = longestOrder(done.map((one) => one.found.map((said) => said.firstToken)));
  return done.filter((_, index) => !kept.has(index));
}

interface Troubles {
  readonly missing: readonly DoneStep[];
  readonly late: readonly DoneStep[];
  readonly misplaced: readonly DoneStep[];
  readonly tooEarly: readonly { said: Occurrence; before: string }[];
}

const names = (steps: readonly DoneStep[]): string => steps.map((one) => one.name).join(', ');

function report(reading: Reading, header: RuleHeader, troubles: Troubles): RawFinding {
  const parts: string[] = [];
  if (troubles.missing.length > 0) parts.push(`Étapes manquantes : ${names(troubles.missing)}.`);
  if (troubles.late.length > 0) parts.push(`Hors délai : ${names(troubles.late)}.`);
  if (troubles.misplaced.length > 0) parts.push(`Dans le désordre : ${names(troubles.misplaced)}.`);
  if (troubles.tooEarly.length > 0) parts.push(`Dit trop tôt, avant : ${[...new Set(troubles.tooEarly.map((one) => one.before))].join(', ')}.`);
  const said: Place[] = [
    ...troubles.tooEarly.map((one) => one.said),
    ...troubles.misplaced.map((one) => one.found[0]!),
    ...troubles.late.map((one) => one.anywhere[0]!),
  ];
  if (said.length > 0) return { places: said, detail: parts.join(' ') };
  const turns = reading.turnsOf(header.speaker);
  return { places: [{ ...reading.sentenceAt(turns.at(-1)!.endToken - 1), sense: 'missing' }], detail: parts.join(' ') };
}
