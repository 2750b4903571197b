import { checkScorecard, type KnownRules, type ScorecardDefinition } from '#domain';
import { describe, expect, it } from 'vitest';
import { card, findings, scale, type Wanted } from './cards.js';

const rule = (id: string, polarity: 'violation' | 'merit') => ({ id, kind: 'wording', polarity, severity: 'major' as const, serves: 'issue', why: 'Parce que.', speaker: 'agent' as const, channels: ['chat' as const] });
const RULES: KnownRules = { commitments: { issue: 'On trouve une issue' }, rules: [rule('refus.impossible', 'violation'), rule('accueil', 'merit')] };
const told = (definition: ScorecardDefinition, rules: KnownRules = RULES): [string, string][] => checkScorecard(definition, rules).map(({ path, fr }) => [path.join('/'), fr]);
const one = (wanted: Partial<Wanted>, ...others: readonly Wanted[]) => card([{ id: 'a', ...wanted }, ...others]);
const AT = 'sections/0/criteria/0';

describe('checking a scorecard', () => {
  it('has nothing to say of one that holds', () => {
    expect(told(one({ source: findings({ by: 'no-violation' }, 'refus.impossible') }, { id: 'b', source: scale(0, 2) }, { id: 'c', condition: { when: { criterion: 'b', is: ['p1', 'na'] } } }))).toEqual([]);
  });

  it.each<[string, ScorecardDefinition, string, RegExp]>([
    ['no name', { ...one({}), name: ' ' }, 'name', /donnez-lui-en un/],
    ['nothing in it', card(), 'sections', /ajoutez une section/],
    ['an empty section', card([], [{ id: 'a' }]), 'sections/0/criteria', /aucun critère/],
    ['no weight at all', one({ weight: 0 }), 'sections', /jamais de note/],
    ['an id twice', one({}, { id: 'a' }), 'sections/0/criteria/1/id', /sert deux fois/],
    ['no rule', one({ source: findings({ by: 'no-violation' }) }), `${AT}/source/rules`, /nommez une règle/],
    ['a slip of the pen', one({ source: findings({ by: 'no-violation' }, 'refus.imposible') }), `${AT}/source/rules/0`, /Vouliez-vous dire « refus\.impossible »/],
    ['an unknown commitment', one({ source: { kind: 'findings', rules: [], commitments: ['isue'], counts: { by: 'no-violation' } } }), `${AT}/source/commitments/0`, /Vouliez-vous dire « issue »/],
    ['no violation of merits', one({ source: findings({ by: 'no-violation' }, 'accueil') }), `${AT}/source/counts`, /toujours réussi/],
    ['a merit of violations', one({ source: findings({ by: 'any-merit' }, 'refus.impossible') }), `${AT}/source/counts`, /jamais réussi/],
    ['points out of none', one({ source: findings({ by: 'points', start: 0, outOf: 0, perViolation: 1, perMerit: 0 }, 'accueil') }), `${AT}/source/counts/outOf`, /ne mesure rien/],
    ['a start beyond the end', one({ source: findings({ by: 'points', start: 3, outOf: 2, perViolation: 1, perMerit: 0 }, 'accueil') }), `${AT}/source/counts/start`, /2 ou moins/],
    ['points that nothing moves', one({ source: findings({ by: 'points', start: 1, outOf: 2, perViolation: 0, perMerit: 0 }, 'accueil') }), `${AT}/source/counts/perViolation`, /n’y change rien/],
    ['a scale of one', one({ source: scale(1) }), `${AT}/source/scale`, /deux échelons/],
    ['a flat scale', one({ source: scale(1, 1) }), `${AT}/source/scale`, /valent autant/],
    ['a condition on nothing', one({ condition: { when: { criterion: 'z', is: ['yes'] } } }), `${AT}/condition/when/criterion`, /absent/],
    ['a condition without answer', one({ condition: { when: { criterion: 'b', is: [] } } }, { id: 'b' }), `${AT}/condition/when/is`, /pour quelles réponses/],
    ['a condition on an answer that is not there', one({ condition: { when: { criterion: 'b', is: ['oui'] } } }, { id: 'b' }), `${AT}/condition/when/is/0`, /Possibles : yes, no, na/],
    ['a condition over to the other side', one({ condition: { when: { criterion: 'b', is: ['pass'] } } }, { id: 'b', source: findings({ by: 'no-violation' }, 'refus.impossible') }), `${AT}/condition/when/criterion`, /du même côté/],
    ['a condition on itself', one({ condition: { when: { criterion: 'a', is: ['yes'] } } }), `${AT}/condition/when/criterion`, /rompez la boucle/],
  ])('says where and how to put it right: %s', (_, definition, path, words) => {
    expect(told(definition)).toEqual([[path, expect.stringMatching(words)]]);
  });

  it('needs a rulebook only for rules', () => {
    expect(told(one({}), null)).toEqual([]);
    expect(told(one({ source: findings({ by: 'no-violation' }, 'refus.impossible') }), null)).toEqual([[`${AT}/source/rules`, expect.stringMatching(/Aucun référentiel/)]]);
  });
});
