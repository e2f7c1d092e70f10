import type { Reading } from '../../db/transaction.ts';
import { Problem } from '../../http/problems.ts';
import type { SheetPlace } from '../sheets/queries/sheets.ts';
import { bytesHeld } from './queries/documents.ts';
import { bytesUploading } from './queries/uploads.ts';

/** Bytes that a body's library of a round holds or is receiving. */
export async function usedBytes(db: Reading, { round, body }: Pick<SheetPlace, 'round' | 'body'>): Promise<number> {
  // In this order, so that an upload finishing in between counts twice rather than not at all.
  const onTheWay = await bytesUploading(db, round, body);
  return onTheWay + (await bytesHeld(db, round, body));
}

/** Throws overQuota if that many more bytes do not fit, with the amount in use. */
export async function refuseOverQuota(db: Reading, place: Pick<SheetPlace, 'round' | 'body'>, bytes: number, mostBytes: number): Promise<void> {
  const used = await usedBytes(db, place);
  if (used + bytes > mostBytes) throw new Problem('overQuota', { more: { usedBytes: used, mostBytes, bytes } });
}
