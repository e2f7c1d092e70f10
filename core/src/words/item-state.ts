import { isClaim, isRefused } from '../scoring/claims.ts';
import type { ItemResult } from '../scoring/result.ts';
import type { Language } from './language.ts';
import { CLAIM_NAME, ITEM_STATE_NAMES, REFUSED_NAME } from './states.ts';

/** An item's state as people read it: a claim and what is refused are told apart from what is not answered. */
export const itemStateName = (item: Pick<ItemResult, 'state' | 'explanation'>, language: Language): string =>
  isClaim(item) ? CLAIM_NAME[language].claimed : isRefused(item) ? REFUSED_NAME[language].refused : ITEM_STATE_NAMES[language][item.state];
