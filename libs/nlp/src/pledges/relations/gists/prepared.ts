import type { Gist, Statement } from '#domain';
import { type ValueKind, VALUES } from '../../lexicon/kinds-of-values.js';
import { isVerb } from '../../gist/roots.js';
import { setsOf } from '../../gist/senses.js';

/** A gist taken apart, ready to be held against others. */
export interface Prepared {
  readonly gist: Gist;
  readonly things: readonly string[];
  readonly beside: readonly string[];
  readonly absent: ReadonlySet<string>;
  /** Its verbs and the verbs of its nouns: what is done. */
  readonly events: readonly string[];
  readonly slots: ReadonlyMap<string, readonly string[]>;
  /** Words that are what a slot is told as. */
  readonly answers: ReadonlySet<string>;
  readonly isDenied: boolean;
  /** Bits of its senses (`mayShare`). */
  readonly mask: readonly number[];
}

const known = new WeakMap<Statement, Prepared>();

/** Null: the statement has no gist. */
export function prepared(statement: Statement): Prepared | null {
  const { gist } = statement;
  if (gist === undefined) return null;
  let found = known.get(statement);
  if (found === undefined) known.set(statement, (found = prepare(gist)));
  return found;
}

const REFUSING = new Set(['refuser', 'rejeter', 'decliner', 'interdire', 'exclure']);

function prepare(gist: Gist): Prepared {
  const things = gist.things.map(bare);
  const slots = new Map<string, string[]>();
  for (const told of gist.tells) {
    const at = told.indexOf(':');
    const [slot, value] = at < 0 ? [told.slice(1), told[0]!] : [told.slice(0, at), told.slice(at + 1)];
    const values = slots.get(slot);
    if (values === undefined) slots.set(slot, [value]);
    else if (!values.includes(value)) values.push(value);
  }
  const beside = gist.beside ?? [];
  const mask = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const root of [...things, ...beside, ...gist.deeds]) {
    mark(mask, hash(root));
    for (const set of setsOf(root)) mark(mask, set);
  }
  const isRefused = slots.get('allowed')?.[0] === '-' || [...gist.deeds, ...things].some((root) => REFUSING.has(root));
  return {
    gist, things, beside, absent: new Set(gist.things.filter((thing) => thing.startsWith('-')).map(bare)), events: [...gist.deeds, ...things.filter((thing) => isVerb(thing) && !gist.deeds.includes(thing))], slots, answers: answersOf(things, slots), isDenied: gist.denied === true || isRefused || gist.things.some((thing) => thing.startsWith('-') && isVerb(bare(thing)) && gist.deeds.length === 0), mask,
  };
}

const KINDS: readonly (readonly [slot: string, kind: ValueKind])[] = [['place', 'place'], ['channel', 'channel'], ['means', 'means'], ['pays', 'role'], ['by', 'role']];

/** « à l'agence »: said where, not of what. */
function answersOf(things: readonly string[], slots: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [slot, kind] of KINDS) for (const value of slots.get(slot) ?? []) for (const thing of things) if (VALUES[kind].get(thing) === value) found.add(thing);
  return found;
}

const bare = (thing: string): string => (thing.startsWith('-') ? thing.slice(1) : thing);
/** Two thousand sets in 248 bits: few that share none share a bit. */
function mark(mask: number[], value: number): void {
  const at = value % (mask.length * 31);
  mask[Math.floor(at / 31)]! |= 1 << (at % 31);
}

/** Whether two may have a word or a sense in common; false: they have none. */
export const mayShare = (one: Prepared, other: Prepared): boolean => one.mask.some((bits, i) => (bits & other.mask[i]!) !== 0);

function hash(text: string): number {
  let value = 0;
  for (let i = 0; i < text.length; i++) value = (value * 31 + text.charCodeAt(i)) >>> 0;
  return value;
}

/** What a clause says yes or no to: its verb, and the noun that a verb like « accepter », « refuser » or « faire » has. */
export const saidOf = ({ gist, events }: Prepared): readonly string[] => (gist.deeds.length === 0 || gist.deeds.some((root) => GRANTING.has(root)) ? events : gist.deeds);

const GRANTING = new Set(['accepter', 'autoriser', 'valider', 'refuser', 'rejeter', 'retenir', 'admettre', 'decliner', 'interdire', 'pratiquer', 'organiser', 'fournir', 'accorder', 'donner', 'traiter']);
