import { z } from 'zod';
import { idField, instantField, tagsField, textField } from '../thread/fields.js';
import { twoForms } from '../thread/two-forms.js';

const conversation = z.looseObject({
  id: idField.nullish(),
  body: textField,
  body_text: textField,
  /** True from the customer's side. */
  incoming: z.boolean(),
  private: z.boolean(),
  user_id: idField.nullish(),
  from_email: textField,
  /** 0 reply, 2 note, 8 forwarded … */
  source: z.int().nullish(),
  automation_id: idField.nullish(),
  created_at: instantField,
  updated_at: instantField.nullish(),
});
export type FreshdeskConversation = z.infer<typeof conversation>;

const person = z.looseObject({ id: idField.nullish(), name: textField, email: textField });

const ticket = z.looseObject({
  id: idField,
  subject: textField,
  description: textField,
  description_text: textField,
  requester_id: idField.nullish(),
  requester: person.nullish(),
  /** 1 email, 2 portal, 3 phone, 7 chat, 9 feedback widget, 10 outbound email … */
  source: z.int().nullish(),
  created_at: instantField,
  updated_at: instantField.nullish(),
  tags: tagsField,
});

const beside = z.looseObject({ ticket, conversations: z.array(conversation), agents: z.array(person).nullish() });
const inside = ticket
  .extend({ conversations: z.array(conversation), agents: z.array(person).nullish() })
  .transform((whole) => ({ ticket: whole, conversations: whole.conversations, agents: whole.agents }));

export type FreshdeskTicket = z.infer<typeof beside>;

/** A ticket with its conversations inside (`?include=conversations,requester`), or beside it in one object. */
export const freshdeskTicketSchema = twoForms<FreshdeskTicket>('ticket', beside, inside);
