import { DISMISSAL_REASONS, type Dispute, DISPUTE_STATES, type FindingComment } from '#domain';
import { z } from 'zod';
import { instant } from './named.schema.js';
import { written } from './text.schema.js';

/** What somebody has to say, and not nothing. */
export const words = written(2000);

export const comment = z
  .strictObject({ text: z.string(), by: z.string(), at: instant })
  .meta({ id: 'FindingComment', description: 'Ce que le conseiller concerné en dit · What the agent concerned says of it' }) satisfies z.ZodType<FindingComment>;

export const disputeState = z.enum(DISPUTE_STATES).meta({
  id: 'DisputeState',
  description: '`open` : attend quelqu’un qui n’a pas jugé · waits for somebody who did not judge ; `upheld` : le constat tient · holds ; `overturned` : il ne compte plus nulle part · counts nowhere',
});

export const dispute = z
  .strictObject({
    state: disputeState,
    reason: z.string().describe('Les mots du conseiller · The agent’s words'),
    by: z.string(),
    at: instant,
    against: z.strictObject({ by: z.string(), at: instant }).describe('Le jugement contesté · The judgement objected to'),
    ruling: z
      .strictObject({
        outcome: z.enum(['upheld', 'overturned']),
        cause: z.enum(DISMISSAL_REASONS).nullable().describe('Nulle quand le constat tient · Null when upheld'),
        reason: z.string().describe('Les mots de qui a tranché · The resolver’s words'),
        by: z.string(),
        at: instant,
      })
      .nullable(),
  })
  .meta({ id: 'Dispute' }) satisfies z.ZodType<Dispute>;
