import { utterancesOfWords } from '../heard-words.js';
import { jsonTranscriptReader } from '../json-transcript.reader.js';
import { ok } from '../refusal.js';
import { NOBODY, type Utterance, type Voice } from '../transcript.js';
import type { HeardWord } from '../word-confidence.js';
import { deepgramFileSchema, type DeepgramFile, type DeepgramWord } from './deepgram-file.schema.js';

/** A call's transcript by Deepgram: its utterances, else its words put together. */
export const deepgramReader = jsonTranscriptReader({
  format: 'deepgram',
  title: "Transcription d'appel Deepgram (JSON)",
  detect: (shape) => shape.has('results.channels') && !shape.has('vcon') && !shape.has('jobName'),
  schema: deepgramFileSchema,
  transcriptOf: (file) => ok({ ...(file.metadata?.request_id && { externalId: file.metadata.request_id }), utterances: utterancesOfDeepgram(file) }),
});

/** Utterances where they were asked for, else words by channel and speaker. */
export function utterancesOfDeepgram({ results }: DeepgramFile): Utterance[] {
  const { channels, utterances } = results;
  const several = channels.length > 1;
  if (utterances !== null && utterances !== undefined && utterances.length > 0) {
    return utterances.map(({ id, start, end, confidence, channel, speaker, transcript, words }) => ({
      voice: voiceOf(several ? channel : undefined, speaker),
      text: transcript,
      ...(id && { id }),
      startMs: start,
      endMs: end,
      confidence,
      words: words?.map(heard),
    }));
  }
  return channels.flatMap(({ alternatives }, channel) => {
    const { words, transcript } = alternatives?.[0] ?? {};
    // Without words there are no times: the whole is one turn.
    if (words === null || words === undefined) return transcript ? [{ voice: voiceOf(several ? channel : undefined, undefined), text: transcript }] : [];
    return utterancesOfWords(words.map((word) => ({ ...heard(word), voice: voiceOf(several ? channel : undefined, word.speaker), startMs: word.start, endMs: word.end })));
  });
}

const heard = ({ word, punctuated_word, confidence }: DeepgramWord): HeardWord => ({ text: punctuated_word || word, confidence });

function voiceOf(channel: number | null | undefined, speaker: number | null | undefined): Voice {
  const parts = [...(typeof channel === 'number' ? [`channel_${channel}`] : []), ...(typeof speaker === 'number' ? [`speaker_${speaker}`] : [])];
  return parts.length === 0 ? NOBODY : { id: parts.join('/'), ...(typeof channel === 'number' && { channel: String(channel) }) };
}
