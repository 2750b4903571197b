import { jsonTranscriptReader } from '../json-transcript.reader.js';
import { ok } from '../refusal.js';
import { NOBODY, type Utterance, type Voice } from '../transcript.js';
import { azureFileSchema, type BatchPhrase, type FastPhrase } from './azure-file.schema.js';
import { timesOf } from './azure-time.js';

/** A call's transcript by Azure Speech, batch or fast: one phrase is one turn. */
export const azureBatchReader = jsonTranscriptReader({
  format: 'azure-batch',
  title: "Transcription d'appel Azure Speech (JSON)",
  detect: (shape) => shape.has('recognizedPhrases') || shape.has('combinedRecognizedPhrases') || (shape.has('combinedPhrases') && shape.has('phrases')),
  schema: azureFileSchema,
  transcriptOf: ({ source, recognizedPhrases, phrases }) => {
    const externalId = addressOf(source);
    return ok({ ...(externalId !== undefined && { externalId }), utterances: [...(recognizedPhrases ?? []).flatMap(ofBatch), ...(phrases ?? []).map(ofFast)] });
  },
});

function ofBatch(phrase: BatchPhrase): Utterance[] {
  const best = phrase.nBest?.[0];
  const text = best?.display || best?.lexical;
  if (!text || (typeof phrase.recognitionStatus === 'string' && phrase.recognitionStatus !== 'Success')) return [];
  // Words are lexical: those that stand in the displayed text as they are find their place, « vingt » for « 20 » does not.
  const words = best?.words?.map(({ word, confidence }) => ({ text: word, confidence }));
  return [{ voice: voiceOf(phrase.channel, phrase.speaker), text, ...timesOf(phrase), words, confidence: best?.confidence }];
}

const ofFast = (phrase: FastPhrase): Utterance => ({ voice: voiceOf(phrase.channel, phrase.speaker), text: phrase.text, ...timesOf(phrase), confidence: phrase.confidence });

/** Without diarisation every file has channel 0 and no speaker: a voice like any other. */
function voiceOf(channel: number | null | undefined, speaker: number | null | undefined): Voice {
  const parts = [...(typeof channel === 'number' ? [`channel_${channel}`] : []), ...(typeof speaker === 'number' ? [`speaker_${speaker}`] : [])];
  return parts.length === 0 ? NOBODY : { id: parts.join('/'), ...(typeof channel === 'number' && { channel: String(channel) }) };
}

/** The recording's address without what follows `?`: there stands a key to the storage. */
function addressOf(source: string | null | undefined): string | undefined {
  const address = source?.split(/[?#]/, 1)[0]?.trim();
  return address === undefined || address === '' ? undefined : address;
}
