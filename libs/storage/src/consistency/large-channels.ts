import type { Channel, OrganisationSettings } from '#domain';
import { isTooSmall, type GroupSize } from '../views/group-size.js';

/** Channels large enough to be shown apart: all of them, or those beside which the others together are large enough too. */
export function largeChannels<T extends { readonly channel: Channel }>(own: readonly T[], sizeOf: (items: readonly T[]) => GroupSize, settings: OrganisationSettings): Channel[] {
  const channels = [...new Set(own.map(({ channel }) => channel))].sort();
  const on = (names: readonly Channel[]): GroupSize => sizeOf(own.filter(({ channel }) => names.includes(channel)));
  const large = channels.filter((channel) => !isTooSmall(on([channel]), [], settings));
  const rest = on(channels.filter((channel) => !large.includes(channel)));
  return rest.interactions > 0 && isTooSmall(rest, [], settings) ? [] : large;
}
