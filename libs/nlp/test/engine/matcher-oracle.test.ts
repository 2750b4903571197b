import { array, assert, boolean, constant, constantFrom, letrec, oneof, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matcher } from '../../src/engine/matcher.js';
import { CAPITALISED } from '../../src/engine/token-stream.js';
import { expandPattern } from '../../src/pattern/expand-pattern.js';
import { parsePattern } from '../../src/pattern/parse-pattern.js';
import type { CorePattern } from '../../src/pattern/pattern-node.js';
import { oracleMatches } from './oracle.js';

const FORMS: Readonly<Record<string, readonly string[]>> = {
  pouvoir: ['pouvoir', 'peux', 'peut', 'pouvons', 'pouvez', 'peuvent', 'pu'],
  être: ['être', 'suis', 'est', 'sommes', 'êtes', 'sont'],
  'rendez-vous': ['rendez-vous'],
};
const context = {
  lexicon: { forms: (lemma: string) => FORMS[lemma] ?? [] },
  list: (name: string) => (name === 'délai' ? ['demain', 'sous <durée>', 'ce (soir | matin)'].map(parse) : undefined),
};

function parse(text: string) {
  const parsed = parsePattern(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problem.message}`);
  return parsed.pattern;
}

const words = ["c'est", 'est', 'pas', 'ne', 'je', 'nous', 'peux', 'peut', 'rien', 'impossible', 'demain', '48', 'h', '€', "j'ai", 'vous', 'rendez-vous', 'svp', 'ce', 'soir', 'Camille', '12/03', "d'accord", 'deux', '?'];
const patternWord = constantFrom(...words.filter((word) => word !== 'Camille'), '{pouvoir}', '{être}', '{rendez-vous}', '<montant>', '<durée>', '<date>', '<nombre>', '<nom>', '@délai');
const piece = letrec<{ item: string; row: string }>((tie) => ({
  item: oneof(
    { weight: 6, arbitrary: patternWord },
    { weight: 1, arbitrary: array(tie('row'), { minLength: 2, maxLength: 3 }).map((options) => `(${options.join(' | ')})`) },
    { weight: 1, arbitrary: tie('row').map((row) => `[${row}]`) },
    { weight: 1, arbitrary: constantFrom('…', '…2', '…5') },
  ),
  row: array(tie('item'), { minLength: 1, maxLength: 4 }).map((items) => items.join(' ')),
})).row;
const pattern = tuple(boolean(), piece, boolean())
  .map(([start, row, end]) => `${start ? '^ ' : ''}${row}${end ? ' $' : ''}`)
  .filter((text) => parsePattern(text).ok);
const noise = array(tuple(constantFrom(...words, 'colis', 'la', 'cest', 'jai', 'n', 'CAMILLE', 'Ça'), constantFrom(' ', ' ', ' ', '  ', ', ', '. ', '-', "'", ' ? ', '/')), { maxLength: 30 })
  // « n. » is the abbreviation of « numéro », which ends no sentence: the oracle knows no abbreviations.
  .map((parts) => parts.map(([word, gap]) => word + (word === 'n' && gap === '. ' ? ' ' : gap)).join(''));

/** A pattern turned into words that may well match it: its signs dropped, its lemmas left as they are. */
const spoken = (written: string): string => written.replace(/[()[\]{}^$|@]|…\d*/g, ' ').replace('<durée>', '48 h').replace('<montant>', '2 €').replace('<date>', 'demain').replace('<nombre>', 'deux').replace('<nom>', 'Camille');
const rules = array(pattern, { minLength: 1, maxLength: 12 });
const rulesAndTexts = rules.chain((patterns) => {
  const said = constantFrom(...patterns.map(spoken), ...patterns.flatMap((one) => one.split('|').map(spoken)));
  const text = array(oneof(said, noise), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
  return tuple(constant(patterns), array(text, { minLength: 1, maxLength: 3 }));
});

describe('the automaton finds what the brute-force oracle finds', () => {
  it('on random rules and random texts', () => {
    let hits = 0;
    assert(
      property(rulesAndTexts, constantFrom(0, 20, 1e6), ([patterns, texts], learnTokens) => {
        const matcher = new Matcher((stream, token, continued) => (stream.flags[token]! & CAPITALISED) !== 0 && (!continued || stream.starts[token] === stream.ends[token - 1]! + 1), learnTokens);
        const core: CorePattern[] = patterns.map((one) => expandPattern(parse(one), context));
        const ids = core.map((one) => matcher.add(one));
        matcher.freeze();
        for (const one of texts) {
          matcher.clear();
          matcher.addTurn(one);
          matcher.run();
          core.forEach((expected, index) => {
            const found = matcher.matches(ids[index]!).map(({ start, end }) => [matcher.stream.starts[start], matcher.stream.ends[end - 1]]);
            hits += found.length;
            expect(found, `${patterns[index]} on ${one}`).toEqual(oracleMatches(expected, one));
          });
        }
      }),
      // A turn of marks alone.
      { numRuns: 200, examples: [[[['^ ? $', 'soir $'], ['  ?     ?  ', '']], 0]] },
    );
    // Two that never find anything agree too.
    expect(hits).toBeGreaterThan(100);
  });

  it('reads turns together as it reads them alone', () => {
    assert(
      property(rulesAndTexts, ([patterns, texts]) => {
        const matcher = new Matcher(() => false);
        const ids = patterns.map((one) => matcher.add(expandPattern(parse(one), context)));
        matcher.freeze();
        const read = (turns: readonly string[]) => {
          matcher.clear();
          for (const turn of turns) matcher.addTurn(turn);
          matcher.run();
          return ids.map((id) => matcher.matches(id).map(({ start, end }) => [matcher.turnOf(start), matcher.stream.starts[start], matcher.stream.ends[end - 1]]));
        };
        const together = read(texts);
        const alone = texts.map((turn) => read([turn]));
        together.forEach((found, index) => {
          const apart = alone.flatMap((perPattern, turn) => perPattern[index]!.map(([, start, end]) => [turn, start, end]));
          expect(found).toEqual(apart);
        });
      }),
      { numRuns: 60 },
    );
  });
});
