import { pointsText } from '@parindex/core';
import type { RunningItem } from '@parindex/core/ranking/running-sheet';
import type { Scheme } from '@parindex/core/scheme/types';
import { ITEM_STATE_NAMES } from '@parindex/core/words/states';

/** How an item stands at a stage, in a cell of a document: its points, or why it has none. */
export function standingText({ state, points }: RunningItem, scheme: Scheme): string {
  switch (state) {
    case 'answered':
      return pointsText(points, scheme, 'vi');
    case 'claimed':
      return 'Đề nghị không đánh giá';
    case 'notApplicable':
      return ITEM_STATE_NAMES.vi.notApplicable;
    case 'unanswered':
      return ITEM_STATE_NAMES.vi.notAnswered;
  }
}

/** Why an item was decided otherwise, in a cell of a document. */
export const reasonText = (reason: { readonly name: string | null; readonly text: string | null } | undefined): string =>
  [reason?.name, reason?.text].filter((part): part is string => typeof part === 'string' && part !== '').join(': ');
