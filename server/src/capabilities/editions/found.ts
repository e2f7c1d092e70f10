import type { SubjectOf } from '@parindex/core/rights/index';
import type { Writing } from '../../db/transaction.ts';
import { type EditionWithSchemeRow, findEdition } from './queries/editions.ts';

/** An edition that the asker may read, and on whose owners its rights depend. */
export interface FoundEdition {
  readonly of: SubjectOf<'edition.write'>;
  readonly row: EditionWithSchemeRow;
}

export async function findKnownEdition(db: Writing, id: string): Promise<FoundEdition | undefined> {
  const row = await findEdition(db, id);
  return row && { of: { roundOwner: row.owner_body }, row };
}
