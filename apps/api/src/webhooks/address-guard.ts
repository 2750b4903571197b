import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { WebhookReach } from '../api-settings.js';

/** An address that may not be called; the message is for the person who gave it. */
export class RefusedAddressError extends Error {
  override readonly name = 'RefusedAddressError';

  constructor(
    readonly fr: string,
    readonly en: string,
  ) {
    super(en);
  }
}

/** Global unicast (RFC 4291 §2.4); what the registry sets aside within it is named by ipaddr.js. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');
/** Ranges of a company's own networks and of this machine. Link-local is not among them: cloud metadata lies there. */
const PRIVATE = new Set(['loopback', 'private', 'uniqueLocal', 'carrierGradeNat']);

/** Whether a connection may go to this IP address. Everything is refused that is not known to be public. */
export function mayCall(address: string, { privateAddresses }: WebhookReach): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.parse(address);
  const range = ip.range();
  if (privateAddresses && PRIVATE.has(range)) return true;
  return range === 'unicast' && (ip instanceof ipaddr.IPv4 || ip.match(GLOBAL_IPV6));
}

const resolveBySystem = async (name: string): Promise<readonly string[]> => (await lookup(name, { all: true, verbatim: true })).map(({ address }) => address);

/**
 * The addresses that a connection to a host goes to: every one of them may be called, or none is returned.
 * @param host of a parsed URL: numbers in whatever base are addresses by then
 * @throws RefusedAddressError when one may not, or there is none
 */
export async function checkedAddresses(host: string, reach: WebhookReach): Promise<readonly string[]> {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  const addresses = isIP(bare) === 0 ? await (reach.resolve ?? resolveBySystem)(bare).catch((): readonly string[] => []) : [bare];
  if (addresses.length === 0) throw new RefusedAddressError(`« ${bare} » ne mène à aucune adresse.`, `"${bare}" leads to no address.`);
  const refused = addresses.find((address) => !mayCall(address, reach));
  if (refused === undefined) return addresses;
  throw new RefusedAddressError(
    `« ${bare} » mène à ${refused}, qui n’est pas une adresse publique (DIAPASON_WEBHOOKS_PRIVATE=1 permet les réseaux privés).`,
    `"${bare}" leads to ${refused}, which is no public address (DIAPASON_WEBHOOKS_PRIVATE=1 allows private networks).`,
  );
}

/** The address of a webhook, parsed. @throws RefusedAddressError for one that could never be called */
export function parsedAddress(text: string, { privateAddresses }: WebhookReach): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) throw new RefusedAddressError('Ce n’est pas une adresse complète, https://…', 'This is no complete address, https://…');
  const schemes = privateAddresses ? ['https:', 'http:'] : ['https:'];
  if (!schemes.includes(url.protocol)) throw new RefusedAddressError('L’adresse commence par https://.', 'The address begins with https://.');
  if (url.username !== '' || url.password !== '') throw new RefusedAddressError('Pas de nom ni de mot de passe dans l’adresse : la signature suffit.', 'No name or password in the address: the signature is enough.');
  if (url.hash !== '') throw new RefusedAddressError('Rien après « # » : ce n’est pas envoyé.', 'Nothing behind "#": it is not sent.');
  return url;
}

/** @throws RefusedAddressError */
export async function checkAddress(text: string, reach: WebhookReach): Promise<void> {
  await checkedAddresses(parsedAddress(text, reach).hostname, reach);
}
