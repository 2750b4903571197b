import { z } from 'zod';
import { SPEAKER_ROLES } from '#domain';

const name = z.string().min(1).max(200);

export const teamSchema = z.strictObject({ ref: name, name: name.optional() });

/** Who somebody is, as people write it down beside a file. */
export const speakerSchema = z.strictObject({
  role: z.enum(SPEAKER_ROLES),
  ref: name.optional(),
  name: name.optional(),
  team: teamSchema.optional(),
});
export type SpeakerMetadata = z.infer<typeof speakerSchema>;
