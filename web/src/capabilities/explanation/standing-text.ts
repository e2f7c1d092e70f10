import { pointsOver } from '@parindex/core/words/points-text';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { ExplainedItem, Explanation } from './queries/explanation.ts';
import { explanationTexts } from './texts/explanation.ts';

/** How an item stands at a stage, in a word or in points: "0,5/1". */
export function useStanding(rounding: Explanation['rounding']): (standing: ExplainedItem['claimed']) => string {
  const texts = useTexts(explanationTexts).standing;
  const { language } = useLanguage();
  return ({ state, points, maximum }) => {
    switch (state) {
      case 'answered':
        return pointsOver({ points, maximum }, { rounding }, language);
      case 'claimed':
        return texts.claim;
      case 'notApplicable':
        return texts.notCounted;
      case 'unanswered':
        return texts.unanswered;
    }
  };
}
