import type { Pledge } from '#domain';
import type { PolicyFact } from '../../rulebook/policy.js';
import { foldWord } from '../../read/index.js';
import { tellAmount, tellMoment } from '../../pledges/relations/detail.js';

const DAY_MS = 86_400_000;

/** A policy fact made ready: its conditions are told by their occurrences. */
export interface ReadyPolicy {
  readonly fact: PolicyFact;
  /** Whether one of its conditions is said in the turn of the pledge. */
  readonly conditionSaid: (pledge: Pledge) => boolean;
}

/** What the brand's policy says against a pledge, in French; null when it is within it. The first fact that it breaks is told. */
export function outsidePolicy(pledge: Pledge, policy: readonly ReadyPolicy[]): string | null {
  for (const { fact, conditionSaid } of policy) {
    if (!concerns(fact, pledge)) continue;
    const broken = breach(fact, pledge, conditionSaid);
    if (broken !== null) return `${broken} Règle de la maison : ${fact.says}`;
  }
  return null;
}

function concerns({ act, about, from, until }: PolicyFact, pledge: Pledge): boolean {
  if (act !== pledge.act) return false;
  const day = pledge.at.slice(0, 10);
  if ((from !== undefined && day < from) || (until !== undefined && day > until)) return false;
  const words = foldWord(`${pledge.object ?? ''} ${pledge.evidence.quote}`).split(/[^\p{L}\p{N}]+/u);
  return about.length === 0 || about.some((noun) => pledge.topics.includes(foldWord(noun)) || words.includes(foldWord(noun)));
}

function breach({ within, notBefore, atMost, condition }: PolicyFact, pledge: Pledge, conditionSaid: ReadyPolicy['conditionSaid']): string | null {
  const by = pledge.deadline?.by ?? null;
  if (by !== null) {
    const due = Date.parse(by.instant);
    const given = Date.parse(pledge.at);
    // « Sous 14 jours » lasts until the end of the fourteenth: a date alone is held by its beginning.
    if (within !== undefined && due - (by.local.includes('T') ? 0 : DAY_MS) > given + within) return `Échéance promise : ${tellMoment(by)}, c’est trop tard.`;
    if (notBefore !== undefined && due < given + notBefore) return `Échéance promise : ${tellMoment(by)}, c’est trop tôt pour être tenu.`;
  }
  const { amount } = pledge;
  if (amount !== null && atMost !== undefined && 'currency' in amount === 'currency' in atMost && amount.value > atMost.value) {
    return `Montant promis : ${tellAmount(amount)}, au-delà de ${tellAmount(atMost)}.`;
  }
  return condition !== undefined && pledge.condition === null && pledge.because !== 'condition-met' && !conditionSaid(pledge) ? 'Promis sans dire la condition.' : null;
}
