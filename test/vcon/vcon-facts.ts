import { z } from 'zod';

/** What draft-ietf-vcon-vcon-core-04 asks of an unsigned vCon (§2 to §4 and its JSON schema), said in zod as an oracle for what we write. */
const index = z.int().min(0);
const instant = z.iso.datetime({ offset: true });
const encoding = z.enum(['base64url', 'json', 'none']);

/** §2.3: inline content has an encoding and a media type; only JSON may be other than a text. */
const content = { mediatype: z.string().regex(/^[\w.+-]+\/[\w.+-]+/).optional(), filename: z.string().optional(), body: z.unknown().optional(), encoding: encoding.optional(), url: z.url().optional() };
const isWhole = (part: { readonly body?: unknown; readonly encoding?: string; readonly mediatype?: string; readonly url?: string }): boolean =>
  part.body === undefined ? part.encoding === undefined : part.encoding !== undefined && part.mediatype !== undefined && part.url === undefined && (part.encoding === 'json' || typeof part.body === 'string');

const party = z.strictObject({
  tel: z.string().optional(),
  mailto: z.string().optional(),
  name: z.string().optional(),
  uuid: z.string().optional(),
  type: z.enum(['person', 'bot', 'organization']).optional(),
  /** Extension CC. */
  role: z.enum(['agent', 'customer', 'supervisor', 'sme', 'thirdparty']).optional(),
});

const dialog = z
  .strictObject({
    type: z.enum(['recording', 'text', 'transfer', 'incomplete', 'recording-set']),
    start: instant,
    duration: z.number().min(0).optional(),
    parties: z.array(index),
    originator: index.optional(),
    message_id: z.string().optional(),
    ...content,
  })
  .refine(isWhole);

const analysis = z
  .strictObject({
    type: z.enum(['report', 'sentiment', 'summary', 'transcript', 'translation', 'tts']),
    dialog: z.union([index, z.array(index)]),
    vendor: z.string().min(1),
    product: z.string().optional(),
    schema: z.string().optional(),
    ...content,
  })
  .refine(isWhole);

const attachment = z.strictObject({ purpose: z.string().optional(), start: instant, party: index, dialog: index, ...content }).refine(isWhole);

/** Every index leads somewhere, every member beyond the core is announced, nothing contradicts another member. */
export const vconFacts = z
  .strictObject({
    vcon: z.literal('0.4.0'),
    uuid: z.uuid({ version: 'v8' }),
    extensions: z.array(z.string()),
    created_at: instant,
    subject: z.string().optional(),
    parties: z.array(party),
    dialog: z.array(dialog),
    analysis: z.array(analysis),
    attachments: z.array(attachment),
    diapason: z.looseObject({}),
  })
  .refine(({ extensions, parties }) => extensions.includes('diapason') && (extensions.includes('CC') || parties.every(({ role }) => role === undefined)))
  .refine(({ parties, dialog: all }) => all.every((one) => [...one.parties, one.originator ?? 0].every((at) => at < parties.length)))
  .refine(({ dialog: all, analysis: some }) => some.every((one) => [one.dialog].flat().every((at) => at < all.length)))
  .refine(({ dialog: all, attachments, parties }) => attachments.every((one) => one.dialog < all.length && one.party < parties.length));
