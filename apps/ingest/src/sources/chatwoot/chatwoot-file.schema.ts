import { z } from 'zod';
import { idField, secondsOrInstantField, tagsField, textField } from '../thread/fields.js';

const sender = z.looseObject({
  id: idField.nullish(),
  /** `contact`, `user`, `agent_bot`, `captain_assistant`; old versions leave it out. */
  type: textField,
  name: textField,
  available_name: textField,
  email: textField,
});
export type ChatwootSender = z.infer<typeof sender>;

const TYPES = ['incoming', 'outgoing', 'activity', 'template'] as const;

/** A number in the API, a word in webhooks. */
const messageType = z.union([z.enum(TYPES), z.int().min(0).max(3).transform((number) => TYPES[number]!)]);

export const chatwootMessageSchema = z.looseObject({
  id: idField,
  content: textField,
  message_type: messageType,
  /** Seconds since 1970 in the API, a text in webhooks (`2020-03-03 13:05:57 UTC`, RFC 3339). */
  created_at: secondsOrInstantField,
  updated_at: secondsOrInstantField.nullish(),
  /** Old versions leave it out; they had no notes. */
  private: z.boolean().nullish(),
  content_attributes: z
    .looseObject({ deleted: z.boolean().nullish(), automation_rule_id: z.unknown().optional() })
    .nullish(),
  additional_attributes: z.looseObject({ campaign_id: z.unknown().optional() }).nullish(),
  account_id: idField.nullish(),
  sender: sender.nullish(),
});
export type ChatwootMessage = z.infer<typeof chatwootMessageSchema>;

/** What the API's answer and the webhooks' events say of a conversation alike. */
export const chatwootConversationSchema = z.looseObject({
  /** The number that people see; it is unique within its account only. */
  id: idField,
  account_id: idField.nullish(),
  channel: textField,
  created_at: secondsOrInstantField.nullish(),
  updated_at: secondsOrInstantField.nullish(),
  last_activity_at: secondsOrInstantField.nullish(),
  labels: tagsField,
  meta: z.looseObject({ channel: textField, team: z.looseObject({ name: textField }).nullish() }).nullish(),
  additional_attributes: z.looseObject({ mail_subject: textField }).nullish(),
  messages: z.array(chatwootMessageSchema).nullish(),
});
export type ChatwootConversation = z.infer<typeof chatwootConversationSchema>;

/** A conversation exported with all of its messages. */
export const chatwootExportSchema = chatwootConversationSchema.extend({ account_id: idField, messages: z.array(chatwootMessageSchema) });
