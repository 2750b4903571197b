import type { OrganisationSettings } from '#domain';

/** How many people and interactions stand behind a figure. */
export interface GroupSize {
  readonly agents: number;
  readonly interactions: number;
}

/**
 * True when a group's figures would show a person. `rests` are what the filter left out of larger groups: when one
 * is too small, subtracting the group's answer from the larger one's would show it.
 */
export function isTooSmall(group: GroupSize, rests: readonly GroupSize[], settings: OrganisationSettings): boolean {
  const small = ({ agents, interactions }: GroupSize): boolean =>
    agents < settings.groupMinAgents || interactions < settings.groupMinInteractions;
  return small(group) || rests.some((rest) => rest.interactions > 0 && small(rest));
}

/** What is left of a group without some of its agents and their interactions. */
export const without = (whole: GroupSize, part: GroupSize): GroupSize => ({
  agents: whole.agents - part.agents,
  interactions: whole.interactions - part.interactions,
});
