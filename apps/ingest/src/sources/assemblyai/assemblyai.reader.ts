import { utterancesOfWords } from '../heard-words.js';
import { jsonTranscriptReader } from '../json-transcript.reader.js';
import { ok, refuse, type Read } from '../refusal.js';
import { NOBODY, type Transcript, type Utterance, type Voice } from '../transcript.js';
import type { HeardWord } from '../word-confidence.js';
import { assemblyaiFileSchema, type AssemblyaiFile, type AssemblyaiWord } from './assemblyai-file.schema.js';

/** A call's transcript by AssemblyAI: its utterances, else its words put together. */
export const assemblyaiReader = jsonTranscriptReader({
  format: 'assemblyai',
  title: "Transcription d'appel AssemblyAI (JSON)",
  detect: (shape) =>
    shape.has('id') && (shape.has('utterances') || shape.has('words')) && ['audio_url', 'audio_duration', 'acoustic_model', 'speech_model', 'speech_models'].some((key) => shape.has(key)),
  schema: assemblyaiFileSchema,
  transcriptOf,
});

function transcriptOf(file: AssemblyaiFile): Read<Transcript> {
  if (file.status === 'error') return refuse('no_text', `AssemblyAI n'a pas pu transcrire : ${(file.error ?? 'sans raison donnée').slice(0, 300)}`, '/error');
  if (typeof file.status === 'string' && file.status !== 'completed') return refuse('no_text', `La transcription n'est pas finie (« ${file.status.slice(0, 40)} ») : redemandez-la plus tard.`, '/status');
  return ok({ ...(file.id && { externalId: file.id }), utterances: utterancesOf(file) });
}

function utterancesOf({ utterances, words, text }: AssemblyaiFile): Utterance[] {
  if (utterances !== null && utterances !== undefined && utterances.length > 0) {
    return utterances.map(({ speaker, channel, start, end, words: own, ...said }) => ({ ...said, voice: voiceOf(speaker, channel), startMs: start, endMs: end, words: own?.map(heard) }));
  }
  if (words !== null && words !== undefined && words.length > 0) {
    return utterancesOfWords(words.map((word) => ({ ...heard(word), voice: voiceOf(word.speaker, word.channel), startMs: word.start, endMs: word.end })));
  }
  return text ? [{ voice: NOBODY, text }] : [];
}

const heard = ({ text, confidence }: AssemblyaiWord): HeardWord => ({ text, confidence });

function voiceOf(speaker: string | null | undefined, channel: string | null | undefined): Voice {
  const id = speaker || (channel ? `channel_${channel}` : '');
  return id === '' ? NOBODY : { id, ...(channel && { channel, aliases: [`channel_${channel}`] }) };
}
