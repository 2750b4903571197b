import { z } from 'zod';
import { secondsOrInstantField, textField } from '../thread/fields.js';

/** RFC 3339; early tools wrote seconds since 1970. */
const instant = secondsOrInstantField.nullish();
const index = z.int().min(0);
const indices = z.union([index, z.array(index)]).nullish().transform((value) => (value === null || value === undefined ? undefined : [value].flat()));

/** Content within the file, or only where it lies: `mimetype` is what 0.0.1 called `mediatype`. */
const content = {
  mediatype: textField,
  mimetype: textField,
  body: z.unknown().optional(),
  encoding: textField,
  url: textField,
};

const party = z.looseObject({
  name: z.string().nullish(),
  tel: textField,
  mailto: textField,
  sip: textField,
  did: textField,
  uuid: textField,
  /** `person`, `bot`, `organization`. */
  type: textField,
  /** Of the contact centre extension (CC), and of the core before 0.3.0. */
  role: textField,
  /** Where early tools put the role. */
  meta: z.looseObject({ role: textField }).nullish().catch(undefined),
});
export type VconParty = z.infer<typeof party>;

const partyEvent = z.looseObject({ party: index, time: instant, event: z.string() });
export type VconPartyEvent = z.infer<typeof partyEvent>;

const dialog = z.looseObject({
  /** `text`, `recording`, `recording-set`, `transfer`, `incomplete`. */
  type: z.string(),
  start: instant,
  /** Seconds. */
  duration: z.number().min(0).nullish(),
  /** One party, all that share a channel, or those of each channel in turn (null: an empty one). */
  parties: z.union([index, z.array(z.union([index, z.array(index), z.null()]))]).nullish(),
  /** Who began, when it is not the first of `parties`. */
  originator: index.nullish(),
  message_id: textField,
  /** `WhatsApp`, `SMS` … */
  application: textField,
  /** Looked through for every utterance: more than a call can have. */
  party_history: z.array(partyEvent).max(500).nullish(),
  ...content,
});
export type VconDialog = z.infer<typeof dialog>;

const analysis = z.looseObject({ type: textField, dialog: indices, ...content });
export type VconAnalysis = z.infer<typeof analysis>;

const attachment = z.looseObject({ purpose: textField, start: instant, party: index.nullish(), ...content });
export type VconAttachment = z.infer<typeof attachment>;

/** Another vCon that this one was made from; `{}` says nothing. */
const reference = z.looseObject({ uuid: textField }).nullish();

/** The unsigned form, from 0.0.1 to 0.4.0 (draft-ietf-vcon-vcon-core-04); what the reader does not need is not looked at. */
export const vconFileSchema = z.looseObject({
  vcon: textField,
  uuid: textField,
  created_at: instant,
  updated_at: instant,
  subject: z.string().nullish(),
  /** Extensions without which it is not understood; `must_support` before 0.4.0. */
  critical: z.array(z.string()).nullish(),
  must_support: z.array(z.string()).nullish(),
  amended: reference,
  appended: reference,
  redacted: reference,
  parties: z.array(party).max(500).nullish(),
  dialog: z.array(dialog).nullish(),
  analysis: z.array(analysis).nullish(),
  attachments: z.array(attachment).nullish(),
  /** Our own extension. */
  diapason: z.unknown().optional(),
});
export type VconFile = z.infer<typeof vconFileSchema>;

/** Content of a part of a vCon. */
export type VconContent = Pick<VconDialog, keyof typeof content>;
