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
  return isSmall(group, settings) || rests.some((rest) => rest.interactions > 0 && isSmall(rest, settings));
}

/** What is left of a group without some of its agents and their interactions. */
export const without = (whole: GroupSize, part: GroupSize): GroupSize => ({
  agents: whole.agents - part.agents,
  interactions: whole.interactions - part.interactions,
});

/**
 * Of groups that make up a total, those to hide: the small ones, and with them as many others, the smallest first, as it
 * takes for the hidden ones together to be no small group. Otherwise the total less the shown ones would show them.
 * How many people several groups are together is at least what the largest of them is.
 */
export function toHide<T extends GroupSize>(groups: readonly T[], small: (group: T) => boolean, settings: OrganisationSettings): ReadonlySet<T> {
  const hidden = new Set(groups.filter(small));
  const shown = groups.filter((group) => !hidden.has(group)).sort((a, b) => a.interactions - b.interactions);
  while (hidden.size > 0 && isSmall(together([...hidden]), settings)) {
    const next = shown.shift();
    if (next === undefined) break;
    hidden.add(next);
  }
  return hidden;
}

const isSmall = ({ agents, interactions }: GroupSize, settings: OrganisationSettings): boolean =>
  agents < settings.groupMinAgents || interactions < settings.groupMinInteractions;

const together = (groups: readonly GroupSize[]): GroupSize => ({
  agents: Math.max(...groups.map(({ agents }) => agents)),
  interactions: groups.reduce((sum, { interactions }) => sum + interactions, 0),
});
