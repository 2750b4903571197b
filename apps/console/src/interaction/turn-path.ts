/** What a turn is called in an address: `tour-3`. */
export const turnAnchor = (position: number): string => `tour-${position}`;

/** The page of an interaction, at one of its turns where one is meant. */
export const turnPath = (interactionId: string, position?: number): string =>
  `/interactions/${encodeURIComponent(interactionId)}${position === undefined ? '' : `#${turnAnchor(position)}`}`;
