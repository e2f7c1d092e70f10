import type { Scheme } from '@parindex/core';
import type { Reading } from '../../db/transaction.ts';
import { checkEdition } from '../editions/check.ts';
import { findEdition } from '../editions/queries/editions.ts';
import { readyEdition } from '../editions/ready.ts';

/** The scheme of an edition, adopted or a faultless draft; undefined if there is none yet. */
export async function schemeOfEdition(db: Reading, edition: string | null): Promise<Scheme | undefined> {
  const row = edition === null ? undefined : await findEdition(db, edition);
  if (!row) return undefined;
  return row.state === 'adopted' && row.hash !== null ? (await readyEdition(db, row.id, row.hash)).scheme : (await checkEdition(row)).scheme;
}
