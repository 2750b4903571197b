import { describe, expect, it } from 'vitest';
import type { Interaction, SpeakerRole, Turn } from '#domain';
import { analyse } from '../src/analyse.js';
import { proveRulebook } from '../src/rulebook/index.js';
import { rulebookOf } from './rulebook/rulebook-of.js';

const COMPILED = rulebookOf(`
  - id: refus.impossible
    kind: wording
    serves: issue
    why: "Ferme l'échange."
    severity: major
    match: ["c'est (impossible | pas possible)"]
    instead: "Voici ce que je peux vous proposer."
    flags: ["Désolé mais [c'est pas possible]."]
    passes: ["C'est possible."]
  - id: accueil.bonjour
    kind: must-say
    serves: issue
    why: "Un client est salué."
    severity: minor
    say: ["bonjour"]
    where: { first-turns: 1 }
    flags: [["agent: [Votre colis est parti.]", "agent: Bonjour."]]
    passes: ["Bonjour Madame."]
`);

const interaction = (turns: readonly (readonly [SpeakerRole, string, Partial<Turn>?])[], changes: Partial<Interaction> = {}): Interaction => ({
  source: 'essai',
  externalId: '1',
  revision: 1,
  channel: 'chat',
  startedAt: '2026-01-05T09:00:00+01:00',
  participants: [...new Set(turns.map(([role]) => role))].map((role) => ({ id: role, role, ref: `${role}-7` })),
  turns: turns.map(([role, text, more], index) => ({ id: String(index), participantId: role, text, ...more })),
  ...changes,
});

const rulesOf = (one: Interaction): string[] => analyse(one, COMPILED, 'maison').findings.map(({ ruleId }) => ruleId);
const reasonOf = (...one: Parameters<typeof interaction>): string | undefined => analyse(interaction(...one), COMPILED, 'maison').contactReason;

describe('analyse', () => {
  it('gives the exact words, who said them, why, what instead', () => {
    const text = 'Bonjour 👋 Monsieur, c’est   IMPOSSIBLE.';
    const [finding, ...others] = analyse(interaction([['customer', 'Et mon colis ?'], ['agent', text]]), COMPILED, 'maison').findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      ruleId: 'refus.impossible',
      agentRef: 'agent-7',
      severity: 'major',
      commitment: 'issue',
      confidence: 1,
      instead: 'Voici ce que je peux vous proposer.',
      evidence: [{ turn: 1, start: 21, end: 39, quote: 'c’est   IMPOSSIBLE', sense: 'said' }],
    });
    expect(text.slice(21, 39)).toBe('c’est   IMPOSSIBLE');
  });

  it('gives the same analysis every time, whatever was read before', () => {
    const one = interaction([['agent', "Bonjour, c'est impossible. C'est impossible."]]);
    const first = analyse(one, COMPILED, 'maison');
    analyse(interaction([['agent', 'Non.']]), COMPILED, 'maison');
    expect(analyse(one, COMPILED, 'maison')).toEqual(first);
    expect(new Set(first.findings.map(({ id }) => id)).size).toBe(2);
    expect(analyse(one, COMPILED, 'ailleurs').findings[0]!.id).not.toBe(first.findings[0]!.id);
  });

  it('tells what the customer came for by their first own words that say it', () => {
    expect(reasonOf([['agent', 'Bonjour, un remboursement ?'], ['customer', 'Bonjour à vous.'], ['customer', 'Je voudrais résilier mon abonnement, et ma facture.']])).toBe('cancellation');
    expect(reasonOf([['customer', 'Bonjour, merci à vous.'], ['agent', 'Votre facture est prête.']])).toBeUndefined();
    expect(reasonOf([['customer', 'Merci pour votre réponse.\n\nLe 3 mars 2026, Service client a écrit :\n> Votre remboursement est parti.']], { channel: 'email' })).toBeUndefined();
  });

  it("judges the agent's own words only", () => {
    expect(rulesOf(interaction([['customer', "C'est impossible"], ['agent', 'Bonjour']]))).toEqual([]);
    expect(rulesOf(interaction([['agent', 'Bonjour'], ['agent', "c'est impossible", { private: true }]]))).toEqual([]);
    const mail = "Bonjour,\n\nVoici la facture.\n\nCordialement,\nLéa\n\nLe 3 mars 2026 à 10:12, Jean Martin <jean@example.org> a écrit :\n> c'est impossible, Léa !\n";
    expect(rulesOf(interaction([['agent', mail]], { channel: 'email' }))).toEqual([]);
  });

  it('does not call a subject clean that it cannot see', () => {
    const compiled = rulebookOf(`
  - id: objet.urgent
    kind: wording
    serves: issue
    why: "w"
    severity: minor
    channels: [email]
    match: ["urgent"]
    where: { zones: [subject] }
    flags: ["x"]
    passes: ["y"]
`);
    const judged = (turns: Parameters<typeof interaction>[0], subject?: string) => {
      const { findings, notChecked } = analyse(interaction(turns, { channel: 'email', subject }), compiled, 'maison');
      return [findings.length, notChecked.map(({ reason }) => reason)];
    };
    const hidden = [0, ["l'objet du courriel n'est dans le texte d'aucun tour"]];
    expect(judged([['agent', 'Bonjour.']], 'URGENT')).toEqual(hidden);
    expect(judged([['agent', 'URGENT\n\nBonjour.']], 'URGENT')).toEqual([1, []]);
    expect(judged([['customer', 'Bonjour ?'], ['agent', 'Bonjour.']], 'URGENT')).toEqual([0, []]);
    expect(judged([['agent', 'Bonjour.']])).toEqual([0, []]);
    for (const reply of ['Re: URGENT', 'RE : URGENT', 'Rép : URGENT', 'Re[2]: URGENT']) expect(judged([['agent', 'Bonjour.']], reply)).toEqual([0, []]);
    expect(judged([['agent', 'Bonjour.']], 'Relance : URGENT')).toEqual(hidden);
  });

  it('says what it could not check, and never that it is clean', () => {
    const analysis = analyse(interaction([['unknown', "C'est impossible"]]), COMPILED, 'maison');
    expect(analysis.findings).toEqual([]);
    expect(analysis.notChecked.map(({ ruleId }) => ruleId)).toEqual(['refus.impossible', 'accueil.bonjour']);
    // Words said by a known agent are judged; whether « bonjour » was said by the unknown one cannot be told.
    const half = analyse(interaction([['unknown', 'Bonjour'], ['agent', "C'est impossible"]]), COMPILED, 'maison');
    expect(half.findings.map(({ ruleId }) => ruleId)).toEqual(['refus.impossible']);
    expect(half.notChecked.map(({ ruleId }) => ruleId)).toEqual(['accueil.bonjour']);
  });

  it('carries the lowest confidence of the words found', () => {
    const words = [{ start: 0, end: 7, confidence: 0.2 }, { start: 9, end: 14, confidence: 0.9 }, { start: 15, end: 25, confidence: 0.6 }];
    const [finding] = analyse(interaction([['agent', "Bonjour, c'est impossible", { words }]]), COMPILED, 'maison').findings;
    expect(finding!.confidence).toBe(0.6);
  });

  it('marks what is missing where it was due', () => {
    const [finding] = analyse(interaction([['agent', 'Votre colis est parti. Il arrive.']]), COMPILED, 'maison').findings;
    expect(finding).toMatchObject({ ruleId: 'accueil.bonjour', evidence: [{ turn: 0, quote: 'Votre colis est parti.', sense: 'missing' }] });
    expect(rulesOf(interaction([['customer', 'Allô ?']]))).toEqual([]);
  });
});

describe('the prover', () => {
  it('is content with a rulebook whose examples hold', () => {
    expect(proveRulebook(COMPILED)).toEqual([]);
  });

  it('finds each way in which a rule may not hold', () => {
    const failures = proveRulebook(
      rulebookOf(`
  - id: a.b
    kind: wording
    serves: issue
    why: "Parce que."
    severity: minor
    match: ["impossible"]
    instead: "Ce sera impossible."
    flags: ["C'est [possible].", "[C'est] impossible.", "Impossible. Impossible.", "impossible"]
    passes: ["C'est impossible."]
  - id: c.d
    kind: must-say
    serves: issue
    why: "Parce que."
    severity: minor
    say: ["c'est impossible"]
    flags: ["Bonjour."]
    passes: ["C'est impossible.", ["inconnu: Bonjour."]]
`),
    );
    expect(failures.map(({ ruleId, check, message }) => `${ruleId} ${check}: ${message}`)).toEqual([
      'a.b flags: la règle ne se déclenche pas',
      "a.b flags: attendu « C'est », trouvé « impossible »",
      'a.b flags: la règle se déclenche 2 fois : « Impossible », « Impossible »',
      'a.b flags: il manque les crochets autour des mots attendus',
      'a.b passes: la règle se déclenche sur « impossible »',
      'a.b instead: « Ce sera impossible. » déclenche a.b sur « impossible »',
      "c.d passes: la règle n'a pas pu être vérifiée : des tours de parole n'ont pas de locuteur connu",
      "c.d required: « c'est impossible » déclenche a.b sur « impossible »",
    ]);
  });
});

describe('the same words count once', () => {
  const compiled = rulebookOf(`
  - id: mot.ouais
    kind: wording
    serves: issue
    why: "Relâché."
    severity: minor
    match: ["ouais", "nickel"]
    yields-to: [mot.ouais-bof]
    flags: ["[Ouais]."]
    passes: ["Oui."]
  - id: mot.ouais-bof
    kind: wording
    serves: issue
    why: "Désabusé."
    severity: minor
    match: ["ouais bof"]
    flags: ["[Ouais bof]."]
    passes: ["Oui."]
`);
  const quotes = (text: string): string[] => analyse(interaction([['agent', text]]), compiled, 'maison').findings.map(({ ruleId, evidence }) => `${ruleId} ${evidence.map(({ quote }) => quote).join(' + ')}`);

  it('of two rules, where one yields to the other', () => {
    expect(quotes('Ouais bof.')).toEqual(['mot.ouais-bof Ouais bof']);
    expect(quotes('Ouais. Ouais bof.')).toEqual(['mot.ouais Ouais', 'mot.ouais-bof Ouais bof']);
  });

  it('of one rule, in one breath', () => {
    expect(quotes('Ouais, c’est nickel.')).toEqual(['mot.ouais Ouais + nickel']);
    expect(quotes('Ouais. C’est nickel.')).toEqual(['mot.ouais Ouais', 'mot.ouais nickel']);
    expect(quotes('Ouais, je regarde dans votre dossier et c’est nickel.')).toEqual(['mot.ouais Ouais', 'mot.ouais nickel']);
  });
});
