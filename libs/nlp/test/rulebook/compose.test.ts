import { describe, expect, it } from 'vitest';
import { compileRulebook, formatProblem, proveRulebook } from '../../src/rulebook/index.js';
import type { Rulebook } from '../../src/rulebook/index.js';
import { loadFrom } from './rulebook-of.js';

const head = (name: string): string => `rulebook: ${name}\nversion: 1.0.0\nlanguage: fr\npromise: "Promesse de ${name}."\n`;

const rule = (id: string, match: string, more = ''): string => `  - id: ${id}
    kind: wording
    serves: issue
    why: "Raison du paquet."
    severity: minor
    match: ["${match}"]${more}
    flags: ["[${match.replace('@refus', 'hors de question')}]."]
    passes: ["Rien."]
`;

const PACK = `${head('paquet')}commitments:\n  issue: "Issue du paquet."\n  accueil: "Accueil du paquet."\nlists:\n  refus: ["hors de question"]\nrules:\n${rule('p.refus', '@refus')}${rule('p.mais', 'mais')}`;

/** The brand's rulebook upon the pack. */
const brand = (more: string, files: Readonly<Record<string, string>> = {}): ReturnType<typeof loadFrom> =>
  loadFrom({ 'paquet/rulebook.yaml': PACK, 'maison/rulebook.yaml': `${head('maison')}includes: [../paquet]\n${more}`, ...files }, 'maison');

function read(loaded: ReturnType<typeof loadFrom>): Rulebook {
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
  return loaded.rulebook;
}
const problems = (loaded: ReturnType<typeof loadFrom>): string[] => (loaded.ok ? [] : loaded.problems.map(formatProblem));
const ids = (rulebook: Rulebook): string[] => rulebook.rules.map(({ id }) => id);

describe('includes', () => {
  it('takes in rules, lists and commitments; name, version and promise stay the brand’s', () => {
    const rulebook = read(brand(`rules:\n${rule('m.a', 'dommage').replace('["dommage"]', '["dommage", "c\'est @refus"]')}`));
    expect(rulebook).toMatchObject({ name: 'maison', promise: 'Promesse de maison.', commitments: { issue: 'Issue du paquet.' } });
    expect(ids(rulebook)).toEqual(['p.refus', 'p.mais', 'm.a']);
    expect(proveRulebook(compileRulebook(rulebook))).toEqual([]);
  });

  it('lets the brand’s list and commitment of the same name replace the pack’s, in the pack’s rules too', () => {
    const rulebook = read(brand('commitments:\n  issue: "Issue de la maison."\nlists:\n  refus: ["exclu"]\n'));
    expect(rulebook.commitments).toEqual({ issue: 'Issue de la maison.', accueil: 'Accueil du paquet.' });
    const failures = proveRulebook(compileRulebook(rulebook));
    expect(failures.map(({ ruleId, message }) => `${ruleId} ${message}`)).toEqual(['p.refus la règle ne se déclenche pas']);
  });

  it('changes its hash with the content of a pack', () => {
    const hash = read(brand('')).hash;
    expect(read(brand('')).hash).toBe(hash);
    expect(read(brand('', { 'paquet/rulebook.yaml': PACK.replace('severity: minor', 'severity: major') })).hash).not.toBe(hash);
  });

  it('refuses the same id in two packs, naming both places', () => {
    const other = `${head('autre')}commitments:\n  issue: "i"\nrules:\n${rule('p.mais', 'cependant')}`;
    const loaded = loadFrom({ 'paquet/rulebook.yaml': PACK, 'autre/rulebook.yaml': other, 'maison/rulebook.yaml': `${head('maison')}includes: [../paquet, ../autre]\n` }, 'maison');
    expect(problems(loaded)).toEqual([expect.stringMatching(/^autre\/rulebook\.yaml:8:5: identifiant déjà pris à .*paquet\/rulebook\.yaml:19 — trouvé : p\.mais$/)]);
  });

  it('counts a pack once that comes in by two ways, as the later way has it', () => {
    const middle = (name: string, severity: string): string => `${head(name)}includes: [../paquet]\nadjust:\n  p.mais: { severity: ${severity} }\n`;
    const files = { 'paquet/rulebook.yaml': PACK, 'un/rulebook.yaml': middle('un', 'major'), 'deux/rulebook.yaml': middle('deux', 'critical') };
    const rulebook = read(loadFrom({ ...files, 'maison/rulebook.yaml': `${head('maison')}includes: [../un, ../deux]\n` }, 'maison'));
    expect(rulebook.rules.map(({ id, severity }) => `${id} ${severity}`)).toEqual(['p.refus minor', 'p.mais critical']);
  });

  it('refuses itself, directly or by another, and a folder without rulebook, with the nearest one', () => {
    expect(problems(brand('', { 'maison/rulebook.yaml': `${head('maison')}includes:\n  - ../maison\n` }))).toEqual([
      'maison/rulebook.yaml:6:5: un référentiel ne peut pas se contenir lui-même — trouvé : ../maison',
    ]);
    expect(problems(brand('', { 'paquet/rulebook.yaml': `${head('paquet')}includes: ["../maison"]\n` }))).toEqual([
      'paquet/rulebook.yaml:5:12: un référentiel ne peut pas se contenir lui-même — trouvé : ../maison',
    ]);
    expect(problems(brand('', { 'maison/rulebook.yaml': `${head('maison')}includes: [../paquets]\n` }))).toEqual([
      'maison/rulebook.yaml:5:12: ce dossier ne contient pas de rulebook.yaml — trouvé : ../paquets — vouliez-vous « ../paquet » ? — admis : ../paquet',
    ]);
  });

  it('tells what is wrong in a pack in the pack’s own file', () => {
    const told = problems(brand('', { 'paquet/a.yaml': 'rules:\n  - id: x\n    kind: wordng\n' }));
    expect(told.at(-1)).toMatch(/^paquet\/a\.yaml:3:11: genre de règle inconnu/);
    // What else the rule lacks is told in the same round.
    expect(told.slice(0, -1)).toEqual(['serves', 'why', 'severity', 'flags', 'passes', 'match'].map((key) => expect.stringMatching(`^paquet/a\\.yaml:2:5: clé obligatoire « ${key} »`)));
  });
});

const adjusted = (change: string): Rulebook['rules'][number] | undefined => read(brand(`adjust:\n  p.mais: ${change}\n`)).rules.find(({ id }) => id === 'p.mais');

const withoutFolder = (value: unknown): object => JSON.parse(JSON.stringify(value).replaceAll(/"[^"]*\/(?=paquet\/|rulebook\.yaml)/g, '"'));

describe('adjust', () => {
  it.each([
    ['{ severity: critical }', { severity: 'critical', why: 'Raison du paquet.' }],
    ['{ channels: [email] }', { channels: ['email'], severity: 'minor' }],
    ['{ instead: "Et" }', { instead: ['Et'] }],
    ['{ instead: ["Et", "Puis"] }', { instead: ['Et', 'Puis'] }],
    ['{ why: "Raison de la maison." }', { why: 'Raison de la maison.', severity: 'minor' }],
    ['{ off: false }', { severity: 'minor' }],
  ])('%s changes that and nothing else', (change, expected) => {
    const before = read(brand('')).rules.find(({ id }) => id === 'p.mais')!;
    // Each of them is read in a folder of its own.
    const changed = adjusted(change)!;
    expect(withoutFolder(changed)).toEqual({ ...withoutFolder(before), ...expected, insteadPlaces: expect.any(Array) });
    expect(changed.insteadPlaces).toHaveLength(changed.instead.length);
  });

  it('off takes a rule out, and its id may be given to a rule of the brand', () => {
    expect(adjusted('{ off: true }')).toBeUndefined();
    const rulebook = read(brand(`adjust:\n  p.mais: { off: true }\nrules:\n${rule('p.mais', 'cependant')}`));
    expect(rulebook.rules.filter(({ id }) => id === 'p.mais').map(({ spec }) => JSON.stringify(spec['match']))).toEqual([expect.stringContaining('cependant')]);
  });

  it('reaches the packs of a pack, and the outermost word counts', () => {
    const middle = `${head('milieu')}includes: [../paquet]\nadjust:\n  p.mais: { severity: major, why: "Raison du milieu." }\n`;
    const outer = `${head('maison')}includes: [../milieu]\nadjust:\n  p.mais: { severity: info }\n`;
    const { rules } = read(loadFrom({ 'paquet/rulebook.yaml': PACK, 'milieu/rulebook.yaml': middle, 'maison/rulebook.yaml': outer }, 'maison'));
    expect(rules.find(({ id }) => id === 'p.mais')).toMatchObject({ severity: 'info', why: 'Raison du milieu.' });
  });

  it('is proven like the rest: what it puts instead must pass the whole rulebook', () => {
    const failures = proveRulebook(compileRulebook(read(brand('adjust:\n  p.mais: { instead: "C\'est hors de question." }\n'))));
    expect(failures.map(({ ruleId, check, message }) => `${ruleId} ${check} ${message}`)).toEqual(['p.mais instead « C\'est hors de question. » déclenche p.refus sur « hors de question »']);
  });

  it('changes the hash', () => {
    expect(read(brand('adjust:\n  p.mais: { severity: major }\n')).hash).not.toBe(read(brand('')).hash);
  });

  it.each([
    ['p.mai: { off: true }', "maison/rulebook.yaml:7:3: règle inconnue : seules celles des référentiels inclus s'ajustent — trouvé : p.mai — vouliez-vous « p.mais » ?"],
    ['m.a: { off: true }', "maison/rulebook.yaml:7:3: règle inconnue : seules celles des référentiels inclus s'ajustent — trouvé : m.a"],
    ['p.mais: { severty: info }', 'maison/rulebook.yaml:7:13: clé inconnue — trouvé : severty — vouliez-vous « severity » ? — admis : severity, channels, instead, why, off'],
    ['p.mais: { severity: grave }', 'maison/rulebook.yaml:7:23: valeur inconnue — trouvé : grave — admis : info, minor, major, critical'],
    ['p.mais: { why: "L’agent est énervé." }', "maison/rulebook.yaml:7:18: une règle ne juge jamais l'émotion d'un agent, seulement ses mots — trouvé : L’agent est énervé."],
  ])('refuses %s', (change, expected) => {
    expect(problems(brand(`adjust:\n  ${change}\nrules:\n${rule('m.a', 'dommage')}`))).toEqual([expected]);
  });
});
