import { z } from 'zod';
import { idField, instantField, tagsField, textField } from '../thread/fields.js';
import { twoForms } from '../thread/two-forms.js';

const user = z.looseObject({
  id: idField,
  name: textField,
  email: textField,
  /** `end-user`, `agent`, `admin`. */
  role: textField,
});
export type ZendeskUser = z.infer<typeof user>;

const comment = z.looseObject({
  id: idField.nullish(),
  /** `Comment`, `VoiceComment`, `TpeVoiceComment`, `ChatTranscript` … */
  type: textField,
  author_id: idField.nullish(),
  author: user.nullish(),
  /** Left out of some exports: without it nobody knows whether the customer saw the comment. */
  public: z.boolean(),
  body: textField,
  plain_body: textField,
  html_body: textField,
  created_at: instantField,
  via: z.looseObject({ channel: z.union([z.string(), z.number()]).nullish() }).nullish(),
});
export type ZendeskComment = z.infer<typeof comment>;

const ticket = z.looseObject({
  id: idField,
  subject: textField,
  created_at: instantField.nullish(),
  updated_at: instantField.nullish(),
  external_id: textField,
  requester_id: idField.nullish(),
  assignee_id: idField.nullish(),
  requester: user.nullish(),
  submitter: user.nullish(),
  assignee: user.nullish(),
  group: z.looseObject({ name: textField }).nullish(),
  tags: tagsField,
  via: z.looseObject({ channel: z.union([z.string(), z.number()]).nullish() }).nullish(),
});

const answers = z.looseObject({ ticket, comments: z.array(comment), users: z.array(user).nullish() });

const alone = ticket
  .extend({ comments: z.array(comment), users: z.array(user).nullish() })
  .transform((inside) => ({ ticket: inside, comments: inside.comments, users: inside.users }));

export type ZendeskTicket = z.infer<typeof answers>;

/** The two answers of the API joined (`ticket`, `comments`, `users`), or a ticket of an export that has its comments inside. */
export const zendeskTicketSchema = twoForms<ZendeskTicket>('ticket', answers, alone);
