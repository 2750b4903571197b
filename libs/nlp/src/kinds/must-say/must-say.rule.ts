import { compileConditions } from '../../conditions/occurrence-filter.js';
import { isApplicable, missingPlace, whereKeys, whereTrouble } from '../../conditions/where.js';
import { patternList } from '../../rulebook/closed-schema.js';
import { defineKind } from '../kind.js';

/** Words that are due: greeting, identification, recap, leave-taking. */
export const mustSay = defineKind(
  {
    say: patternList.describe('l’un de ces motifs doit être dit'),
    unless: patternList.optional().describe('ne compte pas comme dit ce qui partage un mot avec l’un de ces motifs'),
    where: whereKeys.optional().describe('où il doit être dit ; partout sinon'),
  },
  {
    name: 'must-say',
    judgesAbsence: (_, header) => header.polarity === 'violation',
    requiredPhrases: (spec) => spec.say,
    compile: (spec, header, context) => {
      const say = context.phrases(spec.say);
      const keep = compileConditions(spec, header, context);
      return {
        ...(header.polarity === 'merit' ? { wakes: say } : {}),
        run: (reading) => {
          const trouble = whereTrouble(spec.where, reading, header.speaker);
          if (trouble !== null) return { notChecked: trouble };
          if (!isApplicable(spec.where, reading) || reading.turnsOf(header.speaker).length === 0) return [];
          const said = keep(
            reading.saidBy(header.speaker, say).filter((one) => reading.turns[one.turn]!.spoken),
            reading,
          );
          if (header.polarity === 'merit') return said.length === 0 ? [] : [{ places: said.slice(0, 1) }];
          if (said.length > 0) return [];
          return [{ places: [{ ...missingPlace(spec.where, reading, header.speaker), sense: 'missing' }] }];
        },
      };
    },
    explain: (spec, header) => `${header.speaker} doit dire l'un de : ${spec.say.map((pattern) => `« ${pattern.text} »`).join(', ')}.`,
  },
);
