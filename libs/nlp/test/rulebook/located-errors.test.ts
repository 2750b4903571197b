import { describe, expect, it } from 'vitest';
import type { RulebookProblem } from '../../src/rulebook/index.js';
import { HEAD, loadFrom } from './rulebook-of.js';

const RULE = { id: 'a.b', kind: 'wording', serves: 'issue', why: '"w"', severity: 'minor', match: '["x"]', flags: '["[x]"]', passes: '["y"]' };

interface Told {
  readonly problems: readonly RulebookProblem[];
  /** Where the mark stood. */
  readonly place: { readonly file: string; readonly line: number; readonly column: number };
}

/** What is told of a rulebook with one rule, keys changed or added; « ¤ » marks the character that has to be pointed at. */
function told(keys: Readonly<Record<string, string>>, head: string = HEAD): Told {
  const written = Object.entries({ ...RULE, ...keys }).filter(([, value]) => value !== '');
  const marked = `${head}rules:\n  - ${written.map(([key, value]) => `${key}: ${value}`).join('\n    ')}\n`;
  const loaded = loadFrom({ 'rulebook.yaml': marked.replace('¤', '') });
  const before = marked.slice(0, marked.indexOf('¤')).split('\n');
  return { problems: loaded.ok ? [] : loaded.problems, place: { file: 'rulebook.yaml', line: before.length, column: before.at(-1)!.length + 1 } };
}

describe('what is wrong inside a pattern is pointed at, character by character', () => {
  it.each<[string, Partial<RulebookProblem>]>([
    ['un (deux | trois) ¤) quatre', { found: ')' }],
    ['un ¤(deux | trois', { found: '(', allowed: [')'] }],
    ['un ¤(deux |', { found: '(', message: expect.stringContaining('« ( » jamais fermé'), allowed: [')'] }],
    ['un deux ¤(', { found: '(', allowed: [')'] }],
    ['un ¤[deux', { found: '[', allowed: [']'] }],
    ['un (deux | ¤) trois', { found: ')' }],
    ['un ¤| deux', { found: '|' }],
    ['un ¤{deux', { found: '{', allowed: ['}'] }],
    ['un {¤deux mots}', { found: 'deux mots', allowed: ['{pouvoir}', '{rendez-vous}'] }],
    ['un ¤<deux', { found: '<', allowed: ['>'] }],
    ['sous ¤<durrée>', { found: '<durrée>', nearest: '<durée>', allowed: ['<montant>', '<durée>', '<date>', '<nombre>', '<nom>'] }],
    ['un ¤@ deux', { found: '@' }],
    ['un ¤@congés', { found: '@congés', nearest: '@congé', allowed: ['@congé', '@accueil'] }],
    ['un (deux | [trois ¤@acueil])', { found: '@acueil', nearest: '@accueil' }],
    ['un ¤…', { found: '…' }],
    ['¤... un', { found: '.' }],
    ['un (deux | trois ¤…4)', { found: '…' }],
    ['un …¤40 deux', { found: '40', allowed: ['de 1 à 20'] }],
    ['un …¤0 deux', { found: '0' }],
    ['un ¤^ deux', { found: '^' }],
    ['un $ ¤deux', { found: 'd' }],
    ['un (deux ¤$ | trois)', { found: '$' }],
    ['un.¤*', { found: '*' }],
    ['un ¤🙂 deux', { found: '🙂' }],
    ['¤[un] [deux]', { found: '[un] [deux]' }],
    ['¤<nom>', { found: '<nom>' }],
    [`${'un '.repeat(133)}u¤n deux`, { found: 'n' }],
    ['(a (b (c (d (e (f (¤g)))))))', {}],
  ])('%s', (pattern, expected) => {
    const head = `${HEAD}lists:\n  congé: ["au revoir"]\n  accueil: ["bonjour"]\n`;
    const lines = pattern.replaceAll(' ', '\n        ');
    const writings = [`'${pattern}'`, `|-\n        ${pattern}`, `>-\n        ${lines}`, `"${pattern.replaceAll(' ', '\\x20')}"`, ...(/^\p{L}/u.test(pattern) ? [pattern] : [])];
    for (const match of [`["bonjour", "${pattern}"]`, ...writings.map((written) => `\n      - bonjour\n      - ${written}`)]) {
      const { problems, place } = told({ match }, head);
      expect(problems).toEqual([expect.objectContaining({ ...expected, ...place })]);
    }
  });
});

describe('a bad pattern under any key of any kind', () => {
  it.each<[string, Record<string, string>]>([
    ['match', { match: '["a", "b ¤(c"]' }],
    ['unless', { unless: '["b ¤(c"]' }],
    ['near', { near: '{ words: 3, any: ["b ¤(c"] }' }],
    ['not-near', { 'not-near': '{ words: 3, any: ["b ¤(c"] }' }],
    ['followed-by', { 'followed-by': '{ turns: 3, any: ["b ¤(c"] }' }],
    ['not-followed-by', { 'not-followed-by': '\n      words: 3\n      any:\n        - b ¤(c'.replaceAll('\\n', '\n') }],
    ['preceded-by', { 'preceded-by': '{ turns: 3, any: ["b ¤(c"] }' }],
    ['not-preceded-by', { 'not-preceded-by': '{ turns: 3, any: ["b ¤(c"] }' }],
    ['when, one condition', { when: '{ customer-said: ["b ¤(c"] }' }],
    ['when, several', { when: '[{ channel: [chat] }, { agent-said: ["b ¤(c"] }]' }],
    ['not-applicable-when', { 'not-applicable-when': '{ agent-said: ["a", "b ¤(c"] }' }],
    ['must-say', { kind: 'must-say', match: '', say: '["b ¤(c"]' }],
    ['steps', { kind: 'procedure', match: '', steps: '[{ step: a, say: ["x"] }, { step: b, say: ["b ¤(c"] }]' }],
    ['a step\'s when', { kind: 'procedure', match: '', steps: '[{ step: a, say: ["x"], when: { customer-said: ["b ¤(c"] } }]' }],
    ['never-before', { kind: 'procedure', match: '', steps: '[{ step: a, say: ["x"] }]', 'never-before': '[{ say: ["b ¤(c"], before: a }]' }],
    ['heard', { kind: 'reply', match: '', heard: '["b ¤(c"]', answer: '["x"]' }],
    ['answer', { kind: 'reply', match: '', heard: '["x"]', answer: '["b ¤(c"]' }],
    ['count', { kind: 'density', match: '', count: '["b ¤(c"]', 'more-than': '3' }],
    ['announce', { kind: 'timing', match: '', measure: 'announced-wait', announce: '["b ¤(c"]' }],
    ['raises', { kind: 'tone', match: '', dimension: 'courtesy', 'at-least': '3', raises: '["b ¤(c"]' }],
    ['lowers', { kind: 'tone', match: '', dimension: 'courtesy', 'at-least': '3', lowers: '["b ¤(c"]' }],
  ])('%s', (_, keys) => {
    const { problems, place } = told(keys);
    expect(problems).toEqual([expect.objectContaining({ message: 'motif « b (c » : « ( » jamais fermé', found: '(', ...place })]);
  });

  it('in a list, of the rulebook or of a chapter', () => {
    const { problems, place } = told({}, `${HEAD}lists:\n  a: ["x", "b ¤(c"]\n`);
    expect(problems).toEqual([expect.objectContaining({ found: '(', ...place })]);
    const chapter = 'lists:\n  a:\n    - "x @rien"\n';
    const loaded = loadFrom({ 'rulebook.yaml': HEAD, 'a.yaml': chapter });
    expect(loaded).toMatchObject({ problems: [{ file: 'a.yaml', line: 3, column: 10, message: 'liste inconnue', found: '@rien' }] });
  });
});

describe('a bad condition or key', () => {
  it.each<[Record<string, string>, Partial<RulebookProblem>]>([
    [{ '¤unles': '["z"]' }, { message: 'clé inconnue', found: 'unles', nearest: 'unless' }],
    [{ unless: '¤z' }, { message: 'il faut une liste', found: 'z' }],
    [{ unless: '¤[]' }, { message: 'il en faut au moins 1' }],
    [{ unless: '["z", ¤3]' }, { message: 'il faut un texte', found: '3' }],
    [{ near: '{ ¤word: 3, words: 2, any: ["z"] }' }, { found: 'word', nearest: 'words', allowed: ['words', 'any'] }],
    [{ near: '{ words: ¤0, any: ["z"] }' }, { message: 'au moins 1', found: '0' }],
    [{ near: '{ words: ¤2.5, any: ["z"] }' }, { message: 'il faut un nombre entier', found: '2.5' }],
    [{ near: '¤{ words: 2 }' }, { message: 'clé obligatoire « any » absente' }],
    [{ 'followed-by': '¤{ words: 2, turns: 1, any: ["z"] }' }, { message: 'il faut « words » ou « turns », et un seul des deux' }],
    [{ 'followed-by': '{ turns: 1, by: ¤client, any: ["z"] }' }, { found: 'client', allowed: ['agent', 'customer'] }],
    [{ 'not-preceded-by': '{ turns: ¤100, any: ["z"] }' }, { message: 'au plus 50', found: '100' }],
    [{ where: '{ ¤last-turn: 2 }' }, { found: 'last-turn', nearest: 'last-turns' }],
    [{ where: '{ last-turns: ¤deux }' }, { found: 'deux', message: 'il faut un nombre' }],
    [{ where: '{ first-seconds: ¤0 }' }, { found: '0' }],
    [{ where: '{ zones: [subject, ¤closng] }' }, { found: 'closng', nearest: 'closing', allowed: ['subject', 'greeting', 'body', 'closing'] }],
    [{ 'at-least': '¤1' }, { message: 'au moins 2', found: '1' }],
    [{ 'at-least': '{ times: 3, per: ¤tour }' }, { found: 'tour', allowed: ['interaction', 'turn', '100-words'] }],
    [{ 'at-least': '{ times: 3, ¤by: turn, per: turn }' }, { found: 'by', allowed: ['times', 'per'] }],
    [{ 'except-quoting': '¤oui' }, { message: 'il faut true ou false', found: 'oui' }],
    [{ when: '{ ¤client-said: ["z"] }' }, { found: 'client-said', nearest: 'agent-said' }],
    [{ when: '¤{}' }, { message: 'condition vide' }],
    [{ when: '{ channel: [chat, ¤mail] }' }, { found: 'mail', nearest: 'email' }],
    [{ when: '[{ tag: [vip] }, { direction: ¤in }]' }, { found: 'in', allowed: ['inbound', 'outbound'] }],
    [{ 'not-applicable-when': '{ queue: ¤retours }' }, { message: 'il faut une liste', found: 'retours' }],
    [{ 'not-applicable-when': '{ ¤queu: [retours] }' }, { found: 'queu', nearest: 'queue' }],
    [{ serves: '¤isue' }, { found: 'isue', nearest: 'issue', allowed: ['issue'] }],
    [{ channels: '[phone, ¤courriel]' }, { found: 'courriel', allowed: ['email', 'chat', 'phone'] }],
    [{ instead: '¤12' }, { message: 'il faut un texte ou une liste', found: '12' }],
    [{ instead: '["bien", ¤12]' }, { message: 'il faut un texte', found: '12' }],
    [{ id: '¤A.b' }, { found: 'A.b' }],
    [{ flags: '["un [mot¤]] de trop"]'.replace('¤]]', ']¤]') }, { found: ']' }],
    [{ flags: '\n      - |-\n        un\n        ¤[mot' }, { found: '[' }],
    [{ passes: '[["client: bonjour", "¤agnet: bonjour"]]' }, { found: 'agnet', nearest: 'agent' }],
    [{ flags: '[{ channel: chat, turns: ["client: oui", "agent 1:02: [un] mot¤]"] }]' }, { found: ']' }],
    [{ flags: '[{ ¤chanel: chat, text: "[x]" }]' }, { found: 'chanel', nearest: 'channel' }],
    [{ flags: '[¤{ channel: chat }]' }, { message: 'il faut « turns » ou « text », et un seul des deux' }],
    [{ kind: 'procedure', match: '', steps: '[{ step: accueil, say: ["x"] }]', 'never-before': '[{ say: ["z"], before: ¤acueil }]' }, { found: 'acueil', nearest: 'accueil', allowed: ['accueil'] }],
    [{ kind: 'procedure', match: '', steps: '[{ step: a, say: ["x"], ¤optionel: true }]' }, { found: 'optionel', nearest: 'optional' }],
    [{ kind: 'procedure', match: '', steps: '¤[{ step: a, say: ["x"] }, { step: a, say: ["z"] }]' }, { message: 'deux étapes portent le même nom' }],
    [{ kind: 'timing', match: '', measure: '¤silence' }, { message: '« silence » demande « at-most »' }],
    [{ kind: 'timing', match: '', measure: 'silence', 'at-most': '¤30' }, { found: '30' }],
    [{ kind: 'tone', match: '', dimension: '¤politeness', 'at-least': '3' }, { found: 'politeness' }],
    [{ kind: 'density', match: '', count: '¤capital', 'more-than': '3' }, { found: 'capital', nearest: 'capitals' }],
    [{ kind: 'register', match: '', expect: '¤tus' }, { found: 'tus', nearest: 'tu' }],
  ])('%j', (keys, expected) => {
    const { problems, place } = told(keys);
    expect(problems).toEqual([expect.objectContaining({ ...expected, ...place })]);
  });
});
