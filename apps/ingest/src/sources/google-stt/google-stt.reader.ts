import { utterancesOfWords } from '../heard-words.js';
import { jsonTranscriptReader } from '../json-transcript.reader.js';
import { ok } from '../refusal.js';
import { NOBODY, type Utterance, type Voice } from '../transcript.js';
import { googleSttFileSchema, type GoogleSttFile, type SttResult, type SttWord } from './google-stt-file.schema.js';

/** A call's transcript by Google Cloud Speech-to-Text: one result is one turn, or its words by speaker. */
export const googleSttReader = jsonTranscriptReader({
  format: 'google-stt',
  title: "Transcription d'appel Google Speech-to-Text (JSON)",
  detect: (shape) => (shape.has('results.alternatives') || shape.has('response.results.alternatives') || (shape.has('response.results') && shape.has('done'))) && !shape.has('results.channels'),
  schema: googleSttFileSchema,
  transcriptOf: (file) => ok({ utterances: utterancesOf(file) }),
});

function utterancesOf({ results }: GoogleSttFile): Utterance[] {
  const last = wordsOf(results.at(-1));
  // With diarisation the last result says every word again, now with its speaker: that one alone is the call.
  if (last.some(({ speakerTag, speakerLabel }) => speakerTag || speakerLabel)) return utterancesOfWords(last.map((word) => ({ ...heard(word), voice: speakerOf(word) })));
  return results.flatMap((result) => {
    const [best] = result.alternatives ?? [];
    const voice = channelOf(result);
    const words = wordsOf(result).map(heard);
    if (best?.transcript) return [{ voice, text: best.transcript, startMs: words[0]?.startMs, endMs: words.at(-1)?.endMs, words, confidence: best.confidence }];
    return utterancesOfWords(words.map((word) => ({ ...word, voice })));
  });
}

const wordsOf = (result: SttResult | undefined): readonly SttWord[] => result?.alternatives?.[0]?.words ?? [];

const heard = ({ word, startTime, startOffset, endTime, endOffset, confidence }: SttWord) => ({
  // Some models give `mot|prononciation`.
  text: word.split('|', 1)[0]!,
  startMs: startTime ?? startOffset ?? undefined,
  endMs: endTime ?? endOffset ?? undefined,
  // 0 is what the API writes where it has none.
  confidence: confidence === 0 ? undefined : confidence,
});

const speakerOf = ({ speakerTag, speakerLabel }: SttWord): Voice => {
  const speaker = speakerLabel || (speakerTag ? String(speakerTag) : '');
  return speaker === '' ? NOBODY : { id: `speaker_${speaker}` };
};

const channelOf = ({ channelTag }: SttResult): Voice => (channelTag ? { id: `channel_${channelTag}`, channel: String(channelTag) } : NOBODY);
