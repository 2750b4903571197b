import { jsonPointer } from '../json-text.js';
import { ok, refuse, type Read } from '../refusal.js';

/** One step down: a member, an element (negative: from the end), or every member or element. */
type Step = { readonly kind: 'member'; readonly name: string } | { readonly kind: 'element'; readonly index: number } | { readonly kind: 'all' };

/** A way from one value to others: a part of JSONPath (RFC 9535) that nothing can be run with. */
export interface JsonPath {
  /** As it was written. */
  readonly text: string;
  readonly steps: readonly Step[];
}

/** A value that a path led to, and where it stands (RFC 6901, from the file's root). */
export interface Place {
  readonly value: unknown;
  readonly pointer: readonly PropertyKey[];
}

const MOST_STEPS = 20;
const STEP = /\.(\*|[\p{L}_][\p{L}\p{N}_-]*)|\[(?:(\*)|(-?\d{1,6})|'([^'\\]{1,200})'|"([^"\\]{1,200})")\]/uy;

/** `$.conversation['mes messages'][*].auteur`; refused with the place of the first character that does not fit. */
export function parsePath(text: string): Read<JsonPath> {
  if (!text.startsWith('$')) return refuse('invalid_mapping', `chemin « ${text.slice(0, 60)} » : un chemin commence par « $ »`);
  const steps: Step[] = [];
  let at = 1;
  while (at < text.length) {
    STEP.lastIndex = at;
    const match = STEP.exec(text);
    if (match === null) return refuse('invalid_mapping', `chemin « ${text.slice(0, 60)} », caractère ${at + 1} : attendu .nom, .*, [0], [-1], [*] ou ['nom']`);
    const [whole, name, all, index, single, double] = match;
    const quoted = single ?? double;
    if (all !== undefined || name === '*') steps.push({ kind: 'all' });
    else if (index !== undefined) steps.push({ kind: 'element', index: Number(index) });
    else steps.push({ kind: 'member', name: quoted ?? name ?? '' });
    at += whole.length;
  }
  return steps.length <= MOST_STEPS ? ok({ text, steps }) : refuse('invalid_mapping', `chemin « ${text.slice(0, 60)} » : plus de ${MOST_STEPS} pas`);
}

/** Every value that a path leads to, in the order of the file. What is not there is no error: the path then leads nowhere. */
export function select({ steps }: JsonPath, from: Place): Place[] {
  return steps.reduce<Place[]>((places, step) => places.flatMap((place) => follow(step, place)), [from]);
}

/** As select, for a path to a list: one that leads to the array itself leads to its elements. */
export const selectEach = (path: JsonPath, from: Place): Place[] =>
  select(path, from).flatMap((place) => (Array.isArray(place.value) ? follow({ kind: 'all' }, place) : [place]));

/** Own members only: `constructor` and `__proto__` lead nowhere, unless the file has such members itself. */
function follow(step: Step, { value, pointer }: Place): Place[] {
  if (value === null || typeof value !== 'object') return [];
  if (step.kind === 'all') return Object.entries(value).map(([key, member]) => ({ value: member, pointer: [...pointer, key] }));
  if (step.kind === 'element') {
    const list = Array.isArray(value) ? value : [];
    const index = step.index < 0 ? list.length + step.index : step.index;
    return index in list ? [{ value: list[index], pointer: [...pointer, index] }] : [];
  }
  if (Array.isArray(value) || !Object.hasOwn(value, step.name)) return [];
  return [{ value: Reflect.get(value, step.name), pointer: [...pointer, step.name] }];
}

/** For people: where a value stands. */
export const pointerOf = ({ pointer }: Place): string => jsonPointer(pointer) || '/';
