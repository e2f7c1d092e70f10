import type { FieldValue } from '../ledger/entry.ts';

/** A figure of an item in a sheet: what its body claims, and the official one of whoever appraises; undefined where there is none. */
export interface FigureBeside {
  readonly claimed: FieldValue | undefined;
  readonly official: FieldValue | undefined;
  /** Whether the claim stands as official statistics gave it. */
  readonly statistical: boolean;
}

/**
 * Whether an item says what is official, and nothing else: each figure is claimed as the official one says, or where there is none as
 * official statistics gave it. Such items are accepted many at once.
 */
export const isOfficialAlone = (figures: readonly FigureBeside[]): boolean =>
  figures.length > 0 &&
  figures.every(({ claimed, official, statistical }) => claimed !== undefined && (official === undefined ? statistical : official === claimed));
