import { z } from 'zod';
import { epochSecondsField, idField, textField } from '../thread/fields.js';

const author = z.looseObject({
  /** `user`, `lead`, `contact`, `admin`, `bot`, `team`. */
  type: textField,
  id: idField.nullish(),
  name: textField,
  email: textField,
  from_ai_agent: z.boolean().nullish(),
});
export type IntercomAuthor = z.infer<typeof author>;

const part = z.looseObject({
  id: idField.nullish(),
  part_type: z.string(),
  body: textField,
  created_at: epochSecondsField,
  updated_at: epochSecondsField.nullish(),
  author,
  redacted: z.boolean().nullish(),
});

/** What opened the conversation: the first message. */
const source = z.looseObject({
  id: idField.nullish(),
  /** `conversation`, `email`, `whatsapp`, `phone_call` … */
  type: textField,
  /** `customer_initiated`, `admin_initiated`, `automated`, `campaigns_initiated`, `operator_initiated`. */
  delivered_as: textField,
  subject: textField,
  body: textField,
  author,
  redacted: z.boolean().nullish(),
});

/** The answer of `GET /conversations/{id}`. */
export const intercomConversationSchema = z.looseObject({
  id: idField,
  title: textField,
  created_at: epochSecondsField,
  updated_at: epochSecondsField.nullish(),
  source: source.nullish(),
  conversation_parts: z.looseObject({ conversation_parts: z.array(part), total_count: z.int().nullish() }),
  tags: z.looseObject({ tags: z.array(z.looseObject({ name: textField })) }).nullish(),
});
export type IntercomConversation = z.infer<typeof intercomConversationSchema>;
