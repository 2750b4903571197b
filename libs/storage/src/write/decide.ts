import { done, drop, park, type InteractionFacts, type Outcome } from '#domain';
import { type JudgedPlaces, withVerdicts } from './carried-verdicts.js';
import { type HandFinding, withHandFindings } from '../hand-findings/carried-hand-findings.js';
import type { PreparedItem } from './prepare.js';

/** What is kept of an interaction already: enough to decide, and to take its figures back. */
export interface KeptState {
  readonly revision: number;
  readonly contentHash: string;
  /** Whose history it belongs to. */
  readonly customerKey: string;
  readonly startedAt: Date;
  readonly facts: InteractionFacts;
  readonly judged: JudgedPlaces;
  readonly byHand: readonly HandFinding[];
}

export interface KeptItem {
  readonly item: PreparedItem;
  /** The facts it replaces, null for the first revision. */
  readonly replaces: InteractionFacts | null;
}

export interface Decision {
  readonly outcomes: readonly Outcome<string>[];
  /** In record order; an interaction may come several times. */
  readonly kept: readonly KeptItem[];
  /** The last kept item of each interaction: what the tables hold in the end. */
  readonly final: readonly PreparedItem[];
}

const NONE: ReadonlySet<string> = new Set();
export const ERASED = 'effacé à la demande de la personne : rien n’en est gardé ; faites-le effacer à la source aussi';

/**
 * Decides, in record order, what becomes of each item. Same revision and content: a duplicate. Same revision, other
 * content: a conflict. Erased before: refused, whatever its revision. Its time over: superseded, since it was counted. Lower revision: superseded. Higher: replaces whole.
 */
export function decide(
  items: readonly PreparedItem[],
  stored: ReadonlyMap<string, KeptState>,
  erased: ReadonlySet<string> = NONE,
  passed: ReadonlySet<string> = NONE,
): Decision {
  const states = new Map(stored);
  const final = new Map<string, PreparedItem>();
  const kept: KeptItem[] = [];
  const outcomes = items.map((given): Outcome<string> => {
    if (erased.has(given.key)) return park('erased', ERASED);
    if (passed.has(given.key)) return drop('superseded');
    const state = states.get(given.key);
    const item = state === undefined ? given : withHandFindings(withVerdicts(given, state.judged), state.byHand);
    if (state !== undefined) {
      const { revision, contentHash } = state;
      if (item.revision < revision) return drop('superseded');
      if (item.revision === revision) {
        if (item.contentHash === contentHash) return drop('duplicate');
        return park('id_conflict', `la révision ${revision} est déjà connue avec un autre contenu ; augmentez « revision »`);
      }
    }
    kept.push({ item, replaces: state?.facts ?? null });
    states.set(item.key, item);
    final.set(item.key, item);
    return done(item.source.interactionId);
  });
  return { outcomes, kept, final: [...final.values()] };
}
