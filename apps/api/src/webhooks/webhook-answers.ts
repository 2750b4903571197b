import type { Webhook } from '#domain';
import { checkIfMatch, ProblemException } from '#runtime';
import type { WebhookChanged } from '#storage';
import type { WebhookReach } from '../api-settings.js';
import { noSuch } from '../http/no-such.js';
import { checkAddress, RefusedAddressError } from './address-guard.js';

export const webhookTag = ({ version }: Webhook): string => `"${version}"`;

export const noSuchWebhook = (): ProblemException => noSuch('Webhook', 'webhook');
export const noSuchDelivery = (): ProblemException => noSuch('Envoi', 'delivery');

/** @throws ProblemException 400 when the address may not be called */
export async function checkUrl(url: string, reach: WebhookReach = { privateAddresses: false }): Promise<void> {
  try {
    await checkAddress(url, reach);
  } catch (error) {
    if (!(error instanceof RefusedAddressError)) throw error;
    const { fr, en } = error;
    throw new ProblemException(422, 'unprocessable', { fr: 'Cette adresse ne peut pas recevoir d’événements.', en: 'This address cannot receive events.' }, [{ pointer: '#/url', detail: { fr, en } }]);
  }
}

/** The version that a change is held to; undefined: whatever it is. @throws ProblemException 404, 412 */
export function seenVersion(found: Webhook | null, ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined) return undefined;
  if (found === null) throw noSuchWebhook();
  checkIfMatch(ifMatch, webhookTag(found));
  return ifMatch.trim() === '*' ? undefined : found.version;
}

/** @throws ProblemException for a change that was not made */
export function doneOrThrow<More>(result: WebhookChanged<More>): { readonly webhook: Webhook } & More {
  if (result.kind === 'done') return result;
  if (result.kind === 'missing') throw noSuchWebhook();
  throw new ProblemException(412, 'precondition_failed', { fr: 'Ce webhook a changé entre-temps. Rien n’a été changé : relisez-le.', en: 'This webhook changed meanwhile. Nothing was changed: read it again.' });
}
