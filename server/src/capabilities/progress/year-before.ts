import type { Reading } from '../../db/transaction.ts';
import { type ReadyEdition, readyEdition } from '../editions/ready.ts';
import { findBaselineOrigin, roundOfSource } from '../rounds/queries/baselines.ts';
import { type BoardRound, findBoardRound } from './queries/board.ts';

/** The year of which values stand beside a sheet, with its round and edition where that was run here; undefined: there are none. */
export async function readYearBefore(
  db: Reading,
  round: string,
  body: string,
): Promise<{ readonly year: number; readonly run: { readonly plan: BoardRound; readonly edition: ReadyEdition } | undefined } | undefined> {
  const origin = await findBaselineOrigin(db, round, body);
  if (!origin) return undefined;
  const from = roundOfSource(origin.source);
  const plan = from === undefined ? undefined : await findBoardRound(db, from);
  return { year: origin.year, run: plan && { plan, edition: await readyEdition(db, plan.edition, plan.editionHash) } };
}
