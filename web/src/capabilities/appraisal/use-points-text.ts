import type { ItemResult } from '@parindex/core/scoring/result';
import { itemStateName } from '@parindex/core/words/item-state';
import { pointsOver } from '@parindex/core/words/points-text';
import { useLanguage } from '../../kit/words/language.tsx';
import { useSheet } from '../sheets/sheet-at-work.tsx';

/** What an item comes to: its points over its maximum, or why it has none. */
export function usePointsText(): (result: ItemResult | undefined) => string {
  const { language } = useLanguage();
  const { rules } = useSheet().shown;
  return (result) => {
    if (!result) return '–';
    return result.state === 'scored' ? pointsOver(result, rules.scheme, language) : itemStateName(result, language);
  };
}
