import { FINDING_EVENTS, type FindingEvent } from '#domain';
import { z } from 'zod';
import { channel, findingStatus, instant, polarity, severity } from '../read-models/named.schema.js';

export const findingEvent = z
  .strictObject({
    id: z.string().describe('À rendre dans `Last-Event-ID` · To give back in `Last-Event-ID`').meta({ examples: ['7421-310-0'] }),
    type: z.enum(FINDING_EVENTS).describe('Aussi dans le champ `event` · In the field `event` too'),
    at: instant,
    interactionId: z.uuid(),
    channel,
    day: z.iso.date().describe('Dans le fuseau de l’organisation · In the organisation’s time zone'),
    rulebookHash: z.string(),
    finding: z.strictObject({
      id: z.uuid().describe('À lire sur `/v1/findings/{id}` · To be read at `/v1/findings/{id}`'),
      ruleId: z.string(),
      polarity,
      severity,
      agentRef: z
        .string()
        .nullable()
        .describe('Nul tant que le constat n’est pas confirmé, sauf réglage contraire · Null until confirmed, unless the settings say otherwise'),
      status: findingStatus,
    }),
  })
  .meta({ id: 'FindingEvent' }) satisfies z.ZodType<FindingEvent>;

export const exampleEvent: FindingEvent = {
  id: '7421-310-0',
  type: 'finding.detected',
  at: '2026-09-14T09:12:31.402Z',
  interactionId: '3f0c2d1e-5b4a-5c99-8d77-6a5b4c3d2e1f',
  channel: 'email',
  day: '2026-09-14',
  rulebookHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  finding: { id: '6f0e1d2c-4b3a-5998-8776-5a4b3c2d1e0f', ruleId: 'refus.impossible', polarity: 'violation', severity: 'major', agentRef: null, status: 'detected' },
};
