import { describe, expect, it } from 'vitest';
import { formatProblem, proveRulebook } from '../../src/rulebook/index.js';
import { HEAD, loadFrom, rulebookOf } from './rulebook-of.js';

const problemsOf = (files: Readonly<Record<string, string>>): string[] => {
  const loaded = loadFrom(files);
  return loaded.ok ? [] : loaded.problems.map((problem) => formatProblem(problem).replace(/ — (?:admis|vouliez).*$/, ''));
};
const RULE = (id: string, keys = ''): string => `
  - id: ${id}
    kind: wording
    serves: issue
    why: "w"
    severity: minor
    match: ["x"]
    flags: ["[x]"]
    passes: ["y"]${keys}
`;

describe('everything that is wrong is told in one round', () => {
  it('an unknown kind hides nothing else of its rule: it is read as the kind it looks like', () => {
    const rule = RULE('a.b', '\n    unles: ["z"]').replace('wording', 'wordng').replace('minor', 'minr').replace('["x"]', '["(x"]');
    expect(problemsOf({ 'rulebook.yaml': `${HEAD}rules:${rule}` })).toEqual([
      'rulebook.yaml:9:11: genre de règle inconnu — trouvé : wordng',
      'rulebook.yaml:12:15: valeur inconnue — trouvé : minr',
      'rulebook.yaml:13:14: motif « (x » : « ( » jamais fermé — trouvé : (',
      'rulebook.yaml:16:5: clé inconnue — trouvé : unles',
    ]);
    // By its name like none, by its keys it is: `match` is a wording's.
    expect(problemsOf({ 'rulebook.yaml': `${HEAD}rules:${rule.replace('wordng', 'haïku')}` })).toEqual([
      'rulebook.yaml:9:11: genre de règle inconnu — trouvé : haïku',
      'rulebook.yaml:12:15: valeur inconnue — trouvé : minr',
      'rulebook.yaml:13:14: motif « (x » : « ( » jamais fermé — trouvé : (',
      'rulebook.yaml:16:5: clé inconnue — trouvé : unles',
    ]);
    // Like none at all: what every rule has is checked.
    expect(problemsOf({ 'rulebook.yaml': `${HEAD}rules:${rule.replace('    kind: wordng\n', '').replace(/    match.*\n/, '')}` })).toEqual([
      'rulebook.yaml:8:5: clé obligatoire « kind » absente',
      'rulebook.yaml:11:15: valeur inconnue — trouvé : minr',
    ]);
  });

  it('what rules name, and ids taken twice, beside what is wrong elsewhere', () => {
    const first = RULE('a.b').replace('issue', 'isue').replace('["x"]', '["x @rien", "(y"]');
    const problems = problemsOf({ 'rulebook.yaml': `${HEAD}lists:\n  a: ["ok", "@autre", "[z"]\nrules:${first}${RULE('a.b')}`, 'suite.yaml': `rules:${RULE('c.d').replace('"w"', '3')}${RULE('e.f', '\n    unless: ["@a"]')}` });
    expect(problems).toEqual([
      expect.stringMatching(/^rulebook\.yaml:8:14: liste inconnue — trouvé : @autre/),
      expect.stringMatching(/^rulebook\.yaml:8:24: motif « \[z » : « \[ » jamais fermé/),
      expect.stringMatching(/^rulebook\.yaml:12:13: engagement inconnu \(serves\) — trouvé : isue/),
      expect.stringMatching(/^rulebook\.yaml:15:16: liste inconnue — trouvé : @rien/),
      expect.stringMatching(/^rulebook\.yaml:15:25: motif « \(y » : « \( » jamais fermé/),
      expect.stringMatching(/^rulebook\.yaml:19:5: identifiant déjà pris à .*rulebook\.yaml:10 — trouvé : a\.b/),
      expect.stringMatching(/^suite\.yaml:5:10: il faut un texte — trouvé : 3/),
    ]);
  });

  it('a mistake in the head hides none in the rules, and is no reason for others', () => {
    expect(problemsOf({ 'rulebook.yaml': `${HEAD.replace('promise:', 'promisse:')}rules:${RULE('a.b').replace('minor', 'minr')}` })).toEqual([
      'rulebook.yaml:1:1: clé obligatoire « promise » absente',
      'rulebook.yaml:4:1: clé inconnue — trouvé : promisse',
      'rulebook.yaml:12:15: valeur inconnue — trouvé : minr',
    ]);
    expect(problemsOf({ 'rulebook.yaml': `${HEAD.replace('"Une issue pour chacun."', '3')}rules:${RULE('a.b')}` })).toEqual(['rulebook.yaml:6:10: il faut un texte — trouvé : 3']);
    // What an unreadable pack would have brought cannot be missed.
    const unread = { 'paquet/rulebook.yaml': 'a: [', 'm/rulebook.yaml': `${HEAD}includes: [../paquet]\nrules:${RULE('a.b').replace('["x"]', '["@sien"]').replace('serves: issue', 'serves: sien')}` };
    const loaded = loadFrom(unread, 'm');
    expect(loaded.ok ? [] : loaded.problems.map(({ message }) => message)).toEqual(["YAML illisible : « ] » jamais fermé"]);
  });
});

describe('examples are pointed at themselves', () => {
  it('one that does not hold, and a text of « instead »', () => {
    const failures = proveRulebook(rulebookOf(RULE('a.b', '\n    instead: ["bien", "x"]').replace('["[x]"]', '["[x]", "rien [du] tout"]').replace('["y"]', '\n      - "y"\n      - text: "encore x"')));
    expect(failures.map(({ check, place }) => [check, place.line, place.column])).toEqual([
      ['flags', 15, 20],
      ['passes', 18, 9],
      ['instead', 19, 23],
    ]);
  });

  it.each([
    ['"agent: [bof]"', 14, 14, 'agent:'],
    ['"client 1:30 : [bof]"', 14, 14, 'client 1:30 :'],
    ['{ channel: chat, text: "agent: [bof]" }', 14, 37, 'agent:'],
  ])('a dialogue whose list was forgotten: %s', (flag, line, column, found) => {
    const loaded = loadFrom({ 'rulebook.yaml': `${HEAD}rules:${RULE('a.b').replace('["[x]"]', `[${flag}]`)}` });
    expect(loaded).toMatchObject({ problems: [{ line, column, found, message: expect.stringContaining(`un dialogue s'écrit en liste, ["${found} …"]`) }] });
  });
});
