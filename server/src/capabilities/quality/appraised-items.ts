import type { Language } from '@parindex/core';
import { verdictState } from '@parindex/core/appraisal/verdict-state';
import { hashOfPieces } from '@parindex/core/quality/draw';
import { itemsByCode, type RunningItem, runningAt } from '@parindex/core/ranking/running-sheet';
import type { Named } from '../../db/fragments.ts';
import type { Reading } from '../../db/transaction.ts';
import { ownItemsOf } from '../editions/checks.ts';
import type { ReadyEdition } from '../editions/ready.ts';
import { titlesOf } from '../editions/titles.ts';
import { countRound } from '../progress/count-sheets.ts';
import type { BoardMaking } from '../progress/making.ts';
import type { BoardRound } from '../progress/queries/board.ts';
import { type FirstVerdict, readFirstVerdicts } from './queries/second-marking.ts';

/** An item of a body that was decided in the first appraisal. */
export interface AppraisedItem extends FirstVerdict {
  readonly claimed: RunningItem;
  readonly appraised: RunningItem;
  readonly changed: boolean;
}

export interface AppraisedRound {
  readonly edition: ReadyEdition;
  readonly items: readonly AppraisedItem[];
  /** Of `items`, whatever their order. */
  readonly hash: string;
  readonly bodies: ReadonlyMap<string, Named>;
  readonly titles: ReturnType<typeof titlesOf>;
}

/** What was decided in the first appraisal of a round, of what bodies score themselves. */
export async function readAppraisedRound(db: Reading, plan: BoardRound, making: BoardMaking, language: Language): Promise<AppraisedRound> {
  const { edition, counted } = await countRound(db, plan, making);
  const own = ownItemsOf(making.checks, edition);
  const sheets = new Map(counted.map(({ body, stages }) => [body, (['claimed', 'appraised'] as const).map((stage) => itemsByCode(runningAt(stages, stage)))]));
  const items = (await readFirstVerdicts(db, plan.round)).flatMap((verdict): AppraisedItem[] => {
    const [claimed, appraised] = (sheets.get(verdict.body) ?? []).map((of) => of.get(verdict.item));
    return claimed && appraised && own.has(verdict.item)
      ? [{ ...verdict, claimed, appraised, changed: ['changed', 'refused'].includes(verdictState(claimed, appraised, true)) }]
      : [];
  });
  return {
    edition,
    items,
    hash: hashOfPieces(items),
    bodies: new Map(counted.map(({ body, name }) => [body, { id: body, name }])),
    titles: titlesOf(edition, language),
  };
}
