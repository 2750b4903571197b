import type { View } from '../projector/view.js';
import { agentDay } from './agent-day/agent-day.projection.js';
import { channelDay } from './channel-day/channel-day.projection.js';
import { dayLoad } from './day-load/day-load.projection.js';
import { ruleDay } from './rule-day/rule-day.projection.js';
import { sharedInteraction } from './shared-interaction/shared-interaction.projection.js';

/** Every view, one line each. */
export const VIEWS: readonly View[] = [agentDay, channelDay, dayLoad, ruleDay, sharedInteraction];
