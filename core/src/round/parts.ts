/** The parts of a plan that come along when a round is copied; each waits until somebody says that it still holds. */
export const ROUND_PARTS = ['title', 'edition', 'participants', 'exclusions', 'domainOwners', 'steps'] as const;
export type RoundPart = (typeof ROUND_PARTS)[number];
