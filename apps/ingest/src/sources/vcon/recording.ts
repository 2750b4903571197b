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
export function saidInRecording({ dialog, index, place, fromStartMs }: PlacedDialog, vcon: VconFile, voices: readonly Voice[], context: ReadContext): Read<readonly Utterance[]> {
  const found = transcriptOfDialog(index, vcon);
  if (found === undefined) return isTranscribedInParts(index, vcon) ? ok([]) : noTranscript(place);
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

function transcriptOfDialog(dialog: number, { analysis, dialog: dialogs }: VconFile): { analysis: VconAnalysis; place: string } | undefined {
  const all = (analysis ?? []).map((one, index) => ({ analysis: one, place: `/analysis/${index}` }));
  // The one of several dialogs is read once, with the first of them.
  const ofIt = all.filter(({ analysis: one }) => (one.dialog ?? (dialogs?.length === 1 ? [0] : []))[0] === dialog);
  for (const name of TRANSCRIPTS) {
    const found = ofIt.find(({ analysis: one }) => one.type?.toLowerCase() === name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether its words are in the transcript of several dialogs, or in those of the recordings that it joins. */
function isTranscribedInParts(index: number, { analysis, dialog }: VconFile): boolean {
  if (dialog?.[index]?.type === 'recording-set') return dialog.some((one) => one.type === 'recording');
  return (analysis ?? []).some((one) => TRANSCRIPTS.includes(one.type?.toLowerCase() ?? '') && one.dialog?.includes(index) === true);
}

const noTranscript = (place: string): Read<never> =>
  refuse('no_text', 'vCon : enregistrement sans transcription. Rien n’est téléchargé ni écouté : ajoutez une analyse de type « transcript » avec son « body ».', place);
