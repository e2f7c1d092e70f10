import { pointsOver } from '@parindex/core/words/points-text';
import type { Tone } from '../../kit/page/state-badge.tsx';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { AppraisalQueue, Appraised } from './queries/appraisal.ts';
import { appraisalTexts } from './texts/appraisal.ts';

export const VERDICT_TONES: Readonly<Record<Appraised['verdict'], Tone>> = {
  waiting: 'quiet',
  accepted: 'good',
  changed: 'warn',
  confirmed: 'good',
  refused: 'warn',
};

/** How an item stands at a stage, in a word or in points: "0,5/1". */
export function useStandingText(rounding: AppraisalQueue['rounding']): (standing: Appraised['claimed']) => string {
  const texts = useTexts(appraisalTexts);
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
