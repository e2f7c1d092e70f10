import type { Anchor } from '@parindex/core/contracts/schemas/index';
import type { Reading } from '../db/transaction.ts';
import { NO_BLOCK } from './hashing.ts';
import { countUnsealed, findLastSeal } from './queries/seal.ts';

/** The head of the chain, to be kept outside the database: in receipts, in mails, in keys, in the seal of a result; number 0 before the first block. */
export async function readAnchor(db: Reading): Promise<Anchor> {
  const last = await findLastSeal(db);
  return {
    number: last?.number ?? 0,
    hash: (last?.hash ?? NO_BLOCK).toString('hex'),
    count: Number(last?.total ?? 0),
    at: last?.sealedAt.toISOString() ?? null,
    key: last?.key ?? null,
    signature: last?.signature?.toString('base64') ?? null,
  };
}

export interface Head extends Anchor {
  /** Rows not in any block yet. */
  readonly unsealed: number;
}

/** The head, and what it does not hold yet. Needs a role that sees the whole trail; otherwise `unsealed` only counts the visible rows. */
export const readHead = async (db: Reading): Promise<Head> => ({ ...(await readAnchor(db)), unsealed: await countUnsealed(db) });
