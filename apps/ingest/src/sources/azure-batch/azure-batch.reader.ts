import { jsonTranscriptReader } from '../json-transcript.reader.js';
import { ok, type Read } from '../refusal.js';
import { NOBODY, type Transcript, type Utterance, type Voice } from '../transcript.js';
import { azureFileSchema, type AzureFast, type AzureFile, type AzureRecognized } from './azure-file.schema.js';

/** A call's transcript by Azure's batch or fast transcription. */
export const azureBatchReader = jsonTranscriptReader({
  format: 'azure-batch',
  title: "Transcription d'appel Azure, par lots ou rapide (JSON)",
  detect: (shape) => shape.has('recognizedPhrases') || (shape.has('combinedPhrases') && shape.has('phrases.text')),
  schema: azureFileSchema,
  transcriptOf,
});

function transcriptOf({ recognizedPhrases, phrases }: AzureFile): Read<Transcript> {
  return ok({ utterances: recognizedPhrases ? recognizedPhrases.filter(isHeard).map(utteranceOfBatch) : (phrases ?? []).map(utteranceOfFast) });
}

const isHeard = ({ recognitionStatus: status }: AzureRecognized): boolean => status === null || status === undefined || status === 'Success';

function utteranceOfBatch({ nBest, channel, speaker, offsetInTicks, durationInTicks, offsetMilliseconds, durationMilliseconds }: AzureRecognized): Utterance {
  // The first is the likeliest.
  const said = nBest?.[0];
  return {
    voice: voiceOf(channel, speaker),
    text: said?.display || said?.lexical || '',
    ...timed(offsetMilliseconds ?? offsetInTicks, durationMilliseconds ?? durationInTicks),
    confidence: said?.confidence,
    words: said?.words?.map(({ word, confidence }) => ({ text: word ?? '', confidence })),
  };
}

function utteranceOfFast({ text, channel, speaker, offsetMilliseconds, durationMilliseconds, offset, duration, confidence, words }: AzureFast): Utterance {
  return {
    voice: voiceOf(channel, speaker),
    text,
    ...timed(offsetMilliseconds ?? offset, durationMilliseconds ?? duration),
    confidence,
    words: words?.map(({ text: word, confidence: sure }) => ({ text: word ?? '', confidence: sure })),
  };
}

function timed(startMs: number | null | undefined, lasts: number | null | undefined): Pick<Utterance, 'startMs' | 'endMs'> {
  if (startMs === null || startMs === undefined) return {};
  return { startMs, ...(lasts !== null && lasts !== undefined && { endMs: startMs + lasts }) };
}

function voiceOf(channel: number | string | null | undefined, speaker: number | string | null | undefined): Voice {
  const parts = [channel === null || channel === undefined ? '' : `channel_${channel}`, speaker === null || speaker === undefined ? '' : `speaker_${speaker}`].filter(Boolean);
  if (parts.length === 0) return NOBODY;
  return { id: parts.join('/'), ...(channel !== null && channel !== undefined && { channel: String(channel), aliases: [`channel_${channel}`] }) };
}
