import { FOLD_TABLE, foldText } from '../engine/fold-table.js';
import type { Pattern, PatternNode, PatternProblem } from './pattern-node.js';
import { edgeGap, hasWord } from './whole-pattern.js';

const LONGEST_PATTERN = 400;
const DEEPEST = 6;
const WIDEST_GAP = 20;
const DEFAULT_GAP = 3;

/** Entity classes, in the order they are offered to whoever wrote another. */
export const ENTITIES = ['montant', 'durée', 'date', 'nombre', 'nom'] as const;

export type ParsedPattern = { readonly ok: true; readonly pattern: Pattern } | { readonly ok: false; readonly problem: PatternProblem };

/**
 * Reads a pattern of the rulebook language (docs/rulebook.md); never throws. `internal`: the definitions of entity classes may use
 * `<#>`, `<#/>` and `@@name` (pattern/entities.ts).
 */
export function parsePattern(text: string, options: { internal?: boolean } = {}): ParsedPattern {
  try {
    return { ok: true, pattern: new PatternReader(text, options.internal === true).read() };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem };
    throw error;
  }
}

class Unreadable extends Error {
  constructor(readonly problem: PatternProblem) {
    super(problem.message);
  }
}

class PatternReader {
  private at = 0;
  private joined = false;
  private atEnd = false;

  constructor(
    private readonly text: string,
    private readonly internal: boolean,
  ) {}

  read(): Pattern {
    if (this.text.length > LONGEST_PATTERN) this.refuse(LONGEST_PATTERN, `motif de plus de ${LONGEST_PATTERN} caractères`);
    this.skip();
    const atStart = this.text[this.at] === '^';
    if (atStart) this.at += 1;
    const root = this.sequence(0, '');
    if (this.at < this.text.length) this.refuse(this.at, `« ${this.text[this.at]} » sans ouverture`);
    const gap = edgeGap(root);
    if (gap !== null) this.refuse(gap, 'un trou « … » ne peut ni ouvrir ni fermer un motif', ['un mot', '{lemme}', '<classe>', '@liste']);
    if (!hasWord(root)) this.refuse(0, 'motif trop large : il faut au moins un mot obligatoire', ['un mot', '{lemme}', '@liste'], this.text);
    return { text: this.text, root, atStart, atEnd: this.atEnd };
  }

  /** Items up to `)`, `]`, `|` or the end. */
  private sequence(depth: number, closing: string): PatternNode {
    if (depth > DEEPEST) this.refuse(this.at, `plus de ${DEEPEST} niveaux de parenthèses`);
    const items: PatternNode[] = [];
    for (;;) {
      this.skip();
      const char = this.text[this.at];
      if (char === undefined || char === ')' || char === ']' || (char === '|' && closing !== '')) break;
      if (this.atEnd) this.refuse(this.at, '« $ » doit être le dernier signe du motif');
      const item = this.item(char, depth);
      if (item !== null) items.push(item);
    }
    // « (a | » ends too early rather than holding an empty group: whoever opened it says so.
    const isUnclosed = closing !== '' && this.at >= this.text.length;
    if (items.length === 0 && !this.atEnd && !isUnclosed) this.refuse(this.at, closing === '' ? 'motif vide' : 'groupe vide');
    return items.length === 1 ? items[0]! : { type: 'sequence', items };
  }

  private item(char: string, depth: number): PatternNode | null {
    switch (char) {
      case '(':
        return this.group(')', depth);
      case '[':
        return { type: 'optional', item: this.group(']', depth) };
      case '{':
        return this.lemma();
      case '<':
        return this.entity();
      case '@':
        return this.list();
      case '…':
        return this.gap(1);
      case '$':
        if (depth > 0) this.refuse(this.at, '« $ » doit être le dernier signe du motif');
        this.at += 1;
        this.atEnd = true;
        return null;
      case '^':
        return this.refuse(this.at, '« ^ » doit être le premier signe du motif');
      case '|':
        return this.refuse(this.at, '« | » hors de parenthèses : écrivez (a | b)');
      case '?':
      case '!':
      case '€':
      case '%': {
        const at = this.at;
        this.at += 1;
        return { type: 'word', word: char, joined: false, at };
      }
      default:
        break;
    }
    if (this.text.startsWith('...', this.at)) {
      return this.gap(3);
    }
    return this.word();
  }

  private group(closing: string, depth: number): PatternNode {
    const open = this.at;
    const joined = this.joined;
    this.at += 1;
    const options: PatternNode[] = [];
    for (;;) {
      this.joined = joined;
      options.push(this.sequence(depth + 1, closing));
      if (this.text[this.at] !== '|') break;
      this.at += 1;
    }
    if (this.text[this.at] !== closing) this.refuse(open, `« ${this.text[open]} » jamais fermé`, [closing]);
    this.at += 1;
    return options.length === 1 ? options[0]! : { type: 'choice', options };
  }

  private lemma(): PatternNode {
    const at = this.at;
    const joined = this.takeJoined();
    const end = this.text.indexOf('}', at);
    if (end < 0) this.refuse(at, '« { » jamais fermé', ['}']);
    const lemma = this.text.slice(at + 1, end).trim().toLowerCase();
    if (!/^[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*$/u.test(lemma)) this.refuse(at + 1, `« ${lemma} » n'est pas un mot seul`, ['{pouvoir}', '{rendez-vous}'], lemma);
    this.at = end + 1;
    return { type: 'lemma', lemma, joined, at };
  }

  private entity(): PatternNode {
    const at = this.at;
    const end = this.text.indexOf('>', at);
    if (end < 0) this.refuse(at, '« < » jamais fermé', ['>']);
    const inner = this.text.slice(at + 1, end);
    if (this.internal && (inner === '#' || inner === '#/')) {
      this.at = end + 1;
      return { type: 'entity', name: inner, at };
    }
    const written = foldText(this.text.slice(at + 1, end));
    const name = ENTITIES.find((entity) => foldText(entity) === written);
    if (name === undefined) this.refuse(at, 'classe de mots inconnue', ENTITIES.map((entity) => `<${entity}>`), this.text.slice(at, end + 1));
    this.at = end + 1;
    return { type: 'entity', name, at };
  }

  private list(): PatternNode {
    const at = this.at;
    const name = (this.internal ? /^@(@?[\p{L}\p{N}_-]+)/u : /^@([\p{L}\p{N}_-]+)/u).exec(this.text.slice(at))?.[1];
    if (name === undefined) return this.refuse(at, '« @ » doit être suivi du nom d\'une liste');
    this.at += name.length + 1;
    return { type: 'list', name, at };
  }

  /** `length`: that of the sign, « … » or « ... ». */
  private gap(length: number): PatternNode {
    const { at } = this;
    this.at += length;
    const digits = /^\d+/.exec(this.text.slice(this.at))?.[0] ?? '';
    this.at += digits.length;
    const most = digits === '' ? DEFAULT_GAP : Number(digits);
    if (most < 1 || most > WIDEST_GAP) this.refuse(this.at - digits.length, `trou de ${digits} mots`, [`de 1 à ${WIDEST_GAP}`], digits);
    this.joined = false;
    return { type: 'gap', most, at };
  }

  private word(): PatternNode {
    const at = this.at;
    const joined = this.takeJoined();
    const rest = this.text.slice(at);
    const word = /^(?:\p{Nd}+(?:[.,]\p{Nd}+)*|[\p{L}\p{M}]+)/u.exec(rest)?.[0];
    const folded = word === undefined ? '' : /^\p{Nd}/u.test(word) ? word.replaceAll(',', '.') : foldText(word);
    if (word === undefined || folded === '') {
      return this.refuse(at, `« ${String.fromCodePoint(rest.codePointAt(0)!)} » n'a pas de sens dans un motif (ce n'est pas une expression régulière)`, [
        'mots', '{lemme}', '(a | b)', '[facultatif]', '…', '<montant>', '@liste', '^', '$',
      ]);
    }
    this.at += word.length;
    return { type: 'word', word: folded, joined, at };
  }

  private takeJoined(): boolean {
    const joined = this.joined;
    this.joined = false;
    return joined;
  }

  /** Passes spaces and punctuation; remembers an apostrophe or hyphen that joins two words. */
  private skip(): void {
    while (this.at < this.text.length) {
      const char = this.text[this.at]!;
      if (/[\p{Ps}\p{Pe}]/u.test(char) || this.text.startsWith('...', this.at) || '{}()[]<>@^$|?!€%…*+\\_~=#&'.includes(char)) return;
      const code = FOLD_TABLE[char.charCodeAt(0)]! & 0xffff;
      if (code >= 0x30 || code === 2 || code === 3) return;
      if (char.codePointAt(0)! >= 0xd800 && char.codePointAt(0)! <= 0xdfff) return;
      if (code === 4 || code === 5) this.joined = this.at > 0 && !/\s/.test(this.text[this.at - 1]!);
      else this.joined = false;
      this.at += 1;
    }
  }

  private refuse(at: number, message: string, allowed?: readonly string[], found?: string): never {
    const place = Math.min(at, Math.max(0, this.text.length - 1));
    const sign = String.fromCodePoint(this.text.codePointAt(place) ?? 0x20).trim();
    throw new Unreadable({ at: place, message, found: found ?? sign, ...(allowed ? { allowed } : {}) });
  }
}
