import { z } from 'zod';
import { idField, tagsField, textField } from '../thread/fields.js';
import { asUtc } from '../thread/local-time.js';
import { instantMs } from '../thread/time.js';

export interface QaTime {
  /** Milliseconds since the epoch; as if in Greenwich when `zoneless`. */
  readonly at: number;
  readonly zoneless: boolean;
}

const ZONELESS = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?$/;

/** ISO 8601; its first documentation showed it without a zone. */
const timeField = z.string().transform((text, context): QaTime => {
  const zoned = instantMs(text);
  if (zoned !== undefined) return { at: zoned, zoneless: false };
  const [year, month, day, hour, minute, second] = (ZONELESS.exec(text.trim()) ?? []).slice(1).map(Number);
  const at = year === undefined ? undefined : asUtc({ year, month: month!, day: day!, hour: hour!, minute: minute!, second: second! });
  if (at !== undefined) return { at, zoneless: true };
  context.addIssue({ code: 'custom', message: `instant illisible : « ${text.slice(0, 40)} » ; attendu par exemple 2026-10-01T14:00:00Z` });
  return z.NEVER;
});

const comment = z.looseObject({
  id: idField.nullish(),
  comment: textField,
  created: timeField,
  authorEmail: textField,
  authorName: textField,
  authorIsNotClient: z.boolean().nullish(),
  public: z.boolean().nullish(),
});

/** One element of `data` in a request of Zendesk QA's import. */
export const zendeskQaSchema = z.looseObject({
  id: idField,
  subject: textField,
  created: timeField,
  updated: timeField.nullish(),
  channel: textField,
  assigneeEmail: textField,
  assigneeName: textField,
  customerEmail: textField,
  customerName: textField,
  tags: tagsField,
  comments: z.array(comment),
});
export type ZendeskQaConversation = z.infer<typeof zendeskQaSchema>;
export type ZendeskQaComment = ZendeskQaConversation['comments'][number];
