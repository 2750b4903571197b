import { z } from 'zod';
import { seconds } from '../seconds.js';

const word = z.looseObject({
  /** openai-whisper keeps a leading space; WhisperX does not. */
  word: z.string(),
  /** openai-whisper, faster-whisper. */
  probability: z.number().nullish(),
  /** WhisperX; missing for words it could not align. */
  score: z.number().nullish(),
});

const segment = z.looseObject({
  start: seconds,
  end: seconds,
  text: z.string(),
  /** WhisperX with diarisation: `SPEAKER_00`. */
  speaker: z.string().nullish(),
  words: z.array(word).nullish(),
});

/** What Whisper, faster-whisper and WhisperX write as JSON; their other members are not needed. */
export const whisperFileSchema = z.looseObject({ segments: z.array(segment), language: z.string().nullish() });
export type WhisperFile = z.infer<typeof whisperFileSchema>;
