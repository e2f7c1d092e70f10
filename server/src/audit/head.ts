import type { Reading } from '../db/transaction.ts';
import { NO_BLOCK } from './hashing.ts';
import { countUnsealed, findLastSeal } from './queries/seal.ts';

/** The head of the chain, to be kept outside the database: in receipts, in mails, in the seal of a result. */
export interface Head {
  /** 0 before the first block. */
  readonly number: number;
  /** Hex. */
  readonly hash: string;
  /** Rows sealed up to it. */
  readonly count: number;
  readonly at: string | null;
  /** The key that signed it; null of blocks of before there was one. */
  readonly key: string | null;
  /** Base64. */
  readonly signature: string | null;
  /** Rows not in any block yet. */
  readonly unsealed: number;
}

/** Reads the head. Needs a role that sees the whole trail; otherwise `unsealed` only counts the visible rows. */
export async function readHead(db: Reading): Promise<Head> {
  const last = await findLastSeal(db);
  return {
    number: last?.number ?? 0,
    hash: (last?.hash ?? NO_BLOCK).toString('hex'),
    count: Number(last?.total ?? 0),
    at: last?.sealedAt.toISOString() ?? null,
    key: last?.key ?? null,
    signature: last?.signature?.toString('base64') ?? null,
    unsealed: await countUnsealed(db),
  };
}
