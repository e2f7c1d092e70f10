import type { Language } from '@parindex/core';
import type { readRound } from '@parindex/core/contracts/rounds';
import type { Writing } from '../../db/transaction.ts';
import type { BodyOf } from '../../http/answer.ts';
import { etag } from '../../http/etag.ts';
import { refuseStale } from '../../http/seen-version.ts';
import { type FoundRound, holdFound } from './found.ts';
import { presentRound } from './present.ts';
import { findRound, type RoundRow, type RoundState } from './queries/rounds.ts';

export const ROUNDS = 'rounds';

/** The answer to every write of a round: the whole round with its new version. */
export async function answerRound(
  db: Writing,
  id: string,
  language: Language,
  moment: Date,
): Promise<{ readonly body: BodyOf<typeof readRound>; readonly headers: Readonly<Record<string, string>> }> {
  const round = (await findRound(db, id)) as RoundRow;
  return { body: await presentRound(db, round, language, moment), headers: etag(round.version) };
}

interface RoundChangeRequest {
  readonly db: Writing;
  readonly found: FoundRound;
  readonly draft: { readonly version?: number | undefined };
  readonly language: Language;
  readonly receivedAt: Date;
}

/** Locks a round's plan for writing; refuses if its state does not allow it, or if the writer saw an older version. */
export async function holdSeen({ db, found, draft, language, receivedAt }: RoundChangeRequest, allowed: readonly RoundState[]): Promise<RoundRow> {
  const round = await holdFound(db, found, allowed);
  await refuseStale(draft.version, round.version, () => presentRound(db, round, language, receivedAt));
  return round;
}
