import type { CoreNode, PatternNode } from './pattern-node.js';
import { ELIDED, ELISIONS } from './spellings.js';

const VOWEL = /^[aeiouyh]/;
/** A lemma joined to a word makes one spelling per form; more than this is no word of French. */
const MOST_SPELLINGS = 200;

/**
 * Expands a row of items and lets an apostrophe or hyphen be missing: « c'est » also finds « cest », « peut-être » also
 * « peutetre », and « je ai » finds « jai ». Returns one core node per item, or fewer where two were tied together.
 */
export function joinElisions(items: readonly PatternNode[], expand: (item: PatternNode) => CoreNode): CoreNode[] {
  const out: CoreNode[] = [];
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index]!;
    const next = items[index + 1];
    const core = expand(item);
    const glued = next === undefined ? null : gluing(item, next);
    if (next === undefined || glued === null) {
      out.push(core);
      continue;
    }
    const nextCore = expand(next);
    const stuck = prefixed(nextCore, glued.prefixes, glued.beforeVowel);
    if (stuck === null) {
      out.push(core);
      continue;
    }
    out.push({ type: 'choice', options: [{ type: 'sequence', items: [core, nextCore] }, stuck] });
    index += 1;
  }
  return out;
}

/** The spellings of `item` that may be stuck to `next`, or null. */
function gluing(item: PatternNode, next: PatternNode): { prefixes: readonly string[]; beforeVowel: boolean } | null {
  if (item.type !== 'word') return null;
  const elided = ELISIONS[item.word] === undefined ? (ELIDED.get(item.word) ?? []) : [item.word];
  if (elided.length > 0) return { prefixes: elided, beforeVowel: true };
  return isJoined(next) ? { prefixes: [item.word], beforeVowel: false } : null;
}

function isJoined(node: PatternNode): boolean {
  if (node.type === 'word' || node.type === 'lemma') return node.joined;
  if (node.type === 'choice') return node.options.every(isJoined);
  if (node.type === 'sequence') return node.items.length > 0 && isJoined(node.items[0]!);
  return false;
}

/** `node` with its first word written together with one of `prefixes`; null when it does not begin with a word. */
function prefixed(node: CoreNode, prefixes: readonly string[], beforeVowel: boolean): CoreNode | null {
  switch (node.type) {
    case 'words': {
      const words = node.words
        .filter((word) => word.length > 1 && (!beforeVowel || VOWEL.test(word)))
        .flatMap((word) => prefixes.map((prefix) => prefix + word));
      if (words.length === 0 || words.length > MOST_SPELLINGS) return null;
      return { type: 'words', key: `${prefixes.join(',')}${beforeVowel ? "'" : '-'}${node.key}`, words };
    }
    case 'sequence': {
      const first = node.items[0];
      const stuck = first === undefined ? null : prefixed(first, prefixes, beforeVowel);
      return stuck === null ? null : { type: 'sequence', items: [stuck, ...node.items.slice(1)] };
    }
    case 'choice': {
      const options = node.options.map((option) => prefixed(option, prefixes, beforeVowel)).filter((option) => option !== null);
      return options.length === 0 ? null : { type: 'choice', options };
    }
    default:
      return null;
  }
}
