import { frenchError } from '#messaging/messages';
import { LineCounter, isAlias, isCollection, isMap, isNode, isScalar, parseDocument, visit, type Document } from 'yaml';
import { decodeText } from '../decode-text.js';
import { ok, refuse, type Read, type Refused } from '../refusal.js';
import { topLevelKeysOf } from '../top-level-keys.js';
import type { JsonPath } from './json-path.js';
import { mappingSchema, type MappingSpec } from './mapping.schema.js';

/** More than any mapping needs. */
const MOST_BYTES = 64 * 1024;
const MOST_TOLD = 5;

/** How to read the JSON of a system that has no reader of its own. */
export class Mapping {
  /** Members that a file's first object must have for the mapping to be meant for it. */
  private readonly firstKeys: readonly string[];

  constructor(
    readonly spec: MappingSpec,
    /** For people. */
    readonly file: string,
  ) {
    const ofFile = spec.conversations === undefined ? undefined : memberOf(spec.conversations);
    this.firstKeys = ofFile === undefined ? [memberOf(spec.id), memberOf(spec.turns.list)].filter((key) => key !== undefined) : [ofFile];
  }

  /** Whether a file's head shows the members that the paths begin with. */
  fits(head: Buffer): boolean {
    const keys = topLevelKeysOf(head);
    return this.firstKeys.length > 0 && this.firstKeys.every((key) => keys.has(key));
  }
}

const memberOf = ({ steps }: JsonPath): string | undefined => steps.find((step) => step.kind === 'member')?.name;

/** Reads a mapping file, YAML or JSON; what is wrong is told as `file:line:column`. */
export function readMapping(bytes: Buffer, file: string): Read<Mapping> {
  if (bytes.length > MOST_BYTES) return refuse('invalid_mapping', `${file} : ${bytes.length} octets, pour ${MOST_BYTES} au plus.`);
  const text = decodeText(bytes);
  if (text.kind === 'refused') return { ...text, reason: 'invalid_mapping', detail: `${file} : ${text.detail}` };
  const lines = new LineCounter();
  const told = (problems: readonly { offset: number; message: string }[]): Refused => {
    const at = problems.slice(0, MOST_TOLD).map(({ offset, message }) => {
      const { line, col } = lines.linePos(offset);
      return `${file}:${Math.max(1, line)}:${Math.max(1, col)}: ${message}`;
    });
    const more = problems.length > MOST_TOLD ? ` ; et ${problems.length - MOST_TOLD} autres` : '';
    return refuse('invalid_mapping', `${at.join(' ; ')}${more}`);
  };
  let document: Document;
  try {
    document = parseDocument(text.value, { version: '1.2', schema: 'core', uniqueKeys: true, lineCounter: lines, prettyErrors: false });
  } catch {
    return refuse('invalid_mapping', `${file} : YAML illisible, imbriqué trop profondément.`);
  }
  const problems = [...document.errors.map(({ pos, message }) => ({ offset: pos[0], message: `YAML illisible : ${message.split('\n')[0] ?? ''}` })), ...aliasesIn(document)];
  if (problems.length > 0) return told(problems);
  const checked = mappingSchema.safeParse(document.toJS({ maxAliasCount: 0 }), { error: frenchError });
  if (checked.success) return ok(new Mapping(checked.data, file));
  return told(
    checked.error.issues.map((issue) => {
      const key = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
      const where = [...issue.path, ...(key === undefined ? [] : [key])].map(String).join('.');
      return { offset: offsetOf(document, issue.path, key), message: where === '' ? issue.message : `${where} : ${issue.message}` };
    }),
  );
}

/** Aliases can make a small file a huge value. */
function aliasesIn(document: Document): { offset: number; message: string }[] {
  const found: { offset: number; message: string }[] = [];
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node) || ('anchor' in node && node.anchor !== undefined)) found.push({ offset: node.range?.[0] ?? 0, message: 'ancres « & » et alias « * » ne sont pas admis' });
    },
  });
  return found;
}

/** Where a value stands, or its nearest parent that is there; with `key`, where that key is written. */
function offsetOf(document: Document, path: readonly PropertyKey[], key: string | undefined): number {
  for (let length = path.length; length >= 0; length--) {
    const steps = path.slice(0, length);
    const node = steps.length === 0 ? document.contents : document.getIn(steps, true);
    if (!isNode(node)) continue;
    const written = key !== undefined && isMap(node) ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === key)?.key : undefined;
    if (isNode(written)) return written.range?.[0] ?? 0;
    if (isScalar(node) || isCollection(node)) return node.range?.[0] ?? 0;
  }
  return 0;
}
