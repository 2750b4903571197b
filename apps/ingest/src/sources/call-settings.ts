import { z } from 'zod';
import { speakerSchema, type SpeakerMetadata } from './speaker.schema.js';

const channelKey = z.union([z.string().min(1).max(100), z.int().min(0).max(64)]).transform(String);

/** Members that a sidecar, and `calls` of a directory, have in common. */
export const channelFields = {
  /** The audio channel on which agents speak: `0`, `ch_0` … */
  agentChannel: channelKey.optional(),
  /** Who speaks on a channel: `{ "1": { "role": "customer" } }`. */
  channels: z.record(z.string(), speakerSchema).optional(),
};

/** What holds for all calls of a source. */
export const callSettingsSchema = z.strictObject({
  ...channelFields,
  /** How agents answer: « Maison Exemple, bonjour ». Whoever says it first is taken for the agent, as a guess. */
  greetings: z.array(z.string().min(3).max(200)).max(50).optional(),
});

export type CallSettings = z.infer<typeof callSettingsSchema>;
export type ChannelRoles = Pick<CallSettings, 'agentChannel' | 'channels'>;

/** `ch_1`, `Channel 1` and `1` are the same channel. */
export const channelName = (channel: string): string => channel.trim().toLowerCase().replace(/^(?:channel|ch|canal)[\s_-]*(?=\d)/, '');

/**
 * Who was said to speak on a channel. `agentChannel` tells the agent's; the other one of two is the customer's as a
 * guess: an answering machine may sit there too.
 * @param told from the most to the least particular; the first that knows the channel wins
 * @param of how many channels the call has
 */
export function speakerOfChannel(channel: string, told: readonly (ChannelRoles | undefined)[], of: number): { who: SpeakerMetadata; guessed: boolean } | undefined {
  const wanted = channelName(channel);
  for (const roles of told) {
    const found = Object.entries(roles?.channels ?? {}).find(([key]) => channelName(key) === wanted);
    if (found !== undefined) return { who: found[1], guessed: false };
    if (roles?.agentChannel === undefined) continue;
    if (channelName(roles.agentChannel) === wanted) return { who: { role: 'agent' }, guessed: false };
    if (of === 2) return { who: { role: 'customer' }, guessed: true };
  }
  return undefined;
}
