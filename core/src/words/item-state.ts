import type { RunningItem } from '../ranking/running-sheet.ts';
import { isClaim, isRefused } from '../scoring/claims.ts';
import type { ItemResult } from '../scoring/result.ts';
import type { Language } from './language.ts';
import { pointsOver } from './points-text.ts';
import { CLAIM_NAME, ITEM_STATE_NAMES, REFUSED_NAME } from './states.ts';

/** An item's state as people read it: a claim and what is refused are told apart from what is not answered. */
export const itemStateName = (item: Pick<ItemResult, 'state' | 'explanation'>, language: Language): string =>
  isClaim(item) ? CLAIM_NAME[language].claimed : isRefused(item) ? REFUSED_NAME[language].refused : ITEM_STATE_NAMES[language][item.state];

/** How an item stands while a round runs: its points over its maximum, or why it has none. */
export function runningText(
  { state, points, maximum }: Pick<RunningItem, 'state' | 'points' | 'maximum'>,
  scheme: Parameters<typeof pointsOver>[1],
  language: Language,
): string {
  switch (state) {
    case 'answered':
      return pointsOver({ points, maximum }, scheme, language);
    case 'claimed':
      return CLAIM_NAME[language].claimed;
    case 'notApplicable':
      return ITEM_STATE_NAMES[language].notApplicable;
    case 'unanswered':
      return ITEM_STATE_NAMES[language].notAnswered;
  }
}
