import type { PledgeAct } from '#domain';
import { DEEDS } from '../lexicon/deed-nouns.js';

/** The acts of a company by which the customer gets what a deed is; a deed that is not here may be any. */
const ACTS_OF: Readonly<Record<string, readonly PledgeAct[]>> = {
  echange: ['exchange', 'deliver', 'other'],
  remboursement: ['refund', 'gesture', 'other'],
  annulation: ['cancel', 'other'],
  resiliation: ['cancel', 'other'],
  suspension: ['cancel', 'other'],
  reparation: ['repair', 'send-technician', 'gesture', 'other'],
  report: ['correct', 'other'],
  modification: ['correct', 'other'],
  transfert: ['transfer', 'correct', 'other'],
};

const NOUNS: ReadonlySet<string> = new Set(DEEDS.values());
export const isDeedNoun = (topic: string): boolean => NOUNS.has(topic);
const deedsIn = (topics: readonly string[]): readonly string[] => topics.filter((topic) => NOUNS.has(topic));

/** « vous pouvez annuler » and « vous ne pouvez pas reporter » tell of two deeds, whatever they are done to. */
export function tellOtherDeeds(one: readonly string[], other: readonly string[]): boolean {
  const [before, after] = [deedsIn(one), deedsIn(other)];
  return before.length > 0 && after.length > 0 && !before.some((deed) => after.includes(deed));
}

/** Does what is said of a deed concern an act? « n'est pas remboursable » says nothing of an exchange. */
export function concernsAct(topics: readonly string[], act: PledgeAct): boolean {
  const acts = deedsIn(topics).flatMap((deed) => ACTS_OF[deed] ?? []);
  return acts.length === 0 || acts.includes(act);
}
