import { utterancesOfWords, type TimedWord } from '../heard-words.js';
import { jsonTranscriptReader } from '../json-transcript.reader.js';
import { ok, refuse, type Read } from '../refusal.js';
import { NOBODY, type Transcript, type Utterance, type Voice } from '../transcript.js';
import { transcribeFileSchema, type TranscribeFile, type TranscribeItem } from './transcribe-file.schema.js';

/** A call's transcript by Amazon Transcribe: its words put together, channel by channel. */
export const amazonTranscribeReader = jsonTranscriptReader({
  format: 'amazon-transcribe',
  title: "Transcription d'appel Amazon Transcribe (JSON)",
  detect: (shape) => shape.has('results.items') || shape.has('results.channel_labels') || (shape.has('jobName') && shape.has('results.transcripts')),
  schema: transcribeFileSchema,
  transcriptOf,
});

function transcriptOf({ jobName, status, results }: TranscribeFile): Read<Transcript> {
  if (typeof status === 'string' && status !== 'COMPLETED') return refuse('no_text', `La transcription n'est pas finie (« ${status.slice(0, 40)} ») : reprenez le fichier quand elle l'est.`, '/status');
  return ok({ ...(jobName && { externalId: jobName }), utterances: utterancesOf(results) });
}

function utterancesOf({ channel_labels, speaker_labels, items }: TranscribeFile['results']): Utterance[] {
  const channels = channel_labels?.channels ?? [];
  const told = speakersByTime(speaker_labels);
  if (channels.length === 0) return utterancesOfWords(wordsOf(items ?? [], (item) => voiceOf(item.speaker_label ?? told.get(item.start_time ?? -1))));
  return channels.flatMap(({ channel_label: channel, items: heard }) => utterancesOfWords(wordsOf(heard, (item) => ofChannel(channel, item.speaker_label))));
}

/** Where items do not name the speaker themselves, segments name it for the times of their items. */
function speakersByTime(labels: TranscribeFile['results']['speaker_labels']): Map<number, string> {
  const told = new Map<number, string>();
  for (const { speaker_label: segment, items } of labels?.segments ?? []) {
    for (const { start_time: at, speaker_label: own } of items ?? []) {
      const label = own ?? segment;
      if (at !== null && at !== undefined && label) told.set(at, label);
    }
  }
  return told;
}

/** Punctuation has neither time nor speaker of its own: it belongs to the word before it. */
function wordsOf(items: readonly TranscribeItem[], voice: (item: TranscribeItem) => Voice): TimedWord[] {
  let last = NOBODY;
  return items.map((item) => {
    const { content, confidence } = item.alternatives[0]!;
    const attached = item.type === 'punctuation';
    if (!attached) last = voice(item);
    return { voice: last, text: content, ...(attached ? { attached } : { confidence, startMs: item.start_time ?? undefined, endMs: item.end_time ?? undefined }) };
  });
}

const voiceOf = (speaker: string | null | undefined): Voice => (speaker ? { id: speaker } : NOBODY);

const ofChannel = (channel: string, speaker: string | null | undefined): Voice => ({ id: speaker ? `${channel}/${speaker}` : channel, channel });
