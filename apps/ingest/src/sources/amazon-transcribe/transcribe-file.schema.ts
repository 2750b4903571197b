import { z } from 'zod';
import { confidence, secondsText } from '../seconds.js';

const item = z.looseObject({
  /** `punctuation` has no times. */
  type: z.string(),
  start_time: secondsText.nullish(),
  end_time: secondsText.nullish(),
  speaker_label: z.string().max(200).nullish(),
  alternatives: z.array(z.looseObject({ content: z.string(), confidence })).min(1),
});
export type TranscribeItem = z.infer<typeof item>;

const place = z.looseObject({ start_time: secondsText.nullish(), speaker_label: z.string().max(200).nullish() });

/** What Amazon Transcribe writes for a batch job; its toxicity scores are not read. */
export const transcribeFileSchema = z.looseObject({
  jobName: z.string().nullish(),
  status: z.string().nullish(),
  results: z.looseObject({
    items: z.array(item).nullish(),
    speaker_labels: z
      .looseObject({ segments: z.array(z.looseObject({ speaker_label: z.string().max(200).nullish(), items: z.array(place).nullish() })).nullish() })
      .nullish(),
    channel_labels: z.looseObject({ channels: z.array(z.looseObject({ channel_label: z.string().max(200), items: z.array(item) })) }).nullish(),
  }),
});
export type TranscribeFile = z.infer<typeof transcribeFileSchema>;
