import { type Contradiction, type ContradictionKind, contradictionIdOf, type Statement } from '#domain';
import { foldWord } from '../../../read/index.js';
import * as tell from '../detail.js';
import type { Placed } from '../order.js';
import { areApart, reachOf, withinReach } from '../same-matter.js';
import { alikeness } from './alike.js';
import { mayShare, prepared } from './prepared.js';
import { isReckoned } from './reckoned.js';
import { differ } from './slots.js';

/** What the clauses of one interaction name and count, beside the one in hand. */
export interface Context {
  readonly things: readonly string[];
  readonly figures: readonly string[];
  readonly references: readonly string[];
}

/**
 * What a clause tells otherwise than the last one about the same did, whatever words they use: one slot in which they differ, and enough in common.
 * For what no table knows.
 */
export function clashOfGists(said: readonly Placed[], index: number): Contradiction[] {
  const later = said[index]!;
  const now = prepared(later.statement);
  if (now === null || isExplained(later.statement)) return [];
  const settled = new Set<string>();
  const here = contextOf(said, index);
  const earliest = later.at - reachOf(later);
  let looks = 0;
  for (let at = index - 1; at >= 0 && looks < MOST_LOOKS; at--) {
    const earlier = said[at]!;
    if (earlier.at < earliest) break;
    const before = prepared(earlier.statement);
    if (before === null) continue;
    const isOneCase = later.statement.caseRef !== undefined && earlier.statement.caseRef === later.statement.caseRef;
    if ((!isOneCase && !mayShare(before, now)) || !withinReach(earlier, later)) continue;
    const isSame = earlier.statement.interactionId === later.statement.interactionId;
    looks++;
    const there = isSame ? here : contextOf(said, at);
    const alike = alikeness(before, now, there.things, here.things, isOneCase);
    if (!alike.isSame && !alike.isAround) continue;
    for (const { slot, differs, kind } of differ({ gist: before, statement: earlier.statement, placed: earlier, context: there }, { gist: now, statement: later.statement, placed: later, context: here }, alike)) {
      if (settled.has(slot)) continue;
      if (differs && !isSame && areOthers(earlier.statement, later.statement, alike.common, there, here)) continue;
      settled.add(slot);
      if (differs && !isSame) return [told(kind, earlier.statement, later.statement)];
    }
  }
  return [];
}

/** Statements that may be about the same that a clause is held against, the latest first: a bound for hostile text, far above any history. */
const MOST_LOOKS = 200;
/** Nouns of an interaction that are kept in mind. */
const MOST_THINGS = 200;

/** Two things of one kind, told apart by the words around them. */
function areOthers(earlier: Statement, later: Statement, common: readonly string[], there: Context, here: Context): boolean {
  if (there.references.length > 0 && here.references.length > 0 && !there.references.some((one) => here.references.includes(one))) return true;
  const [one, other] = [earlier, later].map(({ evidence }) => foldWord(evidence.quote));
  if (OTHERWISE.test(other!)) return true;
  const [before, after] = [one!, other!].map((quote) => (quote.match(WHICH) ?? []).map((word) => (word.startsWith('second') ? 'deuxieme' : word)));
  if (before!.length > 0 && after!.length > 0 && !before!.some((word) => after!.includes(word))) return true;
  if (areOtherPeople(one!, other!)) return true;
  return areApart(aboutOf(earlier, common), aboutOf(later, common));
}

const PEOPLE = /\b(?:fils|fille|mari|femme|epouse|epoux|mere|pere|frere|soeur)\b/gu;
const areOtherPeople = (one: string, other: string): boolean => {
  const [before, after]: [readonly string[], readonly string[]] = [one.match(PEOPLE) ?? [], other.match(PEOPLE) ?? []];
  return before.length > 0 && after.length > 0 && !before.some((person) => after.includes(person));
};

/** « pour le four par contre »: said of another thing than the one before. */
const OTHERWISE = /\b(?:par contre|en revanche|quant (?:a|au|aux)|de son cote|cette fois)\b/u;
const WHICH = /\b(?:premiere?|deuxieme|seconde?|troisieme|quatrieme|derniere?)(?= )/gu;

/** Of each history that is being looked at. */
const contexts = new WeakMap<readonly Placed[], Map<string, Context>>();

function contextOf(said: readonly Placed[], index: number): Context {
  let known = contexts.get(said);
  if (known === undefined) contexts.set(said, (known = new Map()));
  const { interactionId } = said[index]!.statement;
  let context = known.get(interactionId);
  if (context === undefined) known.set(interactionId, (context = readContext(said, index)));
  return context;
}

function readContext(said: readonly Placed[], index: number): Context {
  const { interactionId } = said[index]!.statement;
  const things = new Set<string>();
  const figures: string[] = [];
  const references: string[] = [];
  let first = index;
  while (first > 0 && said[first - 1]!.statement.interactionId === interactionId) first--;
  for (let at = first; at < said.length && said[at]!.statement.interactionId === interactionId; at++) {
    const gist = prepared(said[at]!.statement);
    if (gist === null) continue;
    for (const thing of gist.things) if (things.size < MOST_THINGS) things.add(thing);
    for (const [slot, values] of gist.slots) {
      if (slot === 'ref') references.push(...values);
      else if (slot === '€' || slot === '%' || slot === 'days' || slot === 'parts' || slot.startsWith('n.')) if (figures.length < MOST_THINGS) figures.push(...values.map((value) => `${slot}:${value}`));
    }
  }
  return { things: [...things], figures, references };
}

/** A sum that is told is made of the other and of what else was counted: « quarante euros la séance », « quatre cents euros les dix séances ». */
export function reckons(said: readonly Placed[], { earlier, later }: Contradiction): boolean {
  const [one, other] = [prepared(earlier), prepared(later)];
  const [before, after] = [one?.slots.get('€'), other?.slots.get('€')];
  if (one === null || other === null || before?.length !== 1 || after?.length !== 1) return false;
  const [at, now] = [said.findIndex(({ statement }) => statement === earlier), said.findIndex(({ statement }) => statement === later)];
  return isReckoned('€', before[0]!, after[0]!, { gist: one, statement: earlier, placed: said[at]!, context: contextOf(said, at) }, { gist: other, statement: later, placed: said[now]!, context: contextOf(said, now) });
}

const aboutOf = (statement: Statement, common: readonly string[]) => ({
  evidence: statement.evidence, ...('about' in statement && statement.about !== undefined ? { about: statement.about } : {}), topics: 'topics' in statement ? [...statement.topics, ...common] : common,
});

const isExplained = (statement: Statement): boolean => (statement.kind === 'pledge' || statement.kind === 'claim') && (statement.because === 'customer-asked' || statement.because === 'added');

const told = (kind: ContradictionKind, earlier: Statement, later: Statement): Contradiction => ({ id: contradictionIdOf(kind, earlier, later), kind, earlier, later, detail: tell.quotes(earlier, later) });
