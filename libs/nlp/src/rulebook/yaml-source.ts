import { readFileSync, statSync } from 'node:fs';
import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { Document, Node } from 'yaml';
import type { RulebookProblem, SourcePlace } from './rulebook.js';
import { placeInScalar } from './scalar-places.js';
import { yamlMessage } from './yaml-errors.js';

const MOST_BYTES = 256 * 1024;

/** A YAML file of a rulebook: its value, and where each part of it stands. */
export class YamlSource {
  private constructor(
    readonly file: string,
    private readonly text: string,
    private readonly document: Document,
    private readonly lines: readonly number[],
    readonly value: unknown,
  ) {}

  static read(file: string): YamlSource | RulebookProblem[] {
    const at = (message: string, line = 1, column = 1): RulebookProblem[] => [{ file, line, column, message }];
    let text: string;
    try {
      const { size } = statSync(file);
      if (size > MOST_BYTES) return at(`fichier de ${size} octets ; au plus ${MOST_BYTES} (256 Kio)`);
      text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    } catch (error) {
      return at(error instanceof TypeError ? "le fichier n'est pas en UTF-8" : `fichier illisible (${error instanceof Error && 'code' in error ? String(error.code) : 'erreur'})`);
    }
    return YamlSource.parse(file, text);
  }

  static parse(file: string, text: string): YamlSource | RulebookProblem[] {
    const lines = lineStarts(text);
    const problem = (offset: number, message: string): RulebookProblem => ({ file, ...positionOf(offset, lines), message });
    let document: Document;
    try {
      document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true, prettyErrors: false });
    } catch {
      return [problem(0, 'YAML illisible : imbrication trop profonde')];
    }
    if (document.errors.length > 0) {
      return document.errors.map((error) => problem(error.pos[0], yamlMessage(error)));
    }
    const refused: RulebookProblem[] = [];
    visit(document, {
      Pair: (_, { key }) => {
        if (!isScalar(key) && !isAlias(key)) refused.push(problem(isNode(key) ? (key.range?.[0] ?? 0) : 0, 'une clé est un mot, pas une liste ni un objet'));
      },
      Node: (_, node) => {
        const offset = node.range?.[0] ?? 0;
        if (isAlias(node) || ('anchor' in node && node.anchor !== undefined)) refused.push(problem(offset, 'ancres « & » et alias « * » ne sont pas admis : répétez le texte ou faites une liste (@nom)'));
        else if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,2002:')) refused.push(problem(offset, `étiquette « ${node.tag} » non admise`));
        return refused.length > 20 ? visit.BREAK : undefined;
      },
    });
    if (refused.length > 0) return refused;
    return new YamlSource(file, text, document, lines, document.toJS({ maxAliasCount: 0 }));
  }

  /** Where the value at `path` begins, or its nearest existing parent; with `key`, where that key of it is written. */
  place(path: readonly PropertyKey[], key?: string): SourcePlace {
    const node = this.nodeAt(path);
    if (key !== undefined && isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
      if (pair !== undefined && isNode(pair.key)) return this.placeOf(pair.key.range?.[0] ?? 0);
    }
    return this.placeOf(node?.range?.[0] ?? 0);
  }

  /** The place of one character (a UTF-16 unit) of the text at `path`, however it is written. */
  placeInText(path: readonly PropertyKey[], offset: number): SourcePlace {
    const node = this.nodeAt(path);
    if (!isScalar(node) || typeof node.value !== 'string') return this.place(path);
    const [start, end] = node.range!;
    return this.placeOf(placeInScalar(this.text, { style: node.type ?? 'PLAIN', start, end, value: node.value }, offset));
  }

  valueAt(path: readonly PropertyKey[]): unknown {
    const node = this.follow(path);
    return node === undefined ? undefined : isNode(node) ? node.toJS(this.document, { maxAliasCount: 0 }) : node;
  }

  private nodeAt(path: readonly PropertyKey[]): Node | null {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = this.follow(path.slice(0, length));
      if (isNode(node)) return node;
    }
    return null;
  }

  /** Undefined when there is nothing at `path`. Where a list may be written as its only item, index 0 is that item itself. */
  private follow(path: readonly PropertyKey[]): unknown {
    return path.reduce<unknown>((node, key) => {
      if (isSeq(node)) return node.get(key, true);
      if (isMap(node)) return key === 0 && !node.has(0) ? node : node.get(typeof key === 'symbol' ? key.description : key, true);
      return key === 0 ? node : undefined;
    }, this.document.contents ?? undefined);
  }

  private placeOf(offset: number): SourcePlace {
    return { file: this.file, ...positionOf(offset, this.lines) };
  }
}

/** Offsets of the first character of each line. The yaml package's own counter loses its place in some broken files. */
const lineStarts = (text: string): readonly number[] => [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];

/** Line and column of an offset, both from 1. */
function positionOf(offset: number, starts: readonly number[]): { line: number; column: number } {
  const line = Math.max(1, starts.findLastIndex((start) => start <= offset) + 1);
  return { line, column: offset - starts[line - 1]! + 1 };
}
