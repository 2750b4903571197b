import type { Interaction } from '#domain';
import { customerOf } from '../write/facts.js';
import { storableText } from '../write/storable.js';

/** Whose history an interaction belongs to: the customer it names, or nobody's but its own. */
export const customerKeyOf = (interaction: Interaction, interactionId: string): string => keyOfCustomer(customerOf(interaction)?.ref ?? null, interactionId);

export const keyOfCustomer = (customerRef: string | null, interactionId: string): string => (customerRef === null ? `interaction:${interactionId}` : storableText(customerRef));
