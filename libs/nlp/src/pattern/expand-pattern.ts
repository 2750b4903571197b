import { foldText } from '../engine/fold-table.js';
import { flatten } from './core-node.js';
import { ENTITY_PATTERNS, ENTITY_WORDS } from './entities.js';
import { joinElisions } from './joined-words.js';
import { seeThroughNegation } from './negation.js';
import type { CoreNode, CorePattern, Pattern, PatternNode } from './pattern-node.js';
import { parsePattern } from './parse-pattern.js';
import { CHAT_SPELLINGS } from './spellings.js';
import { chatPhrases, wordSet } from './word-set.js';

/** What expansion needs from the lexicon. */
export interface Forms {
  /** Every inflected form of a lemma, itself included; empty when unknown. */
  forms(lemma: string): readonly string[];
}

export interface ExpansionContext {
  readonly lexicon: Forms;
  /** The patterns of `@name`; undefined when there is no such list. */
  readonly list: (name: string) => readonly Pattern[] | undefined;
}

/**
 * A parsed pattern with its words expanded: inflected forms, elisions, missing apostrophes, chat spellings, dropped « ne »,
 * entity classes and lists. What comes out says nothing but "one token among these".
 */
export function expandPattern(pattern: Pattern, context: ExpansionContext): CorePattern {
  const root = seeThroughNegation(pattern.root);
  return { text: pattern.text, root: flatten(expand(root, context, 0)), atStart: pattern.atStart, atEnd: pattern.atEnd };
}

function expand(node: PatternNode, context: ExpansionContext, depth: number): CoreNode {
  switch (node.type) {
    case 'sequence': {
      const items = chatPhrases(node.items).flatMap(({ items: run, shorts }) => {
        const core = joinElisions(run, (item) => expand(item, context, depth));
        return shorts.length === 0 ? core : [shortcut(core, shorts)];
      });
      return { type: 'sequence', items };
    }
    case 'choice':
      return { type: 'choice', options: node.options.map((option) => expand(option, context, depth)) };
    case 'optional':
      return { type: 'optional', item: expand(node.item, context, depth) };
    case 'word':
      return expandWord(node.word, context, depth);
    case 'lemma':
      return lemmaNode(node.lemma, context);
    case 'gap':
      return { type: 'gap', least: 0, most: node.most };
    case 'entity':
      return entityNode(node.name, context);
    default: {
      if (node.name.startsWith('@')) return sharedWords(node.name.slice(1));
      // A list may use lists; one that uses itself was refused when the rulebook was read.
      const patterns = depth > 8 ? [] : (context.list(node.name) ?? []);
      return { type: 'choice', options: patterns.map((item) => expand(seeThroughNegation(item.root), context, depth + 1)) };
    }
  }
}

const shortcut = (items: readonly CoreNode[], shorts: readonly string[]): CoreNode => ({
  type: 'choice',
  options: [{ type: 'sequence', items }, { type: 'words', key: `~${shorts.join('~')}`, words: shorts }],
});

/** Dearer than any gap: where « ne » is said, it is part of the match. */
const DROPPED_NE_PRICE = 50;

/** « Jean-Baptiste van den Berg » is five words; a name has few more. */
const MOST_NAME_WORDS = 8;

/** A name, first word to last. */
const WHOLE_NAME: CoreNode = {
  type: 'sequence',
  items: [{ type: 'name' }, restOfName(MOST_NAME_WORDS - 1)],
};

function restOfName(words: number): CoreNode {
  const next: CoreNode = { type: 'name', continued: true };
  return { type: 'optional', item: words === 1 ? next : { type: 'sequence', items: [next, restOfName(words - 1)] } };
}

const entityNodes = new Map<string, CoreNode>();

function entityNode(name: string, context: ExpansionContext): CoreNode {
  if (name === 'nom') return WHOLE_NAME;
  if (name === 'mot') return { type: 'gap', least: 1, most: 1, price: DROPPED_NE_PRICE };
  if (name === '#') return { type: 'digits' };
  if (name === '#/') return { type: 'digits', slash: true };
  const known = entityNodes.get(name);
  if (known !== undefined) return known;
  const options = ENTITY_PATTERNS[name]!.map((text) => {
    const parsed = parsePattern(text, { internal: true });
    if (!parsed.ok) throw new Error(`entity ${name}: ${text}: ${parsed.problem.message}`);
    return expand(parsed.pattern.root, context, 0);
  });
  const node = flatten({ type: 'choice', options });
  entityNodes.set(name, node);
  return node;
}

function sharedWords(name: string): CoreNode {
  const options = ENTITY_WORDS[name]!.map((word) => wordSet(foldText(word)));
  return { type: 'words', key: `@@${name}`, words: [...new Set(options.flatMap((set) => set.words))] };
}

/** A pattern that writes « svp » also means « s'il vous plaît ». */
function expandWord(word: string, context: ExpansionContext, depth: number): CoreNode {
  const full = CHAT_SPELLINGS[word];
  if (full === undefined || foldText(full) === word || depth > 8) return wordSet(word);
  const parsed = parsePattern(full);
  if (!parsed.ok) return wordSet(word);
  return { type: 'choice', options: [wordSet(word), expand(parsed.pattern.root, context, depth + 9)] };
}

const lemmaNodes = new WeakMap<Forms, Map<string, CoreNode>>();

function lemmaNode(lemma: string, context: ExpansionContext): CoreNode {
  let memory = lemmaNodes.get(context.lexicon);
  if (memory === undefined) lemmaNodes.set(context.lexicon, (memory = new Map<string, CoreNode>()));
  const known = memory.get(lemma);
  if (known !== undefined) return known;
  const forms = context.lexicon.forms(lemma);
  const single = new Set<string>();
  const several: CoreNode[] = [];
  for (const form of forms.length > 0 ? forms : [lemma]) {
    const words = form.split(/['’-]/).map(foldText).filter((word) => word !== '');
    if (words.length === 1) single.add(words[0]!);
    else if (words.length > 1) several.push({ type: 'sequence', items: words.map((word) => wordSet(word)) });
  }
  // « j' » is a form of « je », and chat spellings of any form count: `{problème}` finds « pb ».
  const words = [...new Set([...single].flatMap((word) => wordSet(word).words))].sort();
  const options: CoreNode[] = [...(words.length > 0 ? [{ type: 'words', key: `{${lemma}}`, words } as const] : []), ...several];
  const node: CoreNode = options.length === 1 ? options[0]! : { type: 'choice', options };
  memory.set(lemma, node);
  return node;
}
