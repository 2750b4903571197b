import type { VttCue, VttNode } from 'webvtt-parser';
import { decodeEntities } from '../html-entities.js';
import { splitPrefix, type Spoken } from '../voice-prefix.js';

/** `<v Name>` spans of a cue, in order; text outside any belongs to no voice. */
export function utterancesOf(cue: VttCue, isKnownLabel: (label: string) => boolean): Spoken[] {
  const spans: { voice?: string; text: string }[] = [];
  collect(cue.tree, undefined, spans);
  const said = spans.map(({ voice, text }) => ({ ...(voice !== undefined && { voice }), text: inOneLine(text) }));
  return said.filter(({ text }) => text !== '').map((span) => (span.voice === undefined ? splitPrefix(span.text, isKnownLabel) : span));
}

/** Line by line: `\s*\n` would look at a long run of spaces once for each of them. */
const inOneLine = (text: string): string => text.split('\n').map((line) => line.trim()).filter((line) => line !== '').join(' ');

function collect(node: VttNode, voice: string | undefined, spans: { voice?: string; text: string }[]): void {
  if (node.type === 'text') {
    const last = spans.at(-1);
    if (last !== undefined && last.voice === voice) last.text += String(node.value);
    else spans.push({ ...(voice !== undefined && { voice }), text: String(node.value) });
  }
  const annotation = node.name === 'v' && typeof node.value === 'string' ? decodeEntities(node.value).trim() : '';
  for (const child of node.children ?? []) collect(child, annotation === '' ? voice : annotation, spans);
}
