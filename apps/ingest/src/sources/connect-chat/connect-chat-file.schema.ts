import { z } from 'zod';
import { instant } from '../metadata.js';

const message = z.looseObject({
  Id: z.string().nullish(),
  /** MESSAGE, EVENT, ATTACHMENT; older files leave it out. */
  Type: z.string().nullish(),
  ContentType: z.string().nullish(),
  Content: z.string().nullish(),
  AbsoluteTime: instant.nullish(),
  ParticipantId: z.string().max(200).nullish(),
  ParticipantRole: z.string().max(200).nullish(),
  DisplayName: z.string().nullish(),
});
export type ConnectMessage = z.infer<typeof message>;

/** A chat as Contact Lens writes it (`CHAT-2022-11-30`), and as Amazon Connect keeps it itself (`2019-08-26`). */
export const connectChatFileSchema = z.looseObject({
  CustomerMetadata: z.looseObject({ ContactId: z.string().nullish() }).nullish(),
  ContactId: z.string().nullish(),
  Participants: z
    .array(z.looseObject({ ParticipantId: z.string(), ParticipantRole: z.string().nullish(), DisplayName: z.string().nullish() }))
    .nullish(),
  Transcript: z.array(message),
});
export type ConnectChatFile = z.infer<typeof connectChatFileSchema>;
