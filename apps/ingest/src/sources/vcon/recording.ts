import { ok, refuse, type Read } from '../refusal.js';
import type { ReadContext } from '../source-reader.js';
import type { Utterance, Voice } from '../transcript.js';
import { labelsOf } from '../voice-prefix.js';
import { contentOf } from './content.js';
import { saidIn, type Said } from './transcript-body.js';
import type { PlacedDialog } from './transcript-of.js';
import type { VconAnalysis, VconFile } from './vcon-file.schema.js';
import { whoSpoke } from './who-spoke.js';

/** Names for transcripts, the fullest first; `wtf_transcription` is an extension's, and a redacted one has marks for words. */
const TRANSCRIPTS = ['transcript', 'transcription', 'wtf_transcription', 'transcript-redacted'];

/** What was said in a recording, from the transcript among the analyses; without one it is refused, as nobody listened to it. */
export function saidInRecording({ dialog, index, place, fromStartMs }: PlacedDialog, vcon: VconFile, transcripts: Transcripts, voices: readonly Voice[], context: ReadContext): Read<readonly Utterance[]> {
  const found = transcripts.byDialog.get(index);
  if (found === undefined) return isHeardElsewhere(index, dialog.type, vcon, transcripts) ? ok([]) : noTranscript(place);
  const content = contentOf(found.analysis, found.place);
  if (content.kind === 'refused') return content;
  if (content.value === undefined) return refuse('no_text', 'vCon : la transcription est à une adresse (« url »), et rien n’est téléchargé : mettez-la dans « body ».', found.place);
  const known = labelsOf(context);
  const names = new Set(voices.flatMap(({ name }) => name?.trim().toLowerCase() ?? []));
  const said = saidIn(content.value, (label) => names.has(label.trim().toLowerCase()) || known(label), `${found.place}/body`);
  if (said.kind === 'refused') return said;
  return ok(said.value.map((one) => utteranceOf(one)));

  function utteranceOf(one: Said): Utterance {
    const start = dialog.start ?? undefined;
    const relative = one.startMs ?? (one.at === undefined ? undefined : start === undefined ? 0 : one.at - start);
    const at = one.at ?? (start === undefined || relative === undefined ? undefined : start + relative);
    const startMs = relative === undefined ? undefined : (fromStartMs ?? 0) + relative;
    const lasts = one.endMs === undefined ? undefined : one.endMs - (one.startMs ?? 0);
    return {
      voice: whoSpoke(one, dialog, voices, at),
      text: one.text,
      ...(startMs !== undefined && { startMs, ...(lasts !== undefined && { endMs: startMs + lasts }) }),
      ...(one.words !== undefined && { words: one.words }),
      confidence: one.confidence,
    };
  }
}

/** The transcripts of a vCon, found once: a file may have thousands of dialogs and of analyses. */
export interface Transcripts {
  /** The best one of each dialog; the one of several dialogs stands with the first of them. */
  readonly byDialog: ReadonlyMap<number, { readonly analysis: VconAnalysis; readonly place: string; readonly rank: number }>;
  /** Dialogs whose words are in some transcript. */
  readonly covered: ReadonlySet<number>;
}

export function transcriptsOf({ analysis, dialog }: VconFile): Transcripts {
  const byDialog = new Map<number, { analysis: VconAnalysis; place: string; rank: number }>();
  const covered = new Set<number>();
  for (const [index, one] of (analysis ?? []).entries()) {
    const rank = TRANSCRIPTS.indexOf(one.type?.toLowerCase() ?? '');
    const about = one.dialog ?? (dialog?.length === 1 ? [0] : []);
    const [first] = about;
    if (rank < 0 || first === undefined) continue;
    for (const at of about) covered.add(at);
    const known = byDialog.get(first);
    if (known === undefined || rank < known.rank) byDialog.set(first, { analysis: one, place: `/analysis/${index}`, rank });
  }
  return { byDialog, covered };
}

/** Whether its words are in the transcript of several dialogs, or in those of the recordings that it joins. */
const isHeardElsewhere = (index: number, type: string, { dialog }: VconFile, { covered }: Transcripts): boolean =>
  covered.has(index) || (type === 'recording-set' && dialog?.some((one) => one.type === 'recording') === true);

const noTranscript = (place: string): Read<never> =>
  refuse('no_text', 'vCon : enregistrement sans transcription. Rien n’est téléchargé ni écouté : ajoutez une analyse de type « transcript » avec son « body ».', place);
