import { Faults } from '@parindex/core';
import { sql } from 'kysely';
import type { Acting } from '../../audit/acting.ts';
import { Problem } from '../../http/problems.ts';
import { readyEdition } from '../editions/ready.ts';
import { readSheets, type SheetOrder, type SheetRow } from '../sheets/queries/sheets.ts';
import { computeAside } from './compute-aside.ts';
import type { ComputedResult, KeptHashes } from './compute-result.ts';
import { findClosing, findRoundResult, insertRoundResult } from './queries/results.ts';

/** Sheets that are read and computed at a time. */
const AT_ONCE = 100;

/** Told how many of the bodies of a round are computed. */
export type TellProgress = (computed: number, bodies: number) => Promise<void>;

/** All sheets of a round, computed some at a time while the next are read. */
async function computeRound({ db }: Acting, round: string, bodies: number, tell?: TellProgress): Promise<ComputedResult | undefined> {
  const computation = computeAside(round);
  const read = (after?: SheetOrder) => readSheets(db, round, { after, limit: AT_ONCE, withoutParts: true });
  try {
    let rows = await read();
    const [first] = rows;
    if (!first) return undefined;
    await computation.begin((await readyEdition(db, first.edition, first.editionHash)).scheme);
    let computed = 0;
    while (rows.length > 0) {
      await tell?.(computed, bodies);
      const { position, body } = rows.at(-1) as SheetRow;
      const [next] = await Promise.all([rows.length < AT_ONCE ? [] : read([position, body]), computation.add(rows)]);
      computed += rows.length;
      rows = next;
    }
    await tell?.(computed, bodies);
    const { result, faults } = await computation.finish();
    if (result) return result;
    const found = new Faults();
    for (const fault of faults) found.copy(fault);
    throw new Problem('faulty', { faults: found });
  } finally {
    computation.end();
  }
}

/**
 * Freezes the snapshot of a round that is closed, computes it through the core, at each stage too, and keeps both. Only for whoever runs the round and so sees all
 * of it; undefined where it is somebody else who acts, or there is no sheet. Of one closing there is one result.
 */
export async function keepResult(acting: Acting, round: string, tell?: TellProgress): Promise<KeptHashes | undefined> {
  const { db, account, receivedAt } = acting;
  const closing = await findClosing(db, round);
  if (!closing || account === null) return undefined;
  const before = await findRoundResult(db, round);
  if (before) return { snapshotHash: before.snapshotHash, resultHash: before.resultHash };
  // Its own transaction has nothing to say while the core computes.
  await sql`SELECT set_config('idle_in_transaction_session_timeout', '10min', true)`.execute(db);
  const result = await computeRound(acting, round, closing.bodies, tell);
  if (!result) return undefined;
  await insertRoundResult(db, { ...{ round, closedAt: closing.closedAt, by: account, at: receivedAt }, ...result });
  return { snapshotHash: result.snapshotHash, resultHash: result.resultHash };
}
