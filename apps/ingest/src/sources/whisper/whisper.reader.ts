import { jsonTranscriptReader } from '../json-transcript.reader.js';
import { ok } from '../refusal.js';
import { NOBODY, type Utterance } from '../transcript.js';
import { whisperFileSchema, type WhisperFile } from './whisper-file.schema.js';

/** A call's transcript by Whisper or WhisperX: one segment is one turn. */
export const whisperReader = jsonTranscriptReader({
  format: 'whisper',
  title: "Transcription d'appel Whisper ou WhisperX (JSON)",
  detect: (shape) => shape.has('segments') && !shape.has('format') && !shape.has('vcon') && !shape.has('dialog'),
  schema: whisperFileSchema,
  transcriptOf: (file) => ok({ utterances: utterancesOfSegments(file) }),
});

/** Segments of Whisper, WhisperX and what follows their shape. */
export const utterancesOfSegments = ({ segments }: WhisperFile): Utterance[] =>
  segments.map(({ start, end, text, speaker, words }) => ({
    voice: speaker?.trim() ? { id: speaker } : NOBODY,
    text,
    startMs: start,
    endMs: end,
    words: words?.map(({ word, probability, score }) => ({ text: word, confidence: probability ?? score })),
  }));
