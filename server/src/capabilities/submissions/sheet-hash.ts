import { sheetHash } from '@parindex/core/submissions/sheet-hash';
import type { Reading } from '../../db/transaction.ts';
import type { OpenSheet } from '../sheets/open-sheet.ts';
import { findLastFreeze } from './queries/sendings.ts';

/** A frozen sheet as its report identifies it. */
export interface Frozen {
  /** Of the entry that froze it. */
  readonly seq: number;
  readonly at: Date;
  /** Hex. */
  readonly hash: string;
}

/** The hash of a sheet that is frozen or sent; undefined while it is open. */
export async function hashOfFrozen(db: Reading, { place, edition, sheet }: OpenSheet): Promise<Frozen | undefined> {
  if (sheet.state === 'open') return undefined;
  const freeze = await findLastFreeze(db, place.round, place.body);
  if (!freeze) return undefined;
  const { round, body } = place;
  return { ...freeze, hash: sheetHash({ round, body, edition: edition.id, seq: freeze.seq, claimed: sheet.columns.claimed.values() }) };
}
