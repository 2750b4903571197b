import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/rulebook/index.js';
import { HEAD, loadFrom } from './rulebook-of.js';

const rule = (changes: Readonly<Record<string, string | null>> = {}): string => {
  const keys: Record<string, string | null> = {
    id: 'refus.impossible',
    kind: 'wording',
    serves: 'issue',
    why: '"Ferme l’échange."',
    severity: 'major',
    match: `["c'est impossible"]`,
    flags: `["[C'est impossible]."]`,
    passes: `["C'est possible."]`,
    ...changes,
  };
  const lines = Object.entries(keys).filter(([, value]) => value !== null).map(([key, value]) => `${key}: ${value}`);
  return `  - ${lines.join('\n    ')}\n`;
};

const problemsOf = (files: Readonly<Record<string, string>>): string[] => {
  const loaded = loadFrom(files);
  return loaded.ok ? [] : loaded.problems.map(formatProblem);
};
const withRule = (changes: Readonly<Record<string, string | null>>): string[] => problemsOf({ 'rulebook.yaml': `${HEAD}rules:\n${rule(changes)}` });

describe('a rulebook that is written well', () => {
  it('loads its main file and its chapters, with the same hash each time', () => {
    const files = { 'rulebook.yaml': `${HEAD}rules:\n${rule()}`, 'a.yaml': `rules:\n${rule({ id: 'b.c' })}`, 'notes.txt': 'ignored' };
    const [once, again] = [loadFrom(files), loadFrom(files)];
    if (!once.ok || !again.ok) throw new Error('refused');
    expect(once.rulebook.rules.map(({ id }) => id)).toEqual(['refus.impossible', 'b.c']);
    expect(once.rulebook.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(again.rulebook.hash).toBe(once.rulebook.hash);
  });
});

describe('what is written wrong is told with its place', () => {
  it.each<[string, Record<string, string | null>, RegExp]>([
    ['an unknown key', { sevrity: 'minor' }, /^rulebook\.yaml:16:5: clé inconnue — trouvé : sevrity — vouliez-vous « severity » \? — admis : id, kind/],
    ['an unknown value', { severity: 'majeur' }, /^rulebook\.yaml:12:15: valeur inconnue — trouvé : majeur — vouliez-vous « major » \? — admis : info, minor, major, critical$/],
    ['a missing key', { why: null }, /^rulebook\.yaml:8:5: clé obligatoire « why » absente$/],
    ['an unknown kind', { kind: 'wordng' }, /^rulebook\.yaml:9:11: genre de règle inconnu — trouvé : wordng — vouliez-vous « wording » \?/],
    ['a bad pattern', { match: '["bonjour", "a (b | c"]' }, /^rulebook\.yaml:13:27: motif « a \(b \| c » : « \( » jamais fermé — trouvé : \(/],
    ['a bad condition', { near: '{ words: 3, all: ["x"] }' }, /^rulebook\.yaml:16:23: clé inconnue — trouvé : all — vouliez-vous « any » \? — admis : words, any$/m],
    ['an unknown commitment', { serves: 'isue' }, /engagement inconnu \(serves\) — trouvé : isue — vouliez-vous « issue » \?/],
    ['an unknown list', { match: '["@rien"]' }, /^rulebook\.yaml:13:14: liste inconnue — trouvé : @rien$/],
    ['a bad example', { flags: '["[a [b]"]' }, /^rulebook\.yaml:14:17: crochets mal appariés/],
    ['a rule about emotions of staff', { why: '"Mesure la colère de l’agent."' }, /jamais l'émotion d'un agent/],
    ['an agent said to be angry', { why: '"L\'agent est en colère."' }, /^rulebook\.yaml:11:10: .*jamais l'émotion d'un agent/],
    ['several feelings at once', { why: '"L’agent semble énervé, stressé ou triste."' }, /^rulebook\.yaml:11:10: /],
    ['a feeling among other words', { why: '"Le client le remarque : la conseillère a l’air vraiment fatiguée."' }, /jamais l'émotion/],
    ['a feeling without a verb', { why: '"Relève un téléconseiller peu motivé ou un salarié frustré."' }, /jamais l'émotion/],
    ['a feeling of the team', { why: '"Suit l’humeur de nos conseillers."' }, /jamais l'émotion/],
    ['an id that names it', { id: 'agent.stress' }, /^rulebook\.yaml:8:9: .*jamais l'émotion d'un agent/],
  ])('%s', (_, changes, expected) => {
    expect(withRule(changes).join('\n')).toMatch(expected);
  });

  it.each([
    'Le client en colère attend que l’on s’occupe de lui.',
    'La colère du client monte quand l’agent se tait.',
    'L’agent nomme la colère du client avant d’y répondre.',
    'L’agent répond au client énervé sans le presser.',
    'La frustration du client retombe dès que le conseiller annonce une date.',
    'Le conseiller rend le client triste et anxieux.',
    'L’agent est à l’écoute de la colère du client.',
  ])('lets a reason speak of the customer: %s', (why) => {
    expect(withRule({ why: `"${why}"` })).toEqual([]);
  });

  it.each<[string, string, RegExp]>([
    ['a bracket never closed', `${HEAD}rules: [`, /^rulebook\.yaml:7:9: YAML illisible : .*« \] » jamais fermé/],
    ['a quote never closed', `${HEAD}rules:\n  - id: "a`, /:8:\d+: YAML illisible : « " » jamais fermé/],
    ['an unknown escape', `${HEAD}lists:\n  a: ["un \\d"]\n`, /^rulebook\.yaml:8:11: YAML illisible : échappement inconnu/],
    ['a colon too many', `${HEAD}lists: a: b\n`, /^rulebook\.yaml:7:8: YAML illisible : deux « : » sur une ligne/],
    ['a tab', `${HEAD}lists:\n\ta: ["x"]\n`, /^rulebook\.yaml:8:1: YAML illisible : .*tabulations/],
    ['a text that begins with a sign', `${HEAD}lists:\n  a:\n    - @b\n`, /^rulebook\.yaml:9:7: YAML illisible : un texte ne commence pas par ce signe/],
    ['a key that is no word', `${HEAD}? { a: b }\n: c\n`, /^rulebook\.yaml:7:3: une clé est un mot/],
    ['aliases', `${HEAD}lists: &a\n  x: ["b"]\nrules: *a\n`, /:8:\d+: ancres .* ne sont pas admis/],
    ['a key written twice', `${HEAD}version: 1.0.0\n`, /:7:1: clé en double/],
    ['deep nesting', '['.repeat(50_000), /YAML illisible/],
    ['a file too big', `# ${'x'.repeat(300_000)}`, /octets ; au plus 262144/],
    ['an empty file', '', /clé obligatoire « rulebook » absente/],
    ['a list that contains itself', `${HEAD}lists:\n  a: ["@b"]\n  b: ["x @a"]\n`, /une liste ne peut pas se contenir elle-même/],
  ])('%s', (_, content, expected) => {
    expect(problemsOf({ 'rulebook.yaml': content }).join('\n')).toMatch(expected);
  });

  it('refuses the same id twice and a folder without rulebook', () => {
    expect(problemsOf({ 'rulebook.yaml': `${HEAD}rules:\n${rule()}`, 'a.yaml': `rules:\n${rule()}` })).toEqual([
      expect.stringMatching(/^a\.yaml:2:5: identifiant déjà pris à .*rulebook\.yaml:8 — trouvé : refus\.impossible$/),
    ]);
    expect(problemsOf({})).toEqual(['rulebook.yaml:1:1: fichier illisible (ENOENT)']);
  });
});
