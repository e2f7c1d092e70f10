import type { Round } from './queries/rounds.ts';

/** The parts of a round's page, in order. */
export const PAGE_PARTS = ['general', 'documents', 'calendar', 'participants', 'exclusions', 'domainOwners', 'extensions', 'takeovers'] as const;
export type PagePart = (typeof PAGE_PARTS)[number];

export interface PartProps {
  readonly round: Round;
  /** Whether to offer changes: to its owners, until it is closed. */
  readonly mayChange: boolean;
  readonly goTo: (part: PagePart) => void;
}
