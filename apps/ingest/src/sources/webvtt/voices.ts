import type { VttCue, VttNode } from 'webvtt-parser';
import { decodeEntities } from '../html-entities.js';
import { guessRoleOfLabel } from '../guess-role.js';

/** What one voice says in one cue. */
export interface Utterance {
  /** Absent where the file names nobody. */
  readonly voice?: string;
  readonly text: string;
}

/** `<v Name>` spans of a cue, in order; text outside any belongs to no voice. */
export function utterancesOf(cue: VttCue, isKnownLabel: (label: string) => boolean): Utterance[] {
  const spans: { voice?: string; text: string }[] = [];
  collect(cue.tree, undefined, spans);
  const said = spans.map(({ voice, text }) => ({ ...(voice !== undefined && { voice }), text: text.replace(/\s*\n\s*/g, ' ').trim() }));
  return said.filter(({ text }) => text !== '').map((span) => (span.voice === undefined ? splitPrefix(span.text, isKnownLabel) : span));
}

function collect(node: VttNode, voice: string | undefined, spans: { voice?: string; text: string }[]): void {
  if (node.type === 'text') {
    const last = spans.at(-1);
    if (last !== undefined && last.voice === voice) last.text += String(node.value);
    else spans.push({ ...(voice !== undefined && { voice }), text: String(node.value) });
  }
  const annotation = node.name === 'v' && typeof node.value === 'string' ? decodeEntities(node.value).trim() : '';
  for (const child of node.children ?? []) collect(child, annotation === '' ? voice : annotation, spans);
}

/**
 * Transcribers that know no `<v>` write `[SPEAKER_00]: …`, `Client : …` or, without a speaker, `: …`. Only a label that
 * is in brackets, known, or a role's name is taken for one: « Rappel : … » is what somebody said.
 */
function splitPrefix(text: string, isKnownLabel: (label: string) => boolean): Utterance {
  const [prefix, bracketed, bare = ''] = /^(?:\[([^\]\n]{1,60})\]|([^:\n]{0,60}?))\s?:\s+/.exec(text) ?? [''];
  const rest = text.slice(prefix.length);
  if (prefix === '' || rest === '') return { text };
  if (bracketed !== undefined) return { voice: bracketed.trim(), text: rest };
  if (bare.trim() === '') return { text: rest };
  const label = bare.trim();
  return isKnownLabel(label) || (guessRoleOfLabel(label) !== undefined && label.split(/\s+/).length <= 3) ? { voice: label, text: rest } : { text };
}
