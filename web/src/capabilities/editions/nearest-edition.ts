import type { Edition, EditionRow } from './queries/editions.ts';

/** What an edition is compared with where nothing was chosen: the latest that its own body adopted before it. */
export function nearestOf(edition: Edition, all: readonly EditionRow[]): EditionRow | undefined {
  const before = all.filter(
    ({ id, ownerBody, adoptedAt, withdrawn }) =>
      id !== edition.id &&
      ownerBody === edition.ownerBody &&
      withdrawn === null &&
      adoptedAt !== null &&
      (edition.adoptedAt === null || adoptedAt < edition.adoptedAt),
  );
  return before.toSorted((a, b) => ((a.adoptedAt ?? '') < (b.adoptedAt ?? '') ? 1 : -1))[0];
}
