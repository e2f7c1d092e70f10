import type { Language } from '@parindex/core';
import { reasonName } from '@parindex/core/appraisal/reasons';
import type { Stage } from '@parindex/core/ledger/index';
import { comparabilityOf } from '@parindex/core/scheme/comparability';
import type { Reading } from '../../db/transaction.ts';
import type { ReadyEdition } from '../editions/ready.ts';
import { readYearBefore } from '../progress/year-before.ts';
import { readAppraisalTerms } from '../rounds/queries/appraisal-terms.ts';
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
  const before = (await readYearBefore(db, round, body))?.run;
  if (!before) return new Map();
  const { reasons } = await readAppraisalTerms(db, before.plan.round);
  const verdicts = new Map((await readVerdictsOfBody(db, before.plan.round, body)).map((verdict) => [verdict.item, verdict]));
  const decided = [...comparabilityOf(edition.scheme, before.edition.scheme)].flatMap(([item, { forebear }]): [string, DecidedBefore][] => {
    const verdict = forebear && verdicts.get(forebear.code);
    if (!verdict) return [];
    const { stage, code, text } = verdict;
    return [[item, { stage, reason: { code, name: reasonName(reasons, code, language) ?? null, text } }]];
  });
  return new Map(decided);
}
