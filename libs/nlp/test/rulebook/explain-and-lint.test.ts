import { describe, expect, it } from 'vitest';
import { explainRule, lintRulebook } from '../../src/rulebook/index.js';
import type { Rulebook } from '../../src/rulebook/index.js';
import { HEAD, loadFrom } from './rulebook-of.js';

function load(rules: string): Rulebook {
  const loaded = loadFrom({ 'rulebook.yaml': `${HEAD}rules:\n${rules}` });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.rulebook;
}

const rule = (id: string, keys: string): string => `
  - id: ${id}
    kind: wording
    serves: issue
    why: "w"
    severity: minor
    ${keys}
    flags: ["[x]"]
    passes: ["y"]
`;

describe('explainRule', () => {
  const rulebook = load(rule('a.b', `match: ["nous ne {pouvoir} rien faire"]\n    unless: ["sans vous"]\n    not-near: { words: 3, any: ["hélas"] }`));

  it('shows how a pattern was understood and where it matches', () => {
    const text = 'Nous pouvons rien faire.';
    const explained = explainRule(rulebook, 'a.b', text)!;
    expect(explained).toMatchObject({ fires: true, heldBackBy: [], understood: expect.stringContaining('nous ne {pouvoir} rien faire') });
    expect(explained.patterns[0]).toMatchObject({ key: 'match', matches: [{ turn: 0, start: 0, end: 23, quote: 'Nous pouvons rien faire' }], understood: 'nous/ns + [ne/n] + (40 formes : peut, peuvent, peux, …) + rien + faire' });
  });

  it('says how far a pattern got', () => {
    const [pattern] = explainRule(rulebook, 'a.b', 'Alors nous ne pourrons pas.')!.patterns;
    expect(pattern!.reached).toBe(3);
    expect(pattern!.stopped).toBe("suivi jusqu'à « nous ne pourrons », puis attendait rien et a trouvé « pas »");
  });

  it('names the condition that held the rule back', () => {
    expect(explainRule(rulebook, 'a.b', 'Hélas, nous ne pouvons rien faire.')).toMatchObject({ fires: false, heldBackBy: ['not-near'] });
    expect(explainRule(rulebook, 'c.d', '')).toBeUndefined();
    const onlyChat = load(rule('a.b', 'match: ["hélas"]\n    when: { channel: [chat] }\n    not-applicable-when: { customer-said: ["stop"] }'));
    expect(explainRule(onlyChat, 'a.b', 'Hélas.', 'phone')).toMatchObject({ fires: false, heldBackBy: ['when'] });
    expect(explainRule(onlyChat, 'a.b', 'Hélas.')).toMatchObject({ fires: true, findings: [{ quotes: ['Hélas'], missing: false, explanation: 'w' }] });
    expect(explainRule(onlyChat, 'a.b', 'client: Stop !\nagent: Hélas.')).toMatchObject({ heldBackBy: ['not-applicable-when'] });
  });

  it('tells that the words were left to another rule', () => {
    const both = load(rule('a.b', 'match: ["je ne peux hélas pas"]') + rule('c.d', 'match: ["hélas"]\n    yields-to: [a.b, un.autre]'));
    expect(explainRule(both, 'c.d', 'Je ne peux hélas pas.')).toMatchObject({ fires: false, findings: [], heldBackBy: ['yields-to'] });
    expect(explainRule(both, 'c.d', 'Hélas.')).toMatchObject({ fires: true, findings: [{ quotes: ['Hélas'] }] });
  });

  it('reads a dialogue, with its times', () => {
    const timing = load(rule('t.t', 'measure: first-answer\n    at-most: 1 min').replace('kind: wording', 'kind: timing').replace('["[x]"]', '[["client 0:00: x", "agent 2:00: x"]]'));
    const late = explainRule(timing, 't.t', 'client 0:00: Bonjour ?\nagent 4:00: Bonjour.');
    expect(late).toMatchObject({ turns: 2, fires: true, findings: [{ quotes: ['Bonjour.'], explanation: 'w Délai : 4 min.' }] });
    expect(explainRule(timing, 't.t', 'Bonjour.')).toMatchObject({ turns: 1, fires: false, notChecked: 'les tours de parole ne sont pas horodatés' });
    const match = explainRule(rulebook, 'a.b', 'client: Alors ?\nagent: Nous ne pouvons rien faire.')!.patterns[0]!.matches;
    expect(match).toEqual([{ turn: 1, start: 0, end: 26, quote: 'Nous ne pouvons rien faire' }]);
  });
});

const warningsOf = (rules: string): string[] => lintRulebook(load(rules)).map(({ ruleId, check, message }) => `${ruleId} ${check}: ${message}`);

const say = (id: string, keys = ''): string => rule(id, `say: ["Bonjour"]${keys}`).replace('kind: wording', 'kind: must-say');
const register = (id: string, expected: string, keys = ''): string => rule(id, `expect: ${expected}${keys}`).replace('kind: wording', 'kind: register');

describe('lintRulebook', () => {
  it('is silent on a sound rulebook', () => {
    expect(warningsOf(rule('a.b', 'match: ["c\'est impossible"]'))).toEqual([]);
  });

  it('finds words forbidden twice, praised and forbidden, always taken back', () => {
    expect(warningsOf(rule('a.b', 'match: ["désolé"]') + rule('c.d', 'match: ["Desole"]'))).toEqual(['c.d duplicate: « Desole » est déjà dans a.b']);
    expect(warningsOf(rule('a.b', 'match: ["impossible"]\n    unless: ["impossible"]'))).toEqual(['a.b unreachable: « impossible » est toujours repris par « unless »']);
    const merit = rule('m.m', 'match: ["je vous propose"]\n    polarity: merit').replace('[x]', '[Je vous propose] cela.');
    expect(warningsOf(rule('a.b', 'match: ["vous propose"]') + merit)).toEqual(['m.m contradictory: « vous propose » est aussi un écart pour a.b']);
  });

  it('finds the same words blamed by two rules, unless one yields to the other', () => {
    const whole = rule('a.b', 'match: ["je ne peux hélas pas"]').replace('[x]', '[Je ne peux hélas pas].');
    const word = (keys = ''): string => rule('c.d', `match: ["hélas"]${keys}`).replace('[x]', '[Hélas].');
    expect(warningsOf(whole + word())).toEqual(["a.b told-twice: « Je ne peux hélas pas » : relevé aussi par c.d ; « yields-to » laisse les mots à l'une des deux"]);
    expect(warningsOf(whole + word('\n    yields-to: [a.b]'))).toEqual([]);
    expect(warningsOf(whole + word('\n    polarity: merit')).map((one) => one.split(':')[0])).not.toContain('a.b told-twice');
  });

  it('finds the same rule twice, whatever its kind, unless it judges another channel', () => {
    expect(warningsOf(say('a.b') + say('c.d').replace('Bonjour', 'bonjour'))).toEqual(['c.d duplicate: ce que fait cette règle est déjà dans a.b']);
    expect(warningsOf(say('a.b', '\n    channels: [chat]') + say('c.d', '\n    channels: [phone]'))).toEqual([]);
    expect(warningsOf(say('a.b') + say('c.d', '\n    where: { first-turns: 1 }'))).toEqual([]);
  });

  it('finds « tu » asked for here and « vous » there', () => {
    expect(warningsOf(register('a.b', 'vous') + register('c.d', 'tu'))).toEqual(['c.d contradictory: demande « tu », et a.b demande « vous »']);
    expect(warningsOf(register('a.b', 'vous') + register('c.d', 'tu', '\n    when: { queue: [jeunes] }'))).toEqual([]);
    expect(warningsOf(register('a.b', 'vous', '\n    channels: [email]') + register('c.d', 'tu', '\n    channels: [chat]'))).toEqual([]);
  });

  it('finds rules that no interaction can wake', () => {
    expect(warningsOf(rule('a.b', 'match: ["x"]\n    channels: [chat, phone]\n    when: { channel: [email] }'))).toEqual([
      'a.b unreachable: « when » ne demande que des canaux où la règle ne juge pas (elle juge : chat, phone)',
    ]);
    expect(warningsOf(rule('a.b', 'match: ["x"]\n    channels: [chat]\n    when: [{ channel: [email] }, { tag: [vip] }]'))).toEqual([]);
    expect(warningsOf(rule('a.b', 'match: ["x"]\n    channels: [chat]\n    where: { zones: [closing] }'))).toEqual([
      "a.b unreachable: « where: zones » ne vaut que pour les courriels, et la règle n'en juge pas (elle juge : chat)",
    ]);
  });

  it('finds words in braces that are no entry of the lexicon', () => {
    expect(warningsOf(rule('a.b', 'match: ["nous ne {peux} pas", "{pouvoir} (rien | [{fairre}] …2 {faire}) tout"]'))).toEqual([
      "a.b unknown-lemma: « {peux} » n'est pas une entrée du lexique : seule cette forme sera trouvée ; voulez-vous dire {pouvoir} ?",
      "a.b unknown-lemma: « {fairre} » n'est pas une entrée du lexique : seule cette forme sera trouvée",
    ]);
  });

  it('finds a rule that fires on what the rulebook calls good', () => {
    const others = Array.from({ length: 6 }, (_, index) => rule(`o.${index}`, `match: ["mot${'abcdef'[index]}"]`).replace('["y"]', '["Je vous écris."]'));
    expect(warningsOf(rule('a.b', 'match: ["vous"]') + others.join(''))).toEqual(['a.b over-firing: se déclenche sur 6 des 7 textes que le référentiel donne pour bons']);
  });
});
