import { z } from 'zod';
import { CHANNELS } from '#domain';
import type { CompileContext } from '../kinds/kind.js';
import type { Reading } from '../reading/reading.js';
import { closed, patternList } from '../rulebook/closed-schema.js';

const names = z.array(z.string().min(1)).min(1);

/** One condition on the interaction as a whole: every key given must hold. */
const applicabilityKeys = closed({
  'customer-said': patternList.optional().describe('le client dit l’un de ces motifs, où que ce soit dans l’échange'),
  'agent-said': patternList.optional().describe('un agent dit l’un de ces motifs'),
  channel: z.array(z.enum(CHANNELS)).min(1).optional().describe('l’échange passe par l’un de ces canaux'),
  queue: names.optional().describe('l’échange vient de l’une de ces files'),
  tag: names.optional().describe('l’échange porte l’une de ces étiquettes'),
  direction: z.enum(['inbound', 'outbound']).optional().describe('inbound : le client a pris contact ; outbound : la marque'),
}).refine((value) => Object.keys(value).length > 0, { error: 'condition vide', when: (payload) => payload.issues.length === 0 });

/** One such condition or a list of them, of which any is enough. */
export const applicability = z
  .union([applicabilityKeys.transform((one) => [one]), z.array(applicabilityKeys).min(1)])
  .meta({ id: 'applicability', description: 'toutes les clés données valent ensemble ; une liste : l’une suffit' });

export type Applicability = z.infer<typeof applicability>;

/** A function that tells whether the condition holds for an interaction. */
export function compileApplicability(condition: Applicability, context: CompileContext): (reading: Reading) => boolean {
  const tests = condition.map((one) => {
    const customer = one['customer-said'] === undefined ? null : context.phrases(one['customer-said']);
    const agent = one['agent-said'] === undefined ? null : context.phrases(one['agent-said']);
    return (reading: Reading): boolean => {
      const { queue, tags = [], direction } = reading.interaction;
      if (one.channel !== undefined && !one.channel.includes(reading.channel)) return false;
      if (one.queue !== undefined && (queue === undefined || !one.queue.includes(queue))) return false;
      if (one.tag !== undefined && !one.tag.some((tag) => tags.includes(tag))) return false;
      if (one.direction !== undefined && one.direction !== direction) return false;
      if (customer !== null && reading.saidBy('customer', customer).length === 0) return false;
      return agent === null || reading.saidBy('agent', agent).length > 0;
    };
  });
  return (reading) => tests.some((test) => test(reading));
}
