import type { Reading } from '../../db/transaction.ts';
import { Problem } from '../../http/problems.ts';
import type { SheetPlace } from '../sheets/queries/sheets.ts';
import { bytesHeld } from './queries/documents.ts';
import { bytesUploading } from './queries/uploads.ts';

/** Bytes that a body's library of a round holds and is being sent. */
export async function usedBytes(db: Reading, { round, body }: Pick<SheetPlace, 'round' | 'body'>): Promise<number> {
  // In this order: what is kept meanwhile counts twice rather than not at all.
  const onTheWay = await bytesUploading(db, round, body);
  return onTheWay + (await bytesHeld(db, round, body));
}

/** Throws overQuota where so many bytes more do not fit; how much is used is told beside. */
export async function refuseOverQuota(db: Reading, place: Pick<SheetPlace, 'round' | 'body'>, bytes: number, mostBytes: number): Promise<void> {
  const used = await usedBytes(db, place);
  if (used + bytes > mostBytes) throw new Problem('overQuota', { more: { usedBytes: used, mostBytes, bytes } });
}
