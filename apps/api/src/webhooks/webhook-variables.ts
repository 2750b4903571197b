import { z } from 'zod';

/** Where webhooks may lead: for every process that sends them. */
export const WEBHOOK_VARIABLES = {
  DIAPASON_WEBHOOKS_PRIVATE: z
    .enum(['0', '1'])
    .default('0')
    .transform((text) => text === '1')
    .describe('1 pour permettre aux webhooks http:// et les adresses privées, 0 sinon'),
};
