import type { Language } from '@parindex/core';
import { reasonName } from '@parindex/core/appraisal/reasons';
import type { Stage } from '@parindex/core/ledger/index';
import { comparabilityOf } from '@parindex/core/scheme/comparability';
import type { Reading } from '../../db/transaction.ts';
import { type ReadyEdition, readyEdition } from '../editions/ready.ts';
import { findBoardRound } from '../progress/queries/board.ts';
import { readAppraisalTerms } from '../rounds/queries/appraisal-terms.ts';
import { findBaselineOrigin, roundOfSource } from '../rounds/queries/baselines.ts';
import { readVerdictsOfBody } from './queries/verdicts.ts';

interface DecidedBefore {
  readonly stage: Stage;
  readonly reason: { readonly code: string | null; readonly name: string | null; readonly text: string | null };
}

/** By item, the last verdict on its forebear in the round of the year before, where that was run here and as far as the asker sees it. */
export async function readDecidedBefore(
  db: Reading,
  { round, body, edition, language }: { readonly round: string; readonly body: string; readonly edition: ReadyEdition; readonly language: Language },
): Promise<ReadonlyMap<string, DecidedBefore>> {
  const origin = await findBaselineOrigin(db, round, body);
  const from = origin && roundOfSource(origin.source);
  const past = from === undefined ? undefined : await findBoardRound(db, from);
  if (!past) return new Map();
  const before = await readyEdition(db, past.edition, past.editionHash);
  const { reasons } = await readAppraisalTerms(db, past.round);
  const verdicts = new Map((await readVerdictsOfBody(db, past.round, body)).map((verdict) => [verdict.item, verdict]));
  const decided = [...comparabilityOf(edition.scheme, before.scheme)].flatMap(([item, { forebear }]): [string, DecidedBefore][] => {
    const verdict = forebear && verdicts.get(forebear.code);
    if (!verdict) return [];
    const { stage, code, text } = verdict;
    return [[item, { stage, reason: { code, name: reasonName(reasons, code, language) ?? null, text } }]];
  });
  return new Map(decided);
}
