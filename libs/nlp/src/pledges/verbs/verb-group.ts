import type { Tense } from './tense.js';

/** Who the verb agrees with, as it is said. `noun`: no pronoun, the noun before it · `none`: an imperative. */
export type Subject = 'je' | 'tu' | 'il' | 'on' | 'nous' | 'vous' | 'ils' | 'ce' | 'qui' | 'noun' | 'none';

/** A finite verb with its pronouns before it and the infinitives and participles after it. */
export interface VerbGroup {
  /** Range of words, from the subject pronoun (or the first object pronoun) to the last verb. */
  readonly start: number;
  readonly end: number;
  /** Position of the finite verb. */
  readonly finite: number;
  readonly subject: Subject;
  /** Object pronouns: `vous`, `le`, `y` … */
  readonly clitics: ReadonlySet<string>;
  readonly tense: Tense | 'past' | 'imperative';
  /** Lemmas of its verbs in order: « va vous faire parvenir » → aller, faire, parvenir. Of each the candidates. */
  readonly verbs: readonly (readonly string[])[];
  /** Position of the last verb, which tells what is done. */
  readonly main: number;
  /** être + participle, except of verbs that are conjugated with être. */
  readonly isPassive: boolean;
  /** « ne … pas », « pas », « jamais », « rien », « personne », « aucun ». */
  readonly isNegated: boolean;
  /** « pouvons-nous », « souhaitez vous ». */
  readonly isInverted: boolean;
}

export const lemmasOf = (group: VerbGroup): readonly string[] => group.verbs.at(-1)!;

export const isVerb = (group: VerbGroup, lemmas: { has(lemma: string): boolean }): boolean => lemmasOf(group).some((lemma) => lemmas.has(lemma));

/** Is one of these anywhere in the group? « va tâcher de livrer » */
export const hasVerb = (group: VerbGroup, lemmas: { has(lemma: string): boolean }): boolean => group.verbs.some((candidates) => candidates.some((lemma) => lemmas.has(lemma)));

/** Is one of these the finite verb, or what « aller » puts into the future: « on va pas pouvoir »? */
export const isLedBy = (group: VerbGroup, lemmas: { has(lemma: string): boolean }): boolean =>
  group.verbs[0]!.some((lemma) => lemmas.has(lemma)) || (group.verbs.length > 2 && group.verbs[0]!.includes('aller') && group.verbs[1]!.some((lemma) => lemmas.has(lemma)));
