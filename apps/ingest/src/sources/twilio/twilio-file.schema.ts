import { z } from 'zod';
import { confidence, seconds, secondsText } from '../seconds.js';

const time = z.union([secondsText, seconds]).nullish();

/** Sentences of a transcript by Twilio's Conversational (once Voice) Intelligence. */
export const twilioFileSchema = z.looseObject({
  meta: z.looseObject({ next_page_url: z.string().nullish(), previous_page_url: z.string().nullish(), url: z.string().nullish() }).nullish(),
  sentences: z.array(
    z.looseObject({
      sid: z.string().max(200).nullish(),
      transcript_sid: z.string().max(200).nullish(),
      media_channel: z.union([z.int().min(0).max(1000), z.string().regex(/^\d{1,3}$/).transform(Number)]).nullish(),
      sentence_index: z.int().nullish(),
      start_time: time,
      end_time: time,
      transcript: z.string(),
      confidence,
      words: z.array(z.looseObject({ word: z.string(), confidence })).nullish().catch(undefined),
    }),
  ),
});
export type TwilioFile = z.infer<typeof twilioFileSchema>;
