import { readdirSync, readFileSync } from 'node:fs';
import type { ReplyCase } from '../../bench/quality/score-replies.js';

const FOLDER = new URL('./apart/', import.meta.url);

/** The replies of `apart/`, in parts (its README.md says how they are written down). */
export function writtenApart(): ReplyCase[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt')).sort();
  return files.flatMap((name) => readFileSync(new URL(name, FOLDER), 'utf8').split(/^### /m).slice(1).map(replyOf));
}

function replyOf(text: string): ReplyCase {
  const [layout = '', ...rest] = text.split('\n');
  const parts = rest.join('\n').split(/^@(?=(?:own|history|other)$)/m).slice(1).map((part) => {
    const end = part.indexOf('\n');
    return { who: whoOf(part.slice(0, end)), text: part.slice(end + 1) };
  });
  return { id: layout, layout, parts };
}

function whoOf(name: string): ReplyCase['parts'][number]['who'] {
  if (name === 'own' || name === 'history' || name === 'other') return name;
  throw new Error(`a part of a reply is own, history or other, not « ${name} »`);
}
